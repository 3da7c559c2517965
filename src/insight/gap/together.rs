//! All choices that a target leaves, made so that the whole of it takes the fewest hours.

use std::collections::HashSet;

use super::Part;
use super::search::{self, Found};
use super::terrain::Terrain;
use super::walk::Walk;
use super::way::Way;
use crate::curriculum::Place;

/// The most steps along prerequisites to find out what there is to choose from.
const MOST_SEEN: usize = 100_000;

/// The most steps to weigh it.
const MOST_WEIGHED: usize = 100_000;

/// Takes the cheapest milestones wherever there is a choice, over what is taken already. Answers whether nothing cheaper
/// would do; else the cheapest that was found is taken.
pub(super) fn take(parts: &mut [Part<'_>], walk: &mut Walk<'_>) -> bool {
    let mut ways = Vec::new();
    for asked in parts.iter().flat_map(|part| &part.asked) {
        ways.extend(asked.ways.iter().cloned());
        ways.extend(asked.way_to_evidence());
    }
    if ways.is_empty() {
        return true;
    }
    let mut whole = walk.clone();
    let is_least = take_all(&mut ways, &mut whole);
    follow(parts, walk, &whole);
    is_least
}

/// Takes enough for each of these ways.
fn take_all(ways: &mut [Way], walk: &mut Walk<'_>) -> bool {
    let terrain = Terrain::of(ways, walk, MOST_SEEN);
    let found = terrain.and_then(|terrain| search::least(&terrain, MOST_WEIGHED));
    let Some(Found { places, is_least }) = found else {
        take_one_by_one(ways, walk);
        return false;
    };
    let before = (!is_least).then(|| walk.clone());
    for place in places {
        walk.take(place);
    }
    if let Some(mut hurried) = before {
        take_one_by_one(ways, &mut hurried);
        if hurried.weight_taken() < walk.weight_taken() {
            *walk = hurried;
        }
    }
    is_least
}

/// Takes the way that is cheapest by itself, one after the other.
fn take_one_by_one(ways: &mut [Way], walk: &mut Walk<'_>) {
    for way in ways {
        way.take(walk);
    }
}

/// Tells each requirement what of the whole is its way; takes that, and nothing that no requirement needs.
fn follow(parts: &mut [Part<'_>], walk: &mut Walk<'_>, whole: &Walk<'_>) {
    for way in parts
        .iter_mut()
        .flat_map(|part| &mut part.asked)
        .flat_map(|asked| &mut asked.ways)
    {
        way.follow(whole);
        way.taken.iter().for_each(|place| walk.take(*place));
    }
    for asked in parts.iter_mut().flat_map(|part| &mut part.asked) {
        let Some(mut way) = asked.way_to_evidence() else {
            continue;
        };
        let among: HashSet<Place> = way.among.iter().copied().collect();
        if asked.places().any(|place| among.contains(&place)) {
            continue;
        }
        way.follow(walk);
        if way.taken.is_empty() {
            way.follow(whole);
        }
        way.taken.iter().for_each(|place| walk.take(*place));
        asked.ways.push(way);
    }
}

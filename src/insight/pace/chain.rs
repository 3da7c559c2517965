//! The longest chain of milestones that wait for each other.

use std::collections::HashMap;

use crate::curriculum::Place;
use crate::insight::snapshot::Snapshot;

/// What has the most hours of all that wait for each other, of these milestones, of which each stands behind what it
/// requires: the first of them first. Of chains as long, the one whose end comes first.
pub(super) fn longest(places: &[Place], snapshot: &Snapshot) -> Vec<Place> {
    let mut links: HashMap<Place, Link> = HashMap::with_capacity(places.len());
    let mut end: Option<(Place, u64)> = None;
    for place in places {
        let milestone = &snapshot.curriculum.milestones[*place];
        // Nothing waits for what is skipped.
        let waits_for = |before: &&Place| !snapshot.standing.at(**before).status.settles();
        let known = milestone.requires.iter().filter(waits_for);
        let known = known.filter_map(|before| {
            let link = links.get(before)?;
            Some((link.minutes, *before))
        });
        // Of several as long, the first that the author names.
        let longest = known.reduce(|one, other| if other.0 > one.0 { other } else { one });
        let (before_it, before) = longest.unzip();
        let minutes = before_it.unwrap_or(0) + u64::from(milestone.hours.minutes());
        if end.is_none_or(|(_, most)| minutes > most) {
            end = Some((*place, minutes));
        }
        links.insert(*place, Link { minutes, before });
    }
    let mut chain: Vec<Place> = std::iter::successors(end.map(|(place, _)| place), |place| {
        links.get(place).and_then(|link| link.before)
    })
    .collect();
    chain.reverse();
    chain
}

/// The longest chain that ends with a milestone.
struct Link {
    /// What it weighs.
    minutes: u64,
    /// The one before its end.
    before: Option<Place>,
}

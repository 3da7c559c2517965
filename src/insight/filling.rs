//! From a gap to what fills it: the few resources that help with most of what is missing.

use std::collections::BTreeSet;

use super::snapshot::Snapshot;
use crate::curriculum::detail::Resource;
use crate::curriculum::{Appendix, Applies, Place};

/// How many resources fill a gap: more would be one more list to work through.
pub const MOST: usize = 3;

/// The resources that help with these milestones under the choices made, at most [`MOST`]: those first that help with most
/// of what those before them leave; of equal ones in the author's order.
pub fn filling<'a>(
    places: &[Place],
    snapshot: &Snapshot,
    appendix: &'a Appendix,
) -> Vec<&'a Resource> {
    let helps = |resource: &Resource, place: Place| {
        let applies = resource.when.applies(snapshot.chosen_at(place));
        resource.milestones.contains(&place) && applies != Applies::No
    };
    let helped = |resource: &'a Resource| {
        let those = places.iter().copied();
        let those: BTreeSet<Place> = those.filter(|place| helps(resource, *place)).collect();
        (resource, those)
    };
    let helped = appendix.resources.iter().map(helped);
    let mut left: Vec<(&Resource, BTreeSet<Place>)> =
        helped.filter(|(_, those)| !those.is_empty()).collect();
    let mut taken = Vec::new();
    let mut covered = BTreeSet::new();
    while taken.len() < MOST && !left.is_empty() {
        let adds = |(_, those): &(&Resource, BTreeSet<Place>)| {
            (those.difference(&covered).count(), those.len())
        };
        let most = left.iter().map(adds).max().unwrap_or_default();
        let best = left.iter().position(|resource| adds(resource) == most);
        let (resource, those) = left.remove(best.unwrap_or(0));
        covered.extend(those);
        taken.push(resource);
    }
    taken
}

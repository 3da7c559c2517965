//! What a learner can do now.

use super::snapshot::Snapshot;
use super::standing::Status;
use crate::curriculum::Place;

/// What can be done now: what is begun, then what is open, then what is optional; each in the curriculum's order.
pub fn next(snapshot: &Snapshot) -> Vec<Place> {
    let mut places: Vec<Place> = snapshot.standing.available().collect();
    places.sort_by_key(|place| {
        let entry = snapshot.entry(*place);
        let begun = entry.position.status == Status::Started;
        (!begun, entry.milestone.optional)
    });
    places
}

//! What counts already, and is still to be proven.

use std::collections::BTreeMap;

use super::gap::{Gap, Unproven};
use super::snapshot::Snapshot;
use crate::curriculum::{EvidenceKind, Place};

/// What is done without the evidence that it asks for, and what is there without the evidence that the target asks for whose
/// gap this is, once each, by place.
pub fn unproven(snapshot: &Snapshot, gap: Option<&Gap>) -> Vec<Unproven> {
    let wanted = gap.into_iter().flat_map(|gap| &gap.unproven);
    let wanted = wanted.map(|unproven| (unproven.place, unproven.kind));
    let done = 0..snapshot.curriculum.milestones.len();
    let done = done.filter(|place| snapshot.standing.at(*place).unproven);
    let done = done.map(|place| (place, snapshot.curriculum.milestones[place].evidence));
    let all: BTreeMap<Place, EvidenceKind> = wanted.chain(done).collect();
    let all = all.into_iter();
    all.map(|(place, kind)| Unproven { place, kind }).collect()
}

//! What counts already, and is still to be proven.

use std::collections::BTreeSet;

use super::gap::{Gap, Unproven};
use super::snapshot::Snapshot;

/// What is done without the evidence that it asks for, and what is there without the evidence that the target asks for whose
/// gap this is, once each: first what keeps a requirement of the target from being met, then the rest of what it needs, then
/// all other, each by place.
pub fn unproven(snapshot: &Snapshot, gap: Option<&Gap>) -> Vec<Unproven> {
    let done = 0..snapshot.curriculum.milestones.len();
    let done = done.filter(|place| snapshot.standing.at(*place).unproven);
    let done = done.map(|place| Unproven {
        place,
        kind: snapshot.curriculum.milestones[place].evidence,
    });
    let needed = gap.into_iter().flat_map(|gap| &gap.unproven).copied();
    let mut seen = BTreeSet::new();
    let all = needed.chain(done);
    all.filter(|unproven| seen.insert(*unproven)).collect()
}

//! Choices that are open and matter now, by their index in the curriculum.

use super::snapshot::Snapshot;
use super::standing::Status;
use crate::curriculum::{Applies, Place};

/// The open choices on which a required milestone hangs: making them may add to what is left to do.
pub fn deciding(snapshot: &Snapshot) -> Vec<usize> {
    let hanging: Vec<Place> = members(snapshot)
        .filter(|place| {
            let entry = snapshot.entry(*place);
            entry.position.applies == Applies::Open && !entry.milestone.optional
        })
        .collect();
    open(snapshot, |choice| {
        hanging.iter().any(|place| {
            let when = &snapshot.entry(*place).milestone.when;
            let named = when.0.iter().any(|clause| clause.choice == choice);
            named && snapshot.chosen_at(*place).options(choice).is_empty()
        })
    })
}

/// The open choices that can be made now, because nothing locks a milestone in which they are made, or it is settled already.
pub fn due(snapshot: &Snapshot) -> Vec<usize> {
    let now: Vec<Option<usize>> = members(snapshot)
        .map(|place| snapshot.entry(place))
        .filter(|entry| entry.position.status != Status::Locked)
        .map(|entry| entry.milestone.choice)
        .collect();
    open(snapshot, |choice| now.contains(&Some(choice)))
}

fn members(snapshot: &Snapshot) -> impl Iterator<Item = Place> + '_ {
    let stages = 0..snapshot.curriculum.stages.len();
    stages.flat_map(|stage| snapshot.members(stage).map(|entry| entry.place))
}

/// The open choices of which this holds.
fn open(snapshot: &Snapshot, holds: impl Fn(usize) -> bool) -> Vec<usize> {
    let choices = 0..snapshot.curriculum.choices.len();
    choices
        .filter(|choice| snapshot.chosen().options(*choice).is_empty() && holds(*choice))
        .collect()
}

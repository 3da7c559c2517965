//! Undo is one more fact: a retraction acts on earlier events of the same author, and can itself be retracted.

use std::collections::HashSet;

use uuid::Uuid;

use super::deed::{Deed, Retracted};
use super::event::{Event, Reviewer};

/// The events of a log that retractions have undone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Undone(HashSet<Uuid>);

impl Undone {
    /// Finds what is undone in events given oldest first.
    ///
    /// Walking backwards, each retraction is judged before what it acts on: one that is itself undone acts on nothing,
    /// and one that names a later event, or somebody else's, finds nothing.
    pub fn of(events: &[Event]) -> Self {
        let mut named: HashSet<(Option<&Reviewer>, Retracted)> = HashSet::new();
        let mut undone = HashSet::new();
        for event in events.iter().rev() {
            let by = event.by.as_ref();
            let hit = named.contains(&(by, Retracted::Event(event.id)))
                || event
                    .batch
                    .is_some_and(|batch| named.contains(&(by, Retracted::Batch(batch))));
            if hit {
                undone.insert(event.id);
            } else if let Deed::Retracted(target) = event.deed {
                named.insert((by, target));
            }
        }
        Self(undone)
    }

    /// Whether the event of this id is undone.
    pub fn contains(&self, id: Uuid) -> bool {
        self.0.contains(&id)
    }
}

/// What the learner's next undo retracts: the latest action of theirs that still stands.
///
/// Retractions, forgotten deeds and the union of two stores are no actions to undo.
pub fn next_undo(events: &[Event], undone: &Undone) -> Option<Retracted> {
    standing(events, undone)
        .find(|event| is_action(event))
        .map(whole)
}

/// What the learner's next redo retracts: the latest undo that still stands, unless another deed followed it.
pub fn next_redo(events: &[Event], undone: &Undone) -> Option<Retracted> {
    let acts_on_action = |event: &&Event| match event.deed {
        Deed::Retracted(target) => targets(events, target).any(is_action),
        _ => false,
    };
    let last_deed = events
        .iter()
        .rev()
        .filter(|event| event.by.is_none())
        .find(|event| is_action(event));
    standing(events, undone)
        .take_while(|event| last_deed.is_none_or(|deed| event.order() > deed.order()))
        .find(acts_on_action)
        .map(whole)
}

/// The events that a retraction of this target would name.
pub fn targets(events: &[Event], target: Retracted) -> impl Iterator<Item = &Event> {
    events.iter().filter(move |event| is_target(event, target))
}

/// Whether a retraction of this target names the event.
pub fn is_target(event: &Event, target: Retracted) -> bool {
    match target {
        Retracted::Event(id) => event.id == id,
        Retracted::Batch(batch) => event.batch == Some(batch),
    }
}

/// The learner's own events that stand, newest first.
fn standing<'log>(
    events: &'log [Event],
    undone: &'log Undone,
) -> impl Iterator<Item = &'log Event> {
    events
        .iter()
        .rev()
        .filter(|event| event.by.is_none() && !undone.contains(event.id))
}

/// Whether the event is something that a learner did and may want back.
fn is_action(event: &Event) -> bool {
    !matches!(
        event.deed,
        Deed::Retracted(_) | Deed::Forgotten(_) | Deed::SameLearner(_) | Deed::Newer(_)
    )
}

/// The event with all that was done in the same action.
fn whole(event: &Event) -> Retracted {
    event
        .batch
        .map_or(Retracted::Event(event.id), Retracted::Batch)
}

//! Undo is one more fact: a retraction acts on earlier events of the same author, and can itself be retracted.

use std::collections::{HashMap, HashSet};

use super::deed::{Deed, Retracted};
use super::event::{Event, Order, Reviewer};
use super::refusal::Refusal;

/// Which events of a log retractions have undone.
///
/// It knows the retractions alone, however long the log is: of each target, who took it back, and when last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Undone(HashMap<(Option<Reviewer>, Retracted), Order>);

impl Undone {
    /// Finds what is undone by the retractions among these events, given oldest first; other events make no difference.
    ///
    /// Walking backwards, each retraction is judged before what it acts on: one that is itself undone acts on nothing,
    /// and one that names a later event, or somebody else's, finds nothing.
    pub fn of<'log>(
        events: impl IntoIterator<Item = &'log Event, IntoIter: DoubleEndedIterator>,
    ) -> Self {
        let mut undone = Self::default();
        for event in events.into_iter().rev() {
            if let Deed::Retracted(target) = event.deed
                && !undone.contains(event)
            {
                let named = (event.by.clone(), target);
                undone.0.entry(named).or_insert(event.order());
            }
        }
        undone
    }

    /// Whether the event is undone.
    pub fn contains(&self, event: &Event) -> bool {
        let names = |target: Retracted| {
            let last = self.0.get(&(event.by.clone(), target));
            last.is_some_and(|last| *last > event.order())
        };
        !self.0.is_empty()
            && (names(Retracted::Event(event.id))
                || event
                    .batch
                    .is_some_and(|batch| names(Retracted::Batch(batch))))
    }
}

/// The two ways along a learner's own history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Back: the latest action that still stands is taken back. Steps back, forgotten deeds and the union of two stores
    /// are no actions.
    Undo,
    /// Forth: the latest undo that still stands is taken back, unless another deed followed it.
    Redo,
}

impl Next {
    /// What the next step retracts, in events given oldest first; `None` where there is no further step.
    pub fn target(self, events: &[Event], undone: &Undone) -> Option<Retracted> {
        let standing = standing(events, undone);
        match self {
            Self::Undo => standing
                .into_iter()
                .find(|event| is_action(event))
                .map(whole),
            Self::Redo => {
                let actions = Actions::of(events);
                let after =
                    |event: &&Event| actions.latest.is_none_or(|latest| event.order() > latest);
                standing
                    .into_iter()
                    .take_while(after)
                    .find(|event| actions.are_undone_by(event))
                    .map(whole)
            }
        }
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }
}

/// What takes back one event of the learner's own, wherever it stands, with all that was done in the same action.
///
/// # Errors
/// A retraction of it would change nothing, or it is one itself.
pub fn taking_back(event: &Event, undone: &Undone) -> Result<Retracted, Refusal> {
    if event.by.is_some() {
        return Err(Refusal::NoChange("only who did it can undo it"));
    }
    if undone.contains(event) {
        return Err(Refusal::NoChange("it is undone already"));
    }
    if !is_action(event) {
        return Err(Refusal::NoChange("it is no deed that can be undone"));
    }
    Ok(whole(event))
}

/// What a learner did, by every name under which a retraction may mean it.
struct Actions {
    names: HashSet<Retracted>,
    latest: Option<Order>,
}

impl Actions {
    fn of(events: &[Event]) -> Self {
        let own = events
            .iter()
            .filter(|event| event.by.is_none() && is_action(event));
        let names = own.clone().flat_map(|event| {
            [
                Some(Retracted::Event(event.id)),
                event.batch.map(Retracted::Batch),
            ]
            .into_iter()
            .flatten()
        });
        Self {
            names: names.collect(),
            latest: own.map(Event::order).max(),
        }
    }

    fn are_undone_by(&self, event: &Event) -> bool {
        matches!(event.deed, Deed::Retracted(target) if self.names.contains(&target))
    }
}

/// Whether a retraction of this target names the event.
pub fn is_target(event: &Event, target: Retracted) -> bool {
    match target {
        Retracted::Event(id) => event.id == id,
        Retracted::Batch(batch) => event.batch == Some(batch),
    }
}

/// The learner's own events that stand, newest first.
fn standing<'log>(events: &'log [Event], undone: &Undone) -> Vec<&'log Event> {
    let stands = |event: &&Event| event.by.is_none() && !undone.contains(event);
    events.iter().rev().filter(stands).collect()
}

/// Whether the event is something that one does and may want back. A retraction is no action but a step back, unless it
/// is part of one, such as a note that is removed.
pub fn is_action(event: &Event) -> bool {
    match event.deed {
        Deed::Retracted(_) => event.batch.is_some(),
        Deed::Forgotten(_) | Deed::SameLearner(_) | Deed::Newer(_) => false,
        _ => true,
    }
}

/// The event with all that was done in the same action.
pub fn whole(event: &Event) -> Retracted {
    event
        .batch
        .map_or(Retracted::Event(event.id), Retracted::Batch)
}

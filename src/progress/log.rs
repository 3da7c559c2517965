//! All events of one learner, in order. Uniting two logs is a set union: commutative, associative, idempotent.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use uuid::Uuid;

use super::deed::Deed;
use super::event::Event;

/// An ordered set of events: no id twice, ordered by hybrid time and id.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Log(Vec<Event>);

/// Two events of one id say different things: one of the two logs was tampered with.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("event {id} is known with another content")]
pub struct Clash {
    /// The id.
    pub id: Uuid,
}

impl Log {
    /// The log of these events, given in any order and any number of times.
    ///
    /// # Errors
    /// Two events share an id and differ, and neither is the other one [forgotten](Deed::Forgotten) or without its reason.
    pub fn of(events: impl IntoIterator<Item = Event>) -> Result<Self, Clash> {
        let mut known: HashMap<Uuid, Event> = HashMap::new();
        for event in events {
            match known.entry(event.id) {
                Entry::Vacant(free) => drop(free.insert(event)),
                Entry::Occupied(mut taken) => {
                    let reconciled = reconciled(taken.get(), event)?;
                    taken.insert(reconciled);
                }
            }
        }
        let mut events: Vec<Event> = known.into_values().collect();
        events.sort_unstable_by_key(Event::order);
        Ok(Self(events))
    }

    /// Everything that either log knows.
    ///
    /// # Errors
    /// The logs disagree on the content of an event; see [`Log::of`].
    pub fn union(self, other: Self) -> Result<Self, Clash> {
        Self::of(self.0.into_iter().chain(other.0))
    }

    /// Adds an event that is newer than all of the log.
    ///
    /// Returns `false`, and adds nothing, if it is not newer.
    pub fn append(&mut self, event: Event) -> bool {
        let newer = self
            .0
            .last()
            .is_none_or(|last| last.order() < event.order());
        if newer {
            self.0.push(event);
        }
        newer
    }

    /// The events, oldest first.
    pub fn events(&self) -> &[Event] {
        &self.0
    }

    /// The hybrid time of the newest event; 0 where there is none.
    pub fn newest(&self) -> i64 {
        self.0.last().map_or(0, |event| event.at)
    }

    /// The event of that id.
    pub fn get(&self, id: Uuid) -> Option<&Event> {
        self.0.iter().find(|event| event.id == id)
    }

    /// Whether nothing has happened.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl IntoIterator for Log {
    type Item = Event;
    type IntoIter = std::vec::IntoIter<Event>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// Of two events with one id, the one that stands.
fn reconciled(known: &Event, other: Event) -> Result<Event, Clash> {
    if *known == other {
        return Ok(other);
    }
    // A shared file leaves the reasons out; the whole story knows more and contradicts nothing.
    if other == known.clone().without_reason() {
        return Ok(known.clone());
    }
    if *known == other.clone().without_reason() {
        return Ok(other);
    }
    let id = other.id;
    let forgets = |event: &Event| matches!(event.deed, Deed::Forgotten(_));
    if known.clone().forgotten() != other.clone().forgotten() {
        return Err(Clash { id });
    }
    match (forgets(known), forgets(&other)) {
        (true, _) => Ok(known.clone()),
        (_, true) => Ok(other),
        _ => Err(Clash { id }),
    }
}

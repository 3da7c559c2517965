//! All events of one learner, in order. Uniting two logs is a set union: commutative, associative, idempotent.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::deed::Deed;
use super::event::Event;

/// An ordered set of events: no id twice, ordered by hybrid time and id.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Log(Vec<Event>);

/// Logs of one learner that become one, each in as much time as itself is long.
#[derive(Debug, Default)]
pub struct Gathering {
    events: Vec<Event>,
    /// Where the event of each id stands among them.
    places: HashMap<Uuid, usize>,
}

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
        let events: Vec<Event> = events.into_iter().collect();
        // Files and stores have each event once, and in order.
        let mut ids = HashSet::with_capacity(events.len());
        let is_log = events.is_sorted_by(|one, other| one.order() < other.order())
            && events.iter().all(|event| ids.insert(event.id));
        if is_log {
            return Ok(Self(events));
        }
        let mut gathering = Gathering::default();
        for event in events {
            gathering.put(event)?;
        }
        Ok(gathering.log())
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

impl Gathering {
    /// How many events there would be with those of a log.
    pub fn count_with(&self, log: &Log) -> usize {
        let events = log.events().iter();
        let fresh = events.filter(|event| !self.places.contains_key(&event.id));
        self.events.len() + fresh.count()
    }

    /// Adds a log, or nothing of it.
    ///
    /// # Errors
    /// It disagrees on the content of an event; see [`Log::of`].
    pub fn add(&mut self, log: Log) -> Result<(), Clash> {
        for event in log.events() {
            if let Some(place) = self.places.get(&event.id) {
                reconciled(&self.events[*place], event.clone())?;
            }
        }
        log.into_iter().try_for_each(|event| self.put(event))
    }

    fn put(&mut self, event: Event) -> Result<(), Clash> {
        match self.places.entry(event.id) {
            Entry::Vacant(free) => {
                free.insert(self.events.len());
                self.events.push(event);
            }
            Entry::Occupied(taken) => {
                let known = &mut self.events[*taken.get()];
                *known = reconciled(known, event)?;
            }
        }
        Ok(())
    }

    /// All that was added, as one log.
    pub fn log(mut self) -> Log {
        self.events.sort_unstable_by_key(Event::order);
        Log(self.events)
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

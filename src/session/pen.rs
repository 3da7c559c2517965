//! What turns deeds into events: the time, the machine, and an order after all that is known.

use std::collections::VecDeque;

use uuid::Uuid;

use crate::progress::{Deed, Device, Event};
use crate::system::clock::Now;
use crate::system::ids;

/// Writes a learner's events on this machine at one moment, each later than the one before.
#[derive(Debug, Clone)]
pub(super) struct Pen {
    now: Now,
    device: Device,
    newest: i64,
    batch: Option<Uuid>,
    /// The ids of events that may have been written before, for writing them again.
    again: VecDeque<Uuid>,
}

impl Pen {
    /// A pen for events later than `newest`.
    pub(super) fn new(now: Now, device: Device, newest: i64) -> Self {
        Self {
            now,
            device,
            newest,
            batch: None,
            again: VecDeque::new(),
        }
    }

    /// What it writes is one action, undone together.
    pub(super) fn at_once(self) -> Self {
        let batch = self.batch.or_else(|| Some(self.name()));
        Self { batch, ..self }
    }

    /// What it writes is later than this, too.
    pub(super) fn after(self, newest: i64) -> Self {
        Self {
            newest: self.newest.max(newest),
            ..self
        }
    }

    /// What it writes has the ids of these events, one by one.
    pub(super) fn again(self, events: &[Event]) -> Self {
        let again = events.iter().map(|event| event.id).collect();
        Self {
            batch: events[0].batch,
            again,
            ..self
        }
    }

    /// A new id, for something that a deed creates.
    pub(super) fn name(&self) -> Uuid {
        ids::id(self.now.at)
    }

    /// The event in which the learner does this.
    pub(super) fn write(&mut self, deed: Deed) -> Event {
        self.newest = self.now.micros().max(self.newest + 1);
        Event {
            id: self.again.pop_front().unwrap_or_else(|| self.name()),
            batch: self.batch,
            at: self.newest,
            wall: self.now.wall.clone(),
            device: self.device,
            by: None,
            deed,
        }
    }
}

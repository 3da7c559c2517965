//! What turns deeds into events: the time, the machine, and an order after all that is known.

use uuid::Uuid;

use crate::progress::{Deed, Device, Event};
use crate::system::clock::Now;
use crate::system::ids;

/// The latest hybrid time that every program can read: the largest integer that JSON carries without loss. After it,
/// ids order.
const LATEST: i64 = 1 << 53;

/// Writes a learner's events on this machine at one moment, each later than the one before.
#[derive(Debug, Clone)]
pub(super) struct Pen {
    now: Now,
    device: Device,
    newest: i64,
    batch: Option<Uuid>,
}

impl Pen {
    /// A pen for events later than `newest`.
    pub(super) fn new(now: Now, device: Device, newest: i64) -> Self {
        Self {
            now,
            device,
            newest,
            batch: None,
        }
    }

    /// What it writes is one action, undone together.
    pub(super) fn at_once(self) -> Self {
        let batch = Some(self.fresh());
        Self { batch, ..self }
    }

    /// What it writes is later than this, too.
    pub(super) fn after(self, newest: i64) -> Self {
        Self {
            newest: self.newest.max(newest),
            ..self
        }
    }

    /// A new id.
    pub(super) fn fresh(&self) -> Uuid {
        ids::id(self.now.at)
    }

    /// The event in which the learner does this.
    pub(super) fn write(&mut self, deed: Deed) -> Event {
        self.newest = self.now.micros().max(self.newest + 1).min(LATEST);
        Event {
            id: self.fresh(),
            batch: self.batch,
            at: self.newest,
            wall: self.now.wall.clone(),
            device: self.device,
            by: None,
            deed,
        }
    }
}

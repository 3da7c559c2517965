//! What happened, as a list that people read: all of it, or page by page.

use uuid::Uuid;

use super::Session;
use super::error::Error;
use crate::curriculum::Place;
use crate::insight::Around;
use crate::progress::deed::Retracted;
use crate::progress::undo::Undone;
use crate::progress::{Deed, Event, Order};

/// How many events are read at once while some are looked for.
const AT_ONCE: usize = 64;

/// One event of the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What happened.
    pub event: Event,
    /// Whether it was taken back.
    pub undone: bool,
}

impl Session {
    /// All events of the learner, newest first.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn journal(&self) -> Result<Vec<Entry>, Error> {
        let mut entries = Vec::new();
        if let Some(learner) = self.learner {
            self.store.walk(learner, |event, undone| {
                entries.push(Entry::of(event, undone));
            })?;
        }
        entries.reverse();
        Ok(entries)
    }

    /// So many of the entries that are wanted, from the newest on, or from before a place in the log; newest first. Fewer
    /// mean that there are no more.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn journal_page(
        &self,
        before: Option<Order>,
        count: usize,
        wanted: impl Fn(&Entry) -> Result<bool, Error>,
    ) -> Result<Vec<Entry>, Error> {
        let mut entries = Vec::new();
        let Some(learner) = self.learner else {
            return Ok(entries);
        };
        let undone = self.store.undone(learner)?;
        let mut before = before;
        while entries.len() < count {
            let page = self.store.page(learner, before, AT_ONCE)?;
            let Some(last) = page.last() else { break };
            before = Some(last.order());
            for event in page {
                let entry = Entry::of(event, &undone);
                if wanted(&entry)? {
                    entries.push(entry);
                }
            }
        }
        entries.truncate(count);
        Ok(entries)
    }

    /// The events around one of the learner's, for telling what it ended.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn around(&self, event: &Event) -> Result<Around, Error> {
        let named = self.named_by(event)?;
        let further = match named.as_slice() {
            [only] => self.named_by(only)?,
            _ => Vec::new(),
        };
        let mut beside = match (&event.deed, event.batch) {
            (Deed::Retracted(_) | Deed::EvidenceRemoved(_), Some(batch)) => self.action(batch)?,
            _ => Vec::new(),
        };
        beside.retain(|other| other.id != event.id);
        Ok(Around {
            named,
            further,
            beside,
        })
    }

    /// Whether one of the learner's events is about the milestone at this place, by way of what it ended if need be.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn is_about(&self, event: &Event, place: Place) -> Result<bool, Error> {
        let around = self.around(event)?;
        Ok(around.concerns(&event.deed, place, &self.snapshot))
    }

    /// What an event takes back or removes: one event, or all of an action; the oldest first.
    pub(super) fn named_by(&self, event: &Event) -> Result<Vec<Event>, Error> {
        let Some(learner) = self.learner else {
            return Ok(Vec::new());
        };
        Ok(match &event.deed {
            Deed::Retracted(Retracted::Event(id)) => {
                self.store.event(learner, *id)?.into_iter().collect()
            }
            Deed::Retracted(Retracted::Batch(batch)) => self.action(*batch)?,
            Deed::EvidenceRemoved(removed) => self.store.proof(learner, removed.evidence)?,
            _ => Vec::new(),
        })
    }

    fn action(&self, batch: Uuid) -> Result<Vec<Event>, Error> {
        let events = self
            .learner
            .map(|learner| self.store.action(learner, batch));
        Ok(events.transpose()?.unwrap_or_default())
    }
}

impl Entry {
    fn of(event: Event, undone: &Undone) -> Self {
        Self {
            undone: undone.contains(&event),
            event,
        }
    }
}

//! What happened, as a list that people read: all of it, or page by page.

use super::Session;
use super::error::Error;
use crate::progress::undo::Undone;
use crate::progress::{Event, Order};

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
        mut wanted: impl FnMut(&Entry) -> Result<bool, Error>,
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
}

impl Entry {
    fn of(event: Event, undone: &Undone) -> Self {
        Self {
            undone: undone.contains(&event),
            event,
        }
    }
}

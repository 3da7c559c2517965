//! What happened, as a list that people read.

use super::Session;
use super::error::Error;
use crate::progress::Event;
use crate::progress::undo::Undone;

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
        let log = self.log()?;
        let undone = Undone::of(log.events());
        let entry = |event: Event| Entry {
            undone: undone.contains(&event),
            event,
        };
        let mut entries: Vec<Entry> = log.into_iter().map(entry).collect();
        entries.reverse();
        Ok(entries)
    }
}

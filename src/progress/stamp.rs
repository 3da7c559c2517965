//! When something happened to a milestone.

use serde::{Deserialize, Serialize};

use super::event::{Event, Order};
use super::mark::Mark;
use super::time::Wall;

/// When something happened, for people and for ordering.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stamp {
    /// What the clock said.
    pub wall: Wall,
    /// Where it stands in the log.
    pub order: Order,
}

impl Mark {
    /// When the learner did something to it that still stands: began it, ticked it, proved it, answered a question of it,
    /// wrote a note on it or replied to a verdict.
    pub fn stamps(&self) -> impl Iterator<Item = &Stamp> {
        let begun = self.started.iter();
        let done = self.done.iter().map(|tick| &tick.stamp);
        let proven = self.evidence.iter().map(|evidence| &evidence.stamp);
        let answered = self.answers.iter().map(|(_, answered)| &answered.stamp);
        let noted = self.notes.iter().map(|note| &note.stamp);
        let replied = self.replies.iter().map(|reply| &reply.stamp);
        let written = noted.chain(replied);
        begun
            .chain(done)
            .chain(proven)
            .chain(answered)
            .chain(written)
    }
}

impl From<&Event> for Stamp {
    fn from(event: &Event) -> Self {
        Self {
            wall: event.wall.clone(),
            order: event.order(),
        }
    }
}

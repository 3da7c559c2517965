//! Which of the mentors' verdicts the learner has read.

use std::collections::HashSet;

use uuid::Uuid;

/// The verdicts that were read, by the ids of their events.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadMarks(HashSet<Uuid>);

impl ReadMarks {
    /// Whether the verdict in the event of this id was read.
    pub fn has(&self, event: Uuid) -> bool {
        self.0.contains(&event)
    }

    /// The same, and these were read, too.
    #[must_use]
    pub fn and(&self, events: &[Uuid]) -> Self {
        self.0.iter().chain(events).copied().collect()
    }
}

impl FromIterator<Uuid> for ReadMarks {
    fn from_iter<I: IntoIterator<Item = Uuid>>(events: I) -> Self {
        Self(events.into_iter().collect())
    }
}

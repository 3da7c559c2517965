//! The verdict that carries a statement, and whether the two say the same.

use uuid::Uuid;

use super::Statement;
use crate::progress::mark::Given;
use crate::progress::verdict::Verdict;
use crate::progress::{Deed, Event, Reviewer, Wall};

/// A verdict, and what is known of the event that it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Carrier<'a> {
    /// The event's id.
    pub event: Uuid,
    /// The mentor.
    pub by: &'a Reviewer,
    /// When, as their clock said.
    pub wall: &'a Wall,
    /// What they say.
    pub verdict: &'a Verdict,
}

/// In what a statement differs from the verdict that carries it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Difference {
    /// It is about somebody else's work.
    #[error("it is about another learner")]
    Learner,
    /// Somebody else says it.
    #[error("it is by another reviewer")]
    Reviewer,
    /// It was signed for another event.
    #[error("it belongs to another verdict")]
    Event,
    /// This field says something else.
    #[error("its {0} is another one")]
    Field(&'static str),
}

impl<'a> Carrier<'a> {
    /// The verdict in an event, if it is a mentor's.
    pub fn of(event: &'a Event) -> Option<Self> {
        match (&event.deed, &event.by) {
            (Deed::Verdict(verdict), Some(by)) => Some(Self {
                event: event.id,
                by,
                wall: &event.wall,
                verdict,
            }),
            _ => None,
        }
    }
}

impl<'a> From<&'a Given> for Carrier<'a> {
    fn from(given: &'a Given) -> Self {
        Self {
            event: given.event,
            by: &given.by,
            wall: &given.stamp.wall,
            verdict: &given.verdict,
        }
    }
}

impl Statement {
    /// Whether this says the same as the verdict that carries it, on work of the learner whom these ids name.
    ///
    /// # Errors
    /// The first difference.
    pub fn agrees(&self, carrier: &Carrier<'_>, learner: &[Uuid]) -> Result<(), Difference> {
        let verdict = carrier.verdict;
        let same = [
            (learner.contains(&self.learner.id), Difference::Learner),
            (self.reviewer.id == *carrier.by, Difference::Reviewer),
            (self.event == carrier.event, Difference::Event),
            (
                self.milestone.id == verdict.milestone,
                Difference::Field("milestone"),
            ),
            (
                self.verdict == verdict.verdict,
                Difference::Field("verdict"),
            ),
            (self.level == verdict.level, Difference::Field("level")),
            (
                self.milestone.digest == verdict.milestone_digest,
                Difference::Field("text of the milestone"),
            ),
            (
                self.evidence_digest == verdict.evidence_digest,
                Difference::Field("evidence"),
            ),
            (self.reviewed_at == *carrier.wall, Difference::Field("time")),
            (
                self.supersedes == verdict.supersedes,
                Difference::Field("earlier verdict"),
            ),
        ];
        match same.iter().find(|(is_same, _)| !is_same) {
            Some((_, difference)) => Err(*difference),
            None => Ok(()),
        }
    }
}

//! How far a target is, in a word or two.

use std::fmt;

use super::Reckoning;
use crate::insight::snapshot::Snapshot;

/// What is to be done first, of all that lies between a learner and a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Distance {
    /// Nothing lies between.
    Reached,
    /// So many milestones, prerequisites included.
    Milestones(usize),
    /// No milestone that is known yet: a choice decides.
    Choice,
    /// No milestone and no choice: evidence, or records of the job search.
    Proof,
}

impl Distance {
    /// How far the target of this index is: what [`super::Nearness`] says, with less work.
    pub fn of(target: usize, snapshot: &Snapshot) -> Self {
        Reckoning::of(target, snapshot).distance()
    }

    /// How many milestones are to be done that are known yet.
    pub fn milestones(self) -> usize {
        match self {
            Self::Milestones(missing) => missing,
            Self::Reached | Self::Choice | Self::Proof => 0,
        }
    }
}

impl fmt::Display for Distance {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reached => formatter.write_str("reached"),
            Self::Milestones(missing) => write!(formatter, "{missing} to go"),
            Self::Choice => formatter.write_str("a choice to make"),
            Self::Proof => formatter.write_str("proof to add"),
        }
    }
}

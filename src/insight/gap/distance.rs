//! How far a target is, in a word or two.

use std::fmt;

use super::{Gap, Reckoning};
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
    /// How far the target of this index is: what [`Gap::distance`] says, mostly with less work.
    pub fn of(target: usize, snapshot: &Snapshot) -> Self {
        let mut reckoning = Reckoning::of(target, snapshot);
        match reckoning.walk.count() {
            0 => reckoning.gap().distance(),
            missing => Self::Milestones(missing),
        }
    }
}

impl Gap {
    /// How far its target is.
    pub fn distance(&self) -> Distance {
        match self.missing.len() {
            0 if self.is_closed() => Distance::Reached,
            0 if self.open_choices.is_empty() => Distance::Proof,
            0 => Distance::Choice,
            missing => Distance::Milestones(missing),
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

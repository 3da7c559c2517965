//! How far a target is, in a word or two.

use std::fmt;

use super::Gap;

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

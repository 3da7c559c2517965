//! The latest answer to each check of a milestone.

use serde::{Deserialize, Serialize};

use super::deed::Answer;
use super::mark::{Answered, Stamp};
use super::recurrence::Recurrence;
use crate::curriculum::Id;

/// The latest answer to each check of a milestone. There are few of them and many milestones, so they lie close together.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Answers(Vec<(Id, Answered)>);

impl Answers {
    /// None was given.
    pub(super) const NONE: Self = Self(Vec::new());

    /// The answer to the check of this id.
    pub fn get(&self, check: &Id) -> Option<&Answered> {
        let at = self.place_of(check).ok()?;
        Some(&self.0[at].1)
    }

    /// All of them, by the ids of their checks.
    pub fn iter(&self) -> impl Iterator<Item = &(Id, Answered)> {
        self.0.iter()
    }

    /// Replaces the answer to a check. What was answered before decides when the question comes back.
    pub(super) fn replace(&mut self, check: Id, answer: Answer, stamp: Stamp) {
        let at = self.place_of(&check);
        let before = at.ok().and_then(|at| self.0[at].1.again);
        let answered = Answered {
            answer,
            again: Recurrence::after(answer, stamp.wall.date(), before),
            stamp,
        };
        match at {
            Ok(at) => self.0[at].1 = answered,
            Err(at) => {
                self.0.reserve_exact(1);
                self.0.insert(at, (check, answered));
            }
        }
    }

    fn place_of(&self, check: &Id) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.cmp(check))
    }
}

#[cfg(test)]
mod tests {
    use super::Answered;

    #[test]
    fn an_answer_takes_no_more_room_for_coming_back() {
        assert_eq!(size_of::<Answered>(), 48);
    }
}

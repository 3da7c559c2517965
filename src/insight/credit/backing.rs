//! What of that which a learner brought along is still to be answered for.

use crate::curriculum::Applies;
use crate::insight::snapshot::{Entry, Snapshot};
use crate::progress::Answer;

/// How far a credited milestone is answered for.
///
/// A credit counts and unlocks, and shows apart from what is done. It never becomes a tick by itself: the learner answers
/// the milestone's questions, and once all of them are answered with "sure", ticks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backing {
    /// So many of so many questions are not answered with "sure".
    Open(usize, usize),
    /// Nothing is open: it can be ticked.
    Answered,
}

impl Backing {
    /// How far the milestone is answered for; `None` where it is not credited, or done as well.
    pub fn of(entry: &Entry<'_>, snapshot: &Snapshot) -> Option<Self> {
        let mark = entry.mark;
        if mark.credited.is_none() || mark.done.is_some() {
            return None;
        }
        let chosen = snapshot.chosen_at(entry.place);
        let checks = entry.milestone.checks.iter();
        let asked = checks.filter(|check| check.when.applies(chosen) != Applies::No);
        let sure = |answer: Option<Answer>| answer == Some(Answer::Sure);
        let answers: Vec<bool> = asked
            .map(|check| sure(mark.answers.get(&check.id).map(|given| given.answer)))
            .collect();
        let open = answers.iter().filter(|is_sure| !**is_sure).count();
        Some(match open {
            0 => Self::Answered,
            open => Self::Open(open, answers.len()),
        })
    }

    /// It in words, as they follow "credited".
    pub fn words(self) -> String {
        match self {
            Self::Open(1, 1) => "its question is still to be answered".to_owned(),
            Self::Open(open, all) => format!("{open} of {all} questions are still to be answered"),
            Self::Answered => "nothing is open, so it can be ticked".to_owned(),
        }
    }
}

//! One round of questions: which it has, which is asked now, and what was answered so far.

use super::today;
use crate::curriculum::{Id, Key, Place};
use crate::insight::{Question, Readiness};
use crate::progress::mark::Answered;
use crate::progress::{Answer, Day, Order};
use crate::tui::command::Motion;
use crate::tui::known::Known;

/// The questions of a round, and the one that is asked now.
#[derive(Debug, Default)]
pub(super) struct Round {
    questions: Vec<Asked>,
    /// The index of the one that is asked; behind the last, the round is over.
    at: usize,
}

/// A question of the round.
#[derive(Debug)]
pub(super) struct Asked {
    milestone: Key,
    check: Id,
    /// Why it was asked, when the round began.
    why: Why,
    /// Where its latest answer stood in the log when the round began, and where it stands now.
    before: Option<Order>,
    now: Option<Order>,
}

/// Why a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    /// It is due.
    Due,
    /// It was last answered unsure or no, and comes back later.
    Weak,
    /// It was never answered.
    Unasked,
}

impl Round {
    /// A round of these questions.
    pub(super) fn of(questions: &[Question], known: &Known) -> Self {
        let asked = questions.iter().map(|question| {
            let mark = known.snapshot.progress.mark(question.place);
            let check = question.check(&known.snapshot);
            let answered = mark.answers.get(check);
            let order = answered.map(|answered| answered.stamp.order);
            Asked {
                milestone: known.milestone(question.place).key.clone(),
                check: check.clone(),
                why: Why::of(question.readiness, today(known)),
                before: order,
                now: order,
            }
        });
        Self {
            questions: asked.collect(),
            at: 0,
        }
    }

    /// The questions.
    pub(super) fn questions(&self) -> &[Asked] {
        &self.questions
    }

    /// The one that is asked now; `None` once the round is over.
    pub(super) fn here(&self) -> Option<&Asked> {
        self.questions.get(self.at)
    }

    /// Which one of how many is asked now: those that are due are counted apart from what is weak.
    pub(super) fn place(&self) -> String {
        let due = self.count(Why::Due);
        match (self.count(Why::Weak), self.at.checked_sub(due)) {
            (0, _) => format!("{} of {}", self.at + 1, self.questions.len()),
            (weak, Some(at)) => format!("{} of {weak} not sure lately", at + 1),
            (weak, None) => format!("{} of {due} due, then {weak} not sure lately", self.at + 1),
        }
    }

    /// That what is due is through, where a question that is only weak is asked first.
    pub(super) fn divider(&self) -> Option<String> {
        let (due, weak) = (self.count(Why::Due), self.count(Why::Weak));
        if due == 0 || weak == 0 || self.at != due {
            return None;
        }
        let due = match due {
            1 => "The one that is due is through".to_owned(),
            due => format!("The {due} that are due are through"),
        };
        Some(format!("{due}; {weak} more you were not sure of lately."))
    }

    fn count(&self, why: Why) -> usize {
        let questions = self.questions.iter();
        questions.filter(|asked| asked.why == why).count()
    }

    /// How many were answered in this round.
    pub(super) fn answered(&self) -> usize {
        let questions = self.questions.iter();
        questions.filter(|asked| asked.is_answered()).count()
    }

    /// Goes to another question, or behind the last.
    pub(super) fn go(&mut self, motion: Motion) {
        let count = self.questions.len();
        self.at = motion.from(self.at, count + 1, count);
    }

    /// Ends it where it is.
    pub(super) fn end(&mut self) {
        self.at = self.questions.len();
    }

    /// Takes up what was answered and taken back since: an answer leads on to the next question, and one that was taken
    /// back is asked again. What is asked no more, since a choice was made, is left out. `true` if another one is asked now.
    pub(super) fn settle(&mut self, known: &Known) -> bool {
        let gone = |asked: &Asked| asked.place(known).is_none();
        let before = &self.questions[..self.at.min(self.questions.len())];
        let earlier = before.iter().filter(|asked| gone(asked)).count();
        self.questions.retain(|asked| !gone(asked));
        let mut at = self.at - earlier;
        for (index, asked) in self.questions.iter_mut().enumerate() {
            let now = asked.given(known).map(|answered| answered.stamp.order);
            if std::mem::replace(&mut asked.now, now) == now {
                continue;
            }
            if !asked.is_answered() {
                at = index;
            } else if index == self.at - earlier {
                at = index + 1;
            }
        }
        let moved = earlier > 0 || at != self.at;
        self.at = at;
        moved
    }
}

impl Why {
    fn of(readiness: Readiness, today: Day) -> Self {
        if readiness.is_due(today) {
            Self::Due
        } else if readiness.is_weak() {
            Self::Weak
        } else {
            Self::Unasked
        }
    }
}

impl Asked {
    /// The place of its milestone, as long as it is asked there.
    pub(super) fn place(&self, known: &Known) -> Option<Place> {
        let place = known.place(&self.milestone)?;
        self.index(place, known).map(|_| place)
    }

    /// The key of its milestone.
    pub(super) fn milestone(&self) -> &Key {
        &self.milestone
    }

    /// The id of the check.
    pub(super) fn check(&self) -> &Id {
        &self.check
    }

    /// The question; empty until its text is read.
    pub(super) fn ask(&self, known: &Known) -> String {
        let ask = || {
            let place = self.place(known)?;
            let ask = known
                .detail_of(place)?
                .asks
                .get(self.index(place, known)?)?;
            Some(known.snapshot.fill(place, ask))
        };
        ask().unwrap_or_default()
    }

    /// Its latest answer, of this round or before.
    pub(super) fn given<'a>(&self, known: &'a Known) -> Option<&'a Answered> {
        let place = known.place(&self.milestone)?;
        let mark = known.snapshot.progress.mark(place);
        mark.answers.get(&self.check)
    }

    /// The answer that was given in this round.
    pub(super) fn answer(&self, known: &Known) -> Option<Answer> {
        let given = self.given(known).filter(|_| self.is_answered());
        given.map(|answered| answered.answer)
    }

    fn is_answered(&self) -> bool {
        self.now.is_some() && self.now != self.before
    }

    fn index(&self, place: Place, known: &Known) -> Option<usize> {
        let mut checks = known.checks(place);
        let found = checks.find(|(_, check)| check.id == self.check);
        found.map(|(index, _)| index)
    }
}

//! How ready a learner is to be asked: which questions they could answer, and which come back.

use super::snapshot::{Entry, Snapshot};
use crate::curriculum::{Applies, Check, Id, Place};
use crate::progress::mark::Answered;
use crate::progress::span::Away;
use crate::progress::{Answer, Day, Recurrence};

/// A self-check question of a milestone, and how it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The milestone.
    pub place: Place,
    /// Its index among the milestone's checks, and so among [`crate::curriculum::Detail::asks`].
    pub index: usize,
    /// How it stands.
    pub readiness: Readiness,
}

/// How a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Readiness {
    /// The latest answer, if one was ever given.
    pub answer: Option<Answer>,
    /// Whether it comes back, and when.
    pub again: Option<Recurrence>,
}

/// How many questions stand how, of a milestone, of a topic or of all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Questions {
    /// All that are asked under the choices made.
    pub all: usize,
    /// Those that are due.
    pub due: usize,
    /// Those last answered unsure or no, due or not.
    pub weak: usize,
    /// Those that were never answered.
    pub unasked: usize,
}

impl Question {
    /// Its id within the milestone.
    pub fn check(self, snapshot: &Snapshot) -> &Id {
        &snapshot.curriculum.milestones[self.place].checks[self.index].id
    }
}

impl Readiness {
    fn of(answered: Option<&Answered>) -> Self {
        Self {
            answer: answered.map(|answered| answered.answer),
            again: answered.and_then(|answered| answered.again),
        }
    }

    /// Whether it comes back by this day.
    pub fn is_due(self, today: Day) -> bool {
        self.again.is_some_and(|again| again.is_due(today))
    }

    /// Whether it was last answered unsure or no.
    pub fn is_weak(self) -> bool {
        matches!(self.answer, Some(Answer::Unsure | Answer::No))
    }

    /// For how many days it has been due; less than nothing if it is still to come, and nothing if it does not come back.
    pub fn overdue(self, today: Day) -> Option<i32> {
        let again = self.again?;
        let days = today.since(again.due());
        // What was answered while the clock was ahead is due now.
        Some(if again.is_due(today) {
            days.max(0)
        } else {
            days
        })
    }

    /// When it comes back, in words; empty of one that was never answered, or that rests.
    pub fn told(self, today: Day) -> String {
        match (self.again, self.overdue(today)) {
            (Some(again), Some(..0)) => {
                let day = again.due();
                format!("comes back {}", Away { day, today })
            }
            (_, Some(0)) => "due today".to_owned(),
            (_, Some(1)) => "due since yesterday".to_owned(),
            (_, Some(days)) => format!("due for {days} days"),
            (_, None) => String::new(),
        }
    }
}

impl Questions {
    /// How those of the milestone at this place stand on a day.
    pub fn of(place: Place, snapshot: &Snapshot, today: Day) -> Self {
        tally(questions_of(place, snapshot), today)
    }

    /// How those of the stage of this index stand on a day.
    pub fn of_topic(stage: usize, snapshot: &Snapshot, today: Day) -> Self {
        tally(questions_in(stage, snapshot), today)
    }

    /// How those of the whole path stand on a day.
    pub fn of_all(snapshot: &Snapshot, today: Day) -> Self {
        tally(questions(snapshot), today)
    }
}

/// All questions that are asked under the choices made, in the curriculum's order.
pub fn questions(snapshot: &Snapshot) -> impl Iterator<Item = Question> + '_ {
    let stages = 0..snapshot.curriculum.stages.len();
    stages.flat_map(|stage| questions_in(stage, snapshot))
}

/// Those of the stage of this index.
pub fn questions_in(stage: usize, snapshot: &Snapshot) -> impl Iterator<Item = Question> + '_ {
    let members = snapshot.members(stage);
    members.flat_map(|entry| questions_of(entry.place, snapshot))
}

/// Those of the milestone at this place.
pub fn questions_of(place: Place, snapshot: &Snapshot) -> impl Iterator<Item = Question> + '_ {
    let Entry { mark, .. } = snapshot.entry(place);
    asked(place, snapshot).map(move |(index, check)| Question {
        place,
        index,
        readiness: Readiness::of(mark.answers.get(&check.id)),
    })
}

/// The checks of the milestone at this place that are asked under the choices made, each with its index among all.
pub fn asked(place: Place, snapshot: &Snapshot) -> impl Iterator<Item = (usize, &Check)> {
    let chosen = snapshot.chosen_at(place);
    let checks = snapshot.curriculum.milestones[place].checks.iter();
    let checks = checks.enumerate();
    checks.filter(|(_, check)| check.when.applies(chosen) != Applies::No)
}

fn tally(questions: impl Iterator<Item = Question>, today: Day) -> Questions {
    questions.fold(Questions::default(), |sum, question| {
        let readiness = question.readiness;
        Questions {
            all: sum.all + 1,
            due: sum.due + usize::from(readiness.is_due(today)),
            weak: sum.weak + usize::from(readiness.is_weak()),
            unasked: sum.unasked + usize::from(readiness.answer.is_none()),
        }
    })
}

//! Which questions a drill asks, and in which order: what interviews ask for first, then what has been due for longest.

use std::cmp::Reverse;

use super::readiness::{Question, questions, questions_in};
use super::snapshot::Snapshot;
use crate::curriculum::{Curriculum, Place, Target};
use crate::progress::{Answer, Day};

/// The target by whose requirements a curriculum says what interviews ask for, the most wanted first.
const INTERVIEW: &str = "interview-ready";

/// The questions of a drill on a day: all that are due, and then all that are weak though their day is still to come,
/// but for what was answered on that day. With a topic, only those of the stage of that index.
///
/// Of either, what the requirements of the target `interview-ready` name comes first, in their order; with it, behind it, what comes
/// before that in the same stage. Among those, what has been due for longest; and on the same day what was last answered
/// unsure or no before what was sure since, a no before an unsure.
pub fn drill(snapshot: &Snapshot, topic: Option<usize>, today: Day) -> Vec<Question> {
    let is_wanted = |question: &Question| {
        let readiness = question.readiness;
        readiness.is_due(today) || (readiness.is_weak() && !is_fresh(*question, snapshot, today))
    };
    let wanted = of_topic(snapshot, topic).filter(is_wanted);
    in_order(wanted.collect(), snapshot, today)
}

/// The questions of what is done, credited or begun that were never answered, in the order of a drill.
pub fn unasked(snapshot: &Snapshot, topic: Option<usize>, today: Day) -> Vec<Question> {
    let is_wanted = |question: &Question| {
        let mark = snapshot.progress.mark(question.place);
        let is_begun = mark.counts() || mark.started.is_some();
        is_begun && question.readiness.answer.is_none()
    };
    let wanted = of_topic(snapshot, topic).filter(is_wanted);
    in_order(wanted.collect(), snapshot, today)
}

/// Whether it was answered on this day.
fn is_fresh(question: Question, snapshot: &Snapshot, today: Day) -> bool {
    let answers = &snapshot.progress.mark(question.place).answers;
    let answered = answers.get(question.check(snapshot));
    answered.is_some_and(|answered| answered.stamp.wall.date() == today)
}

/// The next day on which questions come back that a drill on this day would not ask, and how many do then.
pub fn next_due(snapshot: &Snapshot, topic: Option<usize>, today: Day) -> Option<(Day, usize)> {
    let later = of_topic(snapshot, topic).filter_map(|question| {
        let again = question.readiness.again?;
        (!again.is_due(today)).then(|| again.due())
    });
    let days: Vec<Day> = later.collect();
    let first = *days.iter().min()?;
    Some((first, days.iter().filter(|day| **day == first).count()))
}

fn of_topic(snapshot: &Snapshot, topic: Option<usize>) -> Box<dyn Iterator<Item = Question> + '_> {
    match topic {
        Some(stage) => Box::new(questions_in(stage, snapshot)),
        None => Box::new(questions(snapshot)),
    }
}

fn in_order(mut questions: Vec<Question>, snapshot: &Snapshot, today: Day) -> Vec<Question> {
    if questions.is_empty() {
        return questions;
    }
    let ranks = Ranks::of(&snapshot.curriculum);
    questions.sort_by_cached_key(|question| {
        let readiness = question.readiness;
        (
            !readiness.is_due(today),
            ranks.of_place(question.place),
            Reverse(readiness.overdue(today)),
            !readiness.is_weak(),
            readiness.answer == Some(Answer::Unsure),
        )
    });
    questions
}

/// How early a drill asks about each milestone; less is earlier.
struct Ranks(Vec<usize>);

impl Ranks {
    fn of(curriculum: &Curriculum) -> Self {
        let mut ranks = Self(vec![usize::MAX; curriculum.milestones.len()]);
        let mut targets = curriculum.targets.iter();
        if let Some(target) = targets.find(|target| target.key.id() == INTERVIEW) {
            ranks.take_up(target, curriculum);
        }
        ranks
    }

    fn of_place(&self, place: Place) -> usize {
        self.0[place]
    }

    fn take_up(&mut self, target: &Target, curriculum: &Curriculum) {
        for (index, requirement) in target.requirements.iter().enumerate() {
            let of_stage = requirement.stage.into_iter();
            let of_stage = of_stage.flat_map(|stage| curriculum.stages[stage].members.clone());
            let counted = requirement.count.iter().flat_map(|count| &count.of);
            let named = requirement.all.iter().chain(&requirement.any);
            let named: Vec<Place> = named.chain(counted).copied().chain(of_stage).collect();
            for place in &named {
                self.lower(*place, index * 2);
            }
            self.lead(named, index * 2 + 1, curriculum);
        }
    }

    /// Lets what comes before these milestones in their stages come this early.
    fn lead(&mut self, mut ahead: Vec<Place>, rank: usize, curriculum: &Curriculum) {
        while let Some(place) = ahead.pop() {
            let stage = curriculum.stage_of(place);
            for before in &curriculum.milestones[place].requires {
                if curriculum.stage_of(*before) == stage && self.0[*before] > rank {
                    self.lower(*before, rank);
                    ahead.push(*before);
                }
            }
        }
    }

    fn lower(&mut self, place: Place, rank: usize) {
        self.0[place] = self.0[place].min(rank);
    }
}

//! Several diaries side by side, as a mentor reads them.

use std::rc::Rc;

use milepost::curriculum::Curriculum;
use milepost::insight::cohort::{Card, Cohort, Course, Drafts, Grid, Header, Look, Order, Queue};
use milepost::insight::{Trust, Vouched};
use milepost::progress::{Day, Deed, Log, Reviewer};
use uuid::Uuid;

use super::diary::Diary;

/// The mentor who looks. What they answered is trusted, and what others did is claimed.
pub(crate) const MENTOR: &str = "mentor@school.example";

/// The hours a week with which the curricula of tests reckon.
const HOURS_PER_WEEK: u16 = 10;

/// A group of learners of one curriculum.
pub(crate) struct Class {
    look: Look,
    pub(crate) cohort: Cohort,
}

impl Class {
    /// A group without learners.
    pub(crate) fn of(curriculum: Curriculum) -> Self {
        let curriculum = Rc::new(curriculum);
        Self {
            look: Look::at(Rc::clone(&curriculum), HOURS_PER_WEEK),
            cohort: Cohort {
                courses: vec![Course::of(curriculum, HOURS_PER_WEEK)],
                ..Cohort::default()
            },
        }
    }

    /// One more learner, whose file was written on this day.
    pub(crate) fn learner(mut self, name: &str, written: &str, diary: &Diary) -> Self {
        let number = self.cohort.cards.len() as u128 + 1;
        let card = self.card(number, name, written, diary);
        self.cohort.cards.push(card);
        self
    }

    /// What is kept of the learner of a diary.
    pub(crate) fn card(&self, number: u128, name: &str, written: &str, diary: &Diary) -> Card {
        let log = diary.log();
        let header = Header {
            learner: Uuid::from_u128(number),
            name: Some(name.into()),
            other_version: None,
            other_curriculum: None,
            exported_at: format!("{written}T21:00:00+01:00").parse().unwrap(),
        };
        let trust = Rc::new(trust(&log));
        self.look.card(header, &log, trust)
    }

    /// What waits, as the queue lists it: whose, what, since how many days, which round, what changed.
    pub(crate) fn queue(&self, today: &str) -> Vec<String> {
        let drafts = Drafts::default();
        let queue = Queue::of(&self.cohort, &drafts, |_| true);
        let items = queue.open.iter().map(|item| {
            let days = item.waiting.days(day(today));
            let changed = item.waiting.changed();
            let round = item.waiting.round;
            let line = format!(
                "{} {} {days} d, round {round}, {}",
                item.card.name(),
                item.milestone.id(),
                item.waiting.evidence()
            );
            match changed.as_str() {
                "" => line,
                changed => format!("{line}: {changed}"),
            }
        });
        items.collect()
    }

    /// The names of its learners in an order.
    pub(crate) fn in_order(&self, order: Order) -> Vec<String> {
        let grid = Grid::of(&self.cohort, 0, order, |_| true);
        grid.rows.iter().map(|card| card.name()).collect()
    }

    /// Why the learner of that name is stuck; empty where they are not.
    pub(crate) fn stuck(&self, name: &str) -> String {
        let mut cards = self.cohort.cards.iter();
        let card = cards.find(|card| card.name() == name).unwrap();
        let stuck = card.stuck.as_ref();
        let sentence = stuck.map(|stuck| stuck.sentence(card, self.cohort.course(card)));
        sentence.unwrap_or_default()
    }
}

/// That what the mentor answered is trusted.
fn trust(log: &Log) -> Trust {
    let own = log.events().iter().filter(|event| {
        let by = event.by.as_ref().map(Reviewer::as_str);
        matches!(event.deed, Deed::Verdict(_)) && by == Some(MENTOR)
    });
    own.map(|event| (event.id, Vouched::Trusted)).collect()
}

/// The day that is written so.
pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

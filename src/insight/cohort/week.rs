//! What happened in a cohort within the last week.

use super::card::Card;
use super::weak::WEEK;
use crate::progress::Day;

/// What happened in a cohort within the last week, as far as the files tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    /// The day after which it happened.
    pub since: Day,
    /// How many milestones were done that still are.
    pub done: usize,
    /// By how many learners.
    pub done_by: usize,
    /// How many milestones were verified that still are.
    pub verified: usize,
    /// How many came to wait for the mentor, and still do.
    pub submitted: usize,
    /// How many learners did something.
    pub active: usize,
    /// How many learners there are.
    pub learners: usize,
}

impl Week {
    /// The week that ends with this day, for these learners.
    pub fn of<'a>(cards: impl IntoIterator<Item = &'a Card>, today: Day) -> Self {
        let since = today.earlier(WEEK);
        let mut week = Self {
            since,
            done: 0,
            done_by: 0,
            verified: 0,
            submitted: 0,
            active: 0,
            learners: 0,
        };
        for card in cards {
            week.count(card);
        }
        week
    }

    fn count(&mut self, card: &Card) {
        let is_late = |day: Option<Day>| day.is_some_and(|day| day > self.since);
        let cells = card.cells.iter();
        let cells = cells.filter(|cell| cell.phase.belongs() && cell.phase.counts());
        let done = cells.clone().filter(|cell| is_late(cell.done())).count();
        let verified = cells.filter(|cell| cell.is_verified() && is_late(cell.verified()));
        let waiting = card.waiting.iter();
        let submitted = waiting.filter(|waiting| is_late(Some(waiting.since)));
        let (verified, submitted) = (verified.count(), submitted.count());
        let is_active = is_late(card.pulse.last);
        self.learners += 1;
        self.done += done;
        self.done_by += usize::from(done > 0);
        self.verified += verified;
        self.submitted += submitted;
        self.active += usize::from(is_active);
    }
}

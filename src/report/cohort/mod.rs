//! A cohort as its mentor tells of it: as a page, a mail, tables and records. Data first: a [`View`] is a table of figures and
//! words, and what people read is a [`super::Report`].

mod event;
mod grid;
mod heat;
mod mail;
mod page;
mod queue;
mod record;
mod stuck;
pub mod told;
mod view;
mod weak;

pub use event::{EventLine, Source};
pub use record::Record;
pub use told::Bottleneck;
pub use view::View;

use crate::insight::cohort::{Card, Cohort, Drafts, Grid, Order, Queue, Stuck, Weak, Week};
use crate::progress::Day;

/// A cohort with what the mentor wrote and has not sent, on one day.
#[derive(Debug, Clone, Copy)]
pub struct Overview<'a> {
    /// The learners, and what else lies in the folder.
    pub cohort: &'a Cohort,
    /// The answers that were written and are not sent.
    pub drafts: &'a Drafts,
    /// The day on which it is told.
    pub today: Day,
}

impl<'a> Overview<'a> {
    /// What waits for an answer.
    pub fn queue(self) -> Queue<'a> {
        Queue::of(self.cohort, self.drafts, |_| true)
    }

    /// Who is stuck, the worst first.
    pub fn stuck(self) -> Vec<(&'a Card, &'a Stuck)> {
        let cards = self.cohort.cards.iter();
        let stuck = cards.filter_map(|card| Some((card, card.stuck.as_ref()?)));
        let mut stuck: Vec<(&Card, &Stuck)> = stuck.collect();
        stuck.sort_by_key(|(_, stuck)| std::cmp::Reverse(stuck.weight()));
        stuck
    }

    /// Whose newest file is old, the oldest first, each with its days.
    pub fn old(self) -> Vec<(&'a Card, u32)> {
        let cards = self.cohort.cards.iter();
        let old = cards.filter_map(|card| Some((card, card.old(self.today)?)));
        let mut old: Vec<(&Card, u32)> = old.collect();
        old.sort_by_key(|(_, days)| std::cmp::Reverse(*days));
        old
    }

    /// What happened in the last week.
    pub fn week(self) -> Week {
        Week::of(&self.cohort.cards, self.today)
    }

    /// The learners of the course of this index beside its stages, by name.
    pub fn grid(self, course: usize) -> Grid<'a> {
        Grid::of(self.cohort, course, Order::Name, |_| true)
    }

    /// What the learners of the course of this index find hard.
    pub fn weak(self, course: usize) -> Weak {
        Weak::of(self.cohort, course, self.today, |_| true)
    }
}

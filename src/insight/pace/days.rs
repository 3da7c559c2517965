//! What was done on each day.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::curriculum::{Applies, Place};
use crate::insight::snapshot::Snapshot;
use crate::insight::standing::Status;
use crate::progress::mark::{Mark, Stamp};
use crate::progress::{Day, Facts};

/// What was done on each day on which anything was. It is read off what still stands: a deed that was undone, or an answer
/// that another one replaced, is in none of them.
#[derive(Debug, Clone, Default)]
pub(super) struct Days {
    days: BTreeMap<Day, Work>,
    /// The minutes that milestones weigh which count and have no day: they are credited, or a clock was wrong by decades.
    pub(super) undated: u64,
}

/// What was done on one day, or on several.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Work {
    /// How many deeds of learning: milestones begun and done, evidence, answers, notes, times put down.
    pub deeds: u32,
    /// What the required milestones weigh that were done, in minutes.
    pub done: u64,
    /// The time put down, in minutes.
    pub spent: u64,
}

impl Work {
    /// Both.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            deeds: self.deeds.saturating_add(other.deeds),
            done: self.done + other.done,
            spent: self.spent + other.spent,
        }
    }
}

impl Days {
    /// What was done on each day until today. What a clock dated later was done today at the latest.
    pub(super) fn of(snapshot: &Snapshot, today: Day) -> Self {
        let mut days = Self::default();
        for place in 0..snapshot.curriculum.milestones.len() {
            days.add_mark(snapshot.progress.mark(place), today);
            days.add_weight(place, snapshot, today);
        }
        let facts = snapshot.progress.facts();
        for mark in facts.archived.values() {
            days.add_mark(mark, today);
        }
        days.add_facts(facts, today);
        days
    }

    /// The first day on which anything was done.
    pub(super) fn first(&self) -> Option<Day> {
        self.days.keys().next().copied()
    }

    /// What was done on a day.
    pub(super) fn on(&self, day: Day) -> Work {
        self.days.get(&day).copied().unwrap_or_default()
    }

    /// What was done on these days.
    pub(super) fn within(&self, days: Range<Day>) -> Work {
        let days = self.days.range(days).map(|(_, work)| *work);
        days.fold(Work::default(), Work::plus)
    }

    /// Each day on which anything was done, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Day, Work)> + '_ {
        self.days.iter().map(|(day, work)| (*day, *work))
    }

    fn add_mark(&mut self, mark: &Mark, today: Day) {
        for stamp in mark.stamps() {
            self.add_deed(stamp, today);
        }
    }

    /// Adds what a milestone weighs that counts in the percentage.
    fn add_weight(&mut self, place: Place, snapshot: &Snapshot, today: Day) {
        let entry = snapshot.entry(place);
        let is_required = !entry.milestone.optional && entry.position.applies == Applies::Yes;
        if !is_required || !entry.position.status.counts() {
            return;
        }
        let minutes = u64::from(entry.milestone.hours.minutes());
        let tick = entry.mark.done.as_ref();
        let tick = tick.filter(|_| entry.position.status == Status::Done);
        match tick.and_then(|tick| day_of(&tick.stamp, today)) {
            Some(day) => self.day(day).done += minutes,
            None => self.undated += minutes,
        }
    }

    fn add_facts(&mut self, facts: &Facts, today: Day) {
        for note in &facts.notes {
            self.add_deed(&note.stamp, today);
        }
        for spent in &facts.spent {
            let day = self.day(spent.day.min(today));
            day.deeds += 1;
            day.spent += u64::from(spent.minutes);
        }
    }

    fn add_deed(&mut self, stamp: &Stamp, today: Day) {
        if let Some(day) = day_of(stamp, today) {
            self.day(day).deeds += 1;
        }
    }

    fn day(&mut self, day: Day) -> &mut Work {
        self.days.entry(day).or_default()
    }
}

/// The day of a deed; `None` where a clock was wrong by decades.
fn day_of(stamp: &Stamp, today: Day) -> Option<Day> {
    let day = stamp.wall.date();
    (day > Day::FIRST).then(|| day.min(today))
}

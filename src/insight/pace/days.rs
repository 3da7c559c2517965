//! What was done on each day.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::curriculum::{Applies, Place};
use crate::insight::gap;
use crate::insight::snapshot::Snapshot;
use crate::insight::standing::Status;
use crate::progress::Day;

/// What was done on each day on which anything was. A deed that was undone is in none of them.
#[derive(Debug, Clone, Default)]
pub(super) struct Days {
    days: BTreeMap<Day, Work>,
    /// The minutes that required milestones weigh which count and have no day: they are credited, or a clock was wrong by
    /// decades.
    pub(super) undated: u64,
}

/// What was done on one day, or on several.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Work {
    /// How many deeds of learning: milestones begun and done, evidence, answers, notes, times put down.
    pub deeds: u32,
    /// What the milestones weigh that were done and that the path or the target aimed at needs, in minutes.
    pub done: u64,
    /// What those of them weigh that count in the percentage, in minutes.
    pub required: u64,
    /// What the optional ones weigh that were done and that nothing needs, in minutes.
    pub optional: u64,
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
            required: self.required + other.required,
            optional: self.optional + other.optional,
            spent: self.spent + other.spent,
        }
    }
}

impl Days {
    /// What was done on each day until today. What a clock dated later was done today at the latest.
    pub(super) fn of(snapshot: &Snapshot, today: Day) -> Self {
        let mut days = Self::default();
        for (day, deeds) in snapshot.progress.calendar().days() {
            if let Some(day) = dated(day, today) {
                let work = days.day(day);
                work.deeds = work.deeds.saturating_add(deeds);
            }
        }
        let needed = needed(snapshot);
        for (place, is_needed) in needed.into_iter().enumerate() {
            match finished(place, snapshot, today) {
                Some(finished) if is_needed => days.add_needed(place, finished, snapshot),
                Some((Some(day), minutes)) => days.day(day).optional += minutes,
                _ => {}
            }
        }
        for spent in &snapshot.progress.facts().spent {
            days.day(spent.day.min(today)).spent += u64::from(spent.minutes);
        }
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

    /// Adds what a milestone weighs that is finished and needed.
    fn add_needed(&mut self, place: Place, (day, minutes): Finished, snapshot: &Snapshot) {
        let is_optional = snapshot.curriculum.milestones[place].optional;
        let required = if is_optional { 0 } else { minutes };
        match day {
            Some(day) => {
                let work = self.day(day);
                work.done += minutes;
                work.required += required;
            }
            None => self.undated += required,
        }
    }

    fn day(&mut self, day: Day) -> &mut Work {
        self.days.entry(day).or_default()
    }
}

/// On which day a milestone was done, `None` where that is not known or it is credited, and what it weighs, in minutes.
type Finished = (Option<Day>, u64);

/// When the milestone at this place was finished; `None` where it is not, or does not count under the choices made.
fn finished(place: Place, snapshot: &Snapshot, today: Day) -> Option<Finished> {
    let entry = snapshot.entry(place);
    if entry.position.applies != Applies::Yes || !entry.position.status.counts() {
        return None;
    }
    let tick = entry.mark.done.as_ref();
    let tick = tick.filter(|_| entry.position.status == Status::Done);
    let day = tick.and_then(|tick| dated(tick.stamp.wall.date(), today));
    Some((day, u64::from(entry.milestone.hours.minutes())))
}

/// The day, or today if that comes first; `None` where a clock was wrong by decades.
fn dated(day: Day, today: Day) -> Option<Day> {
    (day > Day::FIRST).then(|| day.min(today))
}

/// Whether the path needs each milestone, or the target aimed at does, with all that comes before it.
fn needed(snapshot: &Snapshot) -> Vec<bool> {
    let milestones = &snapshot.curriculum.milestones;
    let mut needed: Vec<bool> = milestones.iter().map(|it| !it.optional).collect();
    let mut waiting = snapshot
        .aim()
        .map_or_else(Vec::new, |target| gap::named_by(target, snapshot));
    let mut met = vec![false; milestones.len()];
    while let Some(place) = waiting.pop() {
        if !std::mem::replace(&mut met[place], true) {
            needed[place] = true;
            waiting.extend(&milestones[place].requires);
        }
    }
    needed
}

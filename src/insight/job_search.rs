//! How a job search goes: what was sent when, what became of it, and whether the building went on beside it.

use std::collections::BTreeMap;

use super::snapshot::Snapshot;
use super::touched::Touched;
use crate::curriculum::{Kind, Place, RecordKind};
use crate::progress::field::{SAVED, STATES};
use crate::progress::span::Away;
use crate::progress::{Day, Facts, Field, Record};

/// After how many days without work on a project or practice the building has stopped.
const STILL: i32 = 14;

/// How many states a line names: as many as there are, and a few that only another program has.
const TOLD: usize = STATES.len() + 2;

/// The days of a week, as a line names them.
const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// How a job search goes, on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobSearch {
    /// How many applications were sent in all.
    pub sent: usize,
    /// How many were put down and not sent yet.
    pub saved: usize,
    /// How many were sent on each day of this week, from Monday on.
    pub week: [usize; 7],
    /// How many are in each state, in the order in which one goes through them; what another program wrote comes last.
    pub states: Vec<(String, usize)>,
    /// The day on which the last one was sent, if any says so.
    pub last: Option<Day>,
    /// How the building went on beside it.
    pub building: Building,
}

/// How work on projects and practice went on beside the applications.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Building {
    /// It goes on, or nothing was sent lately.
    GoesOn,
    /// It has stopped: nothing happened for two weeks, in which applications were sent.
    Stopped {
        /// The day of the last deed on a project or practice, if there was one.
        since: Option<Day>,
    },
}

/// Whether the learner searches for a job: they have sent an application.
pub fn is_searching(facts: &Facts) -> bool {
    let applications = facts.records(RecordKind::Application);
    applications.iter().any(was_sent)
}

impl JobSearch {
    /// How it goes on this day.
    pub fn of(snapshot: &Snapshot, today: Day) -> Self {
        let facts = snapshot.progress.facts();
        let all = facts.records(RecordKind::Application);
        let (sent, saved): (Vec<Record>, Vec<Record>) = all.into_iter().partition(was_sent);
        let days: Vec<Day> = sent.iter().filter_map(day).collect();
        let monday = today.date().weekday().to_monday_zero_offset();
        let mut week = [0; 7];
        for day in &days {
            let at = day.since(today) + i32::from(monday);
            if let Some(count) = usize::try_from(at).ok().and_then(|at| week.get_mut(at)) {
                *count += 1;
            }
        }
        let lately = days.iter().any(|day| today.since(*day) < STILL);
        let first = days.iter().min().copied();
        Self {
            sent: sent.len(),
            saved: saved.len(),
            week,
            states: states(&sent),
            last: days.into_iter().max(),
            building: if lately && facts.pause(today).is_none() {
                Building::of(snapshot, first, today)
            } else {
                Building::GoesOn
            },
        }
    }

    /// How many were sent this week.
    pub fn this_week(&self) -> usize {
        self.week.iter().sum()
    }

    /// All of it in sentences, the most wanted first; none where nothing was put down.
    pub fn told(&self, today: Day) -> Vec<String> {
        if self.sent + self.saved == 0 {
            return Vec::new();
        }
        if self.sent == 0 {
            return vec![match self.saved {
                1 => "1 application is saved, and not sent yet.".to_owned(),
                saved => format!("{saved} applications are saved, and none is sent yet."),
            }];
        }
        let mut told = vec![self.sent_lately(today)];
        told.extend(self.building.told(today));
        told.push(self.standing());
        told
    }

    /// How many were sent this week and in all, and when the last one was.
    fn sent_lately(&self, today: Day) -> String {
        let days = WEEKDAYS.iter().zip(self.week);
        let days = days.filter(|(_, count)| *count > 0);
        let each: Vec<String> = days
            .map(|(day, count)| format!("{count} on {day}"))
            .collect();
        let week = match self.this_week() {
            0 => "No application sent this week".to_owned(),
            1 => "1 application sent this week".to_owned(),
            many => format!("{many} applications sent this week ({})", each.join(", ")),
        };
        let last = self.last.filter(|_| self.this_week() == 0);
        let last = last.map(|day| format!(", the last one {}", Away { day, today }));
        format!("{week}, {} in all{}.", self.sent, last.unwrap_or_default())
    }

    /// What became of all that were sent, and how many wait to be.
    fn standing(&self) -> String {
        let told = self.states.iter().take(TOLD);
        let mut parts: Vec<String> = told
            .map(|(state, count)| format!("{count} {state}"))
            .collect();
        match self.states.len().saturating_sub(TOLD) {
            0 => {}
            1 => parts.push("and 1 other state".to_owned()),
            others => parts.push(format!("and {others} other states")),
        }
        let saved = match self.saved {
            0 => String::new(),
            saved => format!("; {saved} saved"),
        };
        format!("How they stand: {}{saved}.", parts.join(", "))
    }
}

impl Building {
    fn of(snapshot: &Snapshot, first_sent: Option<Day>, today: Day) -> Self {
        let built = built(snapshot);
        // Who never built has stopped two weeks after the first application.
        let since = built.or(first_sent);
        let is_still = since.is_some_and(|since| today.since(since) >= STILL);
        if is_still {
            Self::Stopped { since: built }
        } else {
            Self::GoesOn
        }
    }

    /// That it has stopped, kindly; nothing where it goes on.
    fn told(self, today: Day) -> Option<String> {
        let Self::Stopped { since } = self else {
            return None;
        };
        let lain = since.map_or_else(
            || "no project or practice has begun yet".to_owned(),
            |day| {
                format!(
                    "projects and practice have rested since {day}, {}",
                    Away { day, today }
                )
            },
        );
        Some(format!(
            "Applications go on, and {lain}. An evening of building keeps you in form, and gives you something to tell."
        ))
    }
}

/// The last day on which something was done about a project or practice.
fn built(snapshot: &Snapshot) -> Option<Day> {
    let curriculum = &snapshot.curriculum;
    let is_building = |place: &Place| {
        let kind = curriculum.milestones[*place].kind;
        matches!(kind, Kind::Project | Kind::Practice)
    };
    let places = (0..curriculum.milestones.len()).filter(is_building);
    let touched = Touched::of(snapshot);
    places.filter_map(|place| touched.last(place)).max()
}

fn states(sent: &[Record]) -> Vec<(String, usize)> {
    let mut counts = BTreeMap::new();
    for record in sent {
        *counts
            .entry(record.get(Field::State).unwrap_or("sent"))
            .or_insert(0) += 1;
    }
    let counts = counts.into_iter();
    let mut found: Vec<(String, usize)> = counts
        .map(|(state, count)| (state.to_owned(), count))
        .collect();
    let place = |state: &str| STATES.iter().position(|known| *known == state);
    found.sort_by_key(|(state, _)| place(state).unwrap_or(STATES.len()));
    found
}

fn was_sent(application: &Record) -> bool {
    application.get(Field::State) != Some(SAVED)
}

fn day(application: &Record) -> Option<Day> {
    application.get(Field::Day)?.parse().ok()
}

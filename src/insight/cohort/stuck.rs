//! Who is stuck, and where: a sentence, measured against the learner's own rhythm and what the curriculum reckons.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::card::Card;
use super::cell::Phase;
use super::course::Course;
use super::pulse::Pulse;
use super::rounds::Rounds;
use crate::curriculum::{Applies, Place};
use crate::insight::rest::Rest;
use crate::insight::snapshot::Snapshot;
use crate::insight::standing::Status;
use crate::progress::Day;
use crate::progress::verdict::Ruling;

/// How many times longer than usual a silence is that tells something, and from how many days on any does.
const LONGER: u32 = 3;
const SILENCE: u32 = 7;

/// How many days usually lie between two days of work for somebody of whom that is not known.
const WEEKLY: u32 = 7;

/// How many times longer than its hours ask for something is open that lies too long, and from how many days on it does.
const OVERDUE: u32 = 3;
const OPEN: u32 = 14;

/// From how many returns on a milestone is where somebody is stuck.
const OFTEN: usize = 2;

/// Why a learner seems stuck, by the day on which their file was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stuck {
    /// What tells it most.
    pub reason: Reason,
    /// How many milestones they have begun and not done.
    pub open: u16,
}

/// What tells that somebody is stuck.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// They did nothing for much longer than they usually do nothing.
    Silent {
        /// For how many days, pauses aside.
        days: u32,
        /// How many days usually lie between two days of work; `None` where that is not known.
        usual: Option<u32>,
    },
    /// A milestone was returned again and again.
    Returned {
        /// The milestone.
        place: Place,
        /// How often.
        times: usize,
    },
    /// A milestone is open for much longer than its hours take at the pace that they or the curriculum plan.
    Open {
        /// The milestone.
        place: Place,
        /// For how many days, pauses aside.
        days: u32,
        /// How many days its hours take.
        reckoned: u32,
    },
}

impl Stuck {
    /// Whether and why a snapshot's learner is stuck. Who waits for an answer is not, nor who pauses or has finished.
    pub(super) fn of(look: &Find<'_>) -> Option<Self> {
        let snapshot = look.snapshot;
        let total = snapshot.standing.total();
        let has_finished = total.done == total.required && !look.has_to_answer;
        if look.is_waiting || has_finished || look.pulse.pause.is_some() {
            return None;
        }
        let reason = look
            .returned()
            .or_else(|| look.silent())
            .or_else(|| look.open());
        reason.map(|reason| Self {
            reason,
            open: u16::try_from(look.started().count()).unwrap_or(u16::MAX),
        })
    }

    /// How bad it is, for listing the worst first: how many times the silence or the wait is longer than it should be, in
    /// hundredths.
    pub fn weight(&self) -> u32 {
        match self.reason {
            Reason::Silent { days, usual } => days * 100 / limit(usual),
            Reason::Returned { times, .. } => u32::try_from(times).unwrap_or(100) * 100,
            Reason::Open { days, reckoned, .. } => days * 100 / (reckoned * OVERDUE).max(OPEN),
        }
    }

    /// The milestone at which they are stuck, if it is one.
    pub fn place(&self) -> Option<Place> {
        match self.reason {
            Reason::Silent { .. } => None,
            Reason::Returned { place, .. } | Reason::Open { place, .. } => Some(place),
        }
    }

    /// It as a sentence without a full stop: "no deed for 12 days (usually every 2), 3 open, last: evidence on JWT".
    pub fn sentence(&self, card: &Card, course: &Course) -> String {
        let mut parts = vec![match self.reason {
            Reason::Silent { days, usual } => {
                let usual = usual.map_or_else(String::new, |usual| match usual {
                    1 => " (usually every day)".to_owned(),
                    usual => format!(" (usually every {usual})"),
                });
                format!("no deed for {}{usual}", in_days(days))
            }
            Reason::Returned { place, times } => {
                let often = match times {
                    2 => "twice".to_owned(),
                    times => format!("{times} times"),
                };
                format!("{} was returned {often}", course.title(place))
            }
            Reason::Open {
                place,
                days,
                reckoned,
            } => {
                let title = course.title(place);
                let open = in_days(days);
                format!("{title} open for {open} (reckoned {reckoned})")
            }
        }];
        let is_told = matches!(self.reason, Reason::Open { .. }) && self.open == 1;
        if self.open > 0 && !is_told {
            parts.push(format!("{} open", self.open));
        }
        if let Some(last) = card.pulse.deed {
            parts.push(format!(
                "last: {} {}",
                last.what.words(),
                course.title(last.place)
            ));
        }
        parts.join(", ")
    }
}

/// What is looked at to find whether somebody is stuck.
pub(super) struct Find<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) pulse: &'a Pulse,
    pub(super) rounds: &'a HashMap<Place, Rounds>,
    /// The day on which the file was written.
    pub(super) until: Day,
    /// The hours a week that they or the curriculum plan.
    pub(super) hours_per_week: u32,
    /// Whether something waits for the mentor.
    pub(super) is_waiting: bool,
    /// Whether a mentor returned or revoked something, and they have not answered that.
    pub(super) has_to_answer: bool,
}

impl Find<'_> {
    /// A silence, once it has lasted since their last deed and since they were answered last: before that they waited.
    fn silent(&self) -> Option<Reason> {
        let Pulse { idle, usual, .. } = *self.pulse;
        let answers = self.rounds.values().filter_map(Rounds::judged);
        let answered = answers.map(|step| step.wall.date()).max();
        let heard = answered.map_or(idle, |day| self.rest().working_days(day, self.until));
        (self.pulse.last.is_some() && idle.min(heard) >= limit(usual))
            .then_some(Reason::Silent { days: idle, usual })
    }

    fn rest(&self) -> Rest {
        Rest::of(&self.snapshot.progress.facts().pauses)
    }

    /// The milestone that was returned most often and is not submitted again.
    fn returned(&self) -> Option<Reason> {
        let belongs = |place: Place| self.snapshot.standing.at(place).applies != Applies::No;
        let rounds = self.rounds.iter().filter(|(place, _)| belongs(**place));
        let returned = rounds.filter_map(|(place, rounds)| {
            let times = rounds.returned();
            let is_theirs = rounds.unanswered().next().is_none();
            let last = rounds.answer()?.0;
            let is_returned = last == Ruling::Returned;
            (times >= OFTEN && is_theirs && is_returned).then_some((times, *place))
        });
        let (times, place) = returned.max_by_key(|(times, place)| (*times, usize::MAX - place))?;
        Some(Reason::Returned { place, times })
    }

    /// The milestone that is open for the longest time beyond what its hours take.
    fn open(&self) -> Option<Reason> {
        let rest = self.rest();
        let open = self.started().filter_map(|place| {
            let begun = self.snapshot.progress.mark(place).started.as_ref()?;
            let begun = Some(begun.wall.date()).filter(|day| *day > Day::FIRST)?;
            let days = rest.working_days(begun, self.until);
            let minutes = self.snapshot.curriculum.milestones[place].hours.minutes();
            let reckoned = (minutes * 7).div_ceil(60 * self.hours_per_week.max(1));
            let most = (reckoned * OVERDUE).max(OPEN);
            let over = days.checked_sub(most)?;
            Some((over, place, days, reckoned))
        });
        let (_, place, days, reckoned) = open.max_by_key(|(over, place, ..)| (*over, *place))?;
        Some(Reason::Open {
            place,
            days,
            reckoned,
        })
    }

    fn started(&self) -> impl Iterator<Item = Place> + '_ {
        let places = 0..self.snapshot.curriculum.milestones.len();
        places.filter(|place| {
            let position = self.snapshot.standing.at(*place);
            position.status == Status::Started && position.applies == Applies::Yes
        })
    }
}

impl Phase {
    /// Whether the learner is to go on with it, as things stand.
    pub fn is_theirs(self) -> bool {
        matches!(self, Self::Started | Self::Returned | Self::Revoked)
    }
}

/// From how many silent days on a silence tells something.
fn limit(usual: Option<u32>) -> u32 {
    usual.map_or(WEEKLY * LONGER, |usual| (usual * LONGER).max(SILENCE))
}

fn in_days(days: u32) -> String {
    match days {
        1 => "1 day".to_owned(),
        days => format!("{days} days"),
    }
}

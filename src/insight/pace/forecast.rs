//! When a target may be reached: a range, and from what it was reckoned.

use super::week::DAYS;
use super::{Pace, Plan, chain};
use crate::curriculum::{Hours, Place};
use crate::insight::gap::Gap;
use crate::insight::snapshot::Snapshot;
use crate::progress::Day;

/// Over how many weeks the pace is measured; days of a pause are left out.
pub const MEASURED_WEEKS: u32 = 6;

/// In how many of them something has to be done that the path or the target needs, so that it says anything.
pub const WORKED_WEEKS: usize = 3;

/// When a target may be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forecast {
    /// From what it is reckoned.
    pub basis: Basis,
    /// How fast it may go on.
    pub speed: Speed,
    /// What the missing milestones take at the least, in minutes.
    pub least: u64,
    /// What they take at the most.
    pub most: u64,
    /// The day at the greatest speed, where each milestone takes the least; `None` after 2199.
    pub earliest: Option<Day>,
    /// The day at the lowest speed, where each milestone takes the most; `None` after 2199.
    pub latest: Option<Day>,
    /// The milestones that wait for each other and weigh most together, the first of them first: no help or hurry with
    /// others makes the way shorter than these.
    pub chain: Vec<Place>,
    /// What those weigh, in minutes.
    pub chain_minutes: u64,
}

/// From what a forecast is reckoned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// From the milestones done in the last so many weeks, at most [`MEASURED_WEEKS`].
    Measured(usize),
    /// From the plan, as long as less than [`WORKED_WEEKS`] of those weeks have a milestone done.
    Planned(Plan),
}

/// What milestones weigh that are done in a week, in minutes: the lowest and the greatest speed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Speed {
    /// The lowest; at least 1.
    pub slow: u64,
    /// The greatest.
    pub fast: u64,
}

impl Pace {
    /// When the target of this gap may be reached; `None` where no milestone is missing, or nobody said how many hours are
    /// planned and too little was done to measure.
    pub fn forecast(&self, gap: &Gap, snapshot: &Snapshot) -> Option<Forecast> {
        if gap.missing.is_empty() {
            return None;
        }
        let measured = self.measured();
        let (basis, speed) = measured.or_else(|| self.plan.map(planned))?;
        let hours = |of: fn(Hours) -> u16| {
            let milestones = &snapshot.curriculum.milestones;
            let hours = gap.missing.iter().map(|place| of(milestones[*place].hours));
            hours.map(u64::from).sum::<u64>() * 60
        };
        let (least, most) = (hours(|hours| hours.min), hours(|hours| hours.max));
        let chain = chain::longest(&gap.missing, snapshot);
        let weights = chain.iter();
        let weights = weights.map(|place| snapshot.curriculum.milestones[*place].hours.minutes());
        Some(Forecast {
            basis,
            speed,
            earliest: self.after(least, speed.fast),
            latest: self.after(most, speed.slow),
            least,
            most,
            chain_minutes: weights.map(u64::from).sum(),
            chain,
        })
    }

    /// The speed of the last weeks, if enough of them have something done: their mean, and what that may be wrong by, as far
    /// as they differ (one standard error; half of the mean at the most).
    fn measured(&self) -> Option<(Basis, Speed)> {
        let weeks = self.last_working_weeks();
        let worked = weeks.iter().filter(|minutes| **minutes > 0).count();
        if worked < WORKED_WEEKS {
            return None;
        }
        let count = weeks.len() as u64;
        let mean = weeks.iter().sum::<u64>() / count;
        let squares = weeks.iter().map(|week| week.abs_diff(mean).pow(2));
        let error = (squares.sum::<u64>() / (count * (count - 1))).isqrt();
        let error = error.min(mean / 2);
        let speed = Speed {
            slow: (mean - error).max(1),
            fast: mean + error,
        };
        Some((Basis::Measured(weeks.len()), speed))
    }

    /// What was done in each of the last weeks of seven days without a pause, today's the first; none that began before
    /// anything was done.
    fn last_working_weeks(&self) -> Vec<u64> {
        let Some(begun) = self.begun() else {
            return Vec::new();
        };
        let most = self.today.days_after(begun) + 1;
        let days = (0..most).map(|days| self.today.earlier(days));
        let working: Vec<Day> = days
            .filter(|day| !self.rest.holds(*day))
            .take((MEASURED_WEEKS * DAYS) as usize)
            .collect();
        let week = |days: &[Day]| days.iter().map(|day| self.days.on(*day).done).sum();
        working.chunks_exact(DAYS as usize).map(week).collect()
    }

    /// The day on which so many minutes are done at this speed, from the next day of work on.
    fn after(&self, minutes: u64, speed: u64) -> Option<Day> {
        let days = (minutes * u64::from(DAYS)).div_ceil(speed);
        let begin = self.rest.until(self.today).unwrap_or(self.today);
        begin.later(u32::try_from(days).ok()?).ok()
    }
}

/// As planned, or as if each third week fell out.
fn planned(plan: Plan) -> (Basis, Speed) {
    let speed = Speed {
        slow: plan.minutes() * 2 / 3,
        fast: plan.minutes(),
    };
    (Basis::Planned(plan), speed)
}

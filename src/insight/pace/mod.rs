//! How fast a learner goes: what they did on each day and in each week, and when that leads to their target.

mod burn_up;
mod chain;
mod days;
mod forecast;
mod heat;
mod streak;
mod week;
mod words;

use crate::curriculum::detail;
use crate::progress::{Day, Facts};

use super::rest::Rest;
use super::snapshot::Snapshot;
use days::Days;

pub use burn_up::{BurnUp, Point};
pub use days::Work;
pub use forecast::{Basis, Forecast, MEASURED_WEEKS, Speed, WORKED_WEEKS};
pub use heat::{Heat, Square};
pub use streak::Streaks;
pub use week::Week;
pub use words::{hours, nothing_to_forecast};

/// How fast a learner goes, as one can tell on some day.
#[derive(Debug, Clone)]
pub struct Pace {
    /// That day.
    pub today: Day,
    /// What the learner means to do, if anybody said how much that is.
    pub plan: Option<Plan>,
    days: Days,
    rest: Rest,
    /// What the required milestones weigh that apply, in minutes.
    required: u64,
}

/// How many hours a week are meant for learning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// How many, at least one.
    pub hours_per_week: u16,
    /// Who says so.
    pub by: Planner,
}

/// Who says how many hours a week are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Planner {
    /// The learner.
    Learner,
    /// The curriculum, where the learner has not said.
    Curriculum,
}

impl Pace {
    /// How fast the learner of this snapshot goes, as one can tell today.
    pub fn of(snapshot: &Snapshot, plan: Option<Plan>, today: Day) -> Self {
        let facts = snapshot.progress.facts();
        Self {
            today,
            plan,
            days: Days::of(snapshot, today),
            rest: Rest::of(&facts.pauses),
            required: snapshot.standing.total().minutes_required,
        }
    }

    /// The first day of which something is known; `None` where nothing happened yet.
    pub fn begun(&self) -> Option<Day> {
        self.days.first()
    }
}

impl Plan {
    /// What the learner plans, else what the curriculum suggests.
    pub fn of(facts: &Facts, suggested: Option<&detail::Pace>) -> Option<Self> {
        let own = facts.aim.as_ref().and_then(|aim| aim.hours_per_week);
        let own = own.map(|hours| (hours, Planner::Learner));
        let suggested = suggested.map(|pace| (pace.hours_per_week, Planner::Curriculum));
        let (hours_per_week, by) = own.or(suggested).filter(|(hours, _)| *hours > 0)?;
        Some(Self { hours_per_week, by })
    }

    /// The minutes a week.
    pub fn minutes(self) -> u64 {
        u64::from(self.hours_per_week) * 60
    }
}

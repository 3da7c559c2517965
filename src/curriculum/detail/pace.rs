//! How long the way takes, by those who measured it.

use serde::{Deserialize, Serialize};

use super::Duration;
use crate::curriculum::Id;

/// How long the way takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pace {
    /// What a plan begins with.
    pub hours_per_week: u16,
    /// A decimal as written, such as `4.345`.
    pub weeks_per_month: String,
    /// What applying takes, per day.
    pub job_search_hours_per_day: Option<u16>,
    /// From where, how many months.
    pub ranges: Vec<PaceRange>,
    /// What other ways take.
    pub durations: Vec<PaceDuration>,
}

/// How many months the way takes from some start, by somebody's account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaceRange {
    /// Its id.
    pub id: Id,
    /// From which start.
    pub title: String,
    /// The fewest and the most months.
    pub months: Option<(u16, u16)>,
    /// At this many hours a week.
    pub hours_per_week: Option<u16>,
    /// What to know about it.
    pub note: Option<String>,
    /// Where it comes from.
    pub sources: Vec<Id>,
}

/// What some other way takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaceDuration {
    /// Its id.
    pub id: Id,
    /// Which way.
    pub title: String,
    /// How long.
    pub duration: Duration,
    /// Where it comes from.
    pub sources: Vec<Id>,
}

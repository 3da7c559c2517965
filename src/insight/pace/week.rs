//! What was done in each week.

use super::Pace;
use super::days::Work;
use crate::progress::Day;

/// How many days a week has.
pub(super) const DAYS: u32 = 7;

/// What was done in one week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: Day,
    /// What was done.
    pub work: Work,
    /// On how many of its days the learner paused.
    pub rested: u32,
}

impl Week {
    /// Whether the learner paused all along.
    pub fn is_rest(&self) -> bool {
        self.rested == DAYS
    }
}

impl Pace {
    /// The last weeks, this one at the end; none from before anything was done.
    pub fn weeks(&self, count: u32) -> Vec<Week> {
        let this = self.today.monday();
        let first = this.earlier(count.saturating_sub(1) * DAYS);
        let begun = self.begun().map_or(this, Day::monday);
        self.weeks_since(first.max(begun))
    }

    /// All weeks from this Monday on.
    pub(super) fn weeks_since(&self, monday: Day) -> Vec<Week> {
        let mut weeks = Vec::new();
        let mut monday = Some(monday);
        while let Some(begin) = monday.filter(|monday| *monday <= self.today) {
            monday = begin.later(DAYS).ok();
            let end = monday.unwrap_or(self.today);
            weeks.push(Week {
                monday: begin,
                work: self.days.within(begin..end),
                rested: DAYS.saturating_sub(self.rest.working_days(begin, end)),
            });
        }
        weeks
    }
}

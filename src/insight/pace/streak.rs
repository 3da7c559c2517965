//! Weeks in a row in which something was done.

use super::Pace;
use super::week::Week;
use crate::progress::Day;

/// How many weeks in a row something was done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Streaks {
    /// Until now. This week need not have anything yet.
    pub current: u32,
    /// At the longest.
    pub longest: u32,
}

impl Pace {
    /// The streaks of weeks. A week with a pause in it and nothing done neither counts nor ends one.
    pub fn streaks(&self) -> Streaks {
        let Some(begun) = self.begun() else {
            return Streaks::default();
        };
        let mut streaks = Streaks::default();
        for week in self.weeks_since(begun.monday()) {
            streaks.current = match week {
                Week { work, .. } if work.deeds > 0 => streaks.current + 1,
                week if week.rested > 0 || week.monday == self.this_week() => streaks.current,
                _ => 0,
            };
            streaks.longest = streaks.longest.max(streaks.current);
        }
        streaks
    }

    fn this_week(&self) -> Day {
        self.today.monday()
    }
}

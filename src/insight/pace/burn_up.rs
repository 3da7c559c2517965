//! How the hours of milestones done grew, beside the plan.

use super::Pace;
use super::week::DAYS;
use crate::progress::Day;

/// How the hours of milestones done grew, from the first deed until today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BurnUp {
    /// What was done until the end of each of these days, the first and the last among them; in order.
    pub done: Vec<Point>,
    /// What the plan asks for until the end of each day from the first until today, no day left out; empty without a plan.
    pub planned: Vec<Point>,
    /// What all required milestones weigh that apply, in minutes.
    pub required: u64,
}

/// So much until the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The day.
    pub day: Day,
    /// What milestones weigh, in minutes.
    pub minutes: u64,
}

impl BurnUp {
    /// What was done until the end of a day; before the first, what has no day.
    pub fn done_on(&self, day: Day) -> u64 {
        on(day, &self.done)
    }

    /// What the plan asks for until the end of a day.
    pub fn planned_on(&self, day: Day) -> u64 {
        on(day, &self.planned)
    }
}

impl Pace {
    /// How the hours grew; `None` where nothing happened yet. Milestones without a day, as those that are credited, are there
    /// from the beginning; a plan begins with them, and rests in pauses.
    pub fn burn_up(&self) -> Option<BurnUp> {
        let begun = self.begun()?;
        let mut minutes = self.days.undated;
        let mut done = vec![Point {
            day: begun,
            minutes,
        }];
        for (day, work) in self.days.iter().filter(|(_, work)| work.required > 0) {
            minutes += work.required;
            done.push(Point { day, minutes });
        }
        done.push(Point {
            day: self.today,
            minutes,
        });
        done.dedup_by(|later, earlier| {
            let is_same_day = later.day == earlier.day;
            if is_same_day {
                earlier.minutes = later.minutes;
            }
            is_same_day
        });
        let days = 0..=self.today.days_after(begun);
        let days = days.filter_map(|after| begun.later(after).ok());
        Some(BurnUp {
            planned: days.filter_map(|day| self.planned(begun, day)).collect(),
            done,
            required: self.required,
        })
    }

    /// What the plan asks for until the end of a day.
    fn planned(&self, begun: Day, day: Day) -> Option<Point> {
        let plan = self.plan?;
        let days = self.rest.working_days(begun, day.later(1).unwrap_or(day));
        let planned = self.days.undated + plan.minutes() * u64::from(days) / u64::from(DAYS);
        let minutes = planned.min(self.required);
        Some(Point { day, minutes })
    }
}

/// The last of the points that is not after this day, or the first.
fn on(day: Day, points: &[Point]) -> u64 {
    let after = points.partition_point(|point| point.day <= day);
    let point = points.get(after.saturating_sub(1));
    point.map_or(0, |point| point.minutes)
}

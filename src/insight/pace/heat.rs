//! The calendar of a year, day by day.

use super::Pace;
use super::days::Work;
use super::week::DAYS;
use crate::progress::Day;

/// How many weeks the calendar has: a year, and the week in which it ends.
const WEEKS: u32 = 53;

/// From how many deeds on a day is busier than one with fewer.
const BUSIER: [u32; 4] = [1, 2, 4, 7];

/// The days of the last year, week by week from Monday to Sunday; the last week ends with today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heat {
    /// The weeks, each with up to seven days.
    pub weeks: Vec<Vec<Square>>,
}

/// One day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Square {
    /// The day.
    pub day: Day,
    /// What was done on it.
    pub work: Work,
    /// Whether the learner paused.
    pub is_rest: bool,
}

impl Square {
    /// How busy it was, from 0 for nothing to 4.
    pub fn heat(&self) -> usize {
        BUSIER
            .iter()
            .filter(|least| self.work.deeds >= **least)
            .count()
    }
}

impl Heat {
    /// How many deeds make a day of each heat from 1 on: the least and the most, if there is a most.
    pub fn scale() -> impl Iterator<Item = (u32, Option<u32>)> {
        let most = BUSIER.iter().skip(1).map(|next| Some(next - 1));
        BUSIER.into_iter().zip(most.chain([None]))
    }

    /// On how many days something was done.
    pub fn days(&self) -> usize {
        let days = self.weeks.iter().flatten();
        days.filter(|square| square.work.deeds > 0).count()
    }
}

impl Pace {
    /// The calendar of the last year.
    pub fn heat(&self) -> Heat {
        let first = self.today.monday().earlier((WEEKS - 1) * DAYS);
        let days = (0..WEEKS * DAYS).map_while(|days| first.later(days).ok());
        let squares: Vec<Square> = days
            .take_while(|day| *day <= self.today)
            .map(|day| Square {
                day,
                work: self.days.on(day),
                is_rest: self.rest.holds(day),
            })
            .collect();
        let weeks = squares.chunks(DAYS as usize).map(<[Square]>::to_vec);
        Heat {
            weeks: weeks.collect(),
        }
    }
}

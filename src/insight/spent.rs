//! Time that a learner put down.

use crate::progress::{Day, Facts};

/// The minutes put down in the week of this day, from Monday to Sunday.
pub fn spent_in_week_of(day: Day, facts: &Facts) -> u64 {
    let week = |day: Day| {
        let week = day.date().iso_week_date();
        (week.year(), week.week())
    };
    let wanted = week(day);
    let spent = facts.spent.iter().filter(|spent| week(spent.day) == wanted);
    spent.map(|spent| u64::from(spent.minutes)).sum()
}

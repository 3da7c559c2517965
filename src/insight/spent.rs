//! Time that a learner put down.

use crate::progress::{Day, Facts};

/// The minutes put down in the week of this day, from Monday to Sunday.
pub fn spent_in_week_of(day: Day, facts: &Facts) -> u64 {
    let monday = day.monday();
    let spent = facts.spent.iter();
    let spent = spent.filter(|spent| spent.day.monday() == monday);
    spent.map(|spent| u64::from(spent.minutes)).sum()
}

//! On which evenings a learner of a made-up cohort sits down.

use super::chance::Chance;
use super::temper::Temper;

/// What a learner does on one day, counted back from the day of the sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Evening {
    /// They work, after so many days without.
    Work {
        /// The day.
        day: i64,
        /// How many days' work is behind it.
        worth: i64,
    },
    /// They say that they are away.
    Leave {
        /// The day.
        day: i64,
        /// The day on which they come back; it may be still to come.
        back: i64,
    },
}

/// The most days' work that one evening can be worth.
const MOST_WORTH: i64 = 7;

/// Every evening of a learner, the first one first.
pub(super) fn evenings(temper: &Temper, chance: &mut Chance) -> Vec<Evening> {
    let last = chance.within(temper.quiet);
    let mut day = chance.within(temper.began).max(last);
    let mut evenings = Vec::new();
    let mut before = day + 1;
    loop {
        if let Some((left, lasts)) = temper.holiday
            && day <= left
            && before > left
        {
            evenings.push(Evening::Leave {
                day: left,
                back: left - lasts,
            });
            if left <= last {
                return evenings;
            }
            day = (left - lasts).max(last);
            before = day + 1;
        }
        let worth = (before - day).min(MOST_WORTH);
        evenings.push(Evening::Work { day, worth });
        if day <= last {
            return evenings;
        }
        before = day;
        day = (day - chance.within(temper.every)).max(last);
    }
}

#[cfg(test)]
mod tests {
    use super::{Chance, Evening, evenings};
    use crate::exchange::sample::temper::temper;

    fn day(evening: &Evening) -> i64 {
        match evening {
            Evening::Work { day, .. } | Evening::Leave { day, .. } => *day,
        }
    }

    #[test]
    fn no_two_evenings_are_on_one_day_and_the_last_is_when_the_temper_says() {
        for number in 0..240 {
            let temper = temper(number);
            let evenings = evenings(temper, &mut Chance::new(1, number as u64));
            let days: Vec<i64> = evenings.iter().map(day).collect();
            assert!(days.windows(2).all(|pair| pair[0] > pair[1]), "{days:?}");
            let (first, last) = temper.quiet;
            assert!(days.last().is_some_and(|day| (first..=last).contains(day)));
        }
    }

    #[test]
    fn nobody_works_on_a_holiday() {
        let temper = temper(20);
        let (left, lasts) = temper.holiday.unwrap();
        let evenings = evenings(temper, &mut Chance::new(1, 20));
        let away = left - lasts + 1..=left;
        let at_work = evenings
            .iter()
            .filter(|evening| matches!(evening, Evening::Work { .. }));
        assert!(at_work.map(day).all(|day| !away.contains(&day)));
    }
}

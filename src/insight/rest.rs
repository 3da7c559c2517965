//! The days on which a learner paused.

use std::collections::BTreeMap;

use crate::progress::Day;
use crate::progress::facts::Pause;

/// The days on which a learner paused: spans that do not overlap, by their first day, each until the first day on which they
/// went on.
#[derive(Debug, Clone, Default)]
pub(super) struct Rest(BTreeMap<Day, Day>);

impl Rest {
    /// The days of these pauses. The latest word counts: whatever was said before of the days from a pause on, until it ends,
    /// is said anew by it, and a pause within which it begins ends there.
    pub(super) fn of(pauses: &[Pause]) -> Self {
        let mut rest = Self::default();
        for Pause { from, paused } in pauses {
            rest.put(*from, paused.until);
        }
        rest
    }

    fn put(&mut self, from: Day, until: Day) {
        if let Some((_, end)) = self.0.range_mut(..from).next_back() {
            *end = (*end).min(from);
        }
        // A pause may begin on the day on which another one did, and end it at once.
        self.0.remove(&from);
        if until <= from {
            return;
        }
        while let Some((begin, end)) = self.0.range(from..until).next().map(|(b, e)| (*b, *e)) {
            self.0.remove(&begin);
            if end > until {
                self.0.insert(until, end);
            }
        }
        self.0.insert(from, until);
    }

    /// Whether the learner paused on this day.
    pub(super) fn holds(&self, day: Day) -> bool {
        self.until(day).is_some()
    }

    /// The first day on which they went on after a pause that this day belongs to.
    pub(super) fn until(&self, day: Day) -> Option<Day> {
        let (_, until) = self.0.range(..=day).next_back()?;
        (day < *until).then_some(*until)
    }

    /// How many days from this one on, and before that one, they did not pause.
    pub(super) fn working_days(&self, from: Day, until: Day) -> u32 {
        let begun = self
            .until(from)
            .map_or(0, |end| end.min(until).days_after(from));
        let within = self.0.range(from..until.max(from));
        let within = within.filter(|(begin, _)| **begin > from);
        let within = within.map(|(begin, end)| (*end).min(until).days_after(*begin));
        until
            .days_after(from)
            .saturating_sub(begun + within.sum::<u32>())
    }
}

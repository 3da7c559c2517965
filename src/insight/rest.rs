//! The days on which a learner paused.

use crate::progress::Day;
use crate::progress::facts::Pause;

/// The days on which a learner paused: spans from a first day until the first on which they went on, in order.
#[derive(Debug, Clone, Default)]
pub(super) struct Rest(Vec<(Day, Day)>);

impl Rest {
    /// The days of these pauses. The latest word counts: a pause that begins within another one says anew how long that lasts.
    pub(super) fn of(pauses: &[Pause]) -> Self {
        let mut spans: Vec<(Day, Day)> = Vec::new();
        for Pause { from, paused } in pauses {
            if let Some((_, until)) = spans.last_mut() {
                *until = (*until).min(*from);
            }
            spans.push((*from, paused.until));
        }
        spans.retain(|(from, until)| from < until);
        spans.sort_unstable();
        Self(spans)
    }

    /// Whether the learner paused on this day.
    pub(super) fn holds(&self, day: Day) -> bool {
        self.until(day).is_some()
    }

    /// The first day on which they went on after a pause that this day belongs to.
    pub(super) fn until(&self, day: Day) -> Option<Day> {
        let mut spans = self.0.iter();
        let span = spans.find(|(from, until)| *from <= day && day < *until);
        span.map(|(_, until)| *until)
    }

    /// How many days from this one on, and before that one, they did not pause.
    pub(super) fn working_days(&self, from: Day, until: Day) -> u32 {
        let paused = self.0.iter().map(|(begin, end)| {
            let (begin, end) = ((*begin).max(from), (*end).min(until));
            end.days_after(begin)
        });
        until.days_after(from).saturating_sub(paused.sum())
    }
}

//! When the learner last did something to a milestone, time put down for it included.

use std::collections::HashMap;

use super::snapshot::Snapshot;
use crate::curriculum::Place;
use crate::progress::Day;
use crate::progress::event::Order;
use crate::progress::mark::Mark;

/// When the learner last did something to each milestone.
#[derive(Debug)]
pub(super) struct Touched<'a> {
    snapshot: &'a Snapshot,
    /// The last day on which time was put down for each milestone.
    spent: HashMap<Place, Day>,
}

impl<'a> Touched<'a> {
    /// Looks at all that a learner did.
    pub(super) fn of(snapshot: &'a Snapshot) -> Self {
        let mut last = HashMap::new();
        let names = snapshot.progress.names();
        for spent in &snapshot.progress.facts().spent {
            let key = spent.milestone.as_ref();
            if let Some(place) = key.and_then(|key| names.place(key.as_str())) {
                let day = last.entry(place).or_insert(spent.day);
                *day = spent.day.max(*day);
            }
        }
        Self {
            snapshot,
            spent: last,
        }
    }

    /// The day on which something happened last to the milestone at this place.
    pub(super) fn last(&self, place: Place) -> Option<Day> {
        let days = days(self.snapshot.progress.mark(place));
        days.chain(self.spent.get(&place).copied()).max()
    }

    /// The same, told apart within a day by where it stands in the log: what was touched later is greater.
    pub(super) fn moment(&self, place: Place) -> (Option<Day>, Option<Order>) {
        let stamps = self.snapshot.progress.mark(place).stamps();
        let order = stamps.map(|stamp| stamp.order).max();
        (self.last(place), order)
    }
}

/// The days on which something happened to a milestone.
pub(super) fn days(mark: &Mark) -> impl Iterator<Item = Day> + '_ {
    mark.stamps().map(|stamp| stamp.wall.date())
}

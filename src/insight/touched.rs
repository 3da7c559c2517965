//! When the learner last did something to a milestone, time put down for it included.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::snapshot::Snapshot;
use crate::curriculum::Place;
use crate::progress::Day;
use crate::progress::event::Order;

/// When the learner last did something to each milestone: began it, ticked it, proved it, answered a question of it, wrote
/// about it or put time down for it.
#[derive(Debug)]
pub struct Touched<'a> {
    snapshot: &'a Snapshot,
    /// The last day on which time was put down for each milestone, once somebody asks.
    spent: OnceCell<HashMap<Place, Day>>,
}

impl<'a> Touched<'a> {
    /// Looks at all that the learner of a snapshot did.
    pub fn of(snapshot: &'a Snapshot) -> Self {
        Self {
            snapshot,
            spent: OnceCell::new(),
        }
    }

    /// The day on which something happened last to the milestone at this place.
    pub fn last(&self, place: Place) -> Option<Day> {
        let stamps = self.snapshot.progress.mark(place).stamps();
        let days = stamps.map(|stamp| stamp.wall.date());
        days.chain(self.spent().get(&place).copied()).max()
    }

    /// The same, told apart within a day by where it stands in the log: what was touched later is greater.
    pub(super) fn moment(&self, place: Place) -> (Option<Day>, Option<Order>) {
        let stamps = self.snapshot.progress.mark(place).stamps();
        let order = stamps.map(|stamp| stamp.order).max();
        (self.last(place), order)
    }

    fn spent(&self) -> &HashMap<Place, Day> {
        self.spent.get_or_init(|| {
            let mut last = HashMap::new();
            let names = self.snapshot.progress.names();
            for spent in &self.snapshot.progress.facts().spent {
                let key = spent.milestone.as_ref();
                if let Some(place) = key.and_then(|key| names.place(key.as_str())) {
                    let day = last.entry(place).or_insert(spent.day);
                    *day = spent.day.max(*day);
                }
            }
            last
        })
    }
}

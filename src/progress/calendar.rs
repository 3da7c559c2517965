//! On which days a learner did something for their learning.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::deed::Deed;
use super::event::Event;

/// How many deeds of learning stand for each day: milestones begun and done, evidence, answers, notes, replies and times put
/// down, whatever curriculum they are about.
///
/// Deeds and not what they left are counted, for an answer that another one replaced was work all the same.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Calendar(BTreeMap<Day, u32>);

impl Calendar {
    /// Each day on which something was done, in order, with how many deeds there were. The first day of all stands for what a
    /// clock dated that was wrong by decades.
    pub fn days(&self) -> impl Iterator<Item = (Day, u32)> + '_ {
        self.0.iter().map(|(day, deeds)| (*day, *deeds))
    }

    /// Counts an event of the learner, if it is about learning.
    pub(super) fn count(&mut self, event: &Event) {
        let day = match &event.deed {
            Deed::Spent(spent) => spent.day,
            Deed::Started(_)
            | Deed::Done(_)
            | Deed::Answered(_)
            | Deed::Noted(_)
            | Deed::Replied(_)
            | Deed::Evidence(_) => event.wall.date(),
            _ => return,
        };
        let deeds = self.0.entry(day).or_default();
        *deeds = deeds.saturating_add(1);
    }
}

//! What a cohort keeps of one learner.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::cell::Cell;
use super::look::Header;
use super::pulse::Pulse;
use super::remark::Remark;
use super::stuck::Stuck;
use super::waiting::Waiting;
use crate::insight::standing::Tally;
use crate::progress::{Day, tail};
use crate::text::visible;

/// From how many days on a file is old.
const OLD: u32 = 14;

/// What a cohort keeps of one learner: as much for a short history as for a long one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// What their newest file says beside their log.
    pub header: Header,
    /// Further ids that they say are theirs.
    pub others: Box<[Uuid]>,
    /// The index of the curriculum that they follow, among the cohort's courses.
    pub course: usize,
    /// What the roster says of them.
    #[serde(skip)]
    pub enrolled: Option<Enrolled>,
    /// How much of the curriculum is done.
    pub total: Tally,
    /// The same, by stage.
    pub stages: Box<[Tally]>,
    /// Each milestone, by its place.
    pub cells: Box<[Cell]>,
    /// What waits for the mentor, in the curriculum's order.
    pub waiting: Box<[Waiting]>,
    /// Their rhythm.
    pub pulse: Pulse,
    /// Whether and why they are stuck.
    pub stuck: Option<Stuck>,
    /// How many of the mentor's answers are in none of their files yet.
    pub on_the_way: u16,
    /// How many signatures of other mentors nobody looked at yet; until then, what they answered is claimed.
    pub unlooked: u16,
    /// How many of their events a newer version of the program wrote.
    pub newer: u32,
    /// What the mentor should know about the file or the learner.
    #[serde(skip)]
    pub remarks: Vec<Remark>,
}

/// What a roster says of a learner.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Enrolled {
    /// Their name there.
    pub name: Option<Box<str>>,
    /// Their handle, such as a user name.
    pub handle: Option<Box<str>>,
    /// Their group.
    pub group: Option<Box<str>>,
    /// What the further columns say, in their order.
    pub extra: Box<[Box<str>]>,
}

impl Card {
    /// Who it is.
    pub fn learner(&self) -> Uuid {
        self.header.learner
    }

    /// What they are called, fit for the screen: by the roster, else by themselves, else by the end of their id.
    pub fn name(&self) -> String {
        let enrolled = self.enrolled.as_ref();
        let enrolled = enrolled.and_then(|enrolled| enrolled.name.as_deref());
        let name = enrolled.or(self.header.name.as_deref());
        match name.map(str::trim).filter(|name| !name.is_empty()) {
            Some(name) => visible(name).into_owned(),
            None => format!("({})", self.tail()),
        }
    }

    /// The last eight digits of their id, by which files are named.
    pub fn tail(&self) -> String {
        tail(self.learner())
    }

    /// Their group, fit for the screen; empty where the roster names none.
    pub fn group(&self) -> String {
        let enrolled = self.enrolled.as_ref();
        let group = enrolled.and_then(|enrolled| enrolled.group.as_deref());
        visible(group.unwrap_or_default()).into_owned()
    }

    /// How old their newest file is by this day, in days; none where the clock was wrong by decades when it was written.
    pub fn age(&self, today: Day) -> u32 {
        match self.header.written() {
            Day::FIRST => 0,
            written => today.days_after(written),
        }
    }

    /// The same where it is so old that what it says of its last days says little of today.
    pub fn old(&self, today: Day) -> Option<u32> {
        Some(self.age(today)).filter(|days| *days >= OLD)
    }
}

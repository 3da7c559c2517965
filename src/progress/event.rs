//! A fact in the log: who did what, and when.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};
use uuid::Uuid;

use super::deed::{Deed, Forgotten};
use super::time::Wall;
use super::unfit::{HOURS_PER_WEEK, MINUTES};

/// One fact. It never changes, save that its deed may be [forgotten](Deed::Forgotten).
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Unique for ever, a `UUIDv7`.
    pub id: Uuid,
    /// Shared by the deeds of one action.
    pub batch: Option<Uuid>,
    /// Hybrid time in microseconds: only orders, and is greater than that of every event of the same learner that the
    /// writer knew.
    pub at: i64,
    /// What the clock said, for everything that people see.
    pub wall: Wall,
    /// The machine, by a name that says nothing about it.
    pub device: Device,
    /// Who did it; `None` is the learner.
    pub by: Option<Reviewer>,
    /// What happened.
    pub deed: Deed,
}

/// Where hybrid time ends, in microseconds: with the year 2199, UTC. Every event stands before it.
pub const END: i64 = 7_258_118_400_000_000;

/// Where an event stands among all events of its learner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Order(pub i64, pub Uuid);

impl Order {
    /// Behind all events.
    pub const LAST: Self = Self(i64::MAX, Uuid::max());
}

/// A machine's random name: eight hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Device(pub u32);

/// A mentor's signing identity, such as `mentor@school.example`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Reviewer(Box<str>);

/// A text that names no machine or no mentor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadAuthor {
    /// Not eight hexadecimal digits.
    #[error("a device is eight hexadecimal digits in lower case")]
    Device,
    /// Not a signing identity.
    #[error("a reviewer is named by letters, digits and @ . _ + - only")]
    Reviewer,
}

impl Event {
    /// The version of events that this program writes.
    pub const VERSION: u32 = 1;

    /// Where the event stands among all events of its learner.
    pub fn order(&self) -> Order {
        Order(self.at, self.id)
    }

    /// The event without its content, under the same id.
    #[must_use]
    pub fn forgotten(self) -> Self {
        Self {
            deed: Deed::Forgotten(Forgotten {}),
            ..self
        }
    }

    /// The event without the learner's private reason for it, under the same id: as a mentor sees it.
    #[must_use]
    pub fn without_reason(mut self) -> Self {
        match &mut self.deed {
            Deed::Started(marked)
            | Deed::Done(marked)
            | Deed::Skipped(marked)
            | Deed::Reopened(marked) => marked.reason = None,
            Deed::Paused(paused) => paused.reason = None,
            _ => {}
        }
        self
    }

    /// Whether it changes nothing: because of who wrote it, for mentors judge and nobody else does; or because of a figure
    /// in it that nobody can have recorded.
    pub fn is_inert(&self) -> bool {
        let is_impossible_plan = |hours: u16| !HOURS_PER_WEEK.contains(&hours);
        match &self.deed {
            Deed::Verdict(_) => self.by.is_none(),
            Deed::Retracted(_) | Deed::Forgotten(_) | Deed::Newer(_) => false,
            Deed::Spent(spent) if !MINUTES.contains(&spent.minutes) => true,
            Deed::Aimed(aimed) if aimed.hours_per_week.is_some_and(is_impossible_plan) => true,
            _ => self.by.is_some(),
        }
    }

    /// Whether its hybrid time is one that an honest clock can lead to.
    pub fn is_timely(&self) -> bool {
        (0..END).contains(&self.at)
    }

    /// The version under which the event is written.
    pub fn version(&self) -> u32 {
        match &self.deed {
            Deed::Newer(newer) => newer.version,
            _ => Self::VERSION,
        }
    }
}

impl Reviewer {
    /// The identity as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Device {
    type Err = BadAuthor;

    fn from_str(text: &str) -> Result<Self, BadAuthor> {
        let lower = text
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if text.len() != 8 || !lower {
            return Err(BadAuthor::Device);
        }
        u32::from_str_radix(text, 16)
            .map(Self)
            .map_err(|_| BadAuthor::Device)
    }
}

impl FromStr for Reviewer {
    type Err = BadAuthor;

    fn from_str(text: &str) -> Result<Self, BadAuthor> {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"@._+-".contains(&byte);
        if text.is_empty() || text.len() > 254 || !text.bytes().all(allowed) {
            return Err(BadAuthor::Reviewer);
        }
        Ok(Self(text.into()))
    }
}

impl fmt::Display for Device {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:08x}", self.0)
    }
}

impl fmt::Display for Reviewer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Serialize for Device {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Device {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

impl<'de> Deserialize<'de> for Reviewer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

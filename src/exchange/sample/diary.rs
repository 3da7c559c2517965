//! What is written down of a made-up learner: events, each behind all others, and where they leave the learner.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use uuid::Uuid;

use super::chance::Chance;
use crate::curriculum::Curriculum;
use crate::insight::Snapshot;
use crate::progress::time::BadTime;
use crate::progress::{Day, Deed, Device, Event, Progress, Reviewer, Wall};

/// Seconds.
pub(super) const HOUR: i64 = 60 * 60;
pub(super) const DAY: i64 = 24 * HOUR;

/// How much lies between two deeds of an evening, in seconds.
const BETWEEN: (i64, i64) = (40, 500);

/// The events of one learner, and what follows from them.
pub(super) struct Diary<'a> {
    pub(super) curriculum: &'a Curriculum,
    pub(super) progress: Progress,
    pub(super) events: Vec<Event>,
    /// What the clock says, in seconds since 1970.
    now: i64,
    /// The midnight that ends the last day.
    until: i64,
    zone: Offset,
    device: Device,
    /// What the deeds of one action share.
    batch: Option<Uuid>,
}

impl<'a> Diary<'a> {
    /// Nothing is written down yet of somebody on this machine, who lives east of Greenwich by so many hours.
    pub(super) fn new(blank: &'a Snapshot, until: i64, device: Device, hours: i8) -> Self {
        Self {
            curriculum: &blank.curriculum,
            progress: (*blank.progress).clone(),
            events: Vec::new(),
            now: 0,
            until,
            zone: Offset::from_hours(hours).unwrap_or(Offset::UTC),
            device,
            batch: None,
        }
    }

    /// The diary as it was then.
    pub(super) fn up_to(&self, seconds: i64, blank: &'a Snapshot) -> Self {
        let count = self
            .events
            .partition_point(|event| event.at <= seconds * 1_000_000);
        let events = self.events[..count].to_vec();
        let mut progress = (*blank.progress).clone();
        for event in &events {
            progress.apply(event, self.curriculum);
        }
        Self {
            progress,
            events,
            ..*self
        }
    }

    /// The time on a day, counted back from the last one, that is 1; in seconds from its midnight.
    pub(super) fn time(&self, day: i64, seconds: i64) -> i64 {
        self.until - day * DAY + seconds
    }

    /// What the clock says.
    pub(super) fn now(&self) -> i64 {
        self.now
    }

    /// It is so late now, or as late as it was.
    pub(super) fn wait_until(&mut self, seconds: i64) {
        self.now = self.now.max(seconds);
    }

    /// The learner does something, and goes on a little later.
    pub(super) fn write(&mut self, deed: Deed, chance: &mut Chance) -> Result<Uuid, BadTime> {
        let id = self.push(None, self.device, deed, chance)?;
        self.now += chance.within(BETWEEN);
        Ok(id)
    }

    /// The learner does several things in one action.
    pub(super) fn write_at_once(
        &mut self,
        deeds: impl IntoIterator<Item = Deed>,
        chance: &mut Chance,
    ) -> Result<(), BadTime> {
        self.batch = Some(chance.id(self.now));
        for deed in deeds {
            self.push(None, self.device, deed, chance)?;
        }
        self.batch = None;
        self.now += chance.within(BETWEEN);
        Ok(())
    }

    /// Somebody else does something, on a machine of their own.
    pub(super) fn hear(
        &mut self,
        by: &Reviewer,
        device: Device,
        deed: Deed,
        chance: &mut Chance,
    ) -> Result<(), BadTime> {
        self.push(Some(by.clone()), device, deed, chance).map(drop)
    }

    fn push(
        &mut self,
        by: Option<Reviewer>,
        device: Device,
        deed: Deed,
        chance: &mut Chance,
    ) -> Result<Uuid, BadTime> {
        let newest = self.events.last().map_or(0, |event| event.at);
        let event = Event {
            id: chance.id(self.now),
            batch: self.batch,
            at: (self.now * 1_000_000).max(newest + 1),
            wall: self.wall(self.now)?,
            device,
            by,
            deed,
        };
        self.progress.apply(&event, self.curriculum);
        let id = event.id;
        self.events.push(event);
        Ok(id)
    }

    /// What a clock on the learner's wall says at this time.
    pub(super) fn wall(&self, seconds: i64) -> Result<Wall, BadTime> {
        format!("{}{}", self.civil(seconds)?, offset(self.zone)).parse()
    }

    /// The day that it is there.
    pub(super) fn day(&self, seconds: i64) -> Result<Day, BadTime> {
        self.civil(seconds)?.date().try_into()
    }

    fn civil(&self, seconds: i64) -> Result<DateTime, BadTime> {
        let at = Timestamp::from_second(seconds).map_err(|_| BadTime::Wall)?;
        Ok(self.zone.to_datetime(at))
    }
}

fn offset(zone: Offset) -> String {
    format!("+{:02}:00", zone.seconds() / 3600)
}

//! What time it is. The clock is read here and nowhere else.

#![expect(clippy::disallowed_methods, reason = "this is where the clock is read")]

use std::time::Instant;

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::progress::event::END;
use crate::progress::time::BadTime;
use crate::progress::{Day, Wall};

/// The environment variable that fixes the clock, such as `2026-11-20T21:00:00+01:00`; for tests and documentation.
pub const FIXED_BY: &str = "MILEPOST_NOW";

/// A clock, real or fixed.
#[derive(Debug, Clone)]
pub struct Clock {
    fixed: Option<Now>,
}

/// One reading of a clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Now {
    /// The instant.
    pub at: Timestamp,
    /// The same as people see it, in the local zone.
    pub wall: Wall,
    /// The local day; the nearest one between 2000 and 2199 where the clock is wrong by decades.
    pub today: Day,
}

/// This moment, for how long something takes; it says nothing about the time of day.
pub fn moment() -> Instant {
    Instant::now()
}

/// Where the system keeps the rules of the local zone.
const LOCAL: &str = "/etc/localtime";

/// The days that can be written down.
const FIRST: Date = date(2000, 1, 1);
const LAST: Date = date(2199, 12, 31);

impl Clock {
    /// The machine's clock, or a fixed one where the environment says so.
    ///
    /// # Errors
    /// The environment fixes it at something that is no time.
    pub fn from_environment() -> Result<Self, BadTime> {
        match std::env::var_os(FIXED_BY) {
            None => Ok(Self { fixed: None }),
            Some(text) => Self::fixed(text.to_str().unwrap_or_default()),
        }
    }

    /// A clock that stands still.
    ///
    /// # Errors
    /// The text is no time such as `2026-11-20T21:00:00+01:00`.
    pub fn fixed(text: &str) -> Result<Self, BadTime> {
        let wall: Wall = text.parse()?;
        let at: Timestamp = text.parse().map_err(|_| BadTime::Wall)?;
        check(at)?;
        let day: Date = wall.day().parse().map_err(|_| BadTime::Day)?;
        let today = nearest(day)?;
        let fixed = Some(Now { at, wall, today });
        Ok(Self { fixed })
    }

    /// What it says now. A fixed clock always says the same.
    ///
    /// # Errors
    /// The machine's clock is before 1970 or after 2199.
    pub fn now(&self) -> Result<Now, BadTime> {
        match &self.fixed {
            Some(now) => Ok(now.clone()),
            None => Now::of(&Timestamp::now().to_zoned(zone())),
        }
    }
}

impl Now {
    /// Microseconds since 1970.
    pub fn micros(&self) -> i64 {
        self.at.as_microsecond()
    }

    fn of(clock: &Zoned) -> Result<Self, BadTime> {
        check(clock.timestamp())?;
        // A clock that lost its battery says 1970, which is still 1969 in the west.
        let wall = written(clock).or_else(|_| written(&clock.with_time_zone(TimeZone::UTC)))?;
        Ok(Self {
            at: clock.timestamp(),
            wall,
            today: nearest(clock.date())?,
        })
    }
}

/// The local zone.
fn zone() -> TimeZone {
    if std::env::var_os("TZ").is_some() {
        return TimeZone::system();
    }
    // To find out the zone's name, which nobody asks for, would take looking through the files of all zones there are.
    let rules = std::fs::read(LOCAL).ok();
    let unnamed = rules.and_then(|rules| TimeZone::tzif("local", &rules).ok());
    unnamed.unwrap_or_else(TimeZone::system)
}

fn written(clock: &Zoned) -> Result<Wall, BadTime> {
    clock.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string().parse()
}

/// Whether an event can have this time: in the west it is still 2199 when that time is over.
fn check(at: Timestamp) -> Result<(), BadTime> {
    if at.as_microsecond() < END {
        Ok(())
    } else {
        Err(BadTime::Wall)
    }
}

fn nearest(day: Date) -> Result<Day, BadTime> {
    day.clamp(FIRST, LAST).try_into()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::tz::{Offset, TimeZone};

    use super::{Clock, Now};

    fn reading(at: &str, hours: i8) -> Now {
        let at: Timestamp = at.parse().unwrap();
        let zone = TimeZone::fixed(Offset::constant(hours));
        Now::of(&at.to_zoned(zone)).unwrap()
    }

    #[test]
    fn a_reading_is_written_in_the_local_zone() {
        let now = reading("2026-11-20T23:30:00.25Z", 1);
        assert_eq!(now.wall.to_string(), "2026-11-21T00:30:00+01:00");
        assert_eq!(now.today.to_string(), "2026-11-21");
        assert_eq!(now.micros(), 1_795_217_400_250_000);
    }

    #[test]
    fn a_clock_without_battery_is_written_down_in_the_west_too() {
        let now = reading("1970-01-01T00:00:05Z", -8);
        assert_eq!(now.wall.to_string(), "1970-01-01T00:00:05+00:00");
        assert_eq!(now.today.to_string(), "2000-01-01");
    }

    #[test]
    fn a_fixed_clock_stands_still() {
        let clock = Clock::fixed("2026-11-20T21:00:00+01:00").unwrap();
        let now = clock.now().unwrap();
        assert_eq!(now.wall.to_string(), "2026-11-20T21:00:00+01:00");
        assert_eq!(now.at, "2026-11-20T20:00:00Z".parse().unwrap());
        assert_eq!(clock.now().unwrap(), now);
        assert!(Clock::fixed("soon").is_err());
        assert!(Clock::fixed("2199-12-31T23:59:59-01:00").is_err());
    }

    #[test]
    fn the_real_clock_can_be_written_down() {
        let clock = Clock { fixed: None };
        assert!(clock.now().unwrap().micros() > 1_700_000_000_000_000);
    }
}

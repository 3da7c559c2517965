//! Calendar days, for reckoning with them. They order nothing, as the clocks that say them do not.

use std::fmt;
use std::str::FromStr;

use jiff::Span;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::time::BadTime;

/// A calendar day between 2000 and 2199, written `2026-11-20`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// The first day that there is.
    pub const FIRST: Self = Self(Date::constant(2000, 1, 1));

    /// The last one.
    pub const LAST: Self = Self(Date::constant(2199, 12, 31));

    /// The day as a date, for arithmetic.
    pub fn date(self) -> Date {
        self.0
    }

    /// How many days it is from an earlier day to this one; less than nothing from a later one.
    pub fn since(self, earlier: Self) -> i32 {
        (self.0 - earlier.0).get_days()
    }

    /// The day that many days later.
    ///
    /// # Errors
    /// It is after 2199.
    pub fn later(self, days: u32) -> Result<Self, BadTime> {
        let span = Span::new().try_days(days).map_err(|_| BadTime::Day)?;
        let date = self.0.checked_add(span).map_err(|_| BadTime::Day)?;
        date.try_into()
    }

    /// The day that many days earlier, or the first of all days.
    #[must_use]
    pub fn earlier(self, days: u32) -> Self {
        let date = Span::new().try_days(days).ok();
        let date = date.and_then(|days| self.0.checked_sub(days).ok());
        date.map_or(Self::FIRST, |date| Self(date.max(Self::FIRST.0)))
    }

    /// How many days it is after that one; none if it is not after it.
    pub fn days_after(self, earlier: Self) -> u32 {
        u32::try_from(self.since(earlier)).unwrap_or(0)
    }

    /// The Monday of its week.
    #[must_use]
    pub fn monday(self) -> Self {
        let weekday = self.0.weekday().since(Weekday::Monday);
        self.earlier(u32::try_from(weekday).unwrap_or(0))
    }
}

impl TryFrom<Date> for Day {
    type Error = BadTime;

    fn try_from(date: Date) -> Result<Self, BadTime> {
        if (2000..=2199).contains(&date.year()) {
            Ok(Self(date))
        } else {
            Err(BadTime::Day)
        }
    }
}

impl FromStr for Day {
    type Err = BadTime;

    fn from_str(text: &str) -> Result<Self, BadTime> {
        let date: Date = text.parse().map_err(|_| BadTime::Day)?;
        if date.to_string() == text {
            date.try_into()
        } else {
            Err(BadTime::Day)
        }
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            let (year, month, day) = Deserialize::deserialize(deserializer)?;
            let date = Date::new(year, month, day);
            return date.map(Self).map_err(serde::de::Error::custom);
        }
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            (self.0.year(), self.0.month(), self.0.day()).serialize(serializer)
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn a_day_is_written_in_one_way() {
        assert_eq!(
            "2026-11-20".parse::<Day>().unwrap().to_string(),
            "2026-11-20"
        );
        for text in [
            "2026-11-31",
            "1999-12-31",
            "2200-01-01",
            "2026-11-20T00:00",
            "20261120",
            "tomorrow",
        ] {
            assert!(text.parse::<Day>().is_err(), "{text:?} is no day");
        }
    }

    #[test]
    fn a_week_begins_on_monday() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        for (of, monday) in [
            ("2026-11-20", "2026-11-16"),
            ("2026-11-16", "2026-11-16"),
            ("2026-11-22", "2026-11-16"),
            ("2027-01-01", "2026-12-28"),
            ("2000-01-01", "2000-01-01"),
        ] {
            assert_eq!(day(of).monday(), day(monday), "{of}");
        }
    }

    #[test]
    fn days_are_counted_in_both_directions() {
        let (first, last) = (Day::FIRST, Day::LAST);
        assert_eq!(last.since(first), 73_048);
        assert_eq!(first.since(last), -73_048);
        assert_eq!(
            (last.days_after(first), first.days_after(last)),
            (73_048, 0)
        );
        assert_eq!(last.earlier(u32::MAX), first);
        assert!(last.later(1).is_err());
    }
}

//! Lengths of time as people type and read them.

use std::fmt;
use std::str::FromStr;

use super::day::Day;
use super::time::BadTime;

/// The minutes of an hour, and the days of a week.
const HOUR: u64 = 60;
const WEEK: u32 = 7;

/// The words for hours and for minutes.
const HOURS: [&str; 5] = ["h", "hr", "hrs", "hour", "hours"];
const MINUTES: [&str; 5] = ["m", "min", "mins", "minute", "minutes"];

/// A time spent: typed `45m`, `1h30`, `2h`, `90` or with its units as words, `3 hours`; read `1 h 30 min`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Minutes(pub u64);

/// Until when a pause lasts: typed as the day, `2026-12-24`, or as the time from today on, `5d`, `2w` or `10`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// Until this day.
    Day(Day),
    /// Until so many days are over.
    Days(u32),
}

/// How far a day is from today: read `today`, `tomorrow`, `in 3 days`, `yesterday`, `3 days ago`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Away {
    /// The day.
    pub day: Day,
    /// Today.
    pub today: Day,
}

/// A text that is no length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadSpan {
    /// No minutes.
    #[error("a time spent is written like 45m, 1h30, 2h or 90 (minutes)")]
    Minutes,
    /// No day, and no days.
    #[error("a pause is written like 2026-12-24, 5d, 2w or 10 (days)")]
    Until,
}

impl Until {
    /// The day that is meant on this one.
    ///
    /// # Errors
    /// It lies beyond all days that can be written.
    pub fn day(self, today: Day) -> Result<Day, BadTime> {
        match self {
            Self::Day(day) => Ok(day),
            Self::Days(days) => today.later(days),
        }
    }
}

impl FromStr for Until {
    type Err = BadSpan;

    fn from_str(text: &str) -> Result<Self, BadSpan> {
        let text = text.trim();
        let day = text.parse().ok().map(Self::Day);
        let until = day.or_else(|| days(text).map(Self::Days));
        until.ok_or(BadSpan::Until)
    }
}

impl FromStr for Minutes {
    type Err = BadSpan;

    fn from_str(text: &str) -> Result<Self, BadSpan> {
        minutes(&text.to_ascii_lowercase())
            .map(Self)
            .ok_or(BadSpan::Minutes)
    }
}

impl fmt::Display for Minutes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / HOUR, self.0 % HOUR) {
            (0, minutes) => write!(formatter, "{minutes} min"),
            (hours, 0) => write!(formatter, "{hours} h"),
            (hours, minutes) => write!(formatter, "{hours} h {minutes} min"),
        }
    }
}

impl fmt::Display for Away {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.day.since(self.today) {
            0 => formatter.write_str("today"),
            1 => formatter.write_str("tomorrow"),
            -1 => formatter.write_str("yesterday"),
            days @ 2.. => write!(formatter, "in {days} days"),
            days => write!(formatter, "{} days ago", days.unsigned_abs()),
        }
    }
}

/// A number of minutes, or of hours and the minutes after them.
fn minutes(text: &str) -> Option<u64> {
    let (number, unit, rest) = measure(text)?;
    if HOURS.contains(&unit) {
        let hours = number * HOUR;
        return if rest.is_empty() {
            Some(hours)
        } else {
            let minutes = minutes_alone(rest)?;
            (minutes < HOUR).then_some(hours + minutes)
        };
    }
    minutes_alone(text)
}

fn minutes_alone(text: &str) -> Option<u64> {
    let (number, unit, rest) = measure(text)?;
    let is_whole = rest.is_empty() && (unit.is_empty() || MINUTES.contains(&unit));
    is_whole.then_some(number)
}

/// The number that a text begins with, the word behind it, and what comes after.
fn measure(text: &str) -> Option<(u64, &str, &str)> {
    let text = text.trim();
    let end =
        |text: &str, part: fn(char) -> bool| text.find(|char| !part(char)).unwrap_or(text.len());
    let (number, rest) = text.split_at(end(text, |char| char.is_ascii_digit()));
    let rest = rest.trim_start();
    let (unit, rest) = rest.split_at(end(rest, char::is_alphabetic));
    Some((figure(number)?, unit, rest.trim_start()))
}

/// A number of days, or of weeks.
fn days(text: &str) -> Option<u32> {
    let text = text.to_ascii_lowercase();
    let (number, unit) = match text.strip_suffix('w') {
        Some(weeks) => (weeks, WEEK),
        None => (text.strip_suffix('d').unwrap_or(&text), 1),
    };
    let number = u32::try_from(figure(number)?).ok()?;
    number.checked_mul(unit)
}

/// A number of digits only, small enough to reckon with.
fn figure(text: &str) -> Option<u64> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse::<u32>().ok().filter(|_| digits).map(u64::from)
}

#[cfg(test)]
mod tests {
    use super::{Minutes, Until};

    #[test]
    fn a_time_spent_is_typed_in_hours_or_minutes() {
        for (text, minutes, read) in [
            ("45m", 45, "45 min"),
            ("90", 90, "1 h 30 min"),
            ("1h30", 90, "1 h 30 min"),
            ("1H30M", 90, "1 h 30 min"),
            ("2h", 120, "2 h"),
            (" 0 ", 0, "0 min"),
            ("3 hours", 180, "3 h"),
            ("1 Hour 5 minutes", 65, "1 h 5 min"),
            ("2 h", 120, "2 h"),
            ("1 h 30", 90, "1 h 30 min"),
            ("90 min", 90, "1 h 30 min"),
            ("45min", 45, "45 min"),
        ] {
            let parsed: Minutes = text.parse().unwrap();
            assert_eq!((parsed.0, parsed.to_string().as_str()), (minutes, read));
        }
        for bad in [
            "",
            "h",
            "m",
            "h30",
            "1h60",
            "1h-5",
            "+5",
            "1.5h",
            "1h30s",
            "20 30",
            "3 months",
            "1 h 1 h",
            "hours",
            "5 min 1 h",
            "99999999999h",
        ] {
            assert!(bad.parse::<Minutes>().is_err(), "{bad:?} is no time");
        }
    }

    #[test]
    fn a_pause_is_typed_in_days_or_weeks_or_by_its_end() {
        for (text, days) in [("5d", 5), ("2w", 14), ("10", 10), ("1W", 7)] {
            assert_eq!(text.parse(), Ok(Until::Days(days)));
        }
        let day = "2026-12-24".parse().unwrap();
        assert_eq!(" 2026-12-24 ".parse(), Ok(Until::Day(day)));
        for bad in ["", "w", "2m", "-1", "1w2d", "4294967295w", "2026-12"] {
            assert!(
                bad.parse::<Until>().is_err(),
                "{bad:?} is no end of a pause"
            );
        }
    }
}

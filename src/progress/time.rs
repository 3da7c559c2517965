//! What clocks say: the wall clock that people see.
//!
//! It orders nothing; events are ordered by their hybrid time, see [`super::Event::order`].

use std::fmt::{self, Write};
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::day::Day;

/// What a wall clock said, in RFC 3339 with an offset such as `2026-11-20T21:00:00+01:00`, between 1970 and 2199.
///
/// The text is kept as it was written, so that an event never changes by being read.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Wall(Written);

/// A time's text. A store has tens of thousands of them, nearly all in one shape.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
enum Written {
    /// In the shape of [`USUAL`]: its digits as one number, twice that, and one more where the offset is negative.
    Usually(u64),
    /// In another shape.
    Otherwise(Box<str>),
}

/// How a time is usually written, with a nought for any digit.
const USUAL: &[u8; 25] = b"0000-00-00T00:00:00+00:00";

/// A text that is no time this program takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadTime {
    /// No RFC 3339 time with an offset, or one outside 1970 to 2199.
    #[error("a time is written like 2026-11-20T21:00:00+01:00, from 1970 to 2199")]
    Wall,
    /// No calendar day, or one outside 2000 to 2199.
    #[error("a day is written like 2026-11-20, from 2000 to 2199")]
    Day,
}

impl Wall {
    /// The day on which it was written, where it was written.
    pub fn day(&self) -> String {
        self.part(..10)
    }

    /// That day, for reckoning with it; the first of all days where the clock said an earlier one.
    pub fn date(&self) -> Day {
        let date = match &self.0 {
            Written::Usually(packed) => packed_date(packed / 2),
            Written::Otherwise(text) => text.get(..10).and_then(|day| day.parse().ok()),
        };
        let day = date.and_then(|date| Day::try_from(date).ok());
        day.unwrap_or(Day::FIRST)
    }

    /// The instant, wherever it was written.
    pub fn instant(&self) -> Timestamp {
        // Nothing else is ever one.
        self.to_string().parse().unwrap_or(Timestamp::MIN)
    }

    /// Hours and minutes, where it was written: `21:00`.
    pub fn clock(&self) -> String {
        self.part(11..16)
    }

    fn part(&self, range: impl std::slice::SliceIndex<str, Output = str>) -> String {
        self.to_string().get(range).unwrap_or_default().to_owned()
    }
}

impl Written {
    fn of(text: &str) -> Self {
        Self::usually(text).unwrap_or_else(|| Self::Otherwise(text.into()))
    }

    fn usually(text: &str) -> Option<Self> {
        let text: &[u8; USUAL.len()] = text.as_bytes().try_into().ok()?;
        let (mut digits, mut is_negative) = (0, false);
        for (usual, byte) in USUAL.iter().zip(text) {
            match (usual, byte) {
                (b'0', b'0'..=b'9') => digits = digits * 10 + u64::from(byte - b'0'),
                (b'+', b'-') => is_negative = true,
                _ if usual == byte => {}
                _ => return None,
            }
        }
        Some(Self::Usually(digits * 2 + u64::from(is_negative)))
    }
}

/// The date that these digits of a time, written in the shape of [`USUAL`], begin with.
fn packed_date(digits: u64) -> Option<Date> {
    let date = digits / 10_u64.pow(10);
    let part = |divisor: u64, size: u64| date / divisor % size;
    Date::new(
        i16::try_from(part(10_000, 10_000)).ok()?,
        i8::try_from(part(100, 100)).ok()?,
        i8::try_from(part(1, 100)).ok()?,
    )
    .ok()
}

impl FromStr for Wall {
    type Err = BadTime;

    fn from_str(text: &str) -> Result<Self, BadTime> {
        let local = text
            .get(..19)
            .and_then(|local| local.parse::<jiff::civil::DateTime>().ok());
        let shaped = text.as_bytes().get(10) == Some(&b'T') && text.len() <= 40;
        let year = local
            .filter(|_| shaped && text.parse::<Timestamp>().is_ok())
            .map(jiff::civil::DateTime::year);
        match year {
            Some(1970..=2199) => Ok(Self(Written::of(text))),
            _ => Err(BadTime::Wall),
        }
    }
}

impl<'de> Deserialize<'de> for Wall {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Only this program writes anything but text, and it was a time then.
        if !deserializer.is_human_readable() {
            return Written::deserialize(deserializer).map(Self);
        }
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

impl Serialize for Wall {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            self.0.serialize(serializer)
        }
    }
}

impl fmt::Display for Wall {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Written::Usually(packed) => {
                let mut digits = packed / 2;
                let mut text = *USUAL;
                for byte in text.iter_mut().rev() {
                    match byte {
                        b'0' => {
                            *byte += u8::try_from(digits % 10).unwrap_or_default();
                            digits /= 10;
                        }
                        b'+' if packed % 2 == 1 => *byte = b'-',
                        _ => {}
                    }
                }
                text.iter()
                    .try_for_each(|byte| formatter.write_char(char::from(*byte)))
            }
            Written::Otherwise(text) => formatter.write_str(text),
        }
    }
}

impl fmt::Debug for Wall {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Wall({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::Wall;

    #[test]
    fn a_wall_time_keeps_its_text_and_knows_its_day() {
        for text in [
            "2026-11-20T21:00:00+01:00",
            "1970-01-01T00:00:00Z",
            "2199-12-31T23:59:59-11:30",
            "2026-11-20T21:00:00.25-08:00",
        ] {
            let wall: Wall = text.parse().unwrap();
            assert_eq!(wall.to_string(), text);
            assert_eq!(wall.day(), text[..10]);
            assert_eq!(
                wall.date().to_string(),
                <&str>::max(&text[..10], "2000-01-01")
            );
            assert_eq!(wall.clock(), text[11..16]);
        }
    }

    #[test]
    fn a_wall_time_without_offset_or_outside_the_centuries_is_refused() {
        for text in [
            "2026-11-20T21:00:00",
            "2200-01-01T00:00:00Z",
            "1969-12-31T23:59:59Z",
            "2026-11-20",
            "now",
            "",
        ] {
            assert!(text.parse::<Wall>().is_err(), "{text:?} is no wall time");
        }
    }
}

//! Reads the events of a file, one by one, so that none can take more room than its text.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, SeqAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use super::limits::Limits;
use super::refused::Refused;
use crate::json::BadJson;
use crate::progress::deed::LONGEST_TEXT;
use crate::progress::{Deed, Event, wire};
use crate::text::{clip, visible};

/// The most columns of what a foreign event has to say about its own mistake.
const LONGEST_REASON: usize = 200;

/// What a program calls whole numbers.
const NUMBERS: [&str; 4] = ["i64", "u64", "u32", "u16"];

/// Reads an array of events, given in canonical form, of which there may be at most `most`.
pub(super) fn read(text: &str, most: usize) -> Result<Vec<Event>, Refused> {
    let mut array = serde_json::Deserializer::from_str(text);
    let items = Items { most }.deserialize(&mut array);
    let items = items.map_err(|error| Refused::Header {
        field: "events",
        what: reason(error),
    })?;
    if items.len() > most {
        return Err(Refused::Crowded(most));
    }
    let numbered = items.into_iter().zip(1..);
    numbered
        .map(|(item, number)| event(item.get()).map_err(|what| Refused::Event { number, what }))
        .collect()
}

/// What is wrong with a part of a file, without a place in a text that nobody sees.
pub(super) fn reason(error: serde_json::Error) -> String {
    readable(&BadJson::from(error).what)
}

/// A foreign text as part of a message.
pub(super) fn readable(text: &str) -> String {
    let text = visible(text);
    let plain = NUMBERS.iter().fold(text.into_owned(), |text, kind| {
        text.replace(&format!("expected {kind}"), "expected a whole number")
    });
    clip(&plain, LONGEST_REASON).into_owned()
}

fn event(text: &str) -> Result<Event, String> {
    if text.len() > Limits::EVENT_BYTES {
        return Err(format!(
            "it is larger than {} KiB",
            Limits::EVENT_BYTES >> 10
        ));
    }
    let event = if let Some(event) = wire::read_text(text) {
        event
    } else {
        // What is wrong with it, or new to it, the long way finds out.
        let value: Value = serde_json::from_str(text).map_err(reason)?;
        wire::read(value).map_err(|error| readable(&error.to_string()))?
    };
    if event.id.get_version_num() != 7 {
        return Err(format!("{} is no UUIDv7", event.id));
    }
    if !event.is_timely() {
        return Err(format!(
            "its time {} is after the year 2199, or before 1970",
            event.at
        ));
    }
    let has_long_text = || {
        let value = serde_json::from_str(text);
        value.is_ok_and(|value| longest_text(&value) > LONGEST_TEXT)
    };
    if text.len() > LONGEST_TEXT && !matches!(event.deed, Deed::Newer(_)) && has_long_text() {
        return Err(format!(
            "one of its texts is longer than {} KiB",
            LONGEST_TEXT >> 10
        ));
    }
    Ok(event)
}

/// The bytes of the longest text in an event. What a mentor signed holds many texts, and has no limit of its own.
fn longest_text(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(longest_text).max().unwrap_or(0),
        Value::Object(fields) => {
            let own = fields.iter().filter(|(name, _)| *name != "attestation");
            own.map(|(_, value)| longest_text(value)).max().unwrap_or(0)
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
    }
}

/// The items of an array as they stand: all, or one more than the most there may be.
struct Items {
    most: usize,
}

impl<'de> DeserializeSeed<'de> for Items {
    type Value = Vec<&'de RawValue>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Items {
    type Value = Vec<&'de RawValue>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of events")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while items.len() <= self.most
            && let Some(item) = array.next_element()?
        {
            items.push(item);
        }
        while array.next_element::<IgnoredAny>()?.is_some() {}
        Ok(items)
    }
}

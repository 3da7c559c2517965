//! What every file that leaves one machine for another is made of: a format, a header, events, and an end by which a cut
//! or altered one is known.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::events;
use super::layout::laid_out;
use super::limits::Limits;
use super::refused::Refused;
use crate::json::Fields;
use crate::progress::Event;

/// The field by which a cut or altered file is known.
const END: &str = "end";

/// A file that is whole, of which nothing has been read yet.
pub(super) struct Envelope {
    fields: Fields,
    end: End,
}

/// A file as it is written: all that it says, and its end.
#[derive(Serialize, JsonSchema)]
pub(super) struct Sealed<Content> {
    #[serde(flatten)]
    content: Content,
    /// Tells whether the file is whole.
    end: End,
}

/// The end of a file, by which a cut or altered one is known.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(super) struct End {
    /// How many events it holds.
    pub(super) events: usize,
    /// `sha256:` and the SHA-256 of the RFC 8785 form of the document without `end`, in hexadecimal.
    pub(super) digest: String,
}

impl Envelope {
    /// Opens a file of this format, which no limit lets be larger than that.
    pub(super) fn open(
        bytes: &[u8],
        format: &'static str,
        largest: Limits,
    ) -> Result<Self, Refused> {
        within(largest, bytes)?;
        // A NUL stands in no JSON, and between all letters of a text in UTF-16.
        if std::str::from_utf8(bytes).is_err() || bytes.contains(&0) {
            return Err(Refused::NotText);
        }
        let fields = Fields::read(bytes)?;
        check_format(fields.get("format"), format)?;
        let end = checked_end(fields.get(END), &fields.digest_without(END))?;
        Ok(Self { fields, end })
    }

    /// Takes a field of the header; within it, fields that are not known are ignored.
    pub(super) fn header<T: DeserializeOwned>(&self, field: &'static str) -> Result<T, Refused> {
        let missing = || Refused::Header {
            field,
            what: "it is missing".to_owned(),
        };
        let text = self.fields.get(field).ok_or_else(missing)?;
        serde_json::from_str(text).map_err(|error| Refused::Header {
            field,
            what: events::reason(error),
        })
    }

    /// Takes the events, in the order in which they stand; there may be at most `most`.
    pub(super) fn events(&self, most: usize) -> Result<Vec<Event>, Refused> {
        let events = self.fields.get("events").ok_or(Refused::Altered)?;
        let events = events::read(events, most)?;
        if events.len() == self.end.events {
            Ok(events)
        } else {
            Err(Refused::Altered)
        }
    }
}

/// The text of a file that says this, with so many events.
pub(super) fn sealed<Content: Serialize>(
    content: Content,
    events: usize,
) -> Result<String, Refused> {
    let digest = Fields::read(laid_out(&content).as_bytes())?.digest_without(END);
    let end = End { events, digest };
    Ok(laid_out(&Sealed { content, end }))
}

/// The JSON Schema of a file that says this, draft 2020-12.
pub(super) fn schema<Content: JsonSchema>() -> Value {
    let generator = || {
        SchemaSettings::draft2020_12()
            .for_serialize()
            .into_generator()
    };
    let said: Schema = generator().into_root_schema_for::<Content>();
    let mut whole = generator().into_root_schema_for::<Sealed<Content>>();
    // A reader is told of the file, and not of how it is put together.
    for word in ["title", "description"] {
        if let Some(text) = said.get(word) {
            whole.insert(word.to_owned(), text.clone());
        }
    }
    whole.to_value()
}

/// Refuses what is larger than that.
pub(super) fn within(limits: Limits, bytes: &[u8]) -> Result<(), Refused> {
    if bytes.len() > limits.bytes {
        return Err(Refused::Large(limits.bytes));
    }
    Ok(())
}

/// Refuses a header of which a text is too long; each text stands beside its field.
pub(super) fn check_lengths(texts: &[(&'static str, &str)]) -> Result<(), Refused> {
    let mut texts = texts.iter();
    match texts.find(|(_, text)| text.len() > Limits::HEADER_BYTES) {
        Some(&(field, _)) => {
            let what = format!("it holds a text longer than {} bytes", Limits::HEADER_BYTES);
            Err(Refused::Header { field, what })
        }
        None => Ok(()),
    }
}

fn check_format(found: Option<&str>, known: &'static str) -> Result<(), Refused> {
    let found: Option<String> = found.and_then(|text| serde_json::from_str(text).ok());
    let found = found.ok_or(Refused::Foreign(known))?;
    if found == known {
        return Ok(());
    }
    let family = known.trim_end_matches(|char| char != '/');
    match found.strip_prefix(family) {
        Some(_) => Err(Refused::Newer {
            found: events::readable(&found),
            known,
        }),
        None => Err(Refused::Foreign(known)),
    }
}

/// The end of a file, if it fits the digest of what stands before it.
fn checked_end(end: Option<&str>, digest: &str) -> Result<End, Refused> {
    let end: Option<End> = end.and_then(|text| serde_json::from_str(text).ok());
    end.filter(|end| end.digest == digest)
        .ok_or(Refused::Altered)
}

//! Events as JSON, as progress files and the store keep them. Version 1 is read for ever.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::deed::{Deed, Newer};
use super::event::{Device, Event, Reviewer};
use super::time::Wall;

/// The kinds of deed that version 1 knows; any other is from a newer version and kept as it is.
pub const KINDS: [&str; 21] = [
    "started",
    "done",
    "skipped",
    "reopened",
    "answered",
    "noted",
    "replied",
    "evidence",
    "evidence_removed",
    "chose",
    "aimed",
    "credited",
    "spent",
    "paused",
    "retracted",
    "forgotten",
    "same_learner",
    "reference",
    "application",
    "experience",
    "verdict",
];

/// Why a JSON value is no event.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct BadEvent(String);

/// The shape of an event on the wire, with its fields in the order in which files have them.
#[derive(Serialize, Deserialize, schemars::JsonSchema)]
#[schemars(rename = "Event")]
#[serde(deny_unknown_fields)]
pub struct Wire<D = Value> {
    /// Unique for ever, a `UUIDv7`.
    id: Uuid,
    /// Shared by the deeds of one action.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    batch: Option<Uuid>,
    /// Hybrid time in microseconds; only orders.
    #[schemars(range(min = -9_007_199_254_740_992_i64, max = 9_007_199_254_740_992_i64))]
    at: i64,
    /// What the clock said, in RFC 3339 with an offset, from 1970 to 2199.
    #[schemars(with = "String", extend("format" = "date-time"))]
    wall: Wall,
    /// The machine's random name.
    #[schemars(with = "String", regex(pattern = "^[0-9a-f]{8}$"))]
    device: Device,
    /// The mentor who did it; absent where it was the learner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String", regex(pattern = "^[A-Za-z0-9@._+-]{1,254}$"))]
    by: Option<Reviewer>,
    /// The version of the deed's shape.
    v: u32,
    /// What happened. A kind that is not listed here is from a newer version, and kept.
    #[schemars(with = "Deed")]
    deed: D,
}

impl From<&Event> for Wire {
    fn from(event: &Event) -> Self {
        Self {
            id: event.id,
            batch: event.batch,
            at: event.at,
            wall: event.wall.clone(),
            device: event.device,
            by: event.by.clone(),
            v: event.version(),
            deed: write_deed(&event.deed),
        }
    }
}

/// Reads an event.
///
/// # Errors
/// A field is missing, unknown or out of range. An unknown kind or version of the deed is no error.
pub fn read(value: Value) -> Result<Event, BadEvent> {
    let wire: Wire = serde_json::from_value(value).map_err(|error| BadEvent(error.to_string()))?;
    event(wire, read_deed)
}

/// Reads an event that this version wrote from its text. `None` where it is anything else; [`read`] tells what.
pub fn read_text(text: &str) -> Option<Event> {
    let wire: Wire<Deed> = serde_json::from_str(text).ok()?;
    let is_ours = wire.v == Event::VERSION;
    is_ours
        .then(|| event(wire, |_, deed| Ok(deed)).ok())
        .flatten()
}

/// Writes an event; the inverse of [`read`].
pub fn write(event: &Event) -> Value {
    serde_json::to_value(Wire::from(event)).unwrap_or_default()
}

/// The event of this shape, of which `read` reads the deed, told its version.
fn event<D>(
    wire: Wire<D>,
    read: impl FnOnce(u32, D) -> Result<Deed, BadEvent>,
) -> Result<Event, BadEvent> {
    let Wire {
        id,
        batch,
        at,
        wall,
        device,
        by,
        v,
        deed,
    } = wire;
    Ok(Event {
        id,
        batch,
        at,
        wall,
        device,
        by,
        deed: read(v, deed)?,
    })
}

/// Reads a deed as an event of this version holds it.
///
/// # Errors
/// The deed is of a known kind and version, and one of its fields is missing, unknown or out of range.
pub fn read_deed(version: u32, deed: Value) -> Result<Deed, BadEvent> {
    if version == 0 {
        return Err(BadEvent("there is no version 0".into()));
    }
    let newer = Newer {
        version,
        body: deed,
    };
    if version != Event::VERSION || !KINDS.contains(&newer.kind()) {
        return Ok(Deed::Newer(newer));
    }
    let kind = newer.kind().to_owned();
    serde_json::from_value(newer.body).map_err(|error| BadEvent(format!("deed `{kind}`: {error}")))
}

/// Reads a deed as [`read_deed`] does, from its text.
///
/// # Errors
/// As [`read_deed`], or it is no JSON.
pub fn read_deed_text(version: u32, text: &str) -> Result<Deed, BadEvent> {
    // What this version wrote needs no detour; whatever else it is, the long way finds out.
    if version == Event::VERSION
        && let Ok(deed) = serde_json::from_str(text)
    {
        return Ok(deed);
    }
    let deed = serde_json::from_str(text).map_err(|error| BadEvent(error.to_string()))?;
    read_deed(version, deed)
}

/// Writes a deed; the inverse of [`read_deed`].
pub fn write_deed(deed: &Deed) -> Value {
    match deed {
        Deed::Newer(newer) => newer.body.clone(),
        known => serde_json::to_value(known).unwrap_or_default(),
    }
}

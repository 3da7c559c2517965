//! Progress files with events that somebody wrote into them by hand.

use milepost::json;
use serde_json::{Value, json};

/// A file with one more event, sealed again.
pub(crate) fn with(file: &str, more: &[Value]) -> String {
    changed(file, |file| {
        let events = file["events"].as_array_mut().unwrap();
        events.extend_from_slice(more);
    })
}

/// A file that somebody changed, sealed again.
pub(crate) fn changed(file: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut file: Value = serde_json::from_str(file).unwrap();
    change(&mut file);
    file.as_object_mut().unwrap().remove("end");
    sealed(file)
}

/// A file with the end that fits what stands before it.
pub(crate) fn sealed(mut file: Value) -> String {
    let events = file["events"].as_array().map_or(0, Vec::len);
    let digest = json::digest(&file);
    file["end"] = json!({"events": events, "digest": digest});
    file.to_string()
}

/// An event a day after all others.
pub(crate) fn event(number: u16, by: Option<&str>, deed: &Value) -> Value {
    let mut event = json!({
        "id": format!("0198c0de-0000-7000-8000-{number:012}"),
        "at": 1_796_000_000_000_000_i64 + i64::from(number),
        "wall": "2026-11-21T21:00:00+01:00",
        "device": "5f0c21aa",
        "v": 1,
        "deed": deed,
    });
    if let Some(by) = by {
        event["by"] = by.into();
    }
    event
}

//! Files that leave one machine for another: what they tell, and what is refused.

mod attestation;
mod hostile;
mod limits;
mod reviews;
mod roster;
mod sample;
mod sharing;
mod whole;

use milepost::exchange::{ProgressFile, Refused, progress_file};
use serde_json::{Value, json};

use crate::kit::forged::sealed;

/// What version 1 wrote for a mentor. It opens for ever.
const SHARED_1: &str = include_str!("../fixtures/progress/shared-1.milepost.json");

/// What version 1 wrote for a second machine. It opens for ever.
const SYNC_1: &str = include_str!("../fixtures/progress/sync-1.milepost.json");

/// A file with one tick, as somebody might write it by hand, without its end.
fn small() -> Value {
    json!({
        "format": "milepost-progress/1",
        "scope": "shared",
        "learner": {"id": "0198c0de-0000-7000-8000-0123456789ab", "name": "A. Learner"},
        "curriculum": {"id": "backend-developer", "version": "1.0.0", "digest": "sha256:0"},
        "exported_at": "2026-11-20T20:00:00Z",
        "events": [event(1)],
    })
}

/// A tick with the id of this number.
fn event(number: usize) -> Value {
    json!({
        "id": format!("0198c0de-0000-7000-8000-{number:012x}"), "at": 1_763_668_800_000_000_u64 + number as u64,
        "wall": "2026-11-20T21:00:00+01:00", "device": "5f0c21aa", "v": 1,
        "deed": {"done": {"milestone": "backend-developer/sql-joins"}},
    })
}

fn read(text: &str) -> Result<ProgressFile, Refused> {
    progress_file::read(text.as_bytes())
}

/// Why a sealed file is refused, in words.
fn refusal(file: Value) -> String {
    read(&sealed(file)).unwrap_err().to_string()
}

/// The small file after a change to it.
fn changed(change: impl FnOnce(&mut Value)) -> Value {
    let mut file = small();
    change(&mut file);
    file
}

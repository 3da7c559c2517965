//! Typed texts, read as what they are to be.

use std::fmt::Display;

use uuid::Uuid;

use crate::curriculum::{EvidenceKind, Place, RecordKind};
use crate::progress::span::{Minutes, Until};
use crate::progress::{Day, Field, Intent, NewProof};
use crate::text::with_scheme;
use crate::tui::known::Known;
use crate::tui::message::Failure;

pub(super) fn proof(kind: EvidenceKind, text: &str) -> NewProof {
    NewProof {
        kind,
        content: match kind {
            EvidenceKind::Repository | EvidenceKind::Deployment => {
                with_scheme(text.trim()).into_owned()
            }
            EvidenceKind::None | EvidenceKind::Note => text.trim().to_owned(),
        },
        commit: None,
    }
}

pub(super) fn minutes(text: &str) -> Result<u32, Failure> {
    let Minutes(minutes) = text.parse().map_err(unfit)?;
    Ok(u32::try_from(minutes).unwrap_or(u32::MAX))
}

pub(super) fn spent(place: Place, minutes: u32, today: Day) -> Intent {
    Intent::Spend {
        place: Some(place),
        minutes,
        day: today,
        today,
    }
}

pub(super) fn hours(text: &str) -> Result<Intent, Failure> {
    let figure = text.trim().trim_end_matches('h').trim_end();
    let hours = figure.parse();
    let hours = hours.map_err(|_| Failure::of("hours a week are written like 10", ""))?;
    Ok(Intent::Aim {
        target: None,
        hours_per_week: Some(hours),
    })
}

/// A pause until a day, or for so long.
pub(super) fn pause(text: &str, today: Day) -> Result<Intent, Failure> {
    let until: Until = text.parse().map_err(unfit)?;
    Ok(Intent::Pause {
        until: until.day(today).map_err(unfit)?,
        reason: None,
        today,
    })
}

/// A new record of which this is known.
pub(super) fn record(kind: RecordKind, field: Field, text: &str, today: Day) -> Intent {
    Intent::AddRecord {
        kind,
        given: vec![(field, of_field(field, text))],
        today,
    }
}

/// A record with this in one of its fields.
pub(super) fn changed(kind: RecordKind, id: Uuid, field: Field, text: &str, today: Day) -> Intent {
    Intent::ChangeRecord {
        kind,
        id,
        given: vec![(field, of_field(field, text))],
        today,
    }
}

fn of_field(field: Field, text: &str) -> String {
    match text.trim() {
        text if field.is_address() && !text.is_empty() => with_scheme(text).into_owned(),
        text => text.to_owned(),
    }
}

pub(super) fn today(known: &Known) -> Result<Day, Failure> {
    let what = "the clock says a day that cannot be";
    known
        .today
        .ok_or_else(|| Failure::of(what, "set the clock of this machine"))
}

fn unfit(error: impl Display) -> Failure {
    Failure::of(&error.to_string(), "")
}

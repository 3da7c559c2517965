//! Evidence as lists show it.

use serde::Serialize;
use uuid::Uuid;

use super::line::{Line, Tone};
use crate::curriculum::{EvidenceKind, Place};
use crate::insight::Snapshot;

/// How many digits of an id a list shows: those at its end, which differ even where much was done at once.
const DIGITS: usize = 8;

/// One piece of evidence.
#[derive(Debug, Serialize)]
pub(super) struct Proof {
    /// Names it, for taking it back.
    pub(super) id: Uuid,
    /// The milestone's id.
    pub(super) milestone: String,
    /// A note, a repository or a deployment.
    kind: EvidenceKind,
    /// The address, or the text of a note.
    pub(super) content: String,
    /// The commit that a repository stood at.
    commit: Option<String>,
    /// The day on which it was attached.
    day: String,
}

/// The evidence of a milestone, oldest first.
pub(super) fn of(place: Place, snapshot: &Snapshot) -> Vec<Proof> {
    let entry = snapshot.entry(place);
    let proofs = entry.mark.evidence.iter();
    proofs
        .map(|proof| Proof {
            id: proof.id,
            milestone: entry.milestone.key.id().to_owned(),
            kind: proof.kind,
            content: proof.content.clone(),
            commit: proof.commit.clone(),
            day: proof.stamp.wall.day(),
        })
        .collect()
}

impl Proof {
    /// The cells of a table: id, day, kind, content, commit.
    pub(super) fn cells(&self) -> Vec<Line> {
        vec![
            Line::from("  ").then(Tone::Name, &short(self.id)),
            self.day.as_str().into(),
            self.kind.word().into(),
            self.content.as_str().into(),
            Line::default().then(Tone::Quiet, self.commit.as_deref().unwrap_or_default()),
        ]
    }
}

/// The end of an id, as lists show it and commands take it.
pub(super) fn short(id: Uuid) -> String {
    let text = id.simple().to_string();
    text[text.len() - DIGITS..].to_owned()
}

//! Evidence as a mentor signs it: its kind, its address or text, and its commit where that is known.

use serde::de::{Deserializer, Error};
use serde::{Deserialize, Serialize, Serializer};

use crate::curriculum::EvidenceKind;
use crate::insight::Seen;

/// One piece.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Piece {
    kind: EvidenceKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    commit: Option<String>,
}

pub(super) fn serialize<S: Serializer>(seen: &[Seen], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(seen.iter().map(Piece::from))
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<Seen>, D::Error> {
    let pieces = Vec::<Piece>::deserialize(deserializer)?;
    let seen = pieces.into_iter().map(|piece| {
        let odd = || D::Error::custom("evidence that says no or too much, or is of no kind");
        piece.seen().ok_or_else(odd)
    });
    seen.collect()
}

impl Piece {
    fn seen(self) -> Option<Seen> {
        let Self {
            kind,
            url,
            text,
            commit,
        } = self;
        let (content, other) = match Seen::field(kind) {
            "url" => (url, text),
            _ => (text, url),
        };
        let is_one = kind != EvidenceKind::None && other.is_none();
        is_one.then_some(Seen {
            kind,
            content: content?,
            commit,
        })
    }
}

impl From<&Seen> for Piece {
    fn from(seen: &Seen) -> Self {
        let content = Some(seen.content.clone());
        let (url, text) = match Seen::field(seen.kind) {
            "url" => (content, None),
            _ => (None, content),
        };
        Self {
            kind: seen.kind,
            url,
            text,
            commit: seen.commit.clone(),
        }
    }
}

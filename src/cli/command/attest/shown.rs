//! What was found out of an attestation, as data.

use serde::Serialize;
use uuid::Uuid;

use crate::curriculum::{EvidenceKind, Id, Key};
use crate::exchange::Statement;
use crate::exchange::attestation::Named;
use crate::insight::Seen;
use crate::progress::Reviewer;
use crate::progress::verdict::{Level, Ruling};
use crate::system::ssh::Signature;

/// What was found out.
#[derive(Debug, Serialize)]
pub(super) struct Shown {
    pub(super) intact: bool,
    pub(super) trusted: bool,
    pub(super) key: Option<String>,
    pub(super) why: Option<String>,
    pub(super) says: Option<Said>,
}

/// What the mentor said.
#[derive(Debug, Serialize)]
pub(super) struct Said {
    pub(super) verdict: Ruling,
    pub(super) level: Option<Level>,
    pub(super) learner: Somebody<Uuid>,
    pub(super) reviewer: Somebody<Reviewer>,
    pub(super) milestone: Subject,
    pub(super) curriculum: Edition,
    pub(super) evidence: Vec<Piece>,
    pub(super) day: String,
    pub(super) reviewed_at: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Somebody<I> {
    pub(super) id: I,
    pub(super) name: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct Subject {
    pub(super) id: Key,
    pub(super) title: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Edition {
    pub(super) id: Id,
    pub(super) version: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Piece {
    pub(super) kind: EvidenceKind,
    pub(super) content: String,
    pub(super) commit: Option<String>,
}

impl Shown {
    pub(super) fn of(signature: &Signature, told: Option<&Statement>) -> Self {
        let (key, why) = match signature {
            Signature::Trusted { key } => (Some(key), None),
            Signature::Intact { key, why } => (Some(key), Some(why)),
            Signature::Broken { why } => (None, Some(why)),
        };
        Self {
            intact: !matches!(signature, Signature::Broken { .. }),
            trusted: matches!(signature, Signature::Trusted { .. }),
            key: key.cloned(),
            why: why.cloned(),
            says: told.map(Said::from),
        }
    }
}

impl From<&Statement> for Said {
    fn from(told: &Statement) -> Self {
        let milestone = &told.milestone;
        Self {
            verdict: told.verdict,
            level: told.level,
            learner: (&told.learner).into(),
            reviewer: (&told.reviewer).into(),
            milestone: Subject {
                id: milestone.id.clone(),
                title: milestone.title.clone(),
            },
            curriculum: Edition {
                id: told.curriculum.id.clone(),
                version: told.curriculum.version.clone(),
            },
            evidence: told.evidence.iter().map(Piece::from).collect(),
            day: told.reviewed_at.day(),
            reviewed_at: told.reviewed_at.to_string(),
        }
    }
}

impl<I: Clone> From<&Named<I>> for Somebody<I> {
    fn from(named: &Named<I>) -> Self {
        Self {
            id: named.id.clone(),
            name: named.name.clone(),
        }
    }
}

impl From<&Seen> for Piece {
    fn from(seen: &Seen) -> Self {
        Self {
            kind: seen.kind,
            content: seen.content.clone(),
            commit: seen.commit.clone(),
        }
    }
}

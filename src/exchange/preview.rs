//! What a progress file will tell, for somebody about to send it.

use std::collections::BTreeMap;

use super::progress_file::{Learner, ProgressFile, Scope};
use super::share::LeftOut;
use crate::curriculum::{EvidenceKind, Id, Key};
use crate::progress::{Deed, Event};
use crate::text::Link;

/// What a progress file will tell, and what it will not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// For whom it is.
    pub scope: Scope,
    /// Whose progress it is, and the name it gives.
    pub learner: Learner,
    /// In which curriculum.
    pub curriculum: Id,
    /// How many deeds it tells, by their kind.
    pub told: BTreeMap<String, usize>,
    /// Each piece of evidence that leaves, oldest first; one that was taken back is told, too.
    pub evidence: Vec<Evidence>,
    /// What it does not tell.
    pub left_out: LeftOut,
}

/// A piece of evidence that leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What it proves.
    pub milestone: Key,
    /// What kind it is.
    pub kind: EvidenceKind,
    /// The address or the note, as it was written.
    pub content: String,
    /// What the learner may not have meant to tell.
    pub doubt: Option<Doubt>,
}

/// What somebody may not have meant to tell with an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// It is of this machine or of a private network.
    Private,
    /// It may hold a key.
    Key,
    /// It has more than a place: what stands behind `?` or `#`.
    Question,
}

impl Doubt {
    /// The doubt about an address, if there is one.
    fn about(content: &str) -> Option<Self> {
        let link: Link = content.parse().ok()?;
        if link.may_hold_key() {
            Some(Self::Key)
        } else if link.is_private() {
            Some(Self::Private)
        } else {
            (!link.question().is_empty()).then_some(Self::Question)
        }
    }

    /// The doubt in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Private => "nobody else can go there",
            Self::Key => "it may hold a key",
            Self::Question => "it tells more than a place",
        }
    }
}

/// The preview of a file, of which [`super::share()`] has left that out.
pub fn preview(file: &ProgressFile, left_out: LeftOut) -> Preview {
    let mut told = BTreeMap::new();
    for event in file.log.events() {
        *told.entry(event.deed.kind().to_owned()).or_default() += 1;
    }
    Preview {
        scope: file.scope,
        learner: file.learner.clone(),
        curriculum: file.curriculum.id.clone(),
        told,
        evidence: file.log.events().iter().filter_map(evidence).collect(),
        left_out,
    }
}

fn evidence(event: &Event) -> Option<Evidence> {
    let Deed::Evidence(proof) = &event.deed else {
        return None;
    };
    let content = proof.url.as_ref().or(proof.text.as_ref())?;
    Some(Evidence {
        milestone: proof.milestone.clone(),
        kind: proof.kind,
        doubt: Doubt::about(content),
        content: content.clone(),
    })
}

//! What a learner can be typing: about which milestones, for which purpose, and what becomes of it.

use super::known::Known;
use crate::curriculum::{EvidenceKind, Key, Place};
use crate::progress::{Intent, NewProof};

/// A text being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writing {
    /// The milestones that it is about; none where it is about the learner.
    pub about: Vec<Key>,
    /// What it will be.
    pub purpose: Purpose,
}

/// What a typed text will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A private note.
    Note,
    /// The reason for passing over milestones; may stay empty.
    Reason,
    /// A proof of this kind.
    Proof(EvidenceKind),
}

/// A text that was not sent, under the name by which it is found again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What it will be.
    pub writing: Writing,
    /// The text so far.
    pub text: String,
}

impl Writing {
    /// The name under which the store keeps a draft of it.
    pub fn draft_key(&self) -> String {
        let word = self.purpose.word();
        match self.about.as_slice() {
            [] => word.to_owned(),
            [one] => format!("{word}:{}", one.as_str()),
            [first, others @ ..] => format!("{word}:{}+{}", first.as_str(), others.len()),
        }
    }

    /// What to record once the text is finished.
    pub fn intents(&self, text: &str, known: &Known) -> Vec<Intent> {
        let places = known.places(&self.about).into_iter();
        places.map(|place| self.intent(place, text)).collect()
    }

    fn intent(&self, place: Place, text: &str) -> Intent {
        match self.purpose {
            Purpose::Note => Intent::Note(Some(place), text.to_owned()),
            Purpose::Reason => {
                let reason = Some(text.trim()).filter(|reason| !reason.is_empty());
                Intent::Skip(place, reason.map(str::to_owned))
            }
            Purpose::Proof(kind) => {
                let proof = NewProof {
                    kind,
                    content: text.trim().to_owned(),
                    commit: None,
                };
                Intent::Prove(place, proof)
            }
        }
    }
}

impl Purpose {
    /// What the learner is asked for.
    pub fn question(self) -> &'static str {
        match self {
            Self::Note => "A note, for you alone",
            Self::Reason => "Why skip it? (may stay empty)",
            Self::Proof(EvidenceKind::Repository) => "Address of the repository",
            Self::Proof(EvidenceKind::Deployment) => "Address where it runs",
            Self::Proof(EvidenceKind::None | EvidenceKind::Note) => {
                "What shows that you can do it?"
            }
        }
    }

    /// What it is called: "note".
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Reason => "reason",
            Self::Proof(kind) => kind.word(),
        }
    }
}

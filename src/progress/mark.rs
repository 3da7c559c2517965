//! What has happened to one milestone.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::answers::Answers;
use super::deed::{Answer, Marked, Proof, Replied};
use super::event::{Event, Reviewer};
use super::recurrence::Recurrence;
use super::verdict::Verdict;
use crate::curriculum::{EvidenceKind, Key};
use crate::text::Link;

pub use super::stamp::Stamp;

/// The fold of all events on one milestone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// When work on it began.
    pub started: Option<Stamp>,
    /// When it was done; stands until reopened.
    pub done: Option<Tick>,
    /// Of the milestones that were merged into it, those of which something was made.
    pub parts: BTreeMap<Key, Part>,
    /// When it was passed over, unless it is done.
    pub skipped: Option<Skip>,
    /// The background for which it is credited.
    pub credited: Option<Key>,
    /// The latest answer to each of its checks.
    pub answers: Answers,
    /// The proofs attached, oldest first, without those taken back.
    pub evidence: Vec<Evidence>,
    /// The private notes, oldest first.
    pub notes: Vec<Note>,
    /// The replies to verdicts, oldest first.
    pub replies: Vec<Reply>,
    /// Every verdict on it, oldest first.
    pub verdicts: Vec<Given>,
    /// The minutes recorded for it.
    pub minutes: u32,
    /// The latest `done`, `evidence`, `evidence_removed` or `replied`: what a mentor answers.
    pub submission: Option<Uuid>,
}

/// What was made of a milestone, the least first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Part {
    /// It was passed over.
    Skipped,
    /// It is credited for this background.
    Credited(Key),
    /// It is done.
    Done,
}

/// What an event's milestone is to the mark that it lands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The milestone itself, under its own name or a former one, or one that it is a part of.
    Whole,
    /// One of so many that were merged into it.
    Part {
        /// How many.
        of_all: usize,
    },
}

/// A milestone done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tick {
    /// When.
    pub stamp: Stamp,
    /// Whether it was still locked then.
    pub out_of_order: bool,
}

/// A milestone passed over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Skip {
    /// When.
    pub stamp: Stamp,
    /// Why, if the learner said so.
    pub reason: Option<String>,
}

/// An answer to a check.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    /// How sure.
    pub answer: Answer,
    /// Whether the question comes back, and when.
    pub again: Option<Recurrence>,
    /// When.
    pub stamp: Stamp,
}

/// A proof.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Names it, for taking it back.
    pub id: Uuid,
    /// A note, a repository or a deployment.
    pub kind: EvidenceKind,
    /// The address, or the text of a note.
    pub content: String,
    /// The commit that a repository stood at.
    pub commit: Option<String>,
    /// When it was attached.
    pub stamp: Stamp,
}

impl Evidence {
    /// Whether it proves what asks for evidence of this kind.
    pub fn proves(&self, kind: EvidenceKind) -> bool {
        self.kind == kind && !self.runs_at_home()
    }

    /// Whether it is a deployment to which nobody else can go, on this machine, say, or in a private network: that proves
    /// nothing.
    pub fn runs_at_home(&self) -> bool {
        let link = self.content.parse::<Link>();
        self.kind == EvidenceKind::Deployment && link.is_ok_and(|link| link.is_private())
    }
}

/// A private note.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// The event's id.
    pub event: Uuid,
    /// The text.
    pub text: String,
    /// When.
    pub stamp: Stamp,
}

/// A word to the mentor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// The verdict that it answers.
    pub verdict: Uuid,
    /// The text.
    pub text: String,
    /// When.
    pub stamp: Stamp,
}

/// A verdict and who gave it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Given {
    /// The event's id.
    pub event: Uuid,
    /// The mentor.
    pub by: Reviewer,
    /// What they say.
    #[serde(with = "super::kept::as_json")]
    pub verdict: Verdict,
    /// When.
    pub stamp: Stamp,
}

impl Mark {
    /// Nothing has happened.
    pub(super) const UNTOUCHED: Self = Self {
        started: None,
        done: None,
        parts: BTreeMap::new(),
        skipped: None,
        credited: None,
        answers: Answers::NONE,
        evidence: Vec::new(),
        notes: Vec::new(),
        replies: Vec::new(),
        verdicts: Vec::new(),
        minutes: 0,
        submission: None,
    };

    /// Whether it opens what comes after it: done, credited or passed over.
    pub fn is_settled(&self) -> bool {
        self.done.is_some() || self.credited.is_some() || self.skipped.is_some()
    }

    /// Whether it counts in a percentage: done or credited.
    pub fn counts(&self) -> bool {
        self.done.is_some() || self.credited.is_some()
    }

    /// Whether something [proves](Evidence::proves) what asks for evidence of that kind.
    pub fn has_evidence(&self, kind: EvidenceKind) -> bool {
        let mut evidence = self.evidence.iter();
        kind == EvidenceKind::None || evidence.any(|evidence| evidence.proves(kind))
    }

    pub(super) fn start(&mut self, event: &Event) {
        self.started = Some(event.into());
        self.skipped = None;
    }

    /// What the whole becomes by this, which may have been done to one of the milestones merged into it: then the least
    /// that all of those are, or nothing yet.
    pub(super) fn becomes(&mut self, made: Part, of: &Key, role: Role) -> Option<Part> {
        let Role::Part { of_all } = role else {
            return Some(made);
        };
        let part = self
            .parts
            .remove(of)
            .map_or(made.clone(), |known| known.max(made));
        self.parts.insert(of.clone(), part);
        let all = (self.parts.len() == of_all).then(|| self.parts.values().min());
        all.flatten().cloned()
    }

    /// Makes the whole what it became.
    pub(super) fn settle(&mut self, event: &Event, became: Part, marked: Option<&Marked>) {
        match became {
            Part::Done => {
                let out_of_order = marked.and_then(|marked| marked.out_of_order) == Some(true);
                let stamp = event.into();
                self.done = Some(Tick {
                    stamp,
                    out_of_order,
                });
                self.skipped = None;
            }
            Part::Credited(background) => self.credited = Some(background),
            Part::Skipped if self.counts() => {}
            Part::Skipped => {
                let reason = marked.and_then(|marked| marked.reason.clone());
                let stamp = event.into();
                self.skipped = Some(Skip { stamp, reason });
            }
        }
    }

    pub(super) fn reopen(&mut self, marked: &Marked) {
        self.done = None;
        self.skipped = None;
        self.credited = None;
        self.parts.remove(&marked.milestone);
    }

    pub(super) fn prove(&mut self, event: &Event, proof: &Proof) {
        self.evidence.push(Evidence {
            id: proof.evidence,
            kind: proof.kind,
            content: proof
                .url
                .clone()
                .or_else(|| proof.text.clone())
                .unwrap_or_default(),
            commit: proof.commit.clone(),
            stamp: event.into(),
        });
    }

    pub(super) fn reply(&mut self, event: &Event, replied: &Replied) {
        self.replies.push(Reply {
            verdict: replied.verdict,
            text: replied.text.clone(),
            stamp: event.into(),
        });
    }

    pub(super) fn judge(&mut self, event: &Event, by: &Reviewer, verdict: &Verdict) {
        self.verdicts.push(Given {
            event: event.id,
            by: by.clone(),
            verdict: verdict.clone(),
            stamp: event.into(),
        });
    }
}

impl Default for Mark {
    fn default() -> Self {
        Self::UNTOUCHED
    }
}

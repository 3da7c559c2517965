//! What can happen. Deeds are pinned by bytes for ever: what version 1 wrote, every later version reads.

mod content;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::record::{Application, Experience, Reference};
use super::verdict::Verdict;
use crate::curriculum::Key;

pub use content::{
    Aimed, Answer, Answered, Chose, Credited, Forgotten, Marked, Newer, Noted, Paused, Proof,
    ProofRemoved, Replied, Retracted, SameLearner, Spent,
};

/// The longest text that a learner may record in one deed, in bytes.
pub const LONGEST_TEXT: usize = 8 * 1024;

/// What happened. Each kind is undone by [`Deed::Retracted`], and documents what it means in the fold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// Work on a milestone began. Never lowers a done one.
    Started(Marked),
    /// A milestone is done, until reopened or retracted.
    Done(Marked),
    /// A milestone is passed over: it unlocks what follows and still lacks to 100 %. Never lowers a done one.
    Skipped(Marked),
    /// A milestone is no longer done, credited or skipped.
    Reopened(Marked),
    /// A self-check was answered; the latest answer per check counts.
    Answered(Answered),
    /// A private note.
    Noted(Noted),
    /// The learner's word to a mentor on a verdict.
    Replied(Replied),
    /// A proof was attached.
    Evidence(Proof),
    /// That one proof was taken back.
    EvidenceRemoved(ProofRemoved),
    /// A choice was made; it replaces the group's whole set.
    Chose(Chose),
    /// A target was set; the latest counts.
    Aimed(Aimed),
    /// A background was claimed: its milestones unlock and count, shown apart from done.
    Credited(Credited),
    /// Time was spent.
    Spent(Spent),
    /// A holiday, so that it does not read as a stall.
    Paused(Paused),
    /// Earlier events of the same author are undone. A retraction can itself be retracted.
    Retracted(Retracted),
    /// The content of this event was forgotten for good.
    Forgotten(Forgotten),
    /// Two stores that began apart belong to one learner; the smallest id names both.
    SameLearner(SameLearner),
    /// A reference of the job search; the latest per id counts.
    Reference(Reference),
    /// An application of the job search; the latest per id counts.
    Application(Application),
    /// Earlier work; the latest per id counts.
    Experience(Experience),
    /// A mentor's answer. Only by a mentor.
    Verdict(Verdict),
    /// A deed that a newer version wrote: kept and passed on, and without effect here.
    #[serde(skip)]
    Newer(Newer),
}

impl Deed {
    /// The name of the kind, as the wire and the journal's filter write it.
    pub fn kind(&self) -> &str {
        match self {
            Self::Started(_) => "started",
            Self::Done(_) => "done",
            Self::Skipped(_) => "skipped",
            Self::Reopened(_) => "reopened",
            Self::Answered(_) => "answered",
            Self::Noted(_) => "noted",
            Self::Replied(_) => "replied",
            Self::Evidence(_) => "evidence",
            Self::EvidenceRemoved(_) => "evidence_removed",
            Self::Chose(_) => "chose",
            Self::Aimed(_) => "aimed",
            Self::Credited(_) => "credited",
            Self::Spent(_) => "spent",
            Self::Paused(_) => "paused",
            Self::Retracted(_) => "retracted",
            Self::Forgotten(_) => "forgotten",
            Self::SameLearner(_) => "same_learner",
            Self::Reference(_) => "reference",
            Self::Application(_) => "application",
            Self::Experience(_) => "experience",
            Self::Verdict(_) => "verdict",
            Self::Newer(newer) => newer.kind(),
        }
    }

    /// The name of the proof that it attaches, if it attaches one.
    pub fn evidence(&self) -> Option<Uuid> {
        match self {
            Self::Evidence(proof) => Some(proof.evidence),
            _ => None,
        }
    }

    /// The milestone that the deed is about, if it is about one.
    pub fn milestone(&self) -> Option<&Key> {
        match self {
            Self::Started(marked)
            | Self::Done(marked)
            | Self::Skipped(marked)
            | Self::Reopened(marked) => Some(&marked.milestone),
            Self::Answered(answered) => Some(&answered.milestone),
            Self::Noted(noted) => noted.milestone.as_ref(),
            Self::Replied(replied) => Some(&replied.milestone),
            Self::Evidence(proof) => Some(&proof.milestone),
            Self::Spent(spent) => spent.milestone.as_ref(),
            Self::Verdict(verdict) => Some(&verdict.milestone),
            _ => None,
        }
    }

    /// All milestones that the deed is about.
    pub fn milestones(&self) -> impl Iterator<Item = &Key> {
        let credited = match self {
            Self::Credited(credited) => credited.milestones.as_slice(),
            _ => &[],
        };
        self.milestone().into_iter().chain(credited)
    }

    /// The choice that the deed is about, if it is about one.
    pub fn choice(&self) -> Option<&Key> {
        match self {
            Self::Chose(chose) => Some(&chose.choice),
            _ => None,
        }
    }
}

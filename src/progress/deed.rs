//! What can happen. Deeds are pinned by bytes for ever: what version 1 wrote, every later version reads.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::record::{Application, Experience, Reference};
use super::time::Day;
use super::verdict::Verdict;
use crate::curriculum::{EvidenceKind, Id, Key};

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
    /// A milestone is passed over: it unlocks and does not count. Never lowers a done one.
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

/// What is known of a deed that a newer version wrote.
#[derive(Debug, Clone, PartialEq)]
pub struct Newer {
    /// The version of the event.
    pub version: u32,
    /// The deed as it came.
    pub body: Value,
}

/// A deed that concerns the state of one milestone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Marked {
    /// The milestone, as `curriculum/id`.
    pub milestone: Key,
    /// Whether it was still locked at that time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub out_of_order: Option<bool>,
    /// Why; private.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// An answer to a self-check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    /// The milestone, as `curriculum/id`.
    pub milestone: Key,
    /// The check within it.
    pub check: Id,
    /// How sure the learner is.
    pub answer: Answer,
}

/// How sure a learner is of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Could explain it now.
    Sure,
    /// Would have to look.
    Unsure,
    /// Could not.
    No,
}

/// A private note, on a milestone or on nothing in particular.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Noted {
    /// The milestone, as `curriculum/id`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub milestone: Option<Key>,
    /// The note, at most 8 KiB.
    pub text: String,
}

/// A word to the mentor; shared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Replied {
    /// The milestone, as `curriculum/id`.
    pub milestone: Key,
    /// The event id of the verdict it answers.
    pub verdict: Uuid,
    /// The reply, at most 8 KiB.
    pub text: String,
}

/// A proof of a milestone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// The milestone, as `curriculum/id`.
    pub milestone: Key,
    /// Names this proof, for taking it back.
    pub evidence: Uuid,
    /// A note, a repository or a deployment.
    pub kind: EvidenceKind,
    /// The address of a repository or deployment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The text of a note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The commit that a repository stood at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commit: Option<String>,
}

/// A proof that was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProofRemoved {
    /// The proof's name.
    pub evidence: Uuid,
}

/// A choice made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chose {
    /// The group, as `curriculum/id`.
    pub choice: Key,
    /// The options picked, all of them; none opens the choice again.
    pub options: Vec<Id>,
}

/// A target set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Aimed {
    /// The target, as `curriculum/id`.
    pub target: Key,
    /// The hours a week that the learner plans.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours_per_week: Option<u16>,
}

/// A background claimed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Credited {
    /// The background, as `curriculum/id`.
    pub background: Key,
    /// The milestones that it covers, as `curriculum/id`.
    pub milestones: Vec<Key>,
}

/// Time spent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Spent {
    /// The milestone, as `curriculum/id`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub milestone: Option<Key>,
    /// How long, in minutes.
    pub minutes: u32,
    /// On which day.
    #[schemars(with = "String")]
    pub day: Day,
}

/// A holiday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Paused {
    /// The first day on which work goes on.
    #[schemars(with = "String")]
    pub until: Day,
    /// Why; private.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// What is undone: one event, or all events of one action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Retracted {
    /// The event of this id.
    Event(Uuid),
    /// Every event of this batch.
    Batch(Uuid),
}

/// Nothing is left of the deed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Forgotten {}

/// Another id of the same learner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SameLearner {
    /// The other store's learner id.
    pub id: Uuid,
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

impl Answer {
    /// The word for it, as one types it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Unsure => "unsure",
            Self::No => "no",
        }
    }
}

impl Newer {
    /// The name that the newer version gave the deed; empty if it has a shape of its own.
    pub fn kind(&self) -> &str {
        self.body
            .as_object()
            .and_then(|deed| deed.keys().next())
            .map_or("", String::as_str)
    }
}

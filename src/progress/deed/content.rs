//! What each kind of deed says.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::curriculum::{EvidenceKind, Id, Key};
use crate::progress::day::Day;

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

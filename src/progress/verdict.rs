//! A mentor's answer on a milestone.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::event::Reviewer;
use crate::curriculum::Key;

/// What a mentor says of a milestone, bound to what they saw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// The milestone, as `curriculum/id`.
    pub milestone: Key,
    /// The answer.
    pub verdict: Ruling,
    /// How far it goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// What the mentor says to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// The event id of the learner's latest submission that the mentor saw.
    pub answers: Uuid,
    /// SHA-256 of the evidence that the mentor saw.
    pub evidence_digest: String,
    /// SHA-256 of the milestone's text that the mentor saw.
    pub milestone_digest: String,
    /// The event id of an earlier verdict that this one replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<Uuid>,
    /// The same, signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attestation: Option<Attestation>,
}

/// A mentor's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Ruling {
    /// It holds.
    Verified,
    /// It comes back, with a comment.
    Returned,
    /// It held once and holds no more.
    Revoked,
}

/// How far a piece of work goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Not yet.
    NotYet,
    /// On the way.
    Approaching,
    /// What is asked.
    Meets,
    /// More than is asked.
    Exceeds,
}

impl Level {
    /// How far it goes, in words.
    pub fn word(self) -> &'static str {
        match self {
            Self::NotYet => "not yet",
            Self::Approaching => "approaching",
            Self::Meets => "meets",
            Self::Exceeds => "exceeds",
        }
    }
}

/// A verdict in a form that anyone can check offline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attestation {
    /// The exact signed bytes, in base64.
    pub payload: String,
    /// The SSH signature over them.
    pub signature: String,
}

/// The namespace of OpenSSH in which attestations are signed: a signature made for something else is none.
pub const NAMESPACE: &str = "attestation@milepost";

/// The command of OpenSSH that checks what a mentor signed, for these two files, whose names are words of a shell.
pub fn check_command(by: &Reviewer, signature: &str, file: &str) -> String {
    format!(
        "ssh-keygen -Y verify -f allowed_signers -I {by} -n {NAMESPACE} -s {signature} < {file}"
    )
}

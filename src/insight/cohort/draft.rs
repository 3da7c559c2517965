//! Answers that a mentor wrote and has not sent.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::curriculum::Key;
use crate::progress::Wall;
use crate::progress::verdict::{Level, Ruling};

/// An answer that a mentor wrote and has not sent, bound to what they saw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// Who is answered.
    pub learner: Uuid,
    /// On which milestone.
    pub milestone: Key,
    /// The answer.
    pub verdict: Ruling,
    /// How far it goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// What the mentor says to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// The learner's latest submission that the mentor saw.
    pub answers: Uuid,
    /// SHA-256 of the evidence that the mentor saw.
    pub evidence_digest: String,
    /// SHA-256 of the milestone's text that the mentor saw.
    pub milestone_digest: String,
    /// When it was written.
    pub written: Wall,
}

/// All of them, by learner and milestone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Drafts(BTreeMap<(Uuid, Key), Draft>);

impl Drafts {
    /// The answer to this learner on this milestone.
    pub fn get(&self, learner: Uuid, milestone: &Key) -> Option<&Draft> {
        self.0.get(&(learner, milestone.clone()))
    }

    /// Puts an answer in the place of the one that was there.
    pub fn put(&mut self, draft: Draft) {
        let key = (draft.learner, draft.milestone.clone());
        self.0.insert(key, draft);
    }

    /// Takes an answer away.
    pub fn remove(&mut self, learner: Uuid, milestone: &Key) -> Option<Draft> {
        self.0.remove(&(learner, milestone.clone()))
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Draft> {
        self.0.values()
    }

    /// Those to this learner.
    pub fn to(&self, learner: Uuid) -> impl Iterator<Item = &Draft> {
        self.iter().filter(move |draft| draft.learner == learner)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }
}

impl FromIterator<Draft> for Drafts {
    fn from_iter<I: IntoIterator<Item = Draft>>(drafts: I) -> Self {
        let mut all = Self::default();
        for draft in drafts {
            all.put(draft);
        }
        all
    }
}

//! What a requirement asks for beside milestones: evidence, and records of the job search.

use std::collections::HashSet;

use crate::curriculum::target::{Proof, Record, RecordKind};
use crate::curriculum::{EvidenceKind, Place};
use crate::progress::field::AGREES;
use crate::progress::{self, Facts, Field, Progress};

/// How many of something there are, and how many are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lacking {
    /// How many there are.
    pub have: usize,
    /// How many are asked for.
    pub at_least: usize,
}

/// The evidence that a requirement asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proofs {
    /// Of which kind.
    pub kind: EvidenceKind,
    /// How many distinct addresses (or notes) there are, and how many are asked for.
    pub count: Lacking,
    /// The milestones that are done and have no evidence of that kind; empty where enough is there.
    pub unproven: Vec<Place>,
}

/// A milestone that counts although its evidence is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unproven {
    /// The milestone.
    pub place: Place,
    /// The evidence that it, or the target, asks for.
    pub kind: EvidenceKind,
}

impl Lacking {
    /// The records of the job search that are wanted, of those that are there.
    pub fn of(wanted: &Record, facts: &Facts) -> Self {
        Self {
            have: counted(wanted, facts),
            at_least: usize::from(wanted.at_least),
        }
    }

    /// How many more it takes.
    pub fn lacking(self) -> usize {
        self.at_least.saturating_sub(self.have)
    }
}

impl Proofs {
    /// The evidence that is wanted, over what is done and what is not done yet.
    pub(super) fn of(
        wanted: &Proof,
        done: &[Place],
        to_do: impl Iterator<Item = Place>,
        progress: &Progress,
    ) -> Self {
        let over = done.iter().copied().chain(to_do);
        let attached = over.flat_map(|place| &progress.mark(place).evidence);
        let fitting = attached.filter(|evidence| evidence.proves(wanted.kind));
        let distinct: HashSet<&str> = fitting.map(|evidence| evidence.content.as_str()).collect();
        let count = Lacking {
            have: distinct.len(),
            at_least: usize::from(wanted.at_least),
        };
        let is_unproven = |place: &&Place| !progress.mark(**place).has_evidence(wanted.kind);
        let unproven = done.iter().filter(|_| count.lacking() > 0);
        Self {
            kind: wanted.kind,
            count,
            unproven: unproven.filter(is_unproven).copied().collect(),
        }
    }
}

/// How many records of the wanted kind count. Of references that is each person once, unless something else is put down
/// than that they agree, or their relation does not count or is still to be said.
pub fn counted(wanted: &Record, facts: &Facts) -> usize {
    let records = facts.records(wanted.kind);
    if wanted.kind != RecordKind::Reference {
        return records.len();
    }
    let counts = |reference: &&progress::Record| {
        let agrees = reference
            .get(Field::Agreed)
            .is_none_or(|said| said == AGREES);
        let relation = reference.get(Field::Relation);
        agrees && relation.is_some_and(|relation| wanted.excludes(relation).is_none())
    };
    let people = records.iter().filter(counts);
    let people: HashSet<String> = people
        .map(|one| one.title().trim().to_lowercase())
        .collect();
    people.len()
}

//! What one requirement of a target lacks.

use std::collections::{BTreeSet, HashSet};

use super::asked::Asked;
use super::proof::{Lacking, Proofs};
use super::walk::Walk;
use super::way::Way;
use super::{Part, within};
use crate::curriculum::target::{Limit, RecordKind, Requirement};
use crate::curriculum::{Curriculum, Place};
use crate::insight::snapshot::Snapshot;

/// What one requirement of a target lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// The requirement's id, unique within its target.
    pub id: String,
    /// The index of the target whose requirement it is.
    pub of: usize,
    /// Its title.
    pub title: String,
    /// What to know about it.
    pub note: Option<String>,
    /// How far it is.
    pub reach: Reach,
    /// The milestones that it asks for and that are not there yet, in the order of [`super::Gap::missing`]; where it leaves a
    /// choice, those of the cheapest way.
    pub asked: Vec<Place>,
    /// The same with every prerequisite that they still need.
    pub missing: Vec<Place>,
    /// What `missing` weighs, in minutes. Milestones that other requirements need as well are counted in each.
    pub minutes_left: u64,
    /// Where any, or so many, of some milestones are enough: which of them are taken as the cheapest. Its own, then those of
    /// the target that it names.
    pub ways: Vec<Way>,
    /// The group that has to be decided, by its index; `None` where it is, or where none is asked for.
    pub open_choice: Option<usize>,
    /// The evidence that it asks for, whether it is there or not.
    pub proofs: Option<Proofs>,
    /// The records of the job search that it asks for, whether they are there or not.
    pub records: Option<Lacking>,
    /// What it names, in the curriculum's order, of which an open choice decides whether it is needed.
    pub undecided: Vec<Place>,
    /// A limit that is shown and never decides.
    pub limit: Option<Limit>,
    /// The index of the other target that has to be reached.
    pub target: Option<usize>,
}

/// How far a requirement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// All that it asks for is there.
    Met,
    /// Something of it is there, or begun.
    InProgress,
    /// Nothing of it is there.
    Missing,
    /// It has a limit only, which is shown and never decides.
    Shown,
}

impl Need {
    /// What the author wrote, in the curriculum in which it was reckoned.
    pub fn requirement<'a>(&self, curriculum: &'a Curriculum) -> Option<&'a Requirement> {
        let mut requirements = curriculum.targets.get(self.of)?.requirements.iter();
        requirements.find(|requirement| requirement.id == self.id)
    }

    /// The hours that it takes, rounded up.
    pub fn hours_left(&self) -> u64 {
        self.minutes_left.div_ceil(60)
    }

    /// What it wants recorded.
    pub fn record_kind(&self, curriculum: &Curriculum) -> Option<RecordKind> {
        let record = self.requirement(curriculum)?.record.as_ref();
        record.map(|record| record.kind)
    }
}

impl Reach {
    /// The word that lists use for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::InProgress => "in progress",
            Self::Missing => "missing",
            Self::Shown => "shown",
        }
    }
}

/// What a requirement lacks, with all that the target that it names lacks.
pub(super) fn need(
    of: usize,
    asked: &Asked<'_>,
    parts: &[Part<'_>],
    snapshot: &Snapshot,
    walk: &mut Walk<'_>,
) -> Need {
    let Requirement {
        id,
        title,
        note,
        limit,
        target,
        ..
    } = asked.requirement;
    let composed = target.map_or_else(Vec::new, |target| within(target, snapshot));
    let composed: HashSet<usize> = composed.into_iter().collect();
    let composed = parts.iter().filter(|part| composed.contains(&part.target));
    let all: Vec<&Asked<'_>> = std::iter::once(asked)
        .chain(composed.flat_map(|part| &part.asked))
        .collect();
    let asked_for: Vec<Place> = all.iter().flat_map(|asked| asked.places()).collect();
    let missing = walk.with_prerequisites(&asked_for);
    let undecided: BTreeSet<Place> = all
        .iter()
        .flat_map(|asked| asked.undecided.iter().copied())
        .collect();
    Need {
        id: id.clone(),
        of,
        title: title.clone(),
        note: note.clone(),
        reach: reach(&all),
        asked: walk.sorted(&asked_for),
        minutes_left: walk.minutes(&missing),
        missing,
        ways: all.iter().flat_map(|asked| asked.ways.clone()).collect(),
        open_choice: asked.open_choice,
        proofs: asked.proofs.clone(),
        records: asked.records,
        undecided: undecided.into_iter().collect(),
        limit: limit.clone(),
        target: *target,
    }
}

fn reach(all: &[&Asked<'_>]) -> Reach {
    if all.iter().all(|asked| asked.is_only_shown()) {
        Reach::Shown
    } else if all.iter().all(|asked| asked.is_met()) {
        Reach::Met
    } else if all.iter().any(|asked| asked.is_begun) {
        Reach::InProgress
    } else {
        Reach::Missing
    }
}

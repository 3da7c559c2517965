//! What a learner can show: their evidence by project, what a portfolio asks for, and what fills it.

mod address;
mod lasting;
mod on_page;
mod project;
mod slot;
mod verified;

use std::collections::HashSet;

use crate::curriculum::{Applies, EvidenceKind, Kind, Place};

use super::snapshot::{Entry, Snapshot};
use super::standing::Status;

pub use address::Address;
pub use lasting::Lasting;
pub use on_page::{OnPage, is_for_certificate};
pub use project::Project;
pub use slot::{Slot, Slots};
pub use verified::Verified;

/// What a learner can show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portfolio {
    /// What there is an address of, by project, in the order in which the curriculum comes to them.
    pub projects: Vec<Project>,
    /// Milestones of kind project that are begun or done and have no address yet.
    pub unshown: Vec<Place>,
    /// What a portfolio asks for; `None` where the curriculum does not say.
    pub slots: Option<Slots>,
    /// What is to be looked at before others look, such as the README files: the milestones of the slots' stages that are no
    /// projects themselves and have an address as evidence. Their checks are the lists.
    pub checklists: Vec<Place>,
}

impl Portfolio {
    /// What the learner of this snapshot can show.
    pub fn of(snapshot: &Snapshot) -> Self {
        let projects = project::projects(snapshot);
        let slots = Slots::of(&projects, snapshot);
        let checklists = slots.as_ref();
        let checklists = checklists.map(|slots| self::checklists(slots, snapshot));
        Self {
            unshown: unshown(&projects, snapshot),
            checklists: checklists.unwrap_or_default(),
            projects,
            slots,
        }
    }

    /// Whether there is nothing to show, and nothing that could be shown soon.
    pub fn is_empty(&self) -> bool {
        self.projects.is_empty() && self.unshown.is_empty()
    }
}

/// Whether evidence of this kind is an address.
fn is_address(kind: EvidenceKind) -> bool {
    matches!(kind, EvidenceKind::Repository | EvidenceKind::Deployment)
}

fn unshown(projects: &[Project], snapshot: &Snapshot) -> Vec<Place> {
    let shown: HashSet<Place> = projects
        .iter()
        .flat_map(|project| project.milestones.iter().copied())
        .collect();
    let is_unshown = |entry: &Entry<'_>| {
        entry.milestone.kind == Kind::Project
            && entry.position.applies == Applies::Yes
            && matches!(entry.position.status, Status::Started | Status::Done)
            && !shown.contains(&entry.place)
    };
    let entries = (0..snapshot.curriculum.milestones.len()).map(|place| snapshot.entry(place));
    entries
        .filter(is_unshown)
        .map(|entry| entry.place)
        .collect()
}

fn checklists(slots: &Slots, snapshot: &Snapshot) -> Vec<Place> {
    let curriculum = &snapshot.curriculum;
    let stages: Vec<usize> = slots
        .milestones()
        .filter_map(|place| curriculum.stage_of(place))
        .collect();
    let is_list = |place: &Place| {
        let entry = snapshot.entry(*place);
        let stage = curriculum.stage_of(*place);
        entry.milestone.kind != Kind::Project
            && is_address(entry.milestone.evidence)
            && !entry.milestone.checks.is_empty()
            && entry.position.applies == Applies::Yes
            && stage.is_some_and(|stage| stages.contains(&stage))
    };
    (0..curriculum.milestones.len()).filter(is_list).collect()
}

//! What a portfolio asks for, as a target of the curriculum says it.

use std::collections::BTreeSet;

use super::{Address, Project, is_address};
use crate::curriculum::target::{Proof, Requirement};
use crate::curriculum::{EvidenceKind, Kind, Place, Target};
use crate::insight::gap::{Gap, Need, Reach};
use crate::insight::snapshot::Snapshot;

/// What a portfolio asks for: the requirements of the first target of which each is met by projects alone and proven by an
/// address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slots {
    /// That target, by its index in [`crate::curriculum::Curriculum::targets`].
    pub target: usize,
    /// One for each of its requirements, in the author's order.
    pub slots: Vec<Slot>,
}

/// One thing that a portfolio asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// What it is, in the author's words.
    pub title: String,
    /// The milestones of which one is to be done, or all.
    pub milestones: Vec<Place>,
    /// What kind of address proves it.
    pub kind: EvidenceKind,
    /// How far its requirement is; never met without a project that fills it.
    pub reach: Reach,
    /// The projects that have such an address, by their index in [`super::Portfolio::projects`].
    pub filled_by: Vec<usize>,
}

impl Slots {
    pub(super) fn of(projects: &[Project], snapshot: &Snapshot) -> Option<Self> {
        let targets = &snapshot.curriculum.targets;
        let target = targets
            .iter()
            .position(|target| asks_for_projects(target, snapshot))?;
        let gap = Gap::of(target, snapshot);
        let requirements = targets[target].requirements.iter().zip(&gap.requirements);
        let slots = requirements
            .filter_map(|(requirement, need)| Slot::of(requirement, need, projects, snapshot));
        Some(Self {
            target,
            slots: slots.collect(),
        })
    }

    /// The one project that fills all of them, where there are several and no other project fills any: they are to show
    /// that the learner can do it again.
    pub fn all_by_one(&self) -> Option<usize> {
        let are_filled = self.slots.iter().all(|slot| !slot.filled_by.is_empty());
        let by: BTreeSet<usize> = self
            .slots
            .iter()
            .flat_map(|slot| slot.filled_by.iter().copied())
            .collect();
        let is_one = self.slots.len() > 1 && are_filled && by.len() == 1;
        by.first().copied().filter(|_| is_one)
    }

    /// The slots that this project fills.
    pub fn filled_by(&self, project: usize) -> impl Iterator<Item = &Slot> {
        let slots = self.slots.iter();
        slots.filter(move |slot| slot.filled_by.contains(&project))
    }

    /// The milestones of all slots.
    pub(super) fn milestones(&self) -> impl Iterator<Item = Place> + '_ {
        self.slots
            .iter()
            .flat_map(|slot| slot.milestones.iter().copied())
    }
}

impl Slot {
    fn of(
        requirement: &Requirement,
        need: &Need,
        projects: &[Project],
        snapshot: &Snapshot,
    ) -> Option<Self> {
        let proof = requirement.evidence.as_ref()?;
        let milestones: Vec<Place> = named(requirement).collect();
        let over = if proof.of.is_empty() {
            &milestones
        } else {
            &proof.of
        };
        let fills = |project: &Project| {
            let mut own = project
                .milestones
                .iter()
                .filter(|place| over.contains(place));
            own.any(|place| has_address(*place, proof.kind, project, snapshot))
        };
        let projects = projects.iter().enumerate();
        let filled_by = projects.filter(|(_, project)| fills(project));
        let filled_by: Vec<usize> = filled_by.map(|(index, _)| index).collect();
        Some(Self {
            title: requirement.title.clone(),
            kind: proof.kind,
            // A repository that was given as something that runs proves nothing of the kind.
            reach: match need.reach {
                Reach::Met if filled_by.is_empty() => Reach::InProgress,
                reach => reach,
            },
            filled_by,
            milestones,
        })
    }
}

/// Whether each requirement of a target is met by projects alone and proven by an address.
fn asks_for_projects(target: &Target, snapshot: &Snapshot) -> bool {
    let is_project = |place: Place| snapshot.curriculum.milestones[place].kind == Kind::Project;
    let is_slot = |requirement: &Requirement| {
        let proof = requirement.evidence.as_ref();
        proof.is_some_and(|proof: &Proof| is_address(proof.kind))
            && named(requirement).next().is_some()
            && named(requirement).all(is_project)
    };
    !target.requirements.is_empty() && target.requirements.iter().all(is_slot)
}

/// The milestones that a requirement names.
fn named(requirement: &Requirement) -> impl Iterator<Item = Place> + '_ {
    requirement.all.iter().chain(&requirement.any).copied()
}

/// Whether the milestone at this place has an address of that kind that belongs to the project.
fn has_address(place: Place, kind: EvidenceKind, project: &Project, snapshot: &Snapshot) -> bool {
    let evidence = snapshot.progress.mark(place).evidence.iter();
    let mut fitting = evidence.filter(|proof| proof.kind == kind);
    fitting.any(|proof| project.has(&Address::of(&proof.content), kind))
}

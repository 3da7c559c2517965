//! Evidence by project: one repository is one project, whatever milestones point to it.

use std::collections::HashSet;

use super::{Address, is_address};
use crate::curriculum::{EvidenceKind, Kind, Place};
use crate::insight::snapshot::Snapshot;
use crate::progress::mark::Evidence;

/// Something that a learner built: a repository, or something that runs and has none.
///
/// - All addresses of one repository are one project, also those that lead to a folder or a file in it.
/// - An address that is given as a repository once is one wherever it is given.
/// - What runs belongs to the repository that is evidence of the same milestone: of several, to the one that was attached
///   before it. Where that milestone has none, it belongs to the project that runs at the same address elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Project {
    /// Where its code is.
    pub code: Option<Address>,
    /// Where it runs, each address once.
    pub live: Vec<Address>,
    /// The milestones that it is evidence of, in the curriculum's order.
    pub milestones: Vec<Place>,
}

impl Project {
    /// What it is called.
    pub fn name(&self) -> &str {
        let address = self.code.as_ref().or(self.live.first());
        address.map_or("", Address::name)
    }

    /// All its addresses, the code first.
    pub fn addresses(&self) -> impl Iterator<Item = &Address> {
        self.code.iter().chain(&self.live)
    }

    /// Whether it is evidence of something to build, and not of an exercise.
    pub fn is_built(&self, snapshot: &Snapshot) -> bool {
        let mut milestones = self.milestones.iter();
        milestones.any(|place| snapshot.curriculum.milestones[*place].kind == Kind::Project)
    }

    /// Whether others can be shown it: something that it is evidence of is done, and they can go to it.
    pub fn is_public(&self, snapshot: &Snapshot) -> bool {
        let is_reached = self.addresses().any(|address| address.public().is_some());
        is_reached && self.done(snapshot).next().is_some()
    }

    /// The milestones that it is evidence of and that are done.
    pub fn done<'a>(&'a self, snapshot: &'a Snapshot) -> impl Iterator<Item = Place> + 'a {
        let milestones = self.milestones.iter().copied();
        milestones.filter(|place| snapshot.progress.mark(*place).done.is_some())
    }

    /// Whether an address that was given as evidence of this kind is one of its own.
    pub(super) fn has(&self, address: &Address, kind: EvidenceKind) -> bool {
        match kind {
            EvidenceKind::Repository => self.is_coded_at(address),
            _ => self.runs_at(address),
        }
    }

    fn is_coded_at(&self, address: &Address) -> bool {
        let code = self.code.as_ref();
        code.is_some_and(|code| code.is_same_as(address))
    }

    fn runs_at(&self, address: &Address) -> bool {
        let mut live = self.live.iter();
        live.any(|live| live.running() == address.running())
    }

    fn run(&mut self, address: &Address) {
        if !self.runs_at(address) {
            self.live.push(address.clone());
        }
    }

    fn add(&mut self, place: Place) {
        if !self.milestones.contains(&place) {
            self.milestones.push(place);
        }
    }
}

/// The projects of a learner, in the order of their first milestones.
pub(super) fn projects(snapshot: &Snapshot) -> Vec<Project> {
    let places = || 0..snapshot.curriculum.milestones.len();
    let repositories: HashSet<String> = places()
        .flat_map(|place| proofs(place, snapshot))
        .filter(|proof| proof.kind == EvidenceKind::Repository)
        .map(|proof| Address::of(&proof.content).repository())
        .collect();
    let given = places().map(|place| (place, Given::at(place, &repositories, snapshot)));
    let (with_code, without): (Vec<_>, Vec<_>) =
        given.partition(|(_, given)| given.iter().any(|given| given.is_code));
    let mut projects = Vec::new();
    // What runs without code may run at an address that stands beside code elsewhere.
    for (place, given) in with_code.into_iter().chain(without) {
        add(place, &given, &mut projects);
    }
    for project in &mut projects {
        project.milestones.sort_unstable();
    }
    projects.sort_by_key(|project| project.milestones.first().copied());
    projects
}

/// An address that was given as evidence.
struct Given {
    address: Address,
    /// Whether it is a repository, by its kind or because it was given as one elsewhere.
    is_code: bool,
}

impl Given {
    /// The addresses that were given for a milestone, oldest first.
    fn at(place: Place, repositories: &HashSet<String>, snapshot: &Snapshot) -> Vec<Self> {
        let given = proofs(place, snapshot).map(|proof| {
            let address = Address::of(&proof.content);
            let is_code = repositories.contains(&address.repository());
            Self { address, is_code }
        });
        given.collect()
    }
}

/// The evidence of a milestone that is an address, oldest first.
fn proofs(place: Place, snapshot: &Snapshot) -> impl Iterator<Item = &Evidence> {
    let evidence = snapshot.progress.mark(place).evidence.iter();
    evidence.filter(|proof| is_address(proof.kind))
}

/// Adds what was given for a milestone to the projects.
fn add(place: Place, given: &[Given], projects: &mut Vec<Project>) {
    let first = given.iter().find(|given| given.is_code);
    let mut latest = first.map(|given| with_code(&given.address, projects));
    for Given { address, is_code } in given {
        let project = if *is_code {
            *latest.insert(with_code(address, projects))
        } else {
            let project = latest.unwrap_or_else(|| running(address, projects));
            projects[project].run(address);
            project
        };
        projects[project].add(place);
    }
}

/// The index of the project of this repository, which is there from now on.
fn with_code(address: &Address, projects: &mut Vec<Project>) -> usize {
    let known = projects
        .iter()
        .position(|project| project.is_coded_at(address));
    known.unwrap_or_else(|| {
        projects.push(Project {
            code: Some(address.clone()),
            ..Project::default()
        });
        projects.len() - 1
    })
}

/// The index of the project that runs at this address, which is there from now on.
fn running(address: &Address, projects: &mut Vec<Project>) -> usize {
    let known = projects.iter().position(|project| project.runs_at(address));
    known.unwrap_or_else(|| {
        projects.push(Project::default());
        projects.len() - 1
    })
}

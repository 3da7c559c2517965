//! Evidence by project: one repository is one project, whatever milestones point to it.

use std::collections::{HashMap, HashSet};

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
/// - A page below another page that was given, such as `/docs`, runs where that one does.
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
    /// What it is called: its repository's name, else where it runs.
    pub fn name(&self) -> &str {
        let pages = self.live.iter().map(Address::page);
        let code = self.code.as_ref().map(Address::name);
        code.or(pages.min_by_key(|page| page.len()))
            .unwrap_or_default()
    }

    /// What others may call it: the same, of the addresses to which they can go.
    pub fn public_name(&self) -> &str {
        let code = self.code.iter().filter(|code| code.public().is_some());
        let live = self.live.iter().filter(|live| live.public().is_some());
        let pages = live.map(Address::page);
        let code = code.map(Address::name).next();
        code.or(pages.min_by_key(|page| page.len()))
            .unwrap_or_default()
    }

    /// All its addresses, the code first.
    pub fn addresses(&self) -> impl Iterator<Item = &Address> {
        self.code.iter().chain(&self.live)
    }

    /// Whether it is evidence of something to build, and not of an exercise.
    pub(super) fn is_built(&self, snapshot: &Snapshot) -> bool {
        let mut milestones = self.milestones.iter();
        milestones.any(|place| snapshot.curriculum.milestones[*place].kind == Kind::Project)
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

    /// Whether it is not known where its code is, though it runs.
    pub fn lacks_code(&self) -> bool {
        self.code.is_none() && !self.live.is_empty()
    }

    fn runs_at(&self, address: &Address) -> bool {
        let mut live = self.live.iter();
        live.any(|live| live.running() == address.running())
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
    let pages: HashSet<String> = places()
        .flat_map(|place| proofs(place, snapshot))
        .filter(|proof| proof.kind == EvidenceKind::Deployment)
        .map(|proof| Address::of(&proof.content).running())
        .collect();
    let given = |place| {
        let given = proofs(place, snapshot).map(|proof| Given::of(proof, &repositories, &pages));
        given.collect::<Vec<Given>>()
    };
    let given = places().map(|place| (place, given(place)));
    let (with_code, without): (Vec<_>, Vec<_>) =
        given.partition(|(_, given)| given.iter().any(|given| given.code.is_some()));
    let mut gathered = Gathered::default();
    // What runs without code may run at an address that stands beside code elsewhere.
    for (place, given) in with_code.into_iter().chain(without) {
        gathered.add(place, &given);
    }
    let mut projects = gathered.projects;
    for project in &mut projects {
        project.milestones.sort_unstable();
    }
    projects.sort_by_key(|project| project.milestones.first().copied());
    projects
}

/// An address that was given as evidence.
struct Given {
    address: Address,
    /// What is the same for all addresses of its repository, if it is one: by its kind, or because it was given as one
    /// elsewhere.
    code: Option<String>,
    /// What is the same for all pages that run together with it.
    front: String,
}

/// The projects so far, and how each is found by its addresses.
#[derive(Default)]
struct Gathered {
    projects: Vec<Project>,
    by_code: HashMap<String, usize>,
    by_live: HashMap<String, usize>,
}

impl Given {
    /// What was given as evidence, where these are all repositories and all pages that were.
    fn of(proof: &Evidence, repositories: &HashSet<String>, pages: &HashSet<String>) -> Self {
        let address = Address::of(&proof.content);
        let code = Some(address.repository()).filter(|code| repositories.contains(code));
        let running = address.running();
        let above = running.match_indices('/').map(|(at, _)| &running[..at]);
        let front = above.into_iter().find(|page| pages.contains(*page));
        Self {
            front: front.unwrap_or(&running).to_owned(),
            address,
            code,
        }
    }
}

impl Gathered {
    /// Adds what was given for a milestone.
    fn add(&mut self, place: Place, given: &[Given]) {
        let first = given.iter().find(|given| given.code.is_some());
        let mut latest = first.map(|given| self.project_of(given, None));
        for given in given {
            let project = self.project_of(given, latest);
            if given.code.is_some() {
                latest = Some(project);
            } else {
                self.run(project, given);
            }
            let milestones = &mut self.projects[project].milestones;
            if !milestones.contains(&place) {
                milestones.push(place);
            }
        }
    }

    /// The index of the project that an address belongs to, which is there from now on: what runs belongs to the latest
    /// repository, if there is one.
    fn project_of(&mut self, given: &Given, latest: Option<usize>) -> usize {
        let known = match &given.code {
            Some(code) => self.by_code.get(code).copied(),
            None => latest.or_else(|| self.by_live.get(&given.front).copied()),
        };
        known.unwrap_or_else(|| {
            let index = self.projects.len();
            if let Some(code) = &given.code {
                self.by_code.insert(code.clone(), index);
            }
            self.projects.push(Project {
                code: given.code.as_ref().map(|_| given.address.clone()),
                ..Project::default()
            });
            index
        })
    }

    fn run(&mut self, project: usize, given: &Given) {
        let known = &mut self.projects[project];
        if !known.runs_at(&given.address) {
            known.live.push(given.address.clone());
        }
        self.by_live.entry(given.front.clone()).or_insert(project);
    }
}

/// The evidence of a milestone that is an address, oldest first.
fn proofs(place: Place, snapshot: &Snapshot) -> impl Iterator<Item = &Evidence> {
    let evidence = snapshot.progress.mark(place).evidence.iter();
    evidence.filter(|proof| is_address(proof.kind))
}

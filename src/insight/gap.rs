//! What lies between a learner and a target: what each requirement lacks, and the shortest way to all of them.

mod asked;
mod bound;
mod distance;
mod ledger;
mod price;
mod proof;
mod search;
mod terrain;
mod together;
mod walk;
mod way;

use std::collections::BTreeSet;

use super::snapshot::Snapshot;
use crate::curriculum::Place;
use crate::curriculum::target::{Limit, Requirement};
use asked::Asked;
use ledger::Ledger;
use walk::Walk;

pub use distance::Distance;
pub use proof::{Lacking, Proofs};
pub use way::Way;

/// What lies between a learner and a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The index of the target in [`crate::curriculum::Curriculum::targets`].
    pub target: usize,
    /// What each of its requirements lacks, in the author's order.
    pub requirements: Vec<Need>,
    /// Every milestone that is still needed, prerequisites included, each once and each behind what it requires;
    /// otherwise in the curriculum's order.
    pub missing: Vec<Place>,
    /// What those weigh, in minutes.
    pub minutes_left: u64,
    /// Whether nothing smaller would do. Not known only where so many choices have milestones in common that weighing all
    /// of them against each other would take too long; then the least that was found is taken.
    pub is_least: bool,
    /// The groups that are open and have to be decided, or whose decision may add to what is missing; by their index.
    pub open_choices: Vec<usize>,
}

/// What one requirement of a target lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// The requirement's id, unique within its target.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What to know about it.
    pub note: Option<String>,
    /// How far it is.
    pub reach: Reach,
    /// The milestones that it asks for and that are not there yet, in the order of [`Gap::missing`]; where it leaves a
    /// choice, those of the cheapest way.
    pub asked: Vec<Place>,
    /// The same with every prerequisite that they still need.
    pub missing: Vec<Place>,
    /// What `missing` weighs, in minutes. Milestones that other requirements need as well are counted in each.
    pub minutes_left: u64,
    /// Where any, or so many, of some milestones are enough: which of them are taken as the cheapest.
    pub ways: Vec<Way>,
    /// The group that has to be decided, by its index; `None` where it is, or where none is asked for.
    pub open_choice: Option<usize>,
    /// The evidence that it asks for, whether it is there or not.
    pub proofs: Option<Proofs>,
    /// The records of the job search that it asks for, whether they are there or not.
    pub records: Option<Lacking>,
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

impl Gap {
    /// What lies between the learner and the target of this index.
    ///
    /// Where some milestones are enough, those are taken with which the whole target takes the fewest hours; of equal ones
    /// the fewest milestones, and of those the ones that the author lists first.
    pub fn of(target: usize, snapshot: &Snapshot) -> Self {
        Reckoning::of(target, snapshot).gap()
    }

    /// Whether nothing lies between.
    pub fn is_closed(&self) -> bool {
        let mut requirements = self.requirements.iter();
        requirements.all(|need| matches!(need.reach, Reach::Met | Reach::Shown))
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

/// All that is needed for a target, taken, before each requirement's share of it is told.
struct Reckoning<'a> {
    snapshot: &'a Snapshot,
    /// The target itself first.
    parts: Vec<Part<'a>>,
    walk: Walk<'a>,
    is_least: bool,
}

impl<'a> Reckoning<'a> {
    fn of(target: usize, snapshot: &'a Snapshot) -> Self {
        let mut parts: Vec<Part<'_>> = within(target, snapshot)
            .into_iter()
            .map(|target| Part::of(target, snapshot))
            .collect();
        let mut walk = Walk::over(snapshot);
        for part in &parts {
            part.take_named(&mut walk);
        }
        let is_least = together::take(&mut parts, &mut walk);
        Self {
            snapshot,
            parts,
            walk,
            is_least,
        }
    }

    fn gap(mut self) -> Gap {
        let missing = self.walk.in_order();
        let mut open: BTreeSet<usize> = self.walk.open_choices().collect();
        let asked = self.parts.iter().flat_map(|part| &part.asked);
        open.extend(asked.flat_map(|asked| asked.open_choices.iter().copied()));
        let own = self.parts[0].asked.iter();
        let requirements = own
            .map(|asked| need(asked, &self.parts, self.snapshot, &mut self.walk))
            .collect();
        Gap {
            target: self.parts[0].target,
            requirements,
            minutes_left: self.walk.minutes(&missing),
            missing,
            is_least: self.is_least,
            open_choices: open.into_iter().collect(),
        }
    }
}

/// The requirements of one of the targets that a gap goes over.
struct Part<'a> {
    target: usize,
    asked: Vec<Asked<'a>>,
}

impl<'a> Part<'a> {
    fn of(target: usize, snapshot: &'a Snapshot) -> Self {
        let ledger = Ledger::of(target, snapshot);
        let requirements = snapshot.curriculum.targets[target].requirements.iter();
        Self {
            target,
            asked: requirements
                .map(|requirement| ledger.asked(requirement))
                .collect(),
        }
    }

    /// Takes what is asked for by name.
    fn take_named(&self, walk: &mut Walk<'_>) {
        let named = self.asked.iter().flat_map(|asked| &asked.missing);
        named.for_each(|place| walk.take(*place));
    }
}

/// The target and all that its requirements name, each once, the target itself first.
fn within(target: usize, snapshot: &Snapshot) -> Vec<usize> {
    let targets = &snapshot.curriculum.targets;
    let mut found = vec![target];
    let mut next = 0;
    while let Some(target) = found.get(next) {
        let named = targets[*target].requirements.iter();
        let named: Vec<usize> = named.filter_map(|other| other.target).collect();
        for target in named {
            if !found.contains(&target) {
                found.push(target);
            }
        }
        next += 1;
    }
    found
}

/// What a requirement lacks, with all that the target that it names lacks.
fn need(asked: &Asked<'_>, parts: &[Part<'_>], snapshot: &Snapshot, walk: &mut Walk<'_>) -> Need {
    let Requirement {
        id,
        title,
        note,
        limit,
        target,
        ..
    } = asked.requirement;
    let composed = target.map_or_else(Vec::new, |target| within(target, snapshot));
    let composed = parts.iter().filter(|part| composed.contains(&part.target));
    let all: Vec<&Asked<'_>> = std::iter::once(asked)
        .chain(composed.flat_map(|part| &part.asked))
        .collect();
    let asked_for: Vec<Place> = all.iter().flat_map(|asked| asked.places()).collect();
    let missing = walk.with_prerequisites(&asked_for);
    Need {
        id: id.clone(),
        title: title.clone(),
        note: note.clone(),
        reach: reach(&all),
        asked: walk.sorted(&asked_for),
        minutes_left: walk.minutes(&missing),
        missing,
        ways: asked.ways.clone(),
        open_choice: asked.open_choice,
        proofs: asked.proofs.clone(),
        records: asked.records,
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

//! What lies between a learner and a target: what each requirement lacks, and the shortest way to all of them.

mod asked;
mod bound;
mod distance;
mod ledger;
mod need;
mod price;
mod proof;
mod road;
mod search;
mod terrain;
mod together;
mod walk;
mod way;

use std::collections::BTreeSet;
use std::ops::Range;

use super::snapshot::Snapshot;
use crate::curriculum::Place;
use asked::Asked;
use ledger::Ledger;
use need::need;
use walk::Walk;

pub(super) use asked::named_by;
pub use distance::Distance;
pub use need::{Need, Reach};
pub use proof::{Lacking, Proofs, Unproven, counted};
pub use road::{Road, minutes_to_each};
pub use way::Way;

/// What there is to say where [`Gap::is_least`] does not hold.
pub const PERHAPS_LESS: &str =
    "There are too many ways to weigh all of them: perhaps a little less would do.";

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
    /// What is done or credited of what the target asks for and of what comes before that, in minutes.
    pub minutes_there: u64,
    /// Whether nothing smaller would do. Not known only where so many choices have milestones in common that weighing all
    /// of them against each other would take too long; then the least that was found is taken.
    pub is_least: bool,
    /// The groups that are open and have to be decided, or whose decision may add to what is missing; by their index.
    pub open_choices: Vec<usize>,
    /// The milestones that the target asks for, or that come before what is missing, if an open choice goes that way.
    pub undecided: Vec<Place>,
    /// What counts for it although the evidence is not there that the milestone, or the target, asks for.
    pub unproven: Vec<Unproven>,
}

impl Gap {
    /// What lies between the learner and the target of this index.
    ///
    /// Where some milestones are enough, those are taken with which the whole target takes the fewest hours; of equal ones
    /// the fewest milestones, and of those the ones that the author lists first.
    pub fn of(target: usize, snapshot: &Snapshot) -> Self {
        Reckoning::of(target, snapshot).gap()
    }

    /// The same, and what each requirement lacks of the targets that those of the target name, and that these name in turn.
    /// Where targets lie deep within each other, that is far more work.
    pub fn with_nested(target: usize, snapshot: &Snapshot) -> (Self, Vec<Need>) {
        let mut reckoning = Reckoning::of(target, snapshot);
        (reckoning.gap(), reckoning.nested())
    }

    /// What lies between the learner and each target, in the curriculum's order.
    pub fn of_all(snapshot: &Snapshot) -> Vec<Self> {
        let targets = 0..snapshot.curriculum.targets.len();
        targets.map(|target| Self::of(target, snapshot)).collect()
    }

    /// The hours that are left, rounded up.
    pub fn hours_left(&self) -> u64 {
        self.minutes_left.div_ceil(60)
    }

    /// The share of its hours that is there, rounded down: of those that are there and those that are left. Where it
    /// takes no hours at all, it is there once nothing lies between.
    pub fn percent(&self) -> u8 {
        let all = self.minutes_there + self.minutes_left;
        let nothing = if self.is_closed() { 100 } else { 0 };
        let share = (self.minutes_there * 100).checked_div(all);
        share.map_or(nothing, |percent| u8::try_from(percent).unwrap_or(100))
    }

    /// Whether nothing lies between.
    pub fn is_closed(&self) -> bool {
        let mut requirements = self.requirements.iter();
        requirements.all(|need| matches!(need.reach, Reach::Met | Reach::Shown))
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

    fn gap(&mut self) -> Gap {
        let missing = self.walk.in_order();
        let all = || self.parts.iter().flat_map(|part| &part.asked);
        let mut undecided: BTreeSet<Place> = self.walk.undecided().collect();
        undecided.extend(all().flat_map(|asked| &asked.undecided));
        let open = undecided.iter();
        let open = open.flat_map(|place| self.snapshot.open_groups(*place));
        let open = open.chain(all().filter_map(|asked| asked.open_choice));
        let open: BTreeSet<usize> = open.collect();
        let unproven: BTreeSet<Unproven> = all()
            .flat_map(|asked| asked.unproven(self.snapshot))
            .collect();
        let there: Vec<Place> = all()
            .flat_map(|asked| asked.there.iter().copied())
            .collect();
        Gap {
            target: self.parts[0].target,
            requirements: self.needs(0..1),
            minutes_left: self.walk.minutes(&missing),
            minutes_there: self.walk.minutes_behind(&there),
            missing,
            is_least: self.is_least,
            open_choices: open.into_iter().collect(),
            undecided: undecided.into_iter().collect(),
            unproven: unproven.into_iter().collect(),
        }
    }

    /// What each requirement lacks of the targets within, in the order that [`Reckoning::gap`] found.
    fn nested(&mut self) -> Vec<Need> {
        self.needs(1..self.parts.len())
    }

    /// What each requirement of these parts lacks.
    fn needs(&mut self, of: Range<usize>) -> Vec<Need> {
        let mut needs = Vec::new();
        for part in &self.parts[of] {
            for asked in &part.asked {
                needs.push(need(
                    part.target,
                    asked,
                    &self.parts,
                    self.snapshot,
                    &mut self.walk,
                ));
            }
        }
        needs
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

/// The target of this index and all that its requirements name, each once, the target itself first.
pub fn within(target: usize, snapshot: &Snapshot) -> Vec<usize> {
    let targets = &snapshot.curriculum.targets;
    let mut is_found = vec![false; targets.len()];
    is_found[target] = true;
    let mut found = vec![target];
    let mut next = 0;
    while let Some(target) = found.get(next) {
        let named = targets[*target].requirements.iter();
        let named = named.filter_map(|other| other.target);
        let fresh: Vec<usize> = named
            .filter(|target| !std::mem::replace(&mut is_found[*target], true))
            .collect();
        found.extend(fresh);
        next += 1;
    }
    found
}

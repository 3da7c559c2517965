//! What lies between a learner and a target: what each requirement lacks, and the shortest way to all of them.

mod asked;
mod bound;
mod distance;
mod ledger;
mod nearness;
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
pub use nearness::Nearness;
pub use need::{Need, Reach};
pub use proof::{Lacking, Proofs, Unproven, counted};
pub use road::{Road, minutes_to_each};
pub use way::Way;

/// What there is to say where [`Nearness::is_least`] does not hold.
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
    /// How near it is with that.
    pub nearness: Nearness,
    /// The groups that are open and have to be decided, or whose decision may add to what is missing; by their index.
    pub open_choices: Vec<usize>,
    /// The milestones that the target asks for, or that come before what is missing, if an open choice goes that way.
    pub undecided: Vec<Place>,
    /// What counts for it although the evidence is not there that the milestone, or the target, asks for: first what keeps a
    /// requirement from being met.
    pub unproven: Vec<Unproven>,
    /// What of that keeps a requirement from being met, by place.
    pub held_up_by: Vec<Unproven>,
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
        let nearness = self.nearness();
        let missing = self.walk.in_order();
        let undecided = self.undecided();
        let held_up_by = self.asked().flat_map(Asked::held_up_by);
        let held_up_by: BTreeSet<Unproven> = held_up_by.collect();
        let unproven = self.asked().flat_map(|asked| asked.unproven(self.snapshot));
        let unproven: BTreeSet<Unproven> = unproven.collect();
        let others = unproven.difference(&held_up_by).copied();
        let unproven = held_up_by.iter().copied().chain(others).collect();
        Gap {
            target: self.parts[0].target,
            requirements: self.needs(0..1),
            missing,
            nearness,
            open_choices: self.open_choices(&undecided).into_iter().collect(),
            undecided: undecided.into_iter().collect(),
            unproven,
            held_up_by: held_up_by.into_iter().collect(),
        }
    }

    fn nearness(&mut self) -> Nearness {
        let there = self.asked().flat_map(|asked| &asked.there);
        let there: Vec<Place> = there.copied().collect();
        let (minutes_left, _) = self.walk.weight_taken();
        Nearness {
            distance: self.distance(),
            minutes_left,
            minutes_there: self.walk.minutes_behind(&there),
            is_least: self.is_least,
        }
    }

    fn distance(&self) -> Distance {
        match self.walk.count() {
            0 if self.asked().all(Asked::is_met) => Distance::Reached,
            0 if self.open_choices(&self.undecided()).is_empty() => Distance::Proof,
            0 => Distance::Choice,
            missing => Distance::Milestones(missing),
        }
    }

    /// What each of its requirements asks for, and those of the targets within.
    fn asked(&self) -> impl Iterator<Item = &Asked<'a>> {
        self.parts.iter().flat_map(|part| &part.asked)
    }

    /// What would be needed if an open choice goes that way.
    fn undecided(&self) -> BTreeSet<Place> {
        let asked_for = self.asked().flat_map(|asked| &asked.undecided);
        self.walk.undecided().chain(asked_for.copied()).collect()
    }

    /// The groups that have to be decided, and those that decide on these milestones.
    fn open_choices(&self, undecided: &BTreeSet<Place>) -> BTreeSet<usize> {
        let asked_for = self.asked().filter_map(|asked| asked.open_choice);
        let deciding = undecided.iter();
        let deciding = deciding.flat_map(|place| self.snapshot.open_groups(*place));
        deciding.chain(asked_for).collect()
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

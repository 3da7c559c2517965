//! A requirement held against what the learner has.

use super::ledger::{Held, Ledger};
use super::proof::{Lacking, Proofs, Unproven};
use super::way::Way;
use super::within;
use crate::curriculum::Place;
use crate::curriculum::target::Requirement;
use crate::insight::snapshot::Snapshot;

/// What one requirement asks for, and how far that is there.
#[derive(Debug)]
pub(super) struct Asked<'a> {
    pub(super) requirement: &'a Requirement,
    /// What it asks for by name, and is not there.
    pub(super) missing: Vec<Place>,
    /// Where it leaves a choice and not enough is there.
    pub(super) ways: Vec<Way>,
    /// The group that it asks to be decided, while that is open.
    pub(super) open_choice: Option<usize>,
    /// What it names of which nobody knows yet whether it is needed.
    pub(super) undecided: Vec<Place>,
    /// What it names and is there.
    pub(super) there: Vec<Place>,
    pub(super) proofs: Option<Proofs>,
    /// The milestones from which its evidence could still come, none of which is done.
    provable: Vec<Place>,
    pub(super) records: Option<Lacking>,
    /// Whether something of it is there, or begun; that its choice is made is no work of its own.
    pub(super) is_begun: bool,
}

impl<'a> Ledger<'a> {
    /// What the requirement asks for, and how far that is there.
    pub(super) fn asked(&self, requirement: &'a Requirement) -> Asked<'a> {
        let chosen = self.snapshot.chosen();
        let decided = |choice: &usize| !chosen.options(*choice).is_empty();
        let open_choice = requirement.choice.filter(|choice| !decided(choice));
        let mut asked = Asked {
            requirement,
            missing: Vec::new(),
            ways: Vec::new(),
            open_choice,
            undecided: Vec::new(),
            there: Vec::new(),
            proofs: None,
            provable: Vec::new(),
            records: None,
            is_begun: false,
        };
        self.named(&mut asked);
        self.some(&requirement.any, 1, &mut asked);
        if let Some(count) = &requirement.count {
            self.some(&count.of, usize::from(count.at_least), &mut asked);
        }
        self.proven(&mut asked);
        let facts = self.snapshot.progress.facts();
        let records = requirement.record.as_ref();
        asked.records = records.map(|record| Lacking::of(record, facts));
        asked.is_begun |= asked.records.is_some_and(|records| records.have > 0);
        asked
    }

    /// Holds against the ledger what is asked for by name: all of some milestones, or of a stage.
    fn named(&self, asked: &mut Asked<'_>) {
        let group = asked.requirement.choice;
        for place in named(asked.requirement, self.snapshot) {
            let held = self.held(place, group);
            match held {
                Held::Lacks => asked.missing.push(place),
                Held::Undecided => asked.undecided.push(place),
                Held::Counts => asked.there.push(place),
                Held::Out => {}
            }
            asked.is_begun |= held == Held::Counts || self.is_started(place, held);
        }
    }

    /// Holds against the ledger that so many of some milestones are asked for; not more than apply.
    fn some(&self, of: &[Place], at_least: usize, asked: &mut Asked<'_>) {
        let group = asked.requirement.choice;
        let held: Vec<(Place, Held)> = of
            .iter()
            .map(|place| (*place, self.held(*place, group)))
            .collect();
        let those = |wanted: Held| {
            let those = held.iter().filter(move |(_, held)| *held == wanted);
            those.map(|(place, _)| *place)
        };
        let applying = held.iter().filter(|(_, held)| *held != Held::Out).count();
        let there = those(Held::Counts).count();
        asked.there.extend(those(Held::Counts));
        let lacking = at_least.min(applying).saturating_sub(there);
        let candidates: Vec<Place> = those(Held::Lacks).collect();
        if lacking > candidates.len() {
            asked.undecided.extend(those(Held::Undecided));
        }
        asked.is_begun |= there > 0
            || candidates
                .iter()
                .any(|place| self.is_started(*place, Held::Lacks));
        if lacking > 0 && !candidates.is_empty() {
            asked.ways.push(Way::among(candidates, lacking));
        }
    }

    /// Holds against the ledger how much evidence is asked for.
    fn proven(&self, asked: &mut Asked<'_>) {
        let Some(wanted) = &asked.requirement.evidence else {
            return;
        };
        let over = if wanted.of.is_empty() {
            every(asked.requirement, self.snapshot)
        } else {
            wanted.of.clone()
        };
        let group = asked.requirement.choice;
        let held = |wanted: Held| {
            let places = over.iter().copied();
            places.filter(move |place| self.held(*place, group) == wanted)
        };
        let done: Vec<Place> = held(Held::Counts).collect();
        let to_do: Vec<Place> = held(Held::Lacks).collect();
        // A proof of what was done under another option proves nothing of the current one.
        let fresh = to_do
            .iter()
            .filter(|place| !self.snapshot.progress.mark(**place).counts());
        let proofs = Proofs::of(wanted, &done, fresh.copied(), &self.snapshot.progress);
        asked.is_begun |= proofs.count.have > 0;
        if done.is_empty() && proofs.count.lacking() > 0 {
            if to_do.is_empty() {
                asked.undecided.extend(held(Held::Undecided));
            }
            asked.provable = to_do;
        }
        asked.there.extend(done);
        asked.proofs = Some(proofs);
    }
}

impl Asked<'_> {
    /// The milestones that it still needs, prerequisites aside.
    pub(super) fn places(&self) -> impl Iterator<Item = Place> + '_ {
        let taken = self.ways.iter().flat_map(|way| &way.taken);
        self.missing.iter().chain(taken).copied()
    }

    /// What of it is there without the evidence that the milestone asks for, or that it asks for itself.
    pub(super) fn unproven(&self, snapshot: &Snapshot) -> impl Iterator<Item = Unproven> {
        let bare = self.there.iter().copied();
        let bare = bare.filter(|place| snapshot.standing.at(*place).unproven);
        let bare = bare.map(|place| Unproven {
            place,
            kind: snapshot.curriculum.milestones[place].evidence,
        });
        bare.chain(self.held_up_by())
    }

    /// What of it is there without the evidence that it lacks.
    pub(super) fn held_up_by(&self) -> impl Iterator<Item = Unproven> {
        self.proofs.iter().flat_map(|proofs| {
            let kind = proofs.kind;
            let places = proofs.unproven.iter();
            places.map(move |place| Unproven {
                place: *place,
                kind,
            })
        })
    }

    /// The choice of a milestone that could bear its evidence, where none that is done does.
    pub(super) fn way_to_evidence(&self) -> Option<Way> {
        let bearers = Some(&self.provable).filter(|bearers| !bearers.is_empty());
        bearers.map(|bearers| Way::among(bearers.clone(), 1))
    }

    /// Whether all that it asks for is there; what the target that it names asks for aside.
    pub(super) fn is_met(&self) -> bool {
        let lacks_proofs = self
            .proofs
            .as_ref()
            .map_or(0, |proofs| proofs.count.lacking());
        let lacks_records = self.records.map_or(0, Lacking::lacking);
        self.missing.is_empty()
            && self.ways.is_empty()
            && self.undecided.is_empty()
            && self.open_choice.is_none()
            && lacks_proofs + lacks_records == 0
    }

    /// Whether it has a limit and nothing else.
    pub(super) fn is_only_shown(&self) -> bool {
        let Requirement {
            all,
            any,
            stage,
            count,
            target,
            choice,
            evidence,
            record,
            limit,
            ..
        } = self.requirement;
        let places = !all.is_empty() || !any.is_empty() || stage.is_some() || count.is_some();
        let other = target.is_some() || choice.is_some() || evidence.is_some() || record.is_some();
        limit.is_some() && !places && !other
    }
}

/// What a requirement names all of: some milestones, and the required ones of a stage.
fn named(requirement: &Requirement, snapshot: &Snapshot) -> impl Iterator<Item = Place> {
    let curriculum = &snapshot.curriculum;
    let stage = requirement.stage.map(|stage| &curriculum.stages[stage]);
    let members = stage.map_or(0..0, |stage| stage.members.clone());
    let required = members.filter(|place| !curriculum.milestones[*place].optional);
    requirement.all.iter().copied().chain(required)
}

/// Every milestone that a target names, and those that are within it.
pub(in crate::insight) fn named_by(target: usize, snapshot: &Snapshot) -> Vec<Place> {
    let targets = within(target, snapshot).into_iter();
    let targets = targets.map(|target| &snapshot.curriculum.targets[target]);
    let requirements = targets.flat_map(|target| &target.requirements);
    requirements
        .flat_map(|requirement| every(requirement, snapshot))
        .collect()
}

/// Every milestone that a requirement names.
fn every(requirement: &Requirement, snapshot: &Snapshot) -> Vec<Place> {
    let counted = requirement.count.iter().flat_map(|count| &count.of);
    let some = requirement.any.iter().chain(counted).copied();
    named(requirement, snapshot).chain(some).collect()
}

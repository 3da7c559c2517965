//! What lies between a learner and each target of a curriculum: of the one that comes with the program, of long ones, and of
//! one whose ways cross each other more often than can be weighed.

use std::rc::Rc;

use divan::Bencher;
use milepost::curriculum::target::{Count, Requirement};
use milepost::insight::gap::Distance;
use milepost::insight::{Gap, Snapshot};
use milepost::progress::Progress;
use milepost::session::Catalogue;
use milepost::system::clock::Clock;

use super::curriculum::checked;
use super::path;

/// How many milestones the long ones have.
const LENGTHS: [usize; 3] = [100, 1_000, 10_000];

/// How many milestones each choice of the crossing ways has, and how many it asks for.
const AMONG: usize = 40;
const NEEDED: u16 = 7;

/// What lies between the learner and each target.
fn every(snapshot: &Snapshot) -> Vec<Gap> {
    let targets = 0..snapshot.curriculum.targets.len();
    targets.map(|target| Gap::of(target, snapshot)).collect()
}

#[divan::bench]
fn every_shipped_target(bencher: Bencher<'_, '_>) {
    let clock = Clock::fixed("2026-11-20T21:00:00+01:00").unwrap();
    let found = Catalogue::new(None, clock)
        .find("backend-developer")
        .unwrap();
    let curriculum = Rc::new(found.edition.curriculum.clone());
    let progress = Rc::new(Progress::nothing(&curriculum));
    let snapshot = Snapshot::of(curriculum, progress);
    bencher.bench_local(|| every(&snapshot));
}

#[divan::bench(args = LENGTHS)]
fn every_target(bencher: Bencher<'_, '_>, milestones: usize) {
    let snapshot = untouched(milestones, &[]);
    bencher.bench_local(|| every(&snapshot));
}

#[divan::bench(args = LENGTHS)]
fn distance(bencher: Bencher<'_, '_>, milestones: usize) {
    let snapshot = untouched(milestones, &[]);
    bencher.bench_local(|| Distance::of(0, &snapshot));
}

#[divan::bench(args = LENGTHS)]
fn crossing_ways(bencher: Bencher<'_, '_>, milestones: usize) {
    let crossing = |number: usize| Requirement {
        id: format!("crossing-{number}"),
        count: Some(Count {
            of: (0..AMONG)
                .map(|pick| (number * 13 + pick * 29) % milestones)
                .collect(),
            at_least: NEEDED,
        }),
        ..Requirement::default()
    };
    let crossing: Vec<Requirement> = (0..30).map(crossing).collect();
    let snapshot = untouched(milestones, &crossing);
    bencher.bench_local(|| Gap::of(0, &snapshot));
}

/// A learner who has done nothing yet along a path of so many milestones, with these requirements in the place of those of
/// its target, if there are any.
fn untouched(milestones: usize, requirements: &[Requirement]) -> Snapshot {
    let mut curriculum = checked(&path::yaml(milestones)).curriculum;
    if !requirements.is_empty() {
        curriculum.targets[0].requirements = requirements.to_vec();
    }
    let progress = Progress::nothing(&curriculum);
    Snapshot::of(Rc::new(curriculum), Rc::new(progress))
}

//! The smallest set of milestones, held against all sets that there are.

use std::rc::Rc;

use milepost::curriculum::target::{Count, Proof, Requirement};
use milepost::curriculum::{Curriculum, EvidenceKind, Place};
use milepost::insight::{Gap, Snapshot};
use milepost::progress::fold;
use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_oneof};
use proptest::{prop_assert, prop_assert_eq, proptest};

use super::agree;
use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

/// A milestone: its hours, and which of those before it it requires, by how far back they are.
#[derive(Debug, Clone)]
struct Drawn {
    hours: u16,
    requires: Vec<usize>,
    touched: Touched,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Touched {
    Done,
    Skipped,
    Not,
}

fn milestone() -> impl Strategy<Value = Drawn> {
    let touched = prop_oneof![
        1 => Just(Touched::Done),
        1 => Just(Touched::Skipped),
        6 => Just(Touched::Not),
    ];
    (1..6_u16, vec(1..5_usize, 0..3), touched).prop_map(|(hours, requires, touched)| Drawn {
        hours,
        requires,
        touched,
    })
}

/// A requirement over milestones, by any numbers; of a nested target the number is read as which of the later ones it is.
fn requirement() -> impl Strategy<Value = Requirement> {
    let some = || vec(0..10_usize, 2..6);
    prop_oneof![
        1 => vec(0..10_usize, 1..2).prop_map(|all| Requirement { all, ..Requirement::default() }),
        4 => some().prop_map(|any| Requirement { any, ..Requirement::default() }),
        3 => (some(), 1..4_u16).prop_map(|(of, at_least)| Requirement {
            count: Some(Count { of, at_least }),
            ..Requirement::default()
        }),
        2 => some().prop_map(|of| Requirement {
            evidence: Some(Proof { kind: EvidenceKind::Repository, at_least: 1, of }),
            ..Requirement::default()
        }),
        1 => (some(), some()).prop_map(|(any, of)| Requirement {
            any,
            evidence: Some(Proof { kind: EvidenceKind::Repository, at_least: 1, of }),
            ..Requirement::default()
        }),
        1 => (0..3_usize).prop_map(|target| Requirement { target: Some(target), ..Requirement::default() }),
    ]
}

/// The learner of a curriculum of these milestones, with these requirements in each of its targets.
fn learner(milestones: &[Drawn], targets: &[Vec<Requirement>]) -> Snapshot {
    let names: Vec<String> = (0..milestones.len())
        .map(|place| format!("m{place}"))
        .collect();
    let mut outline = Outline::new();
    let mut diary = Diary::new();
    for (place, drawn) in milestones.iter().enumerate() {
        let back = drawn
            .requires
            .iter()
            .filter_map(|back| place.checked_sub(*back));
        let mut requires: Vec<&str> = back.map(|before| names[before].as_str()).collect();
        requires.sort_unstable();
        requires.dedup();
        outline = outline
            .milestone(&names[place], &requires)
            .hours(drawn.hours, drawn.hours);
        diary = match drawn.touched {
            Touched::Done => diary.done(&names[place]),
            Touched::Skipped => diary.skip(&names[place]),
            Touched::Not => diary,
        };
    }
    for (index, requirements) in targets.iter().enumerate() {
        let fitted = requirements.iter().enumerate();
        let fitted = fitted.filter_map(|(number, requirement)| {
            fit(number, requirement, index, milestones.len(), targets.len())
        });
        outline = outline.target(&format!("t{index}"), fitted.collect());
    }
    let curriculum = outline.build();
    let progress = fold(&diary.log(), &curriculum);
    Snapshot::of(Rc::new(curriculum), Rc::new(progress))
}

/// The requirement with numbers that there are; targets only name later ones, so that none names itself.
fn fit(
    number: usize,
    requirement: &Requirement,
    target: usize,
    milestones: usize,
    targets: usize,
) -> Option<Requirement> {
    let fit = |places: &[Place]| {
        let mut fitted: Vec<Place> = places.iter().map(|place| place % milestones).collect();
        fitted.sort_unstable();
        fitted.dedup();
        fitted
    };
    let later = target + 1..targets;
    let nested = match requirement.target {
        Some(_) if later.is_empty() => return None,
        Some(which) => Some(later.start + which % later.len()),
        None => None,
    };
    Some(Requirement {
        id: format!("r{number}"),
        title: format!("R{number}"),
        all: fit(&requirement.all),
        any: fit(&requirement.any),
        count: requirement.count.as_ref().map(|count| Count {
            of: fit(&count.of),
            at_least: count.at_least,
        }),
        evidence: requirement.evidence.as_ref().map(|proof| Proof {
            of: fit(&proof.of),
            ..proof.clone()
        }),
        target: nested,
        ..Requirement::default()
    })
}

/// Whether a target is reached, its evidence attached to what is there, with these as bits beside what is done.
fn reaches(target: usize, there: u32, curriculum: &Curriculum) -> bool {
    let has = |place: &Place| there & 1 << *place != 0;
    curriculum.targets[target]
        .requirements
        .iter()
        .all(|needed| {
            let count = needed.count.as_ref().is_none_or(|count| {
                let held = count.of.iter().filter(|place| has(place)).count();
                held >= count.of.len().min(usize::from(count.at_least))
            });
            let bearers = needed.evidence.as_ref().map_or(&[][..], |proof| &proof.of);
            needed.all.iter().all(has)
                && (needed.any.is_empty() || needed.any.iter().any(has))
                && (bearers.is_empty() || bearers.iter().any(has))
                && count
                && needed
                    .target
                    .is_none_or(|target| reaches(target, there, curriculum))
        })
}

/// The least hours, and of such sets the fewest milestones, that reach the first target.
fn least(milestones: &[Drawn], snapshot: &Snapshot) -> (u64, usize) {
    let curriculum = &snapshot.curriculum;
    let those = |wanted: fn(Touched) -> bool| {
        let places = milestones.iter().enumerate();
        let those = places.filter(|(_, drawn)| wanted(drawn.touched));
        those.fold(0_u32, |bits, (place, _)| bits | 1 << place)
    };
    let done = those(|touched| touched == Touched::Done);
    let settled = those(|touched| touched != Touched::Not);
    let follows = |set: u32| {
        (0..milestones.len())
            .filter(|place| set & 1 << place != 0)
            .all(|place| {
                let mut requires = curriculum.milestones[place].requires.iter();
                requires.all(|before| (settled | set) & 1 << before != 0)
            })
    };
    let sets = 0..1_u32 << milestones.len();
    let reaching =
        sets.filter(|set| set & done == 0 && reaches(0, done | set, curriculum) && follows(*set));
    let weighed = reaching.map(|set| {
        let taken = (0..milestones.len()).filter(|place| set & 1 << place != 0);
        let hours = taken.map(|place| u64::from(milestones[place].hours)).sum();
        (hours, set.count_ones() as usize)
    });
    weighed.min().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn no_smaller_set_reaches_a_target(
        milestones in vec(milestone(), 3..=10),
        targets in vec(vec(requirement(), 1..6), 1..4),
    ) {
        let snapshot = learner(&milestones, &targets);
        let gap = Gap::of(0, &snapshot);
        let hours = gap.nearness.minutes_left / 60;
        prop_assert_eq!((hours, gap.missing.len()), least(&milestones, &snapshot));
        prop_assert!(gap.nearness.is_least);
        agree(&gap, &snapshot);
        let mut there: Vec<Place> = Vec::new();
        for place in &gap.missing {
            prop_assert!(!there.contains(place), "each once");
            for before in &snapshot.curriculum.milestones[*place].requires {
                let is_settled = milestones[*before].touched != Touched::Not;
                prop_assert!(is_settled || there.contains(before), "in an order that works");
            }
            there.push(*place);
        }
        let done = milestones.iter().enumerate().filter(|(_, drawn)| drawn.touched == Touched::Done);
        let bits = done.map(|(place, _)| place).chain(there).fold(0, |bits, place| bits | 1 << place);
        prop_assert!(reaches(0, bits, &snapshot.curriculum), "all that is asked for");
    }
}

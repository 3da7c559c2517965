//! What is missing of a target, in which order, and what targets share.

use std::rc::Rc;

use milepost::curriculum::EvidenceKind;
use milepost::curriculum::target::{Proof, Requirement};
use milepost::insight::gap::Distance;
use milepost::insight::{Gap, Snapshot};
use milepost::progress::fold;

use super::{LIBRARY, ids, learner, line, one, snapshot};
use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

#[test]
fn what_is_missing_includes_prerequisites_in_an_order_that_works() {
    assert_eq!(
        one("all: [plans]", &Diary::new()),
        "it: missing | plans | queries joins plans | 12 h"
    );
    assert_eq!(
        one("all: [plans]", &Diary::new().done("queries")),
        "it: missing | plans | joins plans | 8 h"
    );
    assert_eq!(
        one("all: [joins, plans]", &Diary::new().done("joins")),
        "it: in progress | plans | plans | 2 h",
        "what stands before something done is not needed"
    );
    assert_eq!(
        one("all: [early, linux]", &Diary::new().done("queries")),
        "it: missing | early linux | joins plans early linux | 19 h",
        "an author may list a milestone before what it requires"
    );
    let done = Diary::new().done("plans").credit("knows", &["joins"]);
    assert_eq!(one("all: [joins, plans]", &done), "it: met |  |  | 0 h");
}

#[test]
fn a_skipped_milestone_unlocks_and_does_not_satisfy() {
    assert_eq!(
        one("all: [plans]", &Diary::new().skip("joins")),
        "it: missing | plans | plans | 2 h"
    );
    assert_eq!(
        one("all: [joins]", &Diary::new().skip("joins").done("queries")),
        "it: missing | joins | joins | 6 h"
    );
}

#[test]
fn a_requirement_is_in_progress_once_something_of_it_is_begun() {
    assert_eq!(
        one("all: [queries, joins]", &Diary::new().start("queries")),
        "it: in progress | queries joins | queries joins | 10 h"
    );
    assert_eq!(
        one("any: [queries, cloud]", &Diary::new().start("cloud")),
        "it: in progress | queries | queries | 4 h"
    );
}

#[test]
fn a_stage_means_its_required_milestones_and_a_named_optional_one_is_needed() {
    assert_eq!(
        one("stage: out", &Diary::new().done("linux")),
        "it: in progress | server cloud | server cloud | 6 h"
    );
    assert_eq!(
        one("all: [extra]", &Diary::new()),
        "it: missing | extra | extra | 3 h"
    );
}

#[test]
fn what_never_satisfies_a_target_does_not_satisfy_it() {
    let target = "never_satisfied_by: [cloud]
requirements:
  - {id: some, title: Some, any: [server, cloud]}";
    let snapshot = learner(target, &Diary::new().done("cloud").done("linux"));
    let gap = Gap::of(0, &snapshot);
    assert_eq!(
        line(&gap.requirements[0], &snapshot),
        "some: missing | server | server | 1 h"
    );
}

const COMPOSED: &str = "
    requirements:
      - {id: sql, title: SQL, target: sql}
      - {id: both, title: Both, target: both}
      - {id: own, title: Own, all: [linux, queries]}
  - id: sql
    title: SQL
    requirements:
      - {id: joins, title: Joins, all: [joins]}
      - {id: some, title: Some, any: [cloud, server]}
  - id: both
    title: Both
    requirements:
      - {id: sql, title: SQL, target: sql}
      - {id: plans, title: Plans, all: [plans]}
";

#[test]
fn targets_compose_and_what_is_needed_twice_counts_once() {
    let composed = |diary: &Diary| snapshot(&format!("{LIBRARY}{COMPOSED}"), diary);
    let told = |snapshot: &Snapshot| {
        let needs = Gap::of(0, snapshot).requirements;
        let lines = needs.iter().map(|need| line(need, snapshot));
        lines.collect::<Vec<_>>()
    };
    let new = composed(&Diary::new());
    assert_eq!(
        told(&new),
        [
            "sql: missing | joins server | queries joins linux server | 21 h",
            "both: missing | joins plans server | queries joins plans linux server | 23 h",
            "own: missing | queries linux | queries linux | 14 h",
        ]
    );
    let gap = Gap::of(0, &new);
    assert_eq!(ids(&gap.missing, &new), "queries joins plans linux server");
    assert_eq!(
        (gap.nearness.minutes_left, gap.requirements[1].target),
        (23 * 60, Some(2))
    );
    let distances = [0, 1].map(|target| Distance::of(target, &new));
    assert_eq!(distances, [5, 3].map(Distance::Milestones));
    let begun = composed(&Diary::new().done("joins").done("cloud"));
    assert_eq!(
        told(&begun),
        [
            "sql: met |  |  | 0 h",
            "both: in progress | plans | plans | 2 h",
            "own: missing | queries linux | queries linux | 14 h",
        ]
    );
}

#[test]
fn the_aim_is_the_target_set_last_or_the_first() {
    let aim = |diary: &Diary| snapshot(&format!("{LIBRARY}{COMPOSED}"), diary).aim();
    assert_eq!(aim(&Diary::new()), Some(0));
    let aimed = Diary::new().aim("sql", None).aim("both", Some(5));
    assert_eq!(aim(&aimed), Some(2));
    assert_eq!(aim(&aimed.aim("gone", None)), Some(0));
}

#[test]
fn a_long_chain_is_no_trouble() {
    let names: Vec<String> = (0..2_000).map(|number| format!("m{number}")).collect();
    let mut outline = Outline::new().milestone(&names[0], &[]);
    for pair in names.windows(2) {
        outline = outline.milestone(&pair[1], &[&pair[0]]);
    }
    let last = Requirement {
        all: vec![1_999],
        ..Requirement::default()
    };
    let curriculum = outline.target("goal", vec![last]).build();
    let progress = fold(&Diary::new().done("m9").log(), &curriculum);
    let snapshot = Snapshot::of(Rc::new(curriculum), Rc::new(progress));
    let distance = Distance::of(0, &snapshot);
    assert_eq!(distance, Distance::Milestones(1_990));
    assert_eq!(
        Gap::of(0, &snapshot).missing,
        (10..2_000).collect::<Vec<_>>()
    );
}

#[test]
fn targets_deep_within_each_other_are_no_trouble() {
    const TARGETS: usize = 200;
    let outline = (0..TARGETS * 10).fold(Outline::new(), |outline, number| {
        outline.milestone(&format!("m{number}"), &[])
    });
    let of_all = (0..TARGETS).fold(outline, |outline, number| {
        let own = Requirement {
            all: (number * 10..number * 10 + 10).collect(),
            ..Requirement::default()
        };
        let next = Requirement {
            target: Some(number + 1).filter(|next| *next < TARGETS),
            ..Requirement::default()
        };
        outline.target(&format!("t{number}"), vec![own, next])
    });
    let curriculum = of_all.build();
    let progress = fold(&Diary::new().log(), &curriculum);
    let snapshot = Snapshot::of(Rc::new(curriculum), Rc::new(progress));
    let gaps = (0..TARGETS).map(|target| Gap::of(target, &snapshot));
    let missing = gaps.map(|gap| {
        let of_each = gap.requirements.iter().map(|need| need.missing.len());
        (gap.missing.len(), of_each.collect::<Vec<_>>())
    });
    let expected = (0..TARGETS).map(|number| {
        let all = (TARGETS - number) * 10;
        (all, vec![10, all - 10])
    });
    assert_eq!(missing.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
}

#[test]
fn evidence_from_one_of_very_many_milestones_is_no_trouble() {
    let outline = (0..4_000).fold(Outline::new(), |outline, number| {
        outline.milestone(&format!("m{number}"), &[])
    });
    let wanted = Requirement {
        all: (0..2_000).collect(),
        evidence: Some(Proof {
            kind: EvidenceKind::Repository,
            at_least: 1,
            of: (2_000..4_000).collect(),
        }),
        ..Requirement::default()
    };
    let curriculum = outline.target("goal", vec![wanted; 20]).build();
    let progress = fold(&Diary::new().log(), &curriculum);
    let snapshot = Snapshot::of(Rc::new(curriculum), Rc::new(progress));
    assert_eq!(
        Gap::of(0, &snapshot).missing,
        (0..=2_000).collect::<Vec<_>>()
    );
}

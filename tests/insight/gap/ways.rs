//! Where some milestones are enough, the cheapest way is taken.

use std::rc::Rc;

use milepost::curriculum::target::{Count, Requirement};
use milepost::insight::{Gap, Snapshot};
use milepost::progress::fold;

use super::{ids, learner, one, only, snapshot};
use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

#[test]
fn any_takes_the_cheapest_way_from_where_the_learner_stands() {
    let any = "any: [server, cloud]";
    assert_eq!(one(any, &Diary::new()), "it: missing | cloud | cloud | 5 h");
    assert_eq!(
        one(any, &Diary::new().done("linux")),
        "it: missing | server | server | 1 h"
    );
    assert_eq!(one(any, &Diary::new().done("cloud")), "it: met |  |  | 0 h");
    let snapshot = learner(&only(any), &Diary::new());
    let way = &Gap::of(0, &snapshot).requirements[0].ways[0];
    assert_eq!(ids(&way.among, &snapshot), "server cloud");
    assert_eq!(
        (ids(&way.taken, &snapshot), way.needed),
        ("cloud".into(), 1)
    );
}

#[test]
fn the_cheapest_way_reckons_with_what_is_needed_anyway() {
    let target = "requirements:
  - {id: some, title: Some, any: [cloud, server]}
  - {id: linux, title: Linux, all: [linux]}";
    let snapshot = learner(target, &Diary::new());
    let gap = Gap::of(0, &snapshot);
    assert_eq!(ids(&gap.missing, &snapshot), "linux server");
    assert_eq!(gap.nearness.minutes_left, 11 * 60);
}

#[test]
fn a_count_takes_the_combination_that_is_cheapest_together() {
    let count =
        |at_least: u8| format!("count: {{of: [plans, joins, linux, cloud], at_least: {at_least}}}");
    assert_eq!(
        one(&count(1), &Diary::new()),
        "it: missing | cloud | cloud | 5 h"
    );
    assert_eq!(
        one(&count(2), &Diary::new()),
        "it: missing | joins plans | queries joins plans | 12 h",
        "both by themselves would cost more than the cloud, and share what comes before"
    );
    assert_eq!(
        one(&count(2), &Diary::new().done("cloud")),
        "it: in progress | linux | linux | 10 h",
        "of equal hours the fewest milestones"
    );
    assert_eq!(
        one(&count(2), &Diary::new().done("cloud").done("linux")),
        "it: met |  |  | 0 h"
    );
}

#[test]
fn of_many_combinations_those_are_taken_that_are_cheapest_alone() {
    let many: Vec<String> = (0..40).map(|number| format!("m{number}")).collect();
    let milestones: Vec<String> = many
        .iter()
        .enumerate()
        .map(|(number, id)| {
            let hours = 40 - number;
            format!("      - {{id: {id}, title: M, kind: practice, hours: {hours}}}\n")
        })
        .collect();
    let milestones = milestones.concat();
    let yaml = format!(
        "format: 1\nid: test\nversion: 1.0.0\ntitle: T\nlanguage: en\nstages:\n  - id: one\n    title: One\n    \
         milestones:\n{milestones}targets:\n  - id: goal\n    title: Goal\n    requirements:\n      - {{id: it, title: It, \
         count: {{of: [{}], at_least: 20}}}}\n",
        many.join(", ")
    );
    let snapshot = snapshot(&yaml, &Diary::new().done("m39"));
    let gap = Gap::of(0, &snapshot);
    assert_eq!(gap.missing, (20..39).collect::<Vec<_>>());
}

#[test]
fn of_a_chain_too_long_to_try_its_beginning_is_taken() {
    let names: Vec<String> = (0..1_500).map(|number| format!("m{number}")).collect();
    let mut outline = Outline::new().milestone(&names[0], &[]);
    for pair in names.windows(2) {
        outline = outline.milestone(&pair[1], &[&pair[0]]);
    }
    let half = Requirement {
        count: Some(Count {
            of: (0..1_500).collect(),
            at_least: 750,
        }),
        ..Requirement::default()
    };
    let curriculum = outline.target("goal", vec![half]).build();
    let progress = fold(&Diary::new().log(), &curriculum);
    let snapshot = Snapshot::of(Rc::new(curriculum), Rc::new(progress));
    assert_eq!(Gap::of(0, &snapshot).missing, (0..750).collect::<Vec<_>>());
}

//! What decides beside milestones: choices, evidence, records; and limits, which do not.

use milepost::insight::Gap;
use milepost::progress::deed::Deed;
use milepost::progress::record::Reference;
use uuid::Uuid;

use super::{ids, learner, one, only};
use crate::kit::diary::Diary;

#[test]
fn what_does_not_apply_drops_out_and_what_hangs_on_an_open_choice_is_told() {
    let all = "all: [functions, python-types, go-types]";
    let open = learner(&only(all), &Diary::new());
    let gap = Gap::of(0, &open);
    assert_eq!(ids(&gap.missing, &open), "functions");
    assert_eq!(gap.open_choices, [0]);
    assert!(!gap.nearness.is_reached());
    let python = Diary::new().choose("language", "python");
    assert_eq!(
        one(all, &python),
        "it: missing | functions python-types | functions python-types | 11 h"
    );
    let undecided = one("all: [go-types]", &Diary::new().done("functions"));
    assert_eq!(undecided, "it: missing |  |  | 0 h");
    assert_eq!(one("all: [go-types]", &python), "it: met |  |  | 0 h");
    let any = "any: [python-types, go-types]";
    assert_eq!(
        one(any, &python.done("functions")),
        "it: missing | python-types | python-types | 3 h"
    );
}

#[test]
fn a_target_that_takes_no_hours_is_there_only_once_it_is_reached() {
    let near = |diary: &Diary| {
        let snapshot = learner(&only("all: [go-types]"), diary);
        let near = Gap::of(0, &snapshot).nearness;
        (near.minutes_there + near.minutes_left, near.percent())
    };
    let open = Diary::new().done("functions");
    assert_eq!(near(&open), (0, 0), "a choice may ask for more");
    assert_eq!(near(&open.choose("language", "python")), (0, 100));
}

#[test]
fn a_choice_has_to_be_made() {
    let requirement = "all: [functions], choice: language";
    let done = Diary::new().done("functions");
    let snapshot = learner(&only(requirement), &done);
    let gap = Gap::of(0, &snapshot);
    assert_eq!(gap.requirements[0].open_choice, Some(0));
    assert_eq!(gap.open_choices, [0]);
    assert_eq!(one(requirement, &done), "it: in progress |  |  | 0 h");
    assert_eq!(
        one(requirement, &done.choose("language", "go")),
        "it: met |  |  | 0 h"
    );
}

#[test]
fn a_requirement_that_names_a_choice_counts_only_what_was_done_under_the_current_option() {
    let changed = Diary::new()
        .choose("language", "python")
        .done("functions")
        .choose("language", "go");
    assert_eq!(
        one("all: [functions], choice: language", &changed),
        "it: missing | functions | functions | 8 h"
    );
    assert_eq!(one("all: [functions]", &changed), "it: met |  |  | 0 h");
    assert_eq!(
        one(
            "all: [functions], choice: language",
            &changed.clone().done("functions")
        ),
        "it: met |  |  | 0 h"
    );
    let back = changed.choose("language", "python");
    assert_eq!(
        one("all: [functions], choice: language", &back),
        "it: met |  |  | 0 h"
    );
}

#[test]
fn evidence_counts_distinct_addresses_and_says_where_it_lacks() {
    let requirement = "all: [joins, plans], evidence: {kind: repository, at_least: 2}";
    let done = Diary::new().done("queries").done("joins").done("plans");
    let proofs = |diary: &Diary| {
        let snapshot = learner(&only(requirement), diary);
        let proofs = Gap::of(0, &snapshot).requirements[0]
            .proofs
            .clone()
            .unwrap();
        (proofs.count.have, ids(&proofs.unproven, &snapshot))
    };
    assert_eq!(proofs(&done), (0, "joins plans".into()));
    assert_eq!(
        proofs(&done.clone().repository("joins", 1).repository("plans", 1)),
        (1, String::new())
    );
    assert_eq!(
        proofs(&done.clone().repository("joins", 1)),
        (1, "plans".into())
    );
    assert_eq!(
        one(requirement, &done.clone().repository("joins", 1)),
        "it: in progress |  |  | 0 h"
    );
    let enough = done.repository("joins", 1).repository("joins", 2);
    assert_eq!(proofs(&enough), (2, String::new()));
    assert_eq!(one(requirement, &enough), "it: met |  |  | 0 h");
}

#[test]
fn evidence_alone_leads_to_the_cheapest_milestone_that_can_bear_it() {
    let requirement = "evidence: {kind: repository, at_least: 1, of: [server, cloud]}";
    assert_eq!(
        one(requirement, &Diary::new()),
        "it: missing | cloud | cloud | 5 h"
    );
    assert_eq!(
        one(requirement, &Diary::new().done("server")),
        "it: missing |  |  | 0 h"
    );
    assert_eq!(
        one(requirement, &Diary::new().repository("server", 1)),
        "it: met |  |  | 0 h"
    );
}

#[test]
fn references_count_unless_they_are_of_a_relation_that_does_not() {
    let requirement = "record: {type: reference, at_least: 2, not_relation: [friend]}";
    let reference = |number: u128, relation: &str, removed: Option<bool>| {
        let reference = reference(number, &format!("Writer {number}"));
        Deed::Reference(Reference {
            relation: Some(relation.into()),
            removed,
            ..reference
        })
    };
    let some = Diary::new()
        .deed(reference(1, "mentor", None))
        .deed(reference(2, "Friend", None))
        .deed(reference(3, "client", Some(true)));
    let snapshot = learner(&only(requirement), &some);
    let need = &Gap::of(0, &snapshot).requirements[0];
    assert_eq!(need.records.unwrap().have, 1);
    assert_eq!(one(requirement, &some), "it: in progress |  |  | 0 h");
    assert_eq!(
        one(requirement, &some.deed(reference(4, "manager", None))),
        "it: met |  |  | 0 h"
    );
}

#[test]
fn who_said_no_or_nothing_yet_or_is_there_already_is_no_further_reference() {
    let requirement = "record: {type: reference, at_least: 3}";
    let have = |references: &[Reference]| {
        let each = references.iter().cloned().map(Deed::Reference);
        let diary = each.fold(Diary::new(), Diary::deed);
        let snapshot = learner(&only(requirement), &diary);
        Gap::of(0, &snapshot).requirements[0].records.unwrap().have
    };
    let said = |answer: &str| Reference {
        agreed: Some(answer.into()),
        ..reference(1, "A. Writer")
    };
    assert_eq!(have(&[said("yes")]), 1);
    assert_eq!(have(&[said("no")]), 0);
    assert_eq!(have(&[said("asked")]), 0);
    let unknown = Reference {
        relation: None,
        ..said("yes")
    };
    assert_eq!(have(&[unknown]), 0);
    let twice = [
        reference(1, "A. Writer"),
        reference(2, " a. writer"),
        reference(3, "B. Writer"),
    ];
    assert_eq!(have(&twice), 2);
}

/// A mentor of this name who has not been asked anything.
fn reference(number: u128, name: &str) -> Reference {
    Reference {
        id: Uuid::from_u128(number),
        name: Some(name.into()),
        relation: Some("mentor".into()),
        agreed: None,
        removed: None,
    }
}

#[test]
fn a_limit_is_shown_and_never_decides() {
    let limit = "limit: {field: resume-pages, max: 2}";
    assert_eq!(one(limit, &Diary::new()), "it: shown |  |  | 0 h");
    let with_more = format!("all: [queries], {limit}");
    assert_eq!(
        one(&with_more, &Diary::new().done("queries")),
        "it: met |  |  | 0 h"
    );
    let closed = Gap::of(0, &learner(&only(limit), &Diary::new()));
    assert!(closed.nearness.is_reached());
}

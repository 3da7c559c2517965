//! What a checked curriculum holds: places, former ids, digests, paths.

use std::rc::Rc;

use milepost::curriculum::model::Relation;
use milepost::curriculum::{Applies, Chosen, Edition, Names};

use crate::kit::curriculum::{HEADER, Written, folder, repository, with_milestones};

fn edition(milestones: &str) -> Rc<Edition> {
    Written::as_yaml(&with_milestones(milestones)).edition()
}

fn titles(edition: &Edition) -> Vec<&str> {
    edition
        .curriculum
        .milestones
        .iter()
        .map(|milestone| milestone.title.as_str())
        .collect()
}

fn library() -> Rc<Edition> {
    folder(&repository("tests/fixtures/library")).edition()
}

fn path(steps: &str) -> Written {
    let head = HEADER.replace("sample", "walk");
    let extends = "extends: {id: library, version: \"1\"}\n";
    Written::as_yaml(&format!("{head}{extends}{steps}")).over(&library())
}

#[test]
fn retired_milestones_come_after_all_others_and_belong_to_no_stage() {
    let edition = edition(
        "- {id: a, title: A, kind: concept, hours: 1, retired: Gone.}\n- {id: b, title: B, kind: concept, hours: [2, 4]}",
    );
    assert_eq!(titles(&edition), ["B", "A"]);
    assert_eq!(edition.curriculum.stages[0].members, 0..1);
    assert_eq!(edition.curriculum.stage_of(1), None);
    assert_eq!(edition.curriculum.milestones[0].hours.minutes(), 180);
}

#[test]
fn a_split_milestone_lives_on_in_the_part_that_inherits() {
    let edition = edition(
        "- {id: old, title: Old, kind: concept, hours: 1, was: [older], split_into: [{id: a, inherits: true}, {id: b}]}\n\
         - {id: a, title: A, kind: concept, hours: 1}\n- {id: b, title: B, kind: concept, hours: 1}",
    );
    assert_eq!(titles(&edition), ["A", "B"]);
    let names = Names::of(&edition.curriculum);
    for key in ["sample/old", "sample/older"] {
        let routes = names.routes(key);
        assert_eq!(routes.len(), 1);
        assert_eq!(
            (routes[0].place, routes[0].relation),
            (0, Some(Relation::Split))
        );
    }
}

#[test]
fn what_says_the_same_has_the_same_digest() {
    let plain = edition("- {id: a, title: A, kind: concept, hours: 3, about: Words.}");
    for same in [
        "# a remark\n- {about: \"Words.\", hours: [3, 3], kind: concept, title: A, id: a}",
        "- id: a\n  title: 'A'\n  kind: concept\n  hours: 3\n  about: >\n    Words.\n  optional: false\n  requires: []\n  evidence: none",
    ] {
        assert_eq!(edition(same).curriculum.digest, plain.curriculum.digest);
    }
    let windows =
        with_milestones("- id: a\n  title: A\n  kind: concept\n  hours: 3\n  about: Words.")
            .replace('\n', "\r\n");
    assert_eq!(
        Written::as_yaml(&windows).edition().curriculum.digest,
        plain.curriculum.digest
    );
}

#[test]
fn where_a_section_is_written_does_not_change_the_digest() {
    let sections = "principles: [P]\nfacts: [{id: f, claim: F}]\n";
    let milestones = with_milestones("- {id: a, title: A, kind: concept, hours: 3}");
    let whole = Written::as_yaml(&format!("{milestones}{sections}")).edition();
    let included = format!("{milestones}include: [more.yaml]\n");
    let parted = Written::as_yaml(&included)
        .beside("more.yaml", sections)
        .edition();
    assert_eq!(whole.curriculum.digest, parted.curriculum.digest);
}

#[test]
fn every_changed_word_changes_the_digest() {
    let plain = edition("- {id: a, title: A, kind: concept, hours: 3, about: Words.}");
    for other in [
        "- {id: a, title: A, kind: concept, hours: 3, about: Other words.}",
        "- {id: a, title: A, kind: concept, hours: 4, about: Words.}",
        "- {id: a, title: A, kind: concept, hours: 3, about: Words., optional: true}",
        "- {id: a, title: A, kind: concept, hours: 3, about: Words., keywords: {A: []}}",
    ] {
        assert_ne!(
            edition(other).curriculum.digest,
            plain.curriculum.digest,
            "{other}"
        );
    }
}

#[test]
fn a_milestones_digest_covers_what_a_mentor_judges_and_nothing_else() {
    let digest = |milestone: &str| edition(milestone).curriculum.milestones[0].digest.clone();
    let plain = digest("- {id: a, title: A, kind: concept, hours: 3, checks: [{id: x, ask: X?}]}");
    let same = "- {id: b, title: A, kind: project, hours: 9, evidence: none, was: [c], checks: [{id: x, ask: X?, was: [y]}]}";
    assert_eq!(digest(same), plain);
    for other in [
        "- {id: a, title: B, kind: concept, hours: 3, checks: [{id: x, ask: X?}]}",
        "- {id: a, title: A, kind: concept, hours: 3, about: A., checks: [{id: x, ask: X?}]}",
        "- {id: a, title: A, kind: concept, hours: 3, checks: [{id: x, ask: Why X?}]}",
        "- {id: a, title: A, kind: concept, hours: 3, checks: [{id: z, ask: X?}]}",
        "- {id: a, title: A, kind: concept, hours: 3, evidence: note, checks: [{id: x, ask: X?}]}",
    ] {
        assert_ne!(digest(other), plain, "{other}");
    }
}

#[test]
fn a_path_uses_the_librarys_milestones_under_their_own_keys() {
    let steps = "steps:\n  - {id: one, title: One, optional: true, use: [stage:sql]}\n  - {id: two, title: Two, own: [{id: own, title: Own, kind: project, hours: 1}]}\n";
    let path = path(steps).edition();
    let keys: Vec<&str> = path
        .curriculum
        .milestones
        .iter()
        .map(|milestone| milestone.key.as_str())
        .collect();
    assert_eq!(
        keys,
        [
            "library/queries",
            "library/joins",
            "library/tuning",
            "walk/own"
        ]
    );
    let optional: Vec<bool> = path
        .curriculum
        .milestones
        .iter()
        .map(|milestone| milestone.optional)
        .collect();
    assert_eq!(
        optional,
        [true, true, true, false],
        "a used milestone is required unless its step is optional"
    );
    assert_eq!(path.curriculum.stages[1].members, 3..4);
    assert_eq!(
        Names::of(&path.curriculum).place("library/sql-joins"),
        Some(1)
    );
}

#[test]
fn a_prerequisite_that_is_absent_or_stands_in_a_later_step_drops_out() {
    let requires = |steps: &str| {
        let path = path(steps).edition();
        let joins = path
            .curriculum
            .milestones
            .iter()
            .find(|milestone| milestone.title == "Joins");
        joins.unwrap().requires.clone()
    };
    assert_eq!(
        requires("steps: [{id: one, title: One, use: [queries, joins]}]\n"),
        [0]
    );
    assert_eq!(
        requires("steps: [{id: one, title: One, use: [joins, queries]}]\n"),
        [1],
        "the same step"
    );
    assert!(requires("steps: [{id: one, title: One, use: [joins]}]\n").is_empty());
    assert!(
        requires(
            "steps: [{id: one, title: One, use: [joins]}, {id: two, title: Two, use: [queries]}]\n"
        )
        .is_empty()
    );
}

#[test]
fn a_paths_own_milestone_may_name_what_the_path_leaves_out() {
    let steps = "steps: [{id: one, title: One, own: [{id: own, title: Own, kind: project, hours: 1, requires: [joins], when: {language: python}}]}]\n";
    let path = path(steps).edition();
    let own = &path.curriculum.milestones[0];
    assert!(own.requires.is_empty());
    let mut chosen = Chosen::nothing(&path.curriculum);
    chosen.replace(0, vec!["java".parse().unwrap()]);
    assert_eq!(own.when.applies(&chosen), Applies::No);
}

#[test]
fn a_target_named_by_a_path_is_moved_into_it() {
    let path = path(
        "steps: [{id: one, title: One, use: [routes, queries, joins]}]\ntargets: [top, floor]\n",
    )
    .edition();
    let [top, floor] = path.curriculum.targets.as_slice() else {
        panic!("two targets")
    };
    assert_eq!(
        (top.key.as_str(), top.requirements[0].target),
        ("library/top", Some(1))
    );
    assert_eq!(floor.requirements[0].all, [1, 2]);
    assert_eq!(
        (
            floor.requirements[1].stage,
            floor.requirements[1].all.as_slice()
        ),
        (None, &[0][..])
    );
}

#[test]
fn a_library_of_another_version_is_not_taken() {
    let problems = |version: &str| {
        let head = HEADER.replace("sample", "walk");
        let extends = format!("extends: {{id: library, version: \"{version}\"}}\n");
        let steps = "steps: [{id: one, title: One, use: [queries]}]\n";
        let path = Written::as_yaml(&format!("{head}{extends}{steps}"));
        path.over(&library()).findings()
    };
    for fitting in ["1", "1.2", "1.2.0"] {
        assert!(problems(fitting).is_empty(), "{fitting}");
    }
    for other in ["2", "1.20", "12", "1.2.0.1"] {
        assert_eq!(problems(other), ["6:33 unknown-library"], "{other}");
    }
}

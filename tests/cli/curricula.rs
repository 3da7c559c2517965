//! Curricula: taken, shown, and checked while they are written.

use crate::kit::command::{Shell, assert_transcript};

const BROKEN: &str = "\
format: 1
id: broken
version: 1.0.0
title: Broken
language: en
stages:
  - id: only
    title: Only
    milestones:
      - {id: first, title: First, kind: concept, hours: 2, requires: [frist]}
      - {id: second, title: Second, kind: concept, hours: 0}
";

#[test]
fn curricula_are_listed_with_the_one_in_use() {
    assert_transcript!(
        Shell::following_the_sample()
            .run("curriculum list")
            .run("curriculum list --json")
    );
}

#[test]
fn a_tick_stays_when_another_curriculum_is_followed() {
    let shell = Shell::new()
        .quietly("done terminal-basics")
        .run("curriculum use bootdev-seven-steps")
        .run("list --done")
        .run("curriculum use bootdev-seven-step")
        .run("curriculum use ./nowhere");
    assert_transcript!(shell);
}

#[test]
fn a_curriculum_is_shown_without_being_taken() {
    let shell = Shell::following_the_sample()
        .run("curriculum show")
        .run("curriculum show --json")
        .run("curriculum show bootdev-seven-steps")
        .run("curriculum show nothing-like-it");
    assert_transcript!(shell);
}

#[test]
fn every_problem_of_a_curriculum_is_listed_with_its_place() {
    let shell = Shell::new()
        .file("broken/curriculum.yaml", BROKEN)
        .run("curriculum check broken")
        .run("curriculum check broken --json")
        .run("curriculum check backend-developer")
        .run("curriculum check backend-developer --json");
    assert_transcript!(shell);
}

#[test]
fn a_broken_curriculum_leaves_the_good_one_in_use() {
    let shell = Shell::following_the_sample()
        .file("broken/curriculum.yaml", BROKEN)
        .run("curriculum use broken")
        .run("curriculum show broken")
        .run("status");
    assert_transcript!(shell);
}

#[test]
fn published_ids_are_written_down_and_may_not_go_missing() {
    let sound = BROKEN
        .replace("frist", "second")
        .replace("hours: 0", "hours: 1");
    let shell = Shell::new()
        .file("mine/curriculum.yaml", &sound)
        .run("curriculum check mine --lock")
        .file(
            "mine/curriculum.yaml",
            &sound.replace("second", "third").replace("Second", "Third"),
        )
        .run("curriculum check mine --lock")
        .run("curriculum check backend-developer --lock");
    assert_transcript!(shell);
}

#[test]
fn an_empty_name_is_wrong_usage() {
    for line in [
        "curriculum use ''",
        "curriculum show ''",
        "curriculum check ''",
    ] {
        let output = Shell::new().output(line, b"");
        assert_eq!(output.status.code(), Some(2), "milepost {line}: {output:?}");
    }
}

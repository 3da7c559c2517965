//! What lies between a learner and a target, on the command line.

use crate::kit::command::{Shell, assert_transcript};

/// A curriculum whose targets ask for a bit of everything.
const MANIFOLD: &str = "\
format: 1
id: manifold
version: 1.0.0
title: A bit of everything
language: en
choices:
  language:
    title: Which language?
    pick: {min: 1, max: 1}
    options: [{id: python, title: Python}, {id: go, title: Go}]
levels:
  - {id: junior, title: Junior}
stages:
  - id: only
    title: Only
    milestones:
      - {id: ground, title: The ground, kind: concept, hours: 10}
      - {id: server, title: A server, kind: project, hours: 1, requires: [ground], evidence: deployment}
      - {id: cloud, title: The cloud, kind: project, hours: 8, evidence: deployment}
      - {id: types, title: Types, kind: practice, hours: 3, when: {language: [python]}}
      - {id: pages, title: Pages, kind: career, hours: 2, evidence: note}
targets:
  - id: running
    title: Something that runs
    level: junior
    requirements:
      - {id: runs, title: It runs, any: [server, cloud], evidence: {kind: deployment, at_least: 1, of: [server, cloud]}}
      - {id: types, title: It has types, all: [types]}
  - id: applying
    title: Ready to apply
    level: junior
    note: Ours.
    requirements:
      - {id: running, title: Something that runs, target: running}
      - {id: pages, title: Written down, all: [pages], limit: {field: resume-pages, max: 2}}
      - {id: named, title: Vouched for, record: {type: reference, at_least: 2}}
  - id: grounded
    title: On solid ground
    requirements:
      - {id: ground, title: The ground, all: [ground]}
";

fn manifold() -> Shell {
    Shell::new()
        .file("manifold.yaml", MANIFOLD)
        .quietly("curriculum use manifold.yaml")
}

#[test]
fn a_gap_is_told_requirement_by_requirement_and_milestone_by_milestone() {
    let shell = Shell::following_the_sample()
        .run("gaps")
        .quietly("start terminal")
        .run("gaps --target own")
        .run("gaps --target own-program --json");
    assert_transcript!(shell);
}

#[test]
fn a_gap_says_which_way_was_taken_and_what_waits_for_something_else() {
    let shell = manifold()
        .quietly("done pages")
        .run("gaps --target applying")
        .run("gaps --target applying --json");
    assert_transcript!(shell);
}

#[test]
fn a_gap_closes_step_by_step() {
    let shell = manifold()
        .quietly("choose language go")
        .quietly("done ground")
        .run("gaps")
        .quietly("done server")
        .run("gaps")
        .quietly("evidence add server https://example.com")
        .run("gaps");
    assert_transcript!(shell);
}

#[test]
fn a_gap_fits_into_a_narrow_terminal() {
    assert_transcript!(manifold().columns("44").run("gaps --target applying"));
}

#[test]
fn a_gap_to_nothing_is_refused() {
    let shell = manifold()
        .run("gaps --target aplying")
        .run("gaps --target ing")
        .run("gaps --target elsewhere")
        .run("gaps --target ''")
        .run("gaps running")
        .file(
            "bare.yaml",
            "{format: 1, id: bare, version: 1.0.0, title: Bare, language: en, stages: \
             [{id: s, title: S, milestones: [{id: m, title: M, kind: concept, hours: 1}]}]}",
        )
        .quietly("curriculum use bare.yaml")
        .run("gaps");
    assert_transcript!(shell);
}

//! What lies between a learner and a target.

mod beside;
mod case;
mod cases;
mod least;
mod missing;
mod ways;

use std::rc::Rc;

use milepost::curriculum::Place;
use milepost::insight::gap::{Distance, Nearness, Need, Reach};
use milepost::insight::{Gap, Snapshot};
use milepost::progress::fold;

use crate::kit::curriculum::Written;
use crate::kit::diary::Diary;

/// A library of milestones: a chain of three, two ways to a deployment that share a prerequisite, one language or the
/// other, and something optional.
const LIBRARY: &str = "
format: 1
id: test
version: 1.0.0
title: Test
language: en
choices:
  language:
    title: Which language?
    pick: {min: 1, max: 1}
    options: [{id: python, title: Python}, {id: go, title: Go}]
stages:
  - id: base
    title: Base
    milestones:
      - {id: early, title: Early, kind: practice, hours: 1, requires: [plans], optional: true}
      - {id: queries, title: Queries, kind: practice, hours: 4}
      - {id: joins, title: Joins, kind: practice, hours: 6, requires: [queries]}
      - {id: plans, title: Plans, kind: practice, hours: 2, requires: [joins]}
  - id: out
    title: Out
    milestones:
      - {id: linux, title: Linux, kind: concept, hours: 10}
      - {id: server, title: A server, kind: project, hours: 1, requires: [linux], evidence: deployment}
      - {id: cloud, title: The cloud, kind: project, hours: 5, evidence: deployment}
      - {id: extra, title: Extra, kind: project, hours: 3, optional: true, evidence: deployment}
  - id: language
    title: Language
    milestones:
      - {id: functions, title: Functions, kind: practice, hours: 8, choice: language}
      - {id: python-types, title: Types, kind: practice, hours: 3, requires: [functions], when: {language: [python]}}
      - {id: go-types, title: Types, kind: practice, hours: 5, requires: [functions], when: {language: [go]}}
targets:
  - id: goal
    title: Goal
";

/// The learner of a diary, over the library with these lines as the first target.
fn learner(target: &str, diary: &Diary) -> Snapshot {
    let indented: Vec<String> = target
        .trim()
        .lines()
        .map(|line| format!("    {line}\n"))
        .collect();
    snapshot(&format!("{LIBRARY}{}", indented.concat()), diary)
}

fn snapshot(yaml: &str, diary: &Diary) -> Snapshot {
    let edition = Written::as_yaml(yaml).edition();
    let curriculum = edition.curriculum.clone();
    let progress = fold(&diary.log(), &curriculum);
    Snapshot::of(Rc::new(curriculum), Rc::new(progress))
}

fn ids(places: &[Place], snapshot: &Snapshot) -> String {
    let ids = places
        .iter()
        .map(|place| snapshot.curriculum.milestones[*place].key.id());
    ids.collect::<Vec<_>>().join(" ")
}

/// A requirement in a line: how far it is, what it asks for, what is missing of it, and the hours of that.
fn line(need: &Need, snapshot: &Snapshot) -> String {
    let hours = need.minutes_left / 60;
    format!(
        "{}: {} | {} | {} | {hours} h",
        need.id,
        need.reach.word(),
        ids(&need.asked, snapshot),
        ids(&need.missing, snapshot)
    )
}

/// The only requirement of a target, in a line.
fn one(requirement: &str, diary: &Diary) -> String {
    let snapshot = learner(&only(requirement), diary);
    let gap = Gap::of(0, &snapshot);
    assert_eq!(gap.nearness.minutes_left, gap.requirements[0].minutes_left);
    assert_eq!(gap.missing, gap.requirements[0].missing);
    agree(&gap, &snapshot);
    line(&gap.requirements[0], &snapshot)
}

/// What is known of a gap with less work is the same.
fn agree(gap: &Gap, snapshot: &Snapshot) {
    let mut needs = gap.requirements.iter();
    let is_closed = needs.all(|need| matches!(need.reach, Reach::Met | Reach::Shown));
    assert_eq!(gap.nearness, Nearness::of(gap.target, snapshot));
    assert_eq!(gap.nearness.distance, Distance::of(gap.target, snapshot));
    assert_eq!(gap.nearness.distance.milestones(), gap.missing.len());
    assert_eq!(gap.nearness.is_reached(), is_closed);
}

fn only(requirement: &str) -> String {
    format!("requirements:\n  - {{id: it, title: It, {requirement}}}")
}

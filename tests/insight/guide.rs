//! What a curriculum has to say beside the path.

use milepost::insight::{Chapter, guide};

use crate::kit::curriculum::Written;
use crate::kit::diary::Diary;

use milepost::insight::Snapshot;
use milepost::progress::fold;
use std::rc::Rc;

const YAML: &str = "
format: 1
id: test
version: 1.0.0
title: Test
language: en
sources: [{id: survey, title: A survey, publisher: A. Publisher, year: 2024}, {id: guide, title: A guide}]
principles: [What runs counts.]
choices:
  language:
    title: Which language?
    pick: {min: 1, max: 1}
    guard: A second one later.
    options:
      - {id: rust, title: Rust, rank: {value: 2, sources: [survey]}, notes: Fast., markets: [systems]}
      - {id: go, title: Go, rank: {value: 1, sources: [survey]}, beginner: true}
      - {id: other, title: Another}
stages:
  - id: one
    title: One
    milestones:
      - {id: pick, title: Pick, kind: career, hours: 1, choice: language}
      - {id: wait, title: 'Wait in {language}', kind: concept, hours: 2, optional: true, skip_note: Until the first job.}
      - {id: topic, title: Topic, kind: concept, hours: 3, optional: true, while_searching: true}
targets:
  - {id: goal, title: Goal, requirements: [{id: it, title: It, all: [pick]}]}
  - {id: asked, title: Asked of beginners, level: entry, requirements: [{id: it, title: It, all: [wait]}]}
  - {id: far, title: Far, level: senior, requirements: [{id: it, title: It, all: [topic]}]}
advice:
  - {id: ask, at: language, text: Ask around., sources: [guide]}
  - {id: now, at: search, text: Write to people.}
facts:
  - {id: pay, claim: Half earn 100 or more, value: 100, currency: USD, measure: median, who: developers, year: 2023, year_inferred: true, by: Somebody, sources: [survey]}
  - {id: cost, claim: A school costs 5, value: 5, currency: USD, year: null}
  - {id: more, claim: There will be more, sources: [guide]}
pace:
  hours_per_week: 5
  weeks_per_month: '4.345'
  job_search_hours_per_day: 1
  durations: [{id: school, title: School, duration: {unit: months, min: 3, max: 6}, sources: [guide]}]
levels:
  - {id: entry, title: Entry, experience: none, work: writes code, target: goal}
  - {id: mid, title: Mid, experience: some, target: asked}
  - {id: senior, title: Senior, experience: more, target: far}
";

fn chapters(diary: &Diary) -> Vec<Chapter> {
    let edition = Written::as_yaml(YAML).edition();
    let progress = fold(&diary.log(), &edition.curriculum);
    let snapshot = Snapshot::of(Rc::new(edition.curriculum.clone()), Rc::new(progress));
    guide(&snapshot, &edition.appendix, &edition.details)
}

/// A chapter in lines: its lead, and each entry with its note.
fn chapter(title: &str, diary: &Diary) -> Vec<String> {
    let chapters = chapters(diary);
    let Some(chapter) = chapters.iter().find(|chapter| chapter.title == title) else {
        return Vec::new();
    };
    let lead = Some(chapter.lead.clone()).filter(|lead| !lead.is_empty());
    let entries = chapter.entries.iter();
    let entries = entries.map(|entry| format!("{} | {}", entry.text, entry.note));
    lead.into_iter().chain(entries).collect()
}

#[test]
fn figures_stand_side_by_side_with_who_measured_what_and_when() {
    let pays = chapter("What it pays and costs", &Diary::new());
    assert_eq!(
        pays[1..],
        [
            "Half earn 100 or more | median · developers · 2023, as far as one can tell · measured by: Somebody · told by A. Publisher, 2024",
            "A school costs 5 | of no stated year",
        ]
    );
    let all = pays.concat();
    assert!(!all.contains("52"), "no average of 100 and 5: {all}");
}

#[test]
fn claims_without_money_stand_apart() {
    assert_eq!(
        chapter("How the work changes", &Diary::new()),
        ["There will be more | told by A guide"]
    );
}

#[test]
fn options_stand_as_others_rank_them_with_the_reasons() {
    assert_eq!(
        chapter("Which language?", &Diary::new()),
        [
            "A second one later.",
            "Go, number 1 by A. Publisher, 2024 | good to begin with",
            "Rust, number 2 by A. Publisher, 2024 | Fast · asked for by systems",
            "Ask around. | A guide",
        ]
    );
}

#[test]
fn what_can_wait_says_until_when_as_long_as_it_is_open() {
    assert_eq!(
        chapter("What can wait", &Diary::new().choose("language", "go")),
        ["Wait in Go | Until the first job."]
    );
    assert!(chapter("What can wait", &Diary::new().done("wait")).is_empty());
}

#[test]
fn what_is_for_the_search_is_told_once_an_application_is_out() {
    assert!(chapter("While you search", &Diary::new()).is_empty());
    assert_eq!(
        chapter("While you search", &Diary::new().application(1)),
        [
            "Applying takes about an hour a day; the rest of it goes on building.",
            "Write to people. | ",
            "Topic | 3 h",
        ]
    );
}

#[test]
fn levels_say_how_far_their_targets_are() {
    assert_eq!(
        chapter("Levels of work", &Diary::new())[0],
        "Entry | none · writes code · “Goal”: 1 to go"
    );
    assert_eq!(
        chapter("Levels of work", &Diary::new().done("pick"))[0],
        "Entry | none · writes code · “Goal”: reached"
    );
}

#[test]
fn a_target_counts_for_the_level_that_it_says_itself() {
    assert_eq!(chapter("Levels of work", &Diary::new())[1], "Mid | some");
}

#[test]
fn a_level_never_looks_nearer_than_the_one_before_it() {
    assert_eq!(
        chapter("Levels of work", &Diary::new())[2],
        "Senior | more · “Far”: 1 to go, 2 with what the levels before it take"
    );
    assert_eq!(
        chapter("Levels of work", &Diary::new().done("pick"))[2],
        "Senior | more · “Far”: 1 to go"
    );
}

#[test]
fn other_ways_and_principles_are_told() {
    assert_eq!(
        chapter("How long other ways take", &Diary::new()),
        ["School: 3–6 months | A guide"]
    );
    assert_eq!(
        chapter("What counts here", &Diary::new()),
        ["What runs counts. | "]
    );
}

#[test]
fn a_curriculum_that_says_nothing_has_no_chapters() {
    let bare = "
format: 1
id: bare
version: 1.0.0
title: Bare
language: en
stages: [{id: one, title: One, milestones: [{id: a, title: A, kind: concept, hours: 1}]}]
";
    let edition = Written::as_yaml(bare).edition();
    let progress = fold(&Diary::new().log(), &edition.curriculum);
    let snapshot = Snapshot::of(Rc::new(edition.curriculum.clone()), Rc::new(progress));
    assert_eq!(guide(&snapshot, &edition.appendix, &edition.details), []);
}

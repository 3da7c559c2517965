//! Which questions come back, and in which order they are asked.

use std::rc::Rc;

use milepost::curriculum::target::Requirement;
use milepost::curriculum::{Curriculum, Place};
use milepost::insight::{Questions, Snapshot, drill, next_due, unasked};
use milepost::progress::{Answer, Day, fold};

use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

const ALL: [&str; 5] = ["web", "arrays", "select", "joins", "auth"];

/// Five milestones with a question each; interviews ask for joins first, then for arrays.
fn curriculum() -> Curriculum {
    let named = |name: &str| Requirement {
        id: name.into(),
        all: vec![ALL.iter().position(|known| *known == name).unwrap()],
        ..Requirement::default()
    };
    let asked = ALL.iter().fold(Outline::new(), |outline, name| {
        let before: &[&str] = if *name == "joins" { &["select"] } else { &[] };
        outline.milestone(name, before).check("why", &[])
    });
    asked
        .target("interview-ready", vec![named("joins"), named("arrays")])
        .build()
}

fn snapshot(diary: &Diary) -> Snapshot {
    let curriculum = Rc::new(curriculum());
    let progress = fold(&diary.log(), &curriculum);
    Snapshot::of(curriculum, Rc::new(progress))
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The milestones of the questions that are asked on a day.
fn asked(diary: &Diary, on: &str) -> Vec<&'static str> {
    let questions = drill(&snapshot(diary), None, day(on));
    let places = questions.iter().map(|question| question.place);
    places.map(|place: Place| ALL[place]).collect()
}

#[test]
fn what_interviews_ask_for_comes_first_and_then_what_has_been_due_for_longest() {
    let diary = Diary::new()
        .on_day("2026-11-02")
        .answer("web", "why", Answer::No)
        .on_day("2026-11-04")
        .answer("auth", "why", Answer::No)
        .answer("arrays", "why", Answer::Unsure)
        .answer("select", "why", Answer::No)
        .on_day("2026-11-06")
        .answer("joins", "why", Answer::Unsure);
    assert_eq!(
        asked(&diary, "2026-11-20"),
        ["joins", "select", "arrays", "web", "auth"]
    );
}

#[test]
fn on_the_same_day_a_no_comes_before_an_unsure_and_both_before_what_was_sure_since() {
    let diary = Diary::new()
        .on_day("2026-11-01")
        .answer("auth", "why", Answer::No)
        .on_day("2026-11-04")
        // Due on the 11th, after seven days.
        .answer("auth", "why", Answer::Sure)
        .on_day("2026-11-08")
        .answer("web", "why", Answer::Unsure);
    assert_eq!(asked(&diary, "2026-11-11"), ["web", "auth"]);
    let one = Diary::new().answer("web", "why", Answer::Unsure);
    let both = one.answer("auth", "why", Answer::No);
    assert_eq!(asked(&both, "2026-11-21"), ["auth", "web"]);
}

#[test]
fn what_is_weak_is_asked_before_its_day_and_what_was_sure_only_on_it() {
    let diary = Diary::new()
        .on_day("2026-11-10")
        .answer("web", "why", Answer::No)
        .on_day("2026-11-13")
        .answer("web", "why", Answer::Sure)
        .answer("joins", "why", Answer::No);
    assert_eq!(asked(&diary, "2026-11-14"), ["joins"]);
    assert_eq!(asked(&diary, "2026-11-20"), ["joins", "web"]);
    let snapshot = snapshot(&diary);
    let next = |on: &str| next_due(&snapshot, None, day(on));
    assert_eq!(next("2026-11-14"), Some((day("2026-11-16"), 1)));
    assert_eq!(next("2026-11-16"), Some((day("2026-11-20"), 1)));
    assert_eq!(next("2026-11-20"), None);
}

#[test]
fn what_is_due_is_asked_before_what_is_weak_and_what_was_answered_today_is_not() {
    let diary = Diary::new()
        .on_day("2026-11-10")
        .answer("web", "why", Answer::No)
        .on_day("2026-11-13")
        .answer("joins", "why", Answer::Unsure);
    assert_eq!(asked(&diary, "2026-11-14"), ["web", "joins"]);
    let diary = diary.on_day("2026-11-14").answer("web", "why", Answer::No);
    assert_eq!(asked(&diary, "2026-11-14"), ["joins"]);
    assert_eq!(asked(&diary, "2026-11-15"), ["joins", "web"]);
}

#[test]
fn an_answer_that_was_undone_brings_nothing_back() {
    let diary = Diary::new().answer("web", "why", Answer::No).undo();
    assert!(asked(&diary, "2026-12-20").is_empty());
    assert_eq!(asked(&diary.redo(), "2026-12-20"), ["web"]);
}

#[test]
fn questions_are_counted_by_how_they_stand() {
    let diary = Diary::new()
        .on_day("2026-11-10")
        .answer("web", "why", Answer::No)
        .on_day("2026-11-19")
        .answer("arrays", "why", Answer::Unsure)
        .answer("select", "why", Answer::Sure);
    let snapshot = snapshot(&diary);
    let expected = Questions {
        all: 5,
        due: 1,
        weak: 2,
        unasked: 2,
    };
    let today = day("2026-11-20");
    assert_eq!(Questions::of_all(&snapshot, today), expected);
    assert_eq!(Questions::of_topic(0, &snapshot, today), expected);
    assert_eq!(Questions::of(0, &snapshot, today).due, 1);
}

#[test]
fn what_was_never_asked_is_offered_of_what_was_begun_or_done() {
    let diary = Diary::new()
        .done("web")
        .start("auth")
        .done("arrays")
        .answer("arrays", "why", Answer::Sure);
    let found = unasked(&snapshot(&diary), None, day("2026-11-20"));
    let found: Vec<_> = found.iter().map(|question| ALL[question.place]).collect();
    assert_eq!(found, ["web", "auth"]);
}

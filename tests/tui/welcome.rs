//! What a newcomer is asked, and what becomes of it.

use milepost::curriculum::Place;
use milepost::progress::{Intent, Lock};

use crate::kit::curriculum::with_milestones;
use crate::kit::machine::Machine;
use crate::kit::screen::{Screen, shows};

fn newcomer() -> Screen {
    Screen::new().greeted()
}

#[test]
fn the_path_is_asked_first() {
    shows!(newcomer(), "");
}

#[test]
fn a_background_tells_what_it_credits() {
    shows!(newcomer(), "<enter>j");
}

#[test]
fn a_language_tells_what_is_said_of_it() {
    shows!(newcomer(), "ssj");
}

#[test]
fn the_hours_have_a_suggestion() {
    shows!(newcomer(), "sss");
}

#[test]
fn hours_that_are_none_are_refused_where_they_are_typed() {
    shows!(newcomer(), "sssmany<enter>");
}

#[test]
fn what_takes_an_answer_and_what_skips_one_is_named_on_narrow_terminals_too() {
    let named = |width, height, keys: &str| {
        let text = newcomer().sized(width, height).press(keys).text();
        text.lines().last().unwrap().to_owned()
    };
    let keys = named(44, 16, "");
    assert_eq!(keys, " enter take  tab skip  esc skip all  ? keys");
    let keys = named(30, 8, "<esc>T");
    assert_eq!(keys, " enter take  esc back  ? keys");
}

#[test]
fn a_narrow_terminal_asks_too() {
    shows!(newcomer().sized(44, 16), "<enter>j");
}

#[test]
fn the_path_waits_behind_the_last_question_and_says_how_to_tick() {
    shows!(newcomer(), "<enter>j<enter><enter><enter>");
}

#[test]
fn five_keys_lead_to_the_first_tick() {
    let screen = newcomer().press("<enter><enter><enter><enter><space>");
    assert!(screen.machine.is_done("what-backend-is"));
    let snapshot = screen.machine.session.snapshot();
    let (language, _) = snapshot.curriculum.choice("language").unwrap();
    assert_eq!(snapshot.chosen().options(language)[0].as_str(), "python");
    let aim = snapshot.progress.facts().aim.clone().unwrap();
    assert_eq!(aim.hours_per_week, Some(10));
}

#[test]
fn another_path_changes_what_is_asked_after_it() {
    let screen = newcomer().press("jjjj<enter>");
    let curriculum = screen.machine.session.snapshot().curriculum;
    assert_eq!(curriculum.id.as_str(), "noble-python");
    assert!(screen.text().contains("2 of 3 "), "{}", screen.text());
    let done = screen.press("ss");
    assert!(done.model.overlays.is_empty());
    let first = done.model.known.first_thing_to_do().unwrap();
    assert_eq!(done.under_cursor(), done.model.known.title(first));
}

#[test]
fn nothing_is_recorded_for_what_is_passed_over() {
    for keys in ["sss<tab>", "<esc>", "ss<esc>", "<tab><tab><tab><tab>"] {
        let screen = newcomer().press(keys);
        assert!(screen.model.overlays.is_empty(), "{keys}");
        let snapshot = screen.machine.session.snapshot();
        let choices = 0..snapshot.curriculum.choices.len();
        assert!(
            choices
                .into_iter()
                .all(|choice| snapshot.chosen().options(choice).is_empty())
        );
        assert_eq!(snapshot.progress.facts().aim, None, "{keys}");
        assert_eq!(screen.text(), Screen::new().text(), "{keys}");
    }
}

#[test]
fn a_question_is_gone_back_to_and_answered_anew() {
    let screen = newcomer().press("ss<enter><s-tab>j<enter>");
    let snapshot = screen.machine.session.snapshot();
    let (language, _) = snapshot.curriculum.choice("language").unwrap();
    assert_eq!(
        snapshot.chosen().options(language)[0].as_str(),
        "javascript-node"
    );
    assert!(screen.text().contains("4 of 4 "), "{}", screen.text());
    let same = screen.press("<s-tab><enter>");
    assert!(same.text().contains("4 of 4 "), "{}", same.text());
}

#[test]
fn typed_hours_are_planned() {
    let screen = newcomer().press("sss12 h<enter>");
    let aim = screen
        .machine
        .session
        .snapshot()
        .progress
        .facts()
        .aim
        .clone();
    assert_eq!(aim.unwrap().hours_per_week, Some(12));
}

#[test]
fn a_click_marks_an_answer_and_one_there_gives_it() {
    let screen = newcomer().press("ss").click("TypeScript");
    assert!(screen.text().contains("3 of 4 "), "{}", screen.text());
    let screen = screen.click("TypeScript");
    assert!(screen.text().contains("4 of 4 "), "{}", screen.text());
    assert!(
        screen.text().contains("language: TypeScript"),
        "{}",
        screen.text()
    );
}

#[test]
fn nobody_is_asked_twice() {
    for keys in ["<esc>", "sss<tab>"] {
        let Screen { machine, .. } = newcomer().press(keys);
        let again = Screen::of(machine).greeted();
        assert!(again.model.overlays.is_empty(), "{keys}");
    }
}

#[test]
fn whoever_did_something_is_not_asked() {
    let mut machine = Machine::new();
    let first: Place = 0;
    machine.does(Intent::Done(first, Lock::Override));
    assert!(Screen::of(machine).greeted().model.overlays.is_empty());
}

#[test]
fn a_curriculum_with_nothing_to_ask_for_asks_for_the_path_alone() {
    let yaml = with_milestones("- {id: only, title: Only, kind: concept, hours: 1}");
    let screen = Screen::of(Machine::following(&yaml)).greeted();
    let text = screen.text();
    assert!(text.contains(" 1 of 1 · Which path"), "{text}");
    assert!(screen.press("<enter>").model.overlays.is_empty());
}

/// How many milestones are credited.
fn credited(screen: &Screen) -> usize {
    let snapshot = screen.machine.session.snapshot();
    let places = 0..snapshot.curriculum.milestones.len();
    let is_credited = |place: &Place| snapshot.progress.mark(*place).credited.is_some();
    places.filter(is_credited).count()
}

#[test]
fn what_is_brought_is_shown_where_it_is_asked_again() {
    let screen = newcomer().press("<enter>j<enter>");
    assert!(screen.text().contains(" 3 of 4 "), "{}", screen.text());
    let screen = screen.press("<s-tab>");
    assert!(
        screen
            .text()
            .contains("\u{203a}\u{2713} Already knows a programming language"),
        "{}",
        screen.text()
    );
    let before = credited(&screen);
    let screen = screen.press("<enter>");
    assert!(screen.text().contains(" 3 of 4 "), "{}", screen.text());
    assert_eq!(credited(&screen), before);
}

#[test]
fn whoever_brings_nothing_after_all_is_credited_nothing() {
    let screen = newcomer().press("<enter>j<enter><s-tab>j<enter><s-tab>gg");
    assert!(
        screen.text().contains("nothing stays credited"),
        "{}",
        screen.text()
    );
    let before = credited(&screen);
    assert!(before > 0);
    let screen = screen.press("<enter>");
    assert!(screen.text().contains(" 3 of 4 "), "{}", screen.text());
    assert_eq!(credited(&screen), 0);
    assert_eq!(credited(&screen.press("<esc>u")), before);
}

/// A curriculum that asks for nothing but the path.
const BARE: &str = "
format: 1
id: bare
version: 1.0.0
title: Bare
language: en
stages:
  - id: one
    title: One
    milestones:
      - {id: a, title: A, kind: concept, hours: 1, checks: [{id: why, ask: Why?}]}
";

#[test]
fn a_path_that_asks_for_more_than_the_one_before_is_asked_about() {
    let screen = Screen::of(Machine::following(BARE)).greeted();
    assert!(screen.text().contains("1 of 1 "), "{}", screen.text());
    let screen = screen.press("gg<enter>");
    assert!(screen.text().contains("2 of 4 "), "{}", screen.text());
}

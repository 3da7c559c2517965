//! What the screens do while the store below them fails: they go on, say so, and try again when it may help.

use milepost::progress::{Intent, Lock};
use milepost::tui::message::Message;
use milepost::tui::run::Flow;
use milepost::tui::update::update;
use rusqlite::Connection;

use crate::kit::machine::{Machine, NOW};
use crate::kit::screen::{Screen, shows};

/// A part of what is shown of the milestone under the cursor, once they are read.
const TEXT: &str = "Can you answer these?";

fn shows_the_text(screen: &Screen) -> bool {
    screen.text().contains(TEXT)
}

#[test]
fn two_things_that_cannot_be_read_are_each_asked_for_once() {
    let screen = Screen::new().sized(140, 40);
    screen.machine.loses("detail");
    // The milestone lacks its text, and the search lacks all of them.
    let text = screen.press("j/").text();
    assert!(text.contains('✗'), "{text}");
}

#[test]
fn what_could_not_be_read_is_tried_again_when_the_cursor_comes_back() {
    let screen = Screen::new().sized(140, 40);
    assert!(shows_the_text(&screen), "{}", screen.text());
    screen.machine.loses("detail");
    let screen = screen.press("j");
    assert!(!shows_the_text(&screen), "{}", screen.text());
    screen.machine.finds("detail");
    let screen = screen.press("kj");
    assert!(shows_the_text(&screen), "{}", screen.text());
}

#[test]
fn what_could_not_be_read_is_tried_again_when_others_did_something() {
    let screen = Screen::new().sized(140, 40);
    let mut other = screen.machine.second_session();
    screen.machine.loses("detail");
    let screen = screen.press("j");
    screen.machine.finds("detail");
    other.record(vec![Intent::Done(0, Lock::Respect)]).unwrap();
    let screen = screen.waits();
    assert!(shows_the_text(&screen), "{}", screen.text());
}

#[test]
fn a_store_that_was_in_use_once_is_read_again() {
    let screen = Screen::of(Machine::new()).sized(140, 40);
    let store = Connection::open(screen.machine.home.path().join("milepost.db")).unwrap();
    store.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let screen = screen.press("j");
    assert!(screen.text().contains("is in use"), "{}", screen.text());
    store.execute_batch("ROLLBACK").unwrap();
    let screen = screen.waits();
    assert!(shows_the_text(&screen), "{}", screen.text());
}

#[test]
fn a_note_below_the_help_is_kept_as_it_rests() {
    let screen = Screen::new().press("nHalf a thought<f1>").waits();
    let again = Screen::of(screen.machine);
    assert!(again.press("n").text().contains("Half a thought"));
}

#[test]
fn a_note_below_the_help_says_that_it_could_not_be_kept() {
    let screen = Screen::new();
    screen.machine.fills_up();
    let screen = screen.press("nHalf a thought<f1>").waits();
    assert!(!screen.text().contains('✗'), "{}", screen.text());
    let screen = screen.press("<esc>");
    assert!(screen.text().contains('✗'), "{}", screen.text());
    screen.machine.has_room();
    let screen = screen.press("<f1>").waits();
    assert_eq!(screen.model.unsaved(), []);
}

#[test]
fn a_note_that_cannot_be_kept_hides_nobody_elses_deeds() {
    let screen = Screen::new();
    let mut other = screen.machine.second_session();
    screen.machine.fills_up();
    let screen = screen.press("nHalf a thought").waits();
    other.record(vec![Intent::Done(0, Lock::Respect)]).unwrap();
    let screen = screen.waits();
    assert!(screen.text().contains("1/7"), "{}", screen.text());
}

#[test]
fn a_failure_that_nobody_asked_for_is_not_told_within_a_note() {
    let screen = Screen::new().press("nHalf a thought").waits();
    screen.machine.loses("tally");
    let screen = screen.waits();
    let text = screen.text();
    let told = text.lines().find(|line| line.contains('✗')).unwrap();
    assert!(!told.contains('┃'), "{text}");
}

/// The screens of somebody whose last deed is of next week, by the clock.
fn with_a_clock_behind() -> Screen {
    let mut machine = Machine::new().reopened("2026-11-28T21:00:00+01:00");
    machine.done(&["terminal-basics"]);
    Screen::of(machine.reopened(NOW))
}

#[test]
fn what_the_learner_should_know_stands_beside_what_was_said() {
    shows!(with_a_clock_behind(), "<space>");
}

#[test]
fn what_the_learner_should_know_has_room_in_a_small_terminal() {
    shows!(with_a_clock_behind().sized(44, 16), "<space>");
}

#[test]
fn a_backup_that_fails_is_told_with_the_deed_that_it_was_for() {
    let screen = Screen::new();
    std::fs::write(screen.machine.home.path().join("backups"), "").unwrap();
    let text = screen.press("<space>").text();
    assert!(text.contains("no backup could be made"), "{text}");
    assert!(text.contains("u undoes"), "{text}");
}

#[test]
fn what_the_learner_should_know_is_told_as_soon_as_nothing_else_happens() {
    let mut screen = Screen::new().press("<space>");
    let notices = vec!["the moon is behind".to_owned()];
    update(&mut screen.model, Message::Idle(None, notices));
    let text = screen.text();
    assert!(
        text.contains("the moon is behind") && text.contains("u undoes"),
        "{text}"
    );
    // The session knows of no such thing.
    let screen = screen.waits();
    assert_eq!(screen.flow, Flow::Draw);
    assert!(!screen.text().contains("the moon is behind"));
}

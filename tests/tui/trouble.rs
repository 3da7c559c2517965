//! What the screens do while the store below them fails: they go on, say so, and try again when it may help.

use milepost::progress::{Intent, Lock};
use rusqlite::Connection;

use crate::kit::machine::Machine;
use crate::kit::screen::Screen;

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

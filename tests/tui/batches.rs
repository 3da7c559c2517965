//! Much at once: what the terminal sends faster than frames are drawn means what it would mean slowly.

use crossterm::event::Event;
use milepost::tui::background::Background;

use crate::kit::screen::{Screen, keys};

#[test]
fn two_hundred_held_keys_go_two_hundred_rows() {
    let held = Screen::new().at_once(keys(&"j".repeat(20)));
    assert_eq!(held.text(), Screen::new().press("20j").text());
    let held = held.at_once(keys(&"j".repeat(200)));
    assert_eq!(held.text(), Screen::new().press("G").text());
}

#[test]
fn a_click_after_other_things_meets_what_they_brought_into_sight() {
    let screen = Screen::new();
    let click = screen.clicked("Choose a learning route");
    // The list has gone by the time of the click, and the journal has no such row.
    let screen = screen.at_once(keys("gj").chain([click]));
    let quiet = Screen::new().press("gj");
    assert_eq!(screen.text(), quiet.text());
}

#[test]
fn a_click_meets_nothing_below_a_question_that_opened_just_before() {
    let screen = Screen::new().press("j");
    let click = screen.clicked("Set weekly hours");
    let asked = Screen::new().press("j<space>");
    let screen = screen.at_once(keys("<space>").chain([click]));
    assert_eq!(screen.text(), asked.text());
}

#[test]
fn what_follows_a_click_waits_for_it() {
    let screen = Screen::new();
    let click = screen.clicked("Choose a learning route");
    let screen = screen.at_once(keys("jj").chain([click]).chain(keys("j")));
    assert_eq!(screen.under_cursor(), "List what you already bring");
}

#[test]
fn a_click_in_a_window_that_shrank_meets_what_is_drawn_there() {
    let screen = Screen::new().sized(140, 40);
    let click = screen.clicked("A simple server");
    let events = [Event::Resize(44, 16), click];
    let screen = screen.at_once(events);
    assert_eq!(screen.text(), Screen::new().sized(44, 16).text());
}

/// What a terminal with a light background answers.
const ANSWER: &str = "<a-]>11;rgb:ffff/ffff/ffff<a-\\>";

#[test]
fn an_answer_of_the_terminal_means_no_keys() {
    let screen = Screen::new().asking_for_background();
    let screen = screen.at_once(keys(&format!("j{ANSWER}j")));
    assert_eq!(screen.model.terminal.background, Some(Background::Light));
    assert_eq!(screen.text(), Screen::new().press("jj").text());
}

#[test]
fn an_answer_that_is_none_is_typed_after_a_while() {
    let screen = Screen::new().asking_for_background();
    let screen = screen.press("<a-]>1");
    assert_eq!(screen.text(), Screen::new().text());
    let screen = screen.waits().waits().waits().waits().press("j");
    // The digit is a number before the key.
    assert_eq!(screen.text(), Screen::new().press("1j").text());
}

#[test]
fn what_looks_like_an_answer_is_typed_where_nobody_asked() {
    let screen = Screen::new().press("n").at_once(keys("a<a-]>11;b"));
    assert!(screen.text().contains("a11;b"), "{}", screen.text());
}

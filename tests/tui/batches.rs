//! Much at once: what the terminal sends faster than frames are drawn means what it would mean slowly.

use crossterm::event::Event;

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

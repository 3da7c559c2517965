//! All keys that work here, how to use them, and what the symbols mean.

use super::queue::class;
use crate::kit::screen::{Screen, shows};

#[test]
fn the_help_begins_with_what_is_at_hand() {
    shows!("?");
}

#[test]
fn a_wide_terminal_has_room_for_two_columns() {
    shows!(Screen::new().sized(140, 40), "?");
}

#[test]
fn the_frame_below_does_not_show_beside_the_help() {
    let text = Screen::new().sized(140, 40).press("?").text();
    assert!(!text.contains("┓╮") && !text.contains("┃│\n"), "{text}");
}

#[test]
fn space_pages_down() {
    let help = || Screen::new().press("?");
    assert_eq!(help().press("<space>").text(), help().press("<c-d>").text());
}

#[test]
fn a_narrow_terminal_scrolls() {
    shows!(Screen::new().sized(44, 16), "?<c-d>");
}

#[test]
fn the_end_of_the_help_explains_the_symbols() {
    shows!("?G");
}

#[test]
fn at_a_mentors_desk_the_symbols_of_its_screens_are_explained() {
    shows!(class().reviewed().sized(100, 60), "?G");
}

#[test]
fn over_the_evidence_its_own_keys_are_explained() {
    shows!("e?");
}

#[test]
fn where_text_is_typed_only_f1_asks_for_help() {
    let prompt = Screen::new().press("x?");
    assert!(prompt.text().contains("f1 keys"), "{}", prompt.text());
    let help = prompt.press("<f1>").text();
    let row = help
        .lines()
        .find(|line| line.contains("all keys that work here"));
    assert!(row.is_some_and(|row| row.contains("  f1 ")), "{help}");
    let back = Screen::new().press("x?<f1><esc>").text();
    assert!(back.contains("\u{2503} ? "), "{back}");
}

#[test]
fn the_same_key_that_opens_the_help_closes_it() {
    let before = Screen::new().text();
    for keys in ["??", "<f1><f1>", "?q", "?<esc>"] {
        assert_eq!(Screen::new().press(keys).text(), before, "{keys}");
    }
}

#[test]
fn a_larger_terminal_shows_the_end_where_there_is_nothing_left_to_scroll() {
    let screen = Screen::new().sized(140, 40).press("?G").sized(140, 60);
    assert!(screen.text().contains("Symbols"), "{}", screen.text());
    assert!(
        screen.text().contains("tick it as done"),
        "{}",
        screen.text()
    );
}

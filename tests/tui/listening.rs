//! What a screen reader reads: lines without frames, and the terminal's cursor where the eye would be.

use crate::kit::curriculum::with_milestones;
use crate::kit::machine::Machine;
use crate::kit::screen::Screen;

/// The line that is read after some keys.
fn read(screen: Screen, keys: &str) -> String {
    let screen = screen.listened().press(keys);
    let line = screen.line_of_cursor();
    line.unwrap_or_else(|| panic!("no cursor after {keys} in\n{}", screen.text()))
}

#[test]
fn the_cursor_stands_where_the_eye_is() {
    for (keys, expected) in [
        ("", "› Explain what back-end developers do"),
        ("j", "› Choose a learning route"),
        ("l", "› opens  Choose a learning route"),
        ("fjjj<enter>", " nothing is done now"),
        ("f", "› all"),
        ("ga", "› One language well"),
        ("gc", "› How will you learn?"),
        ("gcl", "› Self-directed"),
        ("gj", " Nothing has happened yet."),
        ("gs", "› Colours"),
        ("?", "How to"),
        ("?j", "  A number before"),
        (":", ":"),
        (":<down>", "›"),
        ("/", "/"),
        ("/joins", "/ joins"),
        ("xI know", "I know"),
        ("a", "›1 In two sentences"),
        ("ajj", "›3 How does"),
        ("e", "Asked for: note"),
        ("enshown<enter>", "› shown"),
        ("]jc", "› Python"),
        ("j<space>", "Choose a learning route needs"),
    ] {
        let line = read(Screen::new(), keys);
        assert!(line.starts_with(expected), "{keys}: {line:?}");
    }
}

#[test]
fn the_cursor_stands_on_what_is_said_where_there_is_nothing_to_list() {
    let yaml = with_milestones("- {id: only, title: Only, kind: concept, hours: 1}");
    for (keys, expected) in [
        ("ga", " This path has no targets"),
        ("gc", " This path leaves nothing"),
    ] {
        let line = read(Screen::of(Machine::following(&yaml)), keys);
        assert!(line.starts_with(expected), "{keys}: {line:?}");
    }
}

#[test]
fn the_cursor_follows_the_first_questions() {
    for (keys, expected) in [
        ("", "› Back-end developer"),
        ("<enter>", "› None of these"),
        ("sss12", "› 12"),
    ] {
        let line = read(Screen::new().greeted(), keys);
        assert!(line.starts_with(expected), "{keys}: {line:?}");
    }
}

#[test]
fn an_answer_is_read_behind_its_question() {
    let text = Screen::new().listened().press("a1k").text();
    assert!(text.contains("Answered: sure"), "{text}");
}

#[test]
fn what_is_picked_is_not_said_to_be_chosen() {
    let screen = Screen::new().listened().press("gcl<space>");
    let line = screen.line_of_cursor().unwrap();
    assert!(line.contains("picked"), "{line}");
    let line = screen.press("<enter>").line_of_cursor().unwrap();
    assert!(line.contains("chosen"), "{line}");
}

//! Notes, evidence and reasons: what is typed is recorded, kept or shown as wrong, and never lost.

use crate::kit::screen::{Screen, shows};

#[test]
fn a_note_has_several_lines() {
    shows!("none line<enter>another");
}

#[test]
fn a_note_is_saved_and_shown() {
    shows!(Screen::new().sized(100, 30), "nRead chapter two<c-s>l");
}

#[test]
fn an_empty_note_is_refused_where_it_is_written() {
    shows!("n<c-s>");
}

#[test]
fn a_note_left_behind_is_there_the_next_time() {
    let screen = Screen::new().press("nHalf a thought<esc>");
    assert!(!screen.text().contains("Half a thought"));
    assert!(screen.press("n").text().contains("Half a thought"));
}

#[test]
fn a_note_that_rests_survives_a_crash() {
    let screen = Screen::new().press("nHalf a thought").waits();
    let again = Screen::of(screen.machine);
    assert!(again.press("n").text().contains("Half a thought"));
}

#[test]
fn a_draft_is_gone_once_it_is_saved() {
    let screen = Screen::new().press("nHalf a thought").waits();
    assert!(!screen.press("<c-s>gkn").text().contains("Half a thought"));
}

#[test]
fn an_address_is_attached() {
    shows!("erhttps://example.com/a.learner/shop<enter>");
}

#[test]
fn a_wrong_address_is_refused_where_it_is_typed() {
    shows!("erexample.com/shop<enter>");
}

#[test]
fn evidence_is_removed_and_brought_back() {
    let screen = Screen::new().press("enI explained it to a friend<enter>");
    assert!(screen.text().contains("I explained it to a friend"));
    let screen = screen.press("x");
    assert!(!screen.text().contains("I explained it to a friend"));
    let screen = screen.press("<esc>u").press("e");
    assert!(
        screen.text().contains("I explained it to a friend"),
        "{}",
        screen.text()
    );
}

#[test]
fn pasted_lines_become_one_and_show_what_they_hide() {
    shows!(
        Screen::new()
            .press("en")
            .paste("two\nlines \x1b[31mred\u{202e}"),
        ""
    );
}

#[test]
fn wide_letters_keep_the_frame_straight() {
    shows!("n日本語のメモ 👩\u{200d}💻 العربية<enter>two");
}

#[test]
fn a_line_end_from_a_simple_terminal_is_a_line_end() {
    let screen = Screen::new().press("none<c-j>two").sized(44, 16);
    let lines: Vec<String> = screen.text().lines().map(str::to_owned).collect();
    assert!(
        lines.iter().any(|line| line.contains("┃ one ")),
        "{lines:#?}"
    );
    assert!(
        lines.iter().any(|line| line.contains("┃ two ")),
        "{lines:#?}"
    );
}

#[test]
fn what_is_added_to_a_draft_is_kept_too() {
    let screen = Screen::new().press("nHalf<esc>n a thought").waits();
    let text = screen.press("<esc>n").text();
    assert!(text.contains("Half a thought"), "{text}");
}

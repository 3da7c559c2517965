//! What the curriculum has to say beside the path, over any screen.

use crate::kit::curriculum::HEADER;
use crate::kit::machine::Machine;
use crate::kit::screen::{Screen, shows};

#[test]
fn what_others_measured_and_pay_stands_with_who_says_so() {
    shows!(Screen::new(), "F");
}

#[test]
fn a_narrow_terminal_wraps_it() {
    shows!(Screen::new().sized(44, 16), "F<c-d><c-d>");
}

#[test]
fn a_wide_terminal_has_room_for_more_of_it() {
    shows!(Screen::new().sized(140, 40), "gaF<c-d><c-d>");
}

#[test]
fn whoever_listens_hears_it_line_by_line() {
    shows!(Screen::new().sized(80, 40).listened(), "F");
}

#[test]
fn what_can_wait_leads_to_its_milestone() {
    let screen = Screen::new().sized(140, 40).press("FG<c-u>");
    let text = screen.text();
    assert!(text.contains("What can wait"), "{text}");
    let screen = screen.press("<enter>");
    assert!(screen.model.overlays.is_empty(), "{}", screen.text());
}

#[test]
fn the_key_that_opened_it_closes_it() {
    let before = Screen::new().press("ga").text();
    assert_eq!(Screen::new().press("gaFF").text(), before);
    assert_eq!(Screen::new().press("gaF<esc>").text(), before);
}

#[test]
fn a_path_that_says_nothing_more_says_so() {
    let yaml = format!(
        "{HEADER}stages: [{{id: one, title: One, milestones: [{{id: a, title: A, kind: concept, hours: 1}}]}}]"
    );
    let text = Screen::of(Machine::following(&yaml)).press("F").text();
    assert!(
        text.contains("nothing to say beside its milestones"),
        "{text}"
    );
}

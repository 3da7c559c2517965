//! Who is stuck: a sentence each, the worst first, and apart from them of whom nobody can tell.

use super::grid::group;
use crate::kit::diary::Diary;
use crate::kit::mentors_desk::{Mentor, Sender};
use crate::kit::screen::shows;

#[test]
fn the_worst_stand_first_and_an_old_file_is_told_apart() {
    shows!(group().reviewed(), "gk");
}

#[test]
fn a_narrow_terminal_shows_it_too() {
    shows!(group().reviewed().sized(44, 16), "gkj");
}

#[test]
fn a_wide_terminal_shows_whole_sentences() {
    shows!(group().reviewed().sized(140, 40), "gkj");
}

#[test]
fn it_is_read_aloud() {
    shows!(group().reviewed().listened(), "gk");
}

#[test]
fn enter_leads_to_the_learner_at_what_they_are_stuck_at() {
    let screen = group().reviewed().press("gkj<enter>");
    let text = screen.text();
    assert!(text.contains("A. Learner 5 · "), "{text}");
    assert!(screen.here().contains("A repository of your own"), "{text}");
    assert!(screen.press("<bs>").text().contains("the worst first"));
}

#[test]
fn where_nobody_is_stuck_that_is_said() {
    let lively = Sender::of(1, Diary::to_send().done("first"));
    let text = Mentor::new().with(&lively).reviewed().press("gk").text();
    assert!(text.contains("Nobody is stuck"), "{text}");
    let empty = Mentor::new().reviewed().press("gk").text();
    assert!(empty.contains("There is no progress file"), "{empty}");
}

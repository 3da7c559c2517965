//! What a cohort finds hard: figures by stage and milestone, what holds up most, and who is at it.

use super::grid::group;
use crate::kit::diary::Diary;
use crate::kit::mentors_desk::{Mentor, Sender};
use crate::kit::screen::shows;

#[test]
fn each_stage_and_milestone_has_its_figures() {
    shows!(group().reviewed(), "gwjj");
}

#[test]
fn a_narrow_terminal_shows_the_figures_that_matter_most() {
    shows!(group().reviewed().sized(44, 16), "gwjj");
}

#[test]
fn a_wide_terminal_shows_them_too() {
    shows!(group().reviewed().sized(140, 40), "gw");
}

#[test]
fn it_is_read_aloud() {
    shows!(group().reviewed().listened(), "gwjj");
}

#[test]
fn one_key_goes_through_the_orders() {
    let mut screen = group().reviewed().press("gw");
    for (order, first) in [
        ("the hardest first", "A repository of your own"),
        ("the slowest first", "A repository of your own"),
        ("the least done first", "Explain HTTP"),
        ("the least sure first", "A repository of your own"),
    ] {
        screen = screen.press("s");
        assert!(screen.text().contains(order), "{}", screen.text());
        assert!(
            screen.here().contains(&first[..12]),
            "{order}\n{}",
            screen.text()
        );
    }
    assert!(screen.press("s").text().contains("by stage"));
}

#[test]
fn enter_lists_who_is_at_it_and_leads_there() {
    let screen = group().reviewed().press("gwjj<enter>");
    let text = screen.text();
    assert!(
        text.contains("who is at it") && text.contains("A. Learner 5"),
        "{text}"
    );
    let there = screen.press("<enter>");
    assert!(
        there.here().contains("A repository of your own"),
        "{}",
        there.text()
    );
    let nobody = group().reviewed().press("gwG<enter>").text();
    assert!(
        nobody.contains("A. Learner 2") || nobody.contains("nobody is at it"),
        "{nobody}"
    );
}

#[test]
fn of_few_learners_no_share_is_told() {
    let two = Mentor::new()
        .with(&Sender::of(1, Diary::to_send().done("first")))
        .with(&Sender::of(2, Diary::to_send()));
    let text = two.reviewed().press("gwj").text();
    assert!(
        text.contains("1/2") && text.contains("of 2 learners alone"),
        "{text}"
    );
    assert!(text.contains("since a week ago +1 done"), "{text}");
}

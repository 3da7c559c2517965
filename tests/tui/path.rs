//! Moving about on the path, at every size.

use milepost::progress::Intent;
use serde_json::json;

use crate::kit::forged::{event, with};
use crate::kit::machine::Machine;
use crate::kit::screen::{Screen, shows};

/// A learner who is on their way.
fn under_way() -> Screen {
    let mut machine = Machine::new();
    machine.done(&[
        "what-backend-is",
        "choose-learning-route",
        "terminal-basics",
        "git-basics",
    ]);
    Screen::of(machine)
}

#[test]
fn a_new_learner_is_told_how_to_begin() {
    shows!("");
}

#[test]
fn a_narrow_terminal_shows_one_pane() {
    shows!(Screen::new().sized(44, 16), "");
}

#[test]
fn a_wide_terminal_shows_three_panes() {
    shows!(under_way().sized(140, 40), "");
}

#[test]
fn a_pane_walks_in_on_a_narrow_terminal() {
    shows!(Screen::new().sized(44, 16), "<enter>");
}

#[test]
fn esc_walks_out_to_the_stages() {
    shows!(under_way().sized(44, 16), "<esc>");
}

#[test]
fn the_stages_show_what_is_done_of_each() {
    shows!(under_way(), "hj");
}

#[test]
fn the_detail_scrolls_to_its_end() {
    shows!("lG");
}

#[test]
fn the_next_stage_is_one_key_away() {
    shows!(under_way(), "]]]");
}

#[test]
fn too_small_a_terminal_asks_for_room() {
    shows!(Screen::new().sized(24, 6), "");
}

#[test]
fn a_stage_remembers_where_the_cursor_was() {
    let screen = under_way().press("jj");
    let before = screen.under_cursor();
    assert_eq!(screen.press("]jjj[").under_cursor(), before);
}

#[test]
fn the_cursor_begins_on_the_first_thing_to_do() {
    assert_eq!(under_way().under_cursor(), "List what you already bring");
}

#[test]
fn motions_reach_both_ends() {
    let first = Screen::new().press("Ggjkg").under_cursor();
    assert_eq!(first, Screen::new().under_cursor());
    let last = Screen::new().press("G").under_cursor();
    assert_eq!(
        Screen::new().press("<c-d><pagedown><end>").under_cursor(),
        last
    );
    assert_ne!(first, last);
}

#[test]
fn the_cursor_stays_when_another_process_ticks() {
    let mut screen = Screen::new().press("jjj");
    let before = screen.under_cursor();
    let mut other = screen.machine.second_session();
    let place = screen.machine.place("what-backend-is");
    let tick = milepost::progress::Intent::Done(place, milepost::progress::Lock::Respect);
    other.record(vec![tick]).unwrap();
    screen = screen.waits();
    assert_eq!(screen.under_cursor(), before);
    assert!(
        screen.text().contains("✓ Explain what back-end"),
        "{}",
        screen.text()
    );
}

#[test]
fn a_mentors_word_is_shown_as_claimed() {
    let mut machine = Machine::new();
    machine.done(&["what-backend-is"]);
    let verdict = json!({"verdict": {
        "milestone": "backend-developer/what-backend-is",
        "verdict": "returned",
        "comment": "Say it in your own words",
        "answers": "0198c0de-0000-7000-8000-000000000009",
        "evidence_digest": "sha256:0",
        "milestone_digest": "sha256:0",
    }});
    let file = machine.sync_file();
    let judged = with(&file, &[event(1, Some("mentor@school.example"), &verdict)]);
    machine.imports(&judged).unwrap();
    let text = Screen::of(machine).sized(140, 60).press("g").text();
    assert!(text.contains("(claimed, stale)"), "{text}");
    assert!(text.contains("Say it in your own words"), "{text}");
}

#[test]
fn a_tick_names_the_option_under_which_it_was_made() {
    let mut machine = Machine::new();
    let curriculum = machine.session.snapshot().curriculum;
    let place = machine.place("choose-learning-route");
    let choice = curriculum.milestones[place].choice.unwrap();
    let [first, second, ..] = curriculum.choices[choice].options.as_slice() else {
        panic!("there is nothing to choose");
    };
    machine.does(Intent::Choose(choice, vec![first.id.clone()]));
    machine.done(&["choose-learning-route"]);
    machine.does(Intent::Choose(choice, vec![second.id.clone()]));
    let text = Screen::of(machine).sized(140, 40).press("gj").text();
    assert!(text.contains("done on 2026-11-20 under "), "{text}");
}

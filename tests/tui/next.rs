//! What to do next, and why, on a screen of its own.

use milepost::progress::{Answer, Intent};

use crate::kit::curriculum::with_milestones;
use crate::kit::machine::{Machine, NOW};
use crate::kit::screen::{Screen, shows};

/// A learner who chose Python, has begun something, and leaves something aside.
fn under_way() -> Machine {
    let mut machine = Machine::new().reopened("2026-10-12T20:00:00+02:00");
    let curriculum = machine.session.snapshot().curriculum;
    let (language, choice) = curriculum.choice("language").unwrap();
    machine.does(Intent::Choose(language, vec![choice.options[0].id.clone()]));
    machine.done(&["what-backend-is", "terminal-basics", "git-basics"]);
    let basics = machine.place("values-and-comparisons");
    machine.does(Intent::Start(basics));
    machine.reopened(NOW)
}

fn begins(machine: &mut Machine, milestones: &[&str]) {
    for milestone in milestones {
        machine.does(Intent::Start(machine.place(milestone)));
    }
}

#[test]
fn the_most_useful_comes_first_with_its_reasons() {
    shows!(Screen::of(under_way()), "gn");
}

#[test]
fn a_narrow_terminal_wraps_the_reasons() {
    shows!(Screen::of(under_way()).sized(44, 16), "gn");
}

#[test]
fn a_wide_terminal_shows_the_milestone_beside_its_reasons() {
    shows!(Screen::of(under_way()).sized(140, 40), "gnj");
}

#[test]
fn whoever_listens_hears_one_after_the_other() {
    shows!(Screen::of(under_way()).sized(80, 40).listened(), "gn");
}

#[test]
fn a_newcomer_sees_where_to_begin() {
    shows!(Screen::new(), "gn");
}

#[test]
fn while_three_are_begun_one_new_thing_is_enough() {
    let mut machine = under_way();
    begins(&mut machine, &["choose-learning-route", "weekly-plan"]);
    shows!(Screen::of(machine), "gn");
}

#[test]
fn what_is_done_stays_under_the_cursor_until_that_goes_on() {
    let screen = Screen::of(under_way()).press("gnjj");
    assert_eq!(screen.under_cursor(), "Choose a learning route");
    let screen = screen.press("<space>");
    assert!(screen.machine.is_done("choose-learning-route"));
    assert_eq!(screen.under_cursor(), "Choose a learning route");
    let text = screen.text();
    assert!(text.contains("✓ Choose a learning route  "), "{text}");
    let screen = screen.press("j");
    assert_eq!(screen.under_cursor(), "List what you already bring");
    let text = screen.text();
    assert!(!text.contains("✓ Choose a learning route  "), "{text}");
}

#[test]
fn a_second_press_asks_whether_to_reopen_and_ticks_nothing_else() {
    let screen = Screen::of(under_way()).press("gnjj<space><space>");
    let text = screen.text();
    assert!(text.contains("is done. Reopen it?"), "{text}");
    assert!(!screen.machine.is_done("assess-existing-skills"));
}

#[test]
fn what_is_done_can_be_proven_where_it_was_ticked() {
    let text = Screen::of(under_way()).press("gnjj<space>e").text();
    assert!(
        text.contains("Choose a learning route · evidence"),
        "{text}"
    );
}

#[test]
fn what_was_skipped_stays_and_comes_back_where_it_was() {
    let screen = Screen::of(under_way()).press("gnjj");
    let before = screen.text();
    let screen = screen.press("x<enter>");
    assert_eq!(screen.under_cursor(), "Choose a learning route");
    let text = screen.text();
    assert!(text.contains("↷ Choose a learning route  "), "{text}");
    let screen = screen.press("u");
    assert_eq!(screen.under_cursor(), "Choose a learning route");
    let list = |text: &str| text.lines().skip(2).take(16).collect::<Vec<_>>().join("\n");
    assert_eq!(list(&screen.text()), list(&before));
}

#[test]
fn the_cursor_stays_on_what_it_was_on_while_others_move() {
    let screen = Screen::of(under_way()).press("gnjj");
    let third = screen.under_cursor();
    assert_eq!(screen.press("s").under_cursor(), third);
}

#[test]
fn enter_leads_to_the_milestone_on_the_path() {
    let screen = Screen::of(under_way()).press("gnjj");
    let second = screen.under_cursor();
    let screen = screen.press("<enter>");
    assert_eq!(screen.under_cursor(), second);
    let text = screen.text();
    assert!(text.contains("▾ Foundations and plan"), "{text}");
}

#[test]
fn a_click_marks_and_a_second_one_leads_there() {
    let screen = Screen::of(under_way())
        .press("gn")
        .click("Choose a learning route");
    assert_eq!(screen.under_cursor(), "Choose a learning route");
    let before = screen.text();
    let after = screen.click("Choose a learning route").text();
    assert_ne!(before, after);
}

#[test]
fn a_shaky_answer_is_a_reason() {
    let mut machine = under_way();
    let place = machine.place("choose-learning-route");
    let check = machine.session.snapshot().curriculum.milestones[place].checks[0]
        .id
        .clone();
    machine.does(Intent::Answer(place, check, Answer::No));
    let text = Screen::of(machine).press("gn").text();
    assert!(
        text.contains("you answered “no” to a question of it today"),
        "{text}"
    );
}

#[test]
fn a_choice_is_made_from_here() {
    let mut machine = Machine::new();
    machine.done(&["what-backend-is"]);
    let screen = Screen::of(machine)
        .sized(80, 60)
        .press("gn")
        .click("How will you learn?");
    let text = screen.press("<enter>").text();
    assert!(text.contains("Coding bootcamp"), "{text}");
}

#[test]
fn how_many_are_begun_is_said_as_it_is() {
    let mut machine = under_way();
    let more = ["choose-learning-route", "weekly-plan", "how-the-web-works"];
    begins(&mut machine, &more);
    let text = Screen::of(machine).sized(120, 60).press("gn").text();
    assert!(text.contains("but 4 are begun already"), "{text}");
}

#[test]
fn what_is_begun_while_it_is_locked_says_so_at_once_and_stands_behind_the_others() {
    let mut machine = under_way();
    begins(&mut machine, &["how-the-web-works", "http-requests"]);
    let text = Screen::of(machine).sized(120, 60).press("gn").text();
    let open = text.find("▶ Explain how a page reaches").unwrap();
    let locked = text.find("▶ Make and read HTTP").unwrap();
    assert!(text.contains("still needs “Explain how a page"), "{text}");
    assert!(open < locked, "{text}");
}

#[test]
fn that_nothing_is_walked_around_is_said_once_something_is_done() {
    let praise = "Nothing hard was passed over, and nothing begun is left lying.";
    assert!(!Screen::new().press("gn").text().contains(praise));
    let mut machine = Machine::new();
    machine.done(&["what-backend-is"]);
    let text = Screen::of(machine).press("gn").text();
    assert!(text.contains(praise), "{text}");
    let text = Screen::of(under_way()).press("gn").text();
    assert!(!text.contains(praise), "{text}");
}

#[test]
fn a_tick_says_which_key_makes_the_choice_that_belongs_to_it() {
    let text = Screen::of(under_way()).press("gnjj<space>").text();
    assert!(text.contains("c makes its choice"), "{text}");
}

#[test]
fn what_was_ticked_on_another_screen_is_no_more_to_do_here() {
    let screen = Screen::of(under_way()).press("gnjj<enter>");
    assert_eq!(screen.under_cursor(), "Choose a learning route");
    let text = screen.press("<space>gn").text();
    assert!(!text.contains("✓ Choose a learning route  "), "{text}");
}

#[test]
fn what_was_kept_is_gone_when_one_comes_back() {
    let screen = Screen::of(under_way()).press("gnjj<space><tab><s-tab>");
    let text = screen.text();
    assert!(!text.contains("✓ Choose a learning route  "), "{text}");
    assert_eq!(screen.under_cursor(), "List what you already bring");
}

#[test]
fn a_move_that_leads_nowhere_lets_nothing_go() {
    let mut machine = Machine::new();
    machine.done(&["what-backend-is"]);
    let screen = Screen::of(machine).press("gn");
    let first = screen.under_cursor();
    let screen = screen.press("<space>k");
    assert_eq!(screen.under_cursor(), first);
    assert_eq!(screen.waits().under_cursor(), first);
}

#[test]
fn what_is_done_again_stays_under_the_cursor_too() {
    let screen = Screen::of(under_way()).press("gnjj<space>uU");
    assert_eq!(screen.under_cursor(), "Choose a learning route");
    let text = screen.text();
    assert!(text.contains("✓ Choose a learning route  "), "{text}");
}

#[test]
fn where_nothing_is_left_to_do_what_was_done_last_is_no_more_to_begin() {
    let yaml = with_milestones("- {id: only, title: Only, kind: concept, hours: 1}");
    let text = Screen::of(Machine::following(&yaml))
        .press("gn<space>")
        .text();
    assert!(text.contains("Nothing is open"), "{text}");
    assert!(!text.contains("To begin"), "{text}");
    assert!(text.contains("✓ Only"), "{text}");
}

#[test]
fn each_kind_of_evidence_that_the_target_wants_of_a_milestone_is_named() {
    let yaml = with_milestones(
        "- {id: first, title: First, kind: project, hours: 1, evidence: repository}",
    );
    let yaml = format!(
        "{yaml}targets: [{{id: goal, title: Goal, requirements: [{{id: r, title: R, all: [first], evidence: {{kind: deployment, at_least: 1, of: [first]}}}}]}}]\n"
    );
    let mut machine = Machine::following(&yaml);
    machine.done(&["first"]);
    let text = Screen::of(machine).press("gn").text();
    assert!(text.contains("First · repository"), "{text}");
    assert!(text.contains("First · deployment"), "{text}");
}

#[test]
fn the_proof_that_alone_keeps_a_target_from_being_reached_stands_above_all_else() {
    let yaml = with_milestones(
        "- {id: first, title: First, kind: project, hours: 1, evidence: repository}\n- {id: other, title: Other, kind: project, hours: 1, evidence: note}",
    );
    let yaml = format!(
        "{yaml}targets: [{{id: goal, title: Goal, requirements: [{{id: r, title: R, all: [first], evidence: {{kind: repository, at_least: 1, of: [first]}}}}]}}]\n"
    );
    let text = Screen::of(Machine::following(&yaml)).press("gn").text();
    assert!(!text.contains("still asks for is proof"), "{text}");
    let mut machine = Machine::following(&yaml);
    machine.done(&["first"]);
    let text = Screen::of(machine).press("gn").text();
    let proof = text.find("All that Goal still asks for is proof").unwrap();
    let other = text.find("· Other").unwrap();
    assert!(proof < other, "{text}");
}

#[test]
fn what_is_ticked_where_it_was_walked_around_is_proven_there_too() {
    let yaml = with_milestones(
        "- {id: begin, title: Begin, kind: concept, hours: 1}
- {id: hard, title: Hard, kind: project, hours: 1, hard: true, evidence: repository, requires: [begin]}
- {id: other, title: Other, kind: concept, hours: 1, requires: [begin]}
- {id: another, title: Another, kind: concept, hours: 1, requires: [begin]}
- {id: last, title: Last, kind: project, hours: 30, evidence: repository, requires: [begin]}",
    );
    let mut machine = Machine::following(&yaml);
    machine.done(&["begin", "other", "another"]);
    let screen = Screen::of(machine).press("gn");
    assert!(
        screen.text().contains("walking around this"),
        "{}",
        screen.text()
    );
    assert_eq!(screen.under_cursor(), "Hard");
    let screen = screen.press("<space>");
    assert!(screen.machine.is_done("hard"));
    assert_eq!(screen.under_cursor(), "Hard");
    let text = screen.press("e").text();
    assert!(text.contains("Hard · evidence"), "{text}");
}

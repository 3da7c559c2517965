//! The gap: what a target still asks for, and that everything on it works as on the path.

use milepost::progress::Intent;

use crate::kit::curriculum::HEADER;
use crate::kit::machine::Machine;
use crate::kit::screen::{Screen, shows};

/// A learner who chose Python and has done a little.
fn under_way() -> Screen {
    let mut machine = Machine::new();
    let curriculum = machine.session.snapshot().curriculum;
    let (language, choice) = curriculum.choice("language").unwrap();
    machine.does(Intent::Choose(language, vec![choice.options[0].id.clone()]));
    machine.done(&["what-backend-is", "terminal-basics", "git-basics"]);
    Screen::of(machine)
}

/// A curriculum with two targets, the first of which one tick reaches.
fn small() -> Machine {
    let yaml = format!(
        "{HEADER}stages:
  - id: one
    title: One
    milestones:
      - {{id: first, title: First, kind: concept, hours: 2}}
      - {{id: second, title: Second, kind: project, hours: 30, requires: [first], evidence: repository}}
targets:
  - id: beginning
    title: A beginning
    requirements:
      - {{id: the-first, title: The first, all: [first]}}
  - id: end
    title: The end
    requirements:
      - {{id: both, title: Both, stage: one, note: Do not hurry.}}
      - {{id: proof, title: Shown to others, evidence: {{kind: repository, at_least: 2, of: [second]}}}}
"
    );
    Machine::following(&yaml)
}

#[test]
fn what_a_target_asks_for_stands_before_all_that_is_missing() {
    shows!(under_way(), "ga");
}

#[test]
fn a_narrow_terminal_shows_one_after_the_other() {
    shows!(under_way().sized(44, 16), "gaG");
}

#[test]
fn a_wide_terminal_shows_both_side_by_side() {
    shows!(under_way().sized(140, 40), "ga<enter>lj");
}

#[test]
fn a_requirement_unfolds_to_what_it_lacks() {
    shows!(Screen::of(small()), "Tj<enter>ga<enter>jz<enter>");
}

#[test]
fn nothing_missing_is_said_kindly() {
    let mut machine = small();
    machine.done(&["first"]);
    shows!(Screen::of(machine), "ga");
}

#[test]
fn evidence_can_be_all_that_is_missing() {
    let mut machine = small();
    machine.done(&["first", "second"]);
    let text = Screen::of(machine).press("Tj<enter>gaj<enter>").text();
    assert!(
        text.contains("no milestone to go, but proof to add"),
        "{text}"
    );
    assert!(text.contains("The end: proof to add"), "{text}");
    assert!(text.contains("✓ Second"), "{text}");
    assert!(text.contains("· repository: 0 of 2"), "{text}");
}

#[test]
fn a_choice_can_be_all_that_is_missing_and_is_called_so_everywhere() {
    let yaml = format!(
        "{HEADER}choices:
  language:
    title: Which language?
    pick: {{min: 1, max: 1}}
    options: [{{id: python, title: Python}}, {{id: go, title: Go}}]
stages:
  - id: one
    title: One
    milestones:
      - {{id: only, title: Only, kind: concept, hours: 1}}
targets:
  - id: end
    title: The end
    requirements:
      - {{id: language, title: A language, choice: language, all: [only]}}
"
    );
    let mut machine = Machine::following(&yaml);
    machine.done(&["only"]);
    let screen = Screen::of(machine).press("ga");
    let text = screen.text();
    assert!(text.contains("The end: a choice to make"), "{text}");
    assert!(
        text.contains("no milestone to go, but a choice to make"),
        "{text}"
    );
    let menu = screen.press("T").text();
    let entry = menu.lines().find(|line| line.contains("›✓")).unwrap();
    assert!(entry.contains("a choice to make"), "{menu}");
}

#[test]
fn a_curriculum_may_have_no_targets() {
    let yaml = crate::kit::curriculum::with_milestones(
        "- {id: only, title: Only, kind: concept, hours: 1}",
    );
    shows!(Screen::of(Machine::following(&yaml)), "ga<enter>jlz");
}

#[test]
fn the_keys_for_milestones_work_on_what_is_missing() {
    let screen = Screen::of(small()).press("gal<space>");
    assert!(screen.machine.is_done("first"), "{}", screen.text());
    assert!(
        screen.text().contains("A beginning: reached"),
        "{}",
        screen.text()
    );
}

#[test]
fn the_cursor_goes_on_to_the_next_where_one_is_done() {
    let screen = Screen::of(small()).press("Tj<enter>gal");
    assert_eq!(screen.under_cursor(), "First");
    assert_eq!(screen.press("<space>").under_cursor(), "Second");
}

#[test]
fn a_milestone_is_shown_on_the_path() {
    let screen = Screen::of(small()).press("Tj<enter>gal<enter>");
    assert!(
        screen.text().contains("┃›  · First") || screen.text().contains("› · First"),
        "{}",
        screen.text()
    );
    assert!(
        !screen.text().contains("What it asks for"),
        "{}",
        screen.text()
    );
}

#[test]
fn an_open_choice_leads_to_its_options() {
    let screen = Screen::new().press("gal<enter>");
    assert!(
        screen.text().contains("Which language do you go deep in?"),
        "{}",
        screen.text()
    );
    let text = screen.press("<enter>").text();
    assert!(!text.contains("Choose your language first"), "{text}");
}

#[test]
fn another_target_has_another_gap() {
    let before = Screen::of(small()).press("ga").text();
    assert!(
        before.contains("A beginning: 1 milestone to go, 2 h"),
        "{before}"
    );
    let text = Screen::of(small()).press("gaTj<enter>W8<enter>").text();
    assert!(
        text.contains("The end: 2 milestones to go, 32 h: at 8 h a week about 4 weeks"),
        "{text}"
    );
}

#[test]
fn the_names_of_the_screens_leave_room_for_the_target() {
    for (width, end) in [(80, "Entry floor: 52 to go"), (50, "…")] {
        let text = Screen::new().sized(width, 24).text();
        let tabs = text.lines().nth(1).unwrap();
        assert!(tabs.ends_with(end), "{tabs}");
    }
    let text = Screen::new().sized(30, 24).press("gs").text();
    let tabs = text.lines().nth(1).unwrap();
    assert!(
        tabs.starts_with('…') && tabs.ends_with("Settings"),
        "{tabs}"
    );
}

#[test]
fn a_target_with_a_long_name_is_cut_so_that_how_far_it_is_stays() {
    let text = Screen::new().press("Tj<enter>").text();
    let tabs = text.lines().nth(1).unwrap();
    assert!(tabs.ends_with("Minimal portfolio…: 48 to go"), "{tabs}");
}

#[test]
fn a_click_on_the_target_leads_to_its_gap() {
    let text = Screen::new().click("52 to go").text();
    assert!(text.contains("What it asks for"), "{text}");
}

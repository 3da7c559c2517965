//! The gap: what a target still asks for, and that everything on it works as on the path.

use milepost::progress::Intent;

use crate::kit::curriculum::{HEADER, with_milestones};
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
    let screen = Screen::of(machine).sized(140, 24).press("ga");
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
fn what_is_done_stays_under_the_cursor_until_that_goes_on() {
    let screen = Screen::of(small()).press("Tj<enter>gal<space>");
    assert_eq!(screen.under_cursor(), "First");
    assert!(screen.text().contains("✓ First  "), "{}", screen.text());
    let screen = screen.press("j");
    assert_eq!(screen.under_cursor(), "Second");
    assert!(!screen.text().contains("✓ First  "), "{}", screen.text());
}

#[test]
fn what_is_done_can_be_proven_where_it_was_ticked() {
    let mut machine = Machine::new();
    machine.done(&["what-backend-is"]);
    let screen = Screen::of(machine).press("gal");
    let first = screen.under_cursor();
    let text = screen.press("<space>e").text();
    assert!(text.contains(&format!("{first} · evidence")), "{text}");
}

#[test]
fn what_was_done_and_taken_back_is_missing_where_it_was() {
    let screen = Screen::of(small()).press("Tj<enter>gal");
    let before = screen.text();
    let after = screen.press("<space>u").text();
    let list = |text: &str| text.lines().skip(3).take(18).collect::<Vec<_>>().join("\n");
    assert_eq!(list(&after), list(&before));
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
    let mut screen = Screen::new().press("gal");
    while !screen.here().contains("Choose your language first") {
        screen = screen.press("j");
    }
    let screen = screen.press("<enter>");
    assert!(
        screen.text().contains("Which language do you go deep in?"),
        "{}",
        screen.text()
    );
    let text = screen.press("<enter>").text();
    assert!(!text.contains("Choose your language first"), "{text}");
}

#[test]
fn an_open_choice_stands_before_the_milestone_in_which_it_is_made() {
    let choice = "choices:
  language:
    title: Which language?
    pick: {min: 1, max: 1}
    options: [{id: python, title: Python}, {id: go, title: Go}]
";
    let milestones = "stages:
  - id: one
    title: One
    milestones:
      - {id: first, title: First, kind: concept, hours: 2}
      - {id: pick, title: Pick, kind: concept, hours: 1, choice: language}
      - {id: last, title: Last, kind: concept, hours: 3, when: {language: [go]}}
targets:
  - id: end
    title: The end
    requirements: [{id: all, title: All, stage: one}]
";
    let yaml = format!("{HEADER}{choice}{milestones}");
    let screen = Screen::of(Machine::following(&yaml)).press("gal");
    assert_eq!(screen.under_cursor(), "First");
    let screen = screen.press("j");
    assert!(screen.here().contains("Choose your language first"));
    assert_eq!(screen.press("j").under_cursor(), "Pick");
}

#[test]
fn what_one_may_be_walking_around_is_told_where_it_is_missing() {
    let mut machine = small();
    let second = machine.place("second");
    machine.does(Intent::Skip(second, None));
    let screen = Screen::of(machine).press("Tj<enter>galj");
    assert_eq!(screen.under_cursor(), "Second");
    let text = screen.text();
    assert!(
        text.contains("You may be walking around this: “Second” is"),
        "{text}"
    );
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
        text.contains(
            "The end: 2 milestones to go, 32 h: by your plan of 8 h a week about 4 weeks"
        ),
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
    assert!(tabs.contains("Minimal portfol"), "{tabs}");
    assert!(tabs.ends_with("…: 48 to go"), "{tabs}");
}

#[test]
fn a_click_on_the_target_leads_to_its_gap() {
    let text = Screen::new().click("52 to go").text();
    assert!(text.contains("What it asks for"), "{text}");
}

#[test]
fn all_targets_stand_side_by_side() {
    shows!(under_way(), "gahj");
}

#[test]
fn all_targets_fit_into_a_narrow_terminal() {
    shows!(under_way().sized(44, 16), "gah");
}

#[test]
fn a_wide_terminal_shows_which_work_each_target_opens() {
    shows!(under_way().sized(140, 40), "gahG");
}

#[test]
fn all_targets_are_read_aloud() {
    shows!(under_way().listened(), "gahj");
}

#[test]
fn a_target_is_looked_at_without_being_aimed_at() {
    let screen = Screen::of(small()).press("gahj<enter>");
    let text = screen.text();
    assert!(text.contains("The end: 2 milestones to go, 32 h"), "{text}");
    assert!(text.contains("you aim at “A beginning”"), "{text}");
    assert!(text.contains("A beginning: 1 to go"), "{text}");
    let text = screen.press("hk<enter>").text();
    assert!(
        text.contains("A beginning: 1 milestone to go"),
        "back: {text}"
    );
}

#[test]
fn whoever_aims_at_a_target_looks_at_it() {
    let text = Screen::of(small()).press("gahj<enter>Tj<enter>").text();
    assert!(text.contains("The end: 2 milestones to go, 32 h"), "{text}");
    assert!(!text.contains("you aim at"), "{text}");
}

#[test]
fn a_click_looks_at_a_target() {
    let screen = Screen::of(small()).press("gah").click("· The end");
    let text = screen.click("›· The end").text();
    assert!(text.contains("What it asks for"), "{text}");
    assert!(text.contains("The end: 2 milestones to go"), "{text}");
}

/// A curriculum of which a target can be reached in two ways, with something to read, something that can wait, and advice.
fn manifold() -> Machine {
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
      - {{id: ground, title: The ground, kind: concept, hours: 10}}
      - {{id: server, title: A server, kind: project, hours: 1, requires: [ground], evidence: deployment}}
      - {{id: cloud, title: The cloud, kind: project, hours: 5, evidence: deployment, skip_note: Prices can wait.}}
      - {{id: types, title: Types, kind: practice, hours: 3, when: {{language: [python]}}}}
resources:
  - {{id: first, title: The first book, url: \"https://example.org/1\", price: free, for: [ground]}}
  - {{id: second, title: The second book, url: \"https://example.org/2\", for: [cloud]}}
advice:
  - {{id: start-small, at: cloud, text: Start small.}}
targets:
  - id: running
    title: Something that runs
    requirements:
      - {{id: runs, title: It runs, any: [server, cloud], evidence: {{kind: deployment, at_least: 1, of: [server, cloud]}}}}
      - {{id: types, title: It has types, all: [types]}}
"
    );
    Machine::following(&yaml)
}

#[test]
fn the_cheapest_way_is_named_where_it_was_taken() {
    shows!(Screen::of(manifold()), "gazjj");
}

#[test]
fn what_can_wait_and_what_helps_stands_below_a_milestone() {
    let text = Screen::of(manifold()).sized(140, 40).press("galj").text();
    assert!(text.contains("What can wait: Prices can wait."), "{text}");
    assert!(text.contains("Start small."), "{text}");
    assert!(text.contains("What helps: The second book."), "{text}");
}

#[test]
fn what_waits_for_a_choice_is_named() {
    let text = Screen::of(manifold()).press("gal").text();
    assert!(
        text.contains("Out of reach until you choose your language: Types."),
        "{text}"
    );
}

#[test]
fn what_is_done_without_its_evidence_is_listed_as_well() {
    let mut machine = manifold();
    machine.done(&["cloud"]);
    let screen = Screen::of(machine).press("galj");
    assert_eq!(screen.under_cursor(), "The cloud");
    let text = screen.text();
    assert!(
        text.contains("No deployment is there to prove it: e adds one."),
        "{text}"
    );
}

/// Two targets over three milestones, of which they share one.
fn two_targets() -> Machine {
    let yaml = with_milestones(
        "- {id: first, title: First, kind: concept, hours: 2}
- {id: second, title: Second, kind: concept, hours: 30}
- {id: third, title: Third, kind: concept, hours: 30}",
    );
    Machine::following(&format!(
        "{yaml}targets:
  - {{id: a, title: Aim A, requirements: [{{id: r, title: R, all: [first, second]}}]}}
  - {{id: b, title: Aim B, requirements: [{{id: r, title: R, all: [second, third]}}]}}
"
    ))
}

#[test]
fn what_is_kept_in_one_list_is_not_in_another() {
    let screen = Screen::of(two_targets())
        .sized(140, 40)
        .press("gazj<space>");
    assert_eq!(
        screen.text().matches("✓ First  ").count(),
        1,
        "{}",
        screen.text()
    );
    let text = screen.press("z").text();
    assert!(!text.contains("✓ First  "), "{text}");
}

#[test]
fn what_is_kept_goes_with_the_target_that_asked_for_it() {
    let screen = Screen::of(two_targets()).press("gal<space>");
    assert!(screen.text().contains("✓ First  "), "{}", screen.text());
    let text = screen.press("hhj<enter>").text();
    assert!(!text.contains("✓ First  "), "{text}");
}

#[test]
fn what_was_ticked_on_the_path_is_no_more_missing() {
    let text = Screen::of(two_targets())
        .press("gal<enter><space>ga")
        .text();
    assert!(!text.contains("✓ First  "), "{text}");
}

#[test]
fn what_is_skipped_stays_once_where_it_was() {
    let screen = Screen::of(two_targets()).press("galx<enter>");
    assert_eq!(screen.under_cursor(), "First");
    assert_eq!(
        screen.text().matches("First  ").count(),
        1,
        "{}",
        screen.text()
    );
}

#[test]
fn a_click_elsewhere_lets_go_of_what_was_kept() {
    let screen = Screen::of(two_targets())
        .press("gal<space>")
        .click("Second");
    assert_eq!(screen.under_cursor(), "Second");
    assert!(!screen.text().contains("✓ First  "), "{}", screen.text());
}

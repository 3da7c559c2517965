//! The portfolio: what it asks for, the projects and their addresses, and the lists to go through before others look.

use milepost::progress::Intent;

use crate::kit::machine::Machine;
use crate::kit::screen::{Screen, shows};

const SHOP: &str = "https://github.com/a-learner/shop";

/// A learner with two projects, of which one runs, and another that is begun.
fn builder() -> Machine {
    let mut machine = Machine::new();
    machine.done(&[
        "portfolio-api-with-auth",
        "portfolio-deployed",
        "git-basics",
    ]);
    machine.repository("git-basics", "https://github.com/a-learner/dotfiles");
    machine.repository("portfolio-api-with-auth", SHOP);
    machine.repository("portfolio-deployed", SHOP);
    machine.deployment("portfolio-deployed", "https://shop.example.org");
    machine.does(Intent::Start(machine.place("portfolio-database-heavy")));
    machine
}

#[test]
fn slots_stand_before_projects_and_lists() {
    shows!(Screen::of(builder()), "go");
}

#[test]
fn a_wide_terminal_shows_all_of_it() {
    shows!(Screen::of(builder()).sized(140, 40), "gojjjj");
}

#[test]
fn a_narrow_terminal_shows_a_part() {
    shows!(Screen::of(builder()).sized(44, 16), "goG");
}

#[test]
fn a_beginner_is_told_how_to_begin() {
    shows!(Screen::new(), "go");
}

#[test]
fn one_project_for_all_slots_is_not_enough() {
    let mut machine = builder();
    machine.repository("portfolio-database-heavy", SHOP);
    shows!(Screen::of(machine), "gojjj");
}

#[test]
fn a_slot_leads_to_its_milestone() {
    let screen = Screen::of(builder()).press("gojj<enter>");
    assert_eq!(screen.under_cursor(), "Portfolio 3: database-heavy project");
    assert!(!screen.text().contains("What a portfolio asks for"));
}

#[test]
fn a_link_is_opened_after_a_question_and_copied_at_once() {
    let screen = Screen::of(builder()).press("gojjjj");
    assert!(screen.here().contains("→ github.com/a-learner/dotfiles"));
    for key in ["<enter>", "o"] {
        let asked = Screen::of(builder()).press("gojjjj").press(key).text();
        assert!(
            asked.contains("Open github.com in your browser?"),
            "{asked}"
        );
    }
    let copied = screen.press("y").text();
    assert!(copied.contains("clipboard"), "{copied}");
}

#[test]
fn the_cursor_passes_over_headings() {
    let screen = Screen::of(builder()).press("gojj");
    assert!(screen.here().contains("Joins, indexes"));
    let screen = screen.press("j");
    assert!(screen.here().contains("dotfiles"));
    assert!(screen.press("k").here().contains("Joins, indexes"));
}

#[test]
fn a_click_marks_a_row_and_a_second_one_follows_it() {
    let screen = Screen::of(builder())
        .press("go")
        .click("→ github.com/a-learner/shop");
    assert!(screen.here().contains("→ github.com/a-learner/shop"));
    let screen = screen.click("→ github.com/a-learner/shop");
    assert!(screen.text().contains("Open github.com in your browser?"));
}

#[test]
fn the_cursor_stays_on_its_project_when_another_comes_before_it() {
    let screen = Screen::of(builder()).press("gojjjjjj");
    assert!(screen.here().contains("✓ shop"), "{}", screen.text());
    screen
        .machine
        .beside()
        .repository("first-useful-program", "https://github.com/a-learner/tool");
    let screen = screen.waits();
    assert!(screen.text().contains("tool"), "{}", screen.text());
    assert!(screen.here().contains("✓ shop"), "{}", screen.text());
}

#[test]
fn a_list_is_answered_where_it_stands() {
    let screen = Screen::of(builder()).press("goG").press("a1<esc>");
    assert!(screen.text().contains("1 of 3 sure"), "{}", screen.text());
}

#[test]
fn what_others_cannot_reach_says_so() {
    let mut machine = Machine::new();
    machine.deployment("portfolio-deployed", "http://localhost:8000");
    machine.done(&["portfolio-deployed"]);
    let text = Screen::of(machine).press("gojjj").text();
    assert!(text.contains("not for others"), "{text}");
    assert!(text.contains("The page leaves it out"), "{text}");
}

#[test]
fn what_the_page_lists_as_more_code_counts_as_being_on_it() {
    let mut machine = Machine::new();
    machine.done(&["git-basics"]);
    machine.repository("git-basics", "https://github.com/a-learner/dotfiles");
    let text = Screen::of(machine).press("go").text();
    assert!(
        text.contains("1 project, 1 on the page as more code"),
        "{text}"
    );
    let text = Screen::of(builder()).press("go").text();
    assert!(
        text.contains("2 projects, 1 on the page and 1 more as code"),
        "{text}"
    );
}

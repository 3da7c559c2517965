//! The choices: what there is to take, what taking it would change, and that it is recorded.

use milepost::progress::Intent;

use crate::kit::curriculum::with_milestones;
use crate::kit::machine::Machine;
use crate::kit::screen::{Screen, shows};

/// A learner who chose JavaScript.
fn with_javascript() -> Screen {
    Screen::of(javascript())
}

/// A machine on which JavaScript is chosen.
fn javascript() -> Machine {
    let mut machine = Machine::new();
    let curriculum = machine.session.snapshot().curriculum;
    let (language, choice) = curriculum.choice("language").unwrap();
    let javascript = choice.options[1].id.clone();
    machine.does(Intent::Choose(language, vec![javascript]));
    machine
}

/// What is chosen in the group of that id.
fn chosen(screen: &Screen, group: &str) -> Vec<String> {
    let snapshot = screen.machine.session.snapshot();
    let (index, _) = snapshot.curriculum.choice(group).unwrap();
    let options = snapshot.chosen().options(index).iter();
    options.map(ToString::to_string).collect()
}

#[test]
fn all_choices_are_listed_with_what_there_is_to_take() {
    shows!("gcj");
}

#[test]
fn a_narrow_terminal_shows_the_choices_alone() {
    shows!(with_javascript().sized(44, 16), "gc");
}

#[test]
fn a_narrow_terminal_shows_the_options_behind_them() {
    shows!(Screen::new().sized(44, 16), "gcj<enter>");
}

#[test]
fn a_wide_terminal_shows_both_whole() {
    shows!(with_javascript().sized(140, 40), "gcj<enter>k");
}

#[test]
fn what_an_option_would_change_is_told_before_it_is_taken() {
    let screen = with_javascript().sized(140, 40).press("gckkj<enter>k");
    let text = screen.text();
    assert!(text.contains("0 of 642 → 634 h."), "{text}");
    assert!(
        text.contains("Leaves: Callbacks, promises and async/await."),
        "{text}"
    );
    assert_eq!(chosen(&screen, "language"), ["javascript-node"]);
}

#[test]
fn ticks_that_would_count_no_more_are_told() {
    let mut machine = javascript();
    machine.done(&["async-javascript"]);
    let screen = Screen::of(machine).sized(140, 40);
    let text = screen.press("gckkj<enter>k").text();
    assert!(
        text.contains("1 tick is kept, but counts no more."),
        "{text}"
    );
}

#[test]
fn an_option_is_taken_with_one_key() {
    let screen = Screen::new().press("gcj<enter>jj<enter>");
    assert_eq!(
        chosen(&screen, "language"),
        ["typescript"],
        "{}",
        screen.text()
    );
    assert!(
        screen.text().contains("✓ language: TypeScript"),
        "{}",
        screen.text()
    );
    assert!(
        screen.text().contains("That is chosen now."),
        "{}",
        screen.text()
    );
}

#[test]
fn several_options_are_picked_and_then_sent() {
    let screen = Screen::new().press("gc<enter><space>jj<space>");
    assert!(chosen(&screen, "route").is_empty());
    let text = screen.text();
    assert!(text.contains("2 picked, enter takes them"), "{text}");
    assert!(text.contains("● ") && !text.contains("✓ "), "{text}");
    let screen = screen.press("<enter>");
    let text = screen.text();
    assert!(!text.contains("picked") && text.contains("✓ "), "{text}");
    let options = chosen(&screen, "route");
    assert_eq!(options, ["self-directed", "certificate-course"]);
}

#[test]
fn more_options_than_a_choice_takes_are_refused() {
    let text = Screen::new()
        .press("gc<enter><space>j<space>j<space><enter>")
        .text();
    assert!(text.contains("this choice takes 1 or 2 options"), "{text}");
}

/// The options of the choice of that id, of which these are chosen; the cursor is on the first of them.
fn among(group: &str, options: &[&str]) -> Screen {
    let mut machine = Machine::new();
    let curriculum = machine.session.snapshot().curriculum;
    let (index, choice) = curriculum.choice(group).unwrap();
    let known = choice.options.iter().map(|option| &option.id);
    let options = known.filter(|id| options.contains(&id.as_str())).cloned();
    machine.does(Intent::Choose(index, options.collect()));
    let down = "j".repeat(index);
    Screen::of(machine)
        .sized(140, 40)
        .press(&format!("gcgg{down}<enter>"))
}

#[test]
fn all_that_was_chosen_is_taken_back_where_a_choice_takes_none() {
    let screen = among("nosql", &["redis"]);
    assert!(screen.text().contains("›✓ Redis"), "{}", screen.text());
    let screen = screen.press("<space><enter>");
    assert!(chosen(&screen, "nosql").is_empty(), "{}", screen.text());
    assert!(!screen.text().contains("✗"), "{}", screen.text());
}

#[test]
fn what_is_marked_is_recorded_wherever_the_cursor_is() {
    let screen = among("nosql", &["mongodb", "redis"]).press("<space>G<enter>");
    assert_eq!(chosen(&screen, "nosql"), ["redis"], "{}", screen.text());
}

#[test]
fn a_choice_that_takes_some_is_not_left_without_any() {
    let screen = among("route", &["self-directed"]).press("<space><enter>");
    let text = screen.text();
    assert!(
        text.contains("✗ this choice takes 1 or 2 options"),
        "{text}"
    );
    assert_eq!(chosen(&screen, "route"), ["self-directed"]);
}

#[test]
fn taking_what_is_chosen_already_leads_back() {
    for (group, option) in [("language", "go"), ("nosql", "redis")] {
        let screen = among(group, &[option]).press("<enter>");
        let text = screen.text();
        assert!(text.contains("┏ Choices"), "{text}");
        assert!(!text.contains("✗"), "{text}");
        assert_eq!(chosen(&screen, group), [option]);
    }
    let mut machine = javascript();
    machine.done(&["what-backend-is", "choose-learning-route"]);
    let screen = Screen::of(machine).press("]jc");
    assert!(!screen.model.overlays.is_empty());
    let screen = screen.press("<enter>");
    assert!(screen.model.overlays.is_empty(), "{}", screen.text());
    assert!(!screen.text().contains("✗"), "{}", screen.text());
}

#[test]
fn taking_another_of_several_adds_it() {
    let screen = among("nosql", &["redis"]).press("gg<enter>");
    assert_eq!(chosen(&screen, "nosql"), ["redis", "mongodb"]);
}

#[test]
fn what_taking_a_mark_off_would_change_is_told_before_it_is() {
    let text = among("nosql", &["redis"]).press("<space>").text();
    assert!(!text.contains("Goes only with"), "{text}");
    assert!(text.contains("The percentage stays as it is."), "{text}");
}

#[test]
fn what_is_chosen_can_be_opened_again() {
    let screen = with_javascript().press("gckkj<enter><space>");
    assert!(chosen(&screen, "language").is_empty(), "{}", screen.text());
}

#[test]
fn an_option_that_is_closed_says_with_what_it_goes() {
    let text = with_javascript()
        .sized(140, 40)
        .press("gckkjj<enter>gg")
        .text();
    assert!(text.contains("⊘ Django"), "{text}");
    assert!(text.contains("Goes only with language: Python."), "{text}");
}

#[test]
fn the_way_out_leads_back_to_the_choices() {
    for key in ["<esc>", "h"] {
        let screen = Screen::new().sized(44, 16).press("gcjl").press(key);
        assert!(
            screen.text().contains("┏ Choices"),
            "{key}: {}",
            screen.text()
        );
        let line = "›· Which language do you go deep in?";
        assert!(screen.text().contains(line), "{key}: {}", screen.text());
    }
}

#[test]
fn what_a_learner_brings_is_credited_once_it_was_seen() {
    let screen = Screen::new().press("gcG<enter>");
    assert!(!screen.machine.is_done("terminal-basics"));
    assert!(
        screen.text().contains("Credits Work in a terminal"),
        "{}",
        screen.text()
    );
    let text = screen.press("<enter>").text();
    assert!(
        text.contains("17 milestones credited: Front-end experience"),
        "{text}"
    );
    assert!(text.contains("nothing left"), "{text}");
}

#[test]
fn what_does_not_fit_is_read_on() {
    let screen = Screen::new().sized(44, 16).press("gcj<enter>");
    let before = screen.text();
    assert!(before.contains("more line"), "{before}");
    assert!(!before.contains("stage is done."), "{before}");
    let text = screen.press("<c-d><c-d><c-d><c-d><c-d>").text();
    assert!(text.contains("stage is done."), "{text}");
    assert!(text.contains("›· Python"), "{text}");
}

#[test]
fn the_key_to_choose_leads_here_where_no_milestone_is_meant() {
    let text = Screen::new().press("ggc").text();
    assert!(text.contains("┏ Choices"), "{text}");
}

#[test]
fn clicks_lead_into_a_choice_and_to_an_option() {
    let screen = Screen::new()
        .press("gc")
        .click("Which language")
        .click("Go  ");
    assert!(screen.text().contains("›· Go"), "{}", screen.text());
    assert!(chosen(&screen, "language").is_empty());
    let screen = screen.click("Go  ");
    assert_eq!(chosen(&screen, "language"), ["go"]);
}

#[test]
fn clicks_mark_several_options_before_they_are_sent() {
    let screen = Screen::new()
        .press("gc")
        .click("Which NoSQL")
        .click("MongoDB")
        .click("MongoDB")
        .click("Redis")
        .click("Redis");
    assert!(chosen(&screen, "nosql").is_empty(), "{}", screen.text());
    let screen = screen.click("enter choose");
    assert_eq!(chosen(&screen, "nosql"), ["mongodb", "redis"]);
}

#[test]
fn over_a_milestone_a_click_marks_an_option_and_one_there_takes_it() {
    let mut machine = Machine::new();
    machine.done(&["what-backend-is", "choose-learning-route"]);
    let screen = Screen::of(machine).press("]jc").click("Ruby");
    assert!(chosen(&screen, "language").is_empty(), "{}", screen.text());
    let screen = screen.click("Ruby");
    assert_eq!(chosen(&screen, "language"), ["ruby"]);
}

#[test]
fn a_curriculum_may_leave_nothing_to_choose() {
    let machine = Machine::following(&with_milestones(
        "- id: only\n  title: Only\n  kind: concept\n  hours: 1",
    ));
    shows!(Screen::of(machine), "gc<enter>lj<space>");
}

#[test]
fn what_is_picked_stays_so_while_others_record() {
    let screen = Screen::new().press("gc<enter><space>jj<space>");
    let mut other = screen.machine.second_session();
    let first = screen.machine.place("what-backend-is");
    other.record(vec![Intent::Start(first)]).unwrap();
    let screen = screen.waits().press("<enter>");
    let options = chosen(&screen, "route");
    assert_eq!(options, ["self-directed", "certificate-course"]);
}

#[test]
fn what_is_picked_gives_way_to_what_is_chosen_elsewhere() {
    let screen = Screen::new().press("gc<enter><space>jj<space>");
    let curriculum = screen.machine.session.snapshot().curriculum;
    let (route, choice) = curriculum.choice("route").unwrap();
    let option = choice.options[1].id.clone();
    let mut other = screen.machine.second_session();
    other
        .record(vec![Intent::Choose(route, vec![option.clone()])])
        .unwrap();
    let text = screen.waits().text();
    for row in [
        "· Self-directed",
        "✓ Coding bootcamp",
        "›· Certificate course",
    ] {
        assert!(text.contains(row), "{row}\n{text}");
    }
}

#[test]
fn what_is_picked_stays_so_where_the_list_has_no_more() {
    let screen = Screen::new().press("gc<enter>jj<space>hk<enter><enter>");
    assert_eq!(chosen(&screen, "route"), ["certificate-course"]);
}

//! The pace: only for those who ask for it, with charts where there is room for them.

use milepost::progress::Intent;

use crate::kit::curriculum::{HEADER, with_milestones};
use crate::kit::machine::{Machine, NOW};
use crate::kit::screen::{Screen, shows};

/// A learner who did a little in most weeks of autumn, with a pause.
fn autumn() -> Machine {
    let milestones = (0..30).map(|number| {
        let before = if number % 5 == 0 { String::new() } else { format!("m-{}", number - 1) };
        format!("{{id: m-{number}, title: Number {number}, kind: practice, hours: 6, requires: [{before}]}}")
    });
    let milestones = milestones.collect::<Vec<_>>().join(", ");
    let mut machine = Machine::following(&format!(
        "{HEADER}stages: [{{id: one, title: One, milestones: [{milestones}]}}]
targets: [{{id: all, title: All of it, requirements: [{{id: all, title: All, stage: one}}]}}]
pace:
  hours_per_week: 7
  weeks_per_month: \"4.345\"
  ranges: [{{id: zero, title: From zero, months: [9, 24], hours_per_week: 10}}]
"
    ));
    let days = [
        "09-03", "09-10", "09-11", "10-01", "10-08", "10-15", "10-30", "11-04", "11-12",
    ];
    for (number, day) in days.iter().enumerate() {
        machine = machine.reopened(&format!("2026-{day}T20:00:00+01:00"));
        machine.done(&[&format!("m-{number}")]);
        if *day == "09-11" {
            pause(&mut machine, "2026-09-28");
        }
    }
    machine = machine.reopened(NOW);
    machine.does(Intent::Spend {
        place: None,
        minutes: 95,
        day: "2026-11-18".parse().unwrap(),
        today: "2026-11-20".parse().unwrap(),
    });
    machine
}

fn pause(machine: &mut Machine, until: &str) {
    let today = machine.session.today().unwrap();
    let until = until.parse().unwrap();
    machine.does(Intent::Pause {
        until,
        reason: None,
        today,
    });
}

fn on(mut machine: Machine) -> Screen {
    machine.session.prefer("pace", "on").unwrap();
    Screen::of(machine)
}

#[test]
fn the_pace_is_off_until_one_asks_for_it() {
    shows!(Screen::of(autumn()), "gw");
}

#[test]
fn whoever_asks_sees_when_that_may_be_and_why() {
    shows!(Screen::of(autumn()), "gw<enter>");
}

#[test]
fn the_charts_follow_where_there_is_no_room_beside_the_text() {
    shows!(on(autumn()), "gwG");
}

#[test]
fn the_charts_stand_beside_the_text_where_there_is_room() {
    shows!(on(autumn()).sized(140, 40), "gw");
}

#[test]
fn a_narrow_terminal_has_what_fits() {
    let screen = on(autumn()).sized(44, 16).press("gw");
    let pages = ["", "<pagedown><pagedown>", "<pagedown><pagedown>", "G"];
    let mut screens = Vec::new();
    let mut screen = screen;
    for keys in pages {
        screen = screen.press(keys);
        screens.push(screen.text());
    }
    insta::assert_snapshot!(screens.join("\n\n"));
}

#[test]
fn whoever_listens_hears_words_in_the_place_of_charts() {
    shows!(on(autumn()).sized(80, 60).listened(), "gw");
}

#[test]
fn plain_letters_draw_the_charts_too() {
    let mut machine = autumn();
    machine.session.prefer("symbols", "ascii").unwrap();
    let screen = on(machine).sized(140, 40).press("gw");
    assert!(screen.text().is_ascii(), "{}", screen.text());
    insta::assert_snapshot!(screen.text());
}

#[test]
fn a_milestone_of_the_chain_is_one_key_away() {
    let screen = on(autumn()).press("gwj<enter>");
    assert_eq!(screen.under_cursor(), "Number 11");
}

#[test]
fn a_milestone_of_the_chain_can_be_ticked_here_and_the_pace_follows() {
    let screen = on(autumn()).press("gw");
    assert_eq!(screen.under_cursor(), "Number 10");
    let screen = screen.press("<space>");
    assert!(screen.machine.is_done("m-10"));
    assert!(
        screen.text().contains("60 h of 180 h done"),
        "{}",
        screen.text()
    );
    assert_eq!(screen.under_cursor(), "Number 10");
    let screen = screen.press("j");
    assert_eq!(
        screen.under_cursor(),
        "Number 15",
        "another chain decides now"
    );
    assert!(
        !screen.text().contains("  ✓ Number 10  "),
        "{}",
        screen.text()
    );
}

#[test]
fn it_can_be_turned_off_again() {
    let screen = on(autumn()).press("gwG").click("Turn the pace off");
    assert!(screen.text().contains("Show my pace"), "{}", screen.text());
    assert_eq!(
        screen
            .machine
            .session
            .preference("pace")
            .unwrap()
            .as_deref(),
        Some("off")
    );
}

#[test]
fn a_newcomer_sees_how_long_it_takes_by_others_account() {
    shows!(on(Machine::new()).sized(140, 40), "gw");
}

#[test]
fn a_forecast_waits_for_the_end_of_a_pause() {
    let mut machine = autumn();
    pause(&mut machine, "2027-05-01");
    let before = on(autumn()).press("gw").text();
    let after = on(machine).press("gw").text();
    assert!(before.contains("between May and October 2027"), "{before}");
    assert!(
        after.contains("between September 2027 and July 2028"),
        "{after}"
    );
}

#[test]
fn a_clock_that_is_wrong_by_centuries_tells_no_pace() {
    let mut screen = on(autumn());
    screen.model.known.today = None;
    let screen = screen.press("gw");
    assert!(
        screen.text().contains("The clock is wrong by decades"),
        "{}",
        screen.text()
    );
}

/// Somebody with the pace on, over so many milestones that wait for each other.
fn chain(count: usize) -> Machine {
    let milestone = |number: usize| {
        let before = number
            .checked_sub(1)
            .map_or_else(String::new, |before| format!("m-{before}"));
        format!(
            "- {{id: m-{number}, title: Number {number}, kind: practice, hours: 6, requires: [{before}]}}"
        )
    };
    let milestones: Vec<String> = (0..count).map(milestone).collect();
    let yaml = with_milestones(&milestones.join("\n"));
    let all: Vec<String> = (0..count).map(|number| format!("m-{number}")).collect();
    let all = all.join(", ");
    let mut machine = Machine::following(&format!(
        "{yaml}targets: [{{id: all, title: All of it, requirements: [{{id: all, title: All, all: [{all}]}}]}}]
pace:
  hours_per_week: 7
  weeks_per_month: \"4.345\"
  ranges: [{{id: zero, title: From zero, months: [9, 24], hours_per_week: 10}}]
"
    ));
    machine.session.prefer("pace", "on").unwrap();
    machine
}

#[test]
fn what_is_done_stays_though_no_chain_is_left() {
    let screen = Screen::of(chain(2)).press("gw<space>");
    assert_eq!(screen.under_cursor(), "Number 0");
    assert!(
        screen.text().contains("  ✓ Number 0  "),
        "{}",
        screen.text()
    );
}

#[test]
fn what_is_skipped_stands_there_once_and_nothing_waits_for_it() {
    let screen = Screen::of(chain(4)).press("gwx<enter>");
    let text = screen.text();
    assert_eq!(text.matches("  ↷ Number 0  ").count(), 1, "{text}");
    assert!(
        text.contains("What decides it: 3 milestones that wait"),
        "{text}"
    );
    assert!(!screen.press("j").text().contains("  ↷ Number 0  "));
}

#[test]
fn a_target_that_is_reached_has_no_forecast_and_says_so() {
    let mut machine = chain(2);
    machine.done(&["m-0", "m-1"]);
    let text = Screen::of(machine).press("gw").text();
    assert!(
        text.contains("All of it: all that it asks for is there"),
        "{text}"
    );
}

#[test]
fn a_week_of_optional_work_is_not_empty() {
    let milestones = "- {id: needed, title: Needed, kind: practice, hours: 9}\n- {id: extra, title: Extra, kind: practice, hours: 6, optional: true}";
    let mut machine = Machine::following(&with_milestones(milestones));
    machine.done(&["extra"]);
    let text = on(machine).press("gw").text();
    assert!(text.contains(" 0 h · 6 h optional"), "{text}");
}

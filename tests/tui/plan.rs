//! The learner's plan: a target, hours a week, what they bring, pauses, and time spent.

use milepost::progress::Day;

use crate::kit::machine::Machine;
use crate::kit::screen::{Screen, shows};

#[test]
fn targets_are_offered_with_how_far_they_are() {
    shows!("gjTj");
}

#[test]
fn a_target_taken_is_aimed_at() {
    let screen = Screen::new().press("Tjjj<enter>");
    assert!(
        screen
            .text()
            .contains("aiming at Interview-ready · u undoes"),
        "{}",
        screen.text()
    );
    assert!(screen.press("T").text().contains("›✓ Interview-ready"));
}

#[test]
fn a_click_marks_a_target_and_one_there_aims_at_it() {
    let screen = Screen::new().press("T").click("Interview-ready");
    let text = screen.text();
    assert!(text.contains("›· Interview-ready"), "{text}");
    let text = screen.click("Interview-ready").text();
    assert!(text.contains("aiming at Interview-ready"), "{text}");
}

#[test]
fn taking_the_target_that_is_aimed_at_leaves_it_at_that() {
    for keys in ["T<enter>", "Tjjj<enter>T<enter>"] {
        let screen = Screen::new().press(keys);
        assert!(screen.model.overlays.is_empty(), "{}", screen.text());
        let text = screen.text();
        assert!(!text.contains("aiming at Entry"), "{keys}\n{text}");
        assert!(!text.contains("✗"), "{keys}\n{text}");
    }
    let journal = Screen::new().press("Tjjj<enter>T<enter>gj").text();
    assert!(journal.contains(" 1 of 1 "), "{journal}");
}

#[test]
fn hours_a_week_are_not_asked_for_where_there_is_nothing_to_aim_at() {
    let yaml = crate::kit::curriculum::with_milestones(
        "- {id: only, title: Only, kind: concept, hours: 1}",
    );
    let screen = Screen::of(Machine::following(&yaml)).press("W");
    assert!(screen.model.overlays.is_empty(), "{}", screen.text());
    let text = screen.text();
    assert!(text.contains("no targets to aim at"), "{text}");
}

#[test]
fn hours_a_week_are_typed() {
    for typed in ["10", " 10 h ", "10h"] {
        let text = Screen::new()
            .press("W")
            .press(typed)
            .press("<enter>")
            .text();
        assert!(
            text.contains("aiming at Entry floor, 10 h a week"),
            "{typed}: {text}"
        );
    }
}

#[test]
fn hours_that_are_none_are_refused_where_they_are_typed() {
    for (typed, why) in [
        ("ten", "✗ hours a week are written like 10"),
        ("", "✗ hours a week are written like 10"),
        ("-3", "✗ hours a week are written like 10"),
        ("99999", "✗ hours a week are written like 10"),
        ("0", "✗ a plan has 1 to 168 hours a week"),
        ("169", "✗ a plan has 1 to 168 hours a week"),
    ] {
        let screen = Screen::new().press("W").press(typed).press("<enter>");
        assert!(screen.text().contains(why), "{typed}: {}", screen.text());
        let facts = screen.machine.session.snapshot();
        assert_eq!(facts.progress.facts().aim, None, "{typed}");
    }
}

#[test]
fn backgrounds_are_offered_with_what_each_would_credit() {
    shows!("gjBj");
}

#[test]
fn a_background_taken_credits_what_it_covers() {
    shows!("gcBj<enter>");
}

#[test]
fn a_background_that_covers_nothing_more_says_so() {
    let text = Screen::new().press("B<enter>B<enter>").text();
    assert!(
        text.contains("nothing of that is left to be credited"),
        "{text}"
    );
}

#[test]
fn a_pause_lasts_until_a_day_or_for_so_long() {
    for (typed, until) in [
        ("2026-12-24", "2026-12-24"),
        ("2w", "2026-12-04"),
        ("10", "2026-11-30"),
    ] {
        let screen = Screen::new().press("P").press(typed).press("<enter>");
        let said = format!("paused until {until} · u undoes");
        assert!(screen.text().contains(&said), "{typed}: {}", screen.text());
    }
}

#[test]
fn a_pause_that_is_none_is_refused_where_it_is_typed() {
    shows!("gjPsoon<enter>");
    for (typed, why) in [
        ("2026-11-20", "✗ a pause lasts at least until tomorrow"),
        ("2020-01-01", "✗ a pause lasts at least until tomorrow"),
        (
            "999999w",
            "✗ a day is written like 2026-11-20, from 2000 to 2199",
        ),
    ] {
        let text = Screen::new()
            .press("P")
            .press(typed)
            .press("<enter>")
            .text();
        assert!(text.contains(why), "{typed}: {text}");
    }
}

#[test]
fn a_pause_can_be_ended() {
    let screen = Screen::new().press("P2w<enter>P");
    assert!(
        screen.text().contains("You pause until 2026-12-04"),
        "{}",
        screen.text()
    );
    let screen = screen.press("<enter>");
    assert!(screen.text().contains("pause ended"), "{}", screen.text());
    let today: Day = "2026-11-20".parse().unwrap();
    let snapshot = screen.machine.session.snapshot();
    assert_eq!(snapshot.progress.facts().pause(today), None);
}

#[test]
fn a_pause_can_be_made_longer() {
    let text = Screen::new().press("P2w<enter>Pj<enter>3w<enter>").text();
    assert!(text.contains("paused until 2026-12-11"), "{text}");
}

#[test]
fn time_spent_is_put_down_where_the_cursor_is() {
    let screen = Screen::new().press("t1h30<enter>t45m<enter>");
    assert!(
        screen
            .text()
            .contains("45 min spent on Explain what back-end developers do"),
        "{}",
        screen.text()
    );
    assert!(
        screen.text().contains("2 h 15 min so far"),
        "{}",
        screen.text()
    );
}

#[test]
fn time_that_is_none_is_refused_where_it_is_typed() {
    for (typed, why) in [
        (
            "long",
            "✗ a time spent is written like 45m, 1h30, 2h or 90 (minutes)",
        ),
        ("0", "✗ what is recorded at once is 1 minute to 24 hours"),
        ("25h", "✗ what is recorded at once is 1 minute to 24 hours"),
    ] {
        let text = Screen::new()
            .press("t")
            .press(typed)
            .press("<enter>")
            .text();
        assert!(text.contains(why), "{typed}: {text}");
    }
}

#[test]
fn a_pause_is_told_at_the_top_of_every_screen_and_pushes_no_figure_out() {
    let paused = || Screen::new().press("P2026-12-24<enter>");
    for (width, told) in [
        (140, "paused until 2026-12-24  0 %  ▕"),
        (80, "paused until 2026-12-24  0 %  0 of "),
        (44, "paused until 2026-12-24  0 %"),
        (30, "0 %"),
    ] {
        for screen in ["gp", "ga", "gc", "gj", "gs"] {
            let text = paused().sized(width, 24).press(screen).text();
            let top = text.lines().next().unwrap();
            assert!(top.contains(told), "{width}: {top}");
            assert!(top.contains("Back"), "{width}: {top}");
        }
    }
    let text = paused().press("P<enter>").text();
    assert!(!text.contains("paused until"), "{text}");
}

#[test]
fn a_pause_is_read_aloud_at_the_top() {
    let paused = Screen::new().listened().press("P2026-12-24<enter>");
    let text = paused.text();
    let top = text.lines().next().unwrap();
    assert!(top.ends_with(" h, paused until 2026-12-24"), "{top}");
    let text = paused.sized(44, 16).text();
    let top = text.lines().next().unwrap();
    assert!(top.ends_with(", 0 %, paused until 2026-12-24"), "{top}");
}

#[test]
fn another_path_is_followed_and_back_again() {
    let screen = Screen::new().press("<space>C");
    let text = screen.text();
    assert!(text.contains("Which path do you want to follow?"), "{text}");
    let there = screen.press("j<enter>");
    let text = there.text();
    assert!(text.contains("to senior” now · what you did on"), "{text}");
    assert!(
        !text.contains("Explain what back-end developers do"),
        "{text}"
    );
    assert_eq!(there.under_cursor(), "Commit to one language");
    let back = there.press("Cgg<enter>");
    assert!(back.machine.is_done("what-backend-is"), "{}", back.text());
    let settings = back.press("gs").text();
    let path = settings
        .lines()
        .find(|line| line.contains("┃   Path  "))
        .unwrap();
    assert!(
        path.contains("Back-end developer") && path.contains('C'),
        "{settings}"
    );
}

#[test]
fn each_path_is_offered_once_and_the_same_one_changes_nothing() {
    let text = Screen::new().sized(140, 40).press("C").text();
    let offered = text
        .matches("Back-end developer, from first program")
        .count();
    assert_eq!(offered, 2, "in the header and in the list: {text}");
    let text = Screen::new().press("C<enter>").text();
    assert!(!text.contains("You follow"), "{text}");
}

#[test]
fn another_path_says_what_it_would_add_and_drop() {
    let mut machine = Machine::new();
    machine.done(&["what-backend-is", "terminal-basics", "git-basics"]);
    shows!(Screen::of(machine), "Cj");
}

#[test]
fn what_another_path_would_change_is_said_in_a_narrow_terminal() {
    shows!(Screen::new().sized(44, 16), "CG");
}

#[test]
fn each_target_is_offered_with_its_hours_however_long_its_title_is() {
    for (columns, rows) in [(80, 24), (44, 16)] {
        let text = Screen::new().sized(columns, rows).press("T").text();
        let targets = text
            .lines()
            .filter(|line| line.contains("· ") && line.contains('┃'));
        let far: Vec<&str> = targets.filter(|line| line.contains("to go")).collect();
        assert!(far.iter().all(|line| line.contains(" h")), "{text}");
        assert!(far.iter().any(|line| line.contains("End-to-end")), "{text}");
    }
}

#[test]
fn a_pause_is_asked_for_by_the_day_on_which_one_goes_on() {
    let text = Screen::new().press("P").text();
    assert!(text.contains("On which day do you go on?"), "{text}");
}

//! How fast one goes, on the command line.

use crate::kit::command::{Shell, assert_transcript};

/// A learner of the small path who did something in several weeks of autumn.
fn some_weeks_in() -> Shell {
    Shell::following_the_sample()
        .at("2026-10-01T20:00:00+02:00")
        .quietly("note terminal 'To begin with'")
        .at("2026-10-06T20:00:00+02:00")
        .quietly("choose language rust")
        .quietly("done terminal")
        .at("2026-10-21T20:00:00+02:00")
        .quietly("done git --evidence https://example.org/a-learner/one")
        .quietly("spent git 90")
        .at("2026-11-03T20:00:00+01:00")
        .quietly("pause 7d")
        .at("2026-11-12T20:00:00+01:00")
        .quietly("done choose-language")
        .at("2026-11-20T21:00:00+01:00")
}

#[test]
fn a_pace_is_told_week_by_week_with_a_forecast_from_what_was_measured() {
    let shell = some_weeks_in()
        .quietly("aim own-program --hours 5")
        .run("pace")
        .run("pace --json");
    assert_transcript!(shell);
}

#[test]
fn before_anything_was_measured_the_plan_is_the_pace() {
    let shell = Shell::following_the_sample()
        .run("pace")
        .quietly("aim own-program --hours 3")
        .quietly("choose language rust")
        .run("pace")
        .run("pace --json");
    assert_transcript!(shell);
}

#[test]
fn a_target_that_is_reached_has_no_forecast() {
    let shell = Shell::following_the_sample()
        .quietly("done terminal git")
        .run("pace");
    assert_transcript!(shell);
}

#[test]
fn the_shipped_path_tells_how_long_it_takes_by_others_account() {
    assert_transcript!(Shell::new().run("pace"));
}

#[test]
fn a_pace_is_read_on_a_narrow_terminal() {
    assert_transcript!(some_weeks_in().columns("44").run("pace"));
}

#[test]
fn optional_work_is_told_apart_from_what_the_plan_is_about_and_from_the_time_spent() {
    let shell = Shell::following_the_sample()
        .at("2026-11-12T20:00:00+01:00")
        .quietly("aim own-program --hours 5")
        .quietly("done terminal git")
        .at("2026-11-20T21:00:00+01:00")
        .quietly("done git-hooks")
        .quietly("spent terminal 90");
    let told = shell.stdout("pace");
    let week = told.lines().find(|line| line.contains("2026-11-16"));
    let week = week.unwrap();
    assert!(
        week.contains("0 h  of 5 h  3 h optional · 1 h 30 min spent"),
        "{week}"
    );
    let json = shell.stdout("pace --json");
    assert!(json.contains("\"minutes_optional\": 180"), "{json}");
}

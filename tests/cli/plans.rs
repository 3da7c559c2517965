//! Commands that plan, credit a background, and put down time and holidays.

use milepost::tui::screen::ROWS;

use crate::kit::command::{Shell, assert_transcript};

#[test]
fn targets_are_listed_and_one_is_aimed_at() {
    let shell = Shell::following_the_sample()
        .run("aim")
        .run("aim own-program")
        .run("aim --hours 10")
        .run("aim 'first st' --hours 4")
        .run("aim")
        .run("aim --json")
        .run("journal --kind aimed");
    assert_transcript!(shell);
}

#[test]
fn an_aim_that_is_none_is_refused() {
    let shell = Shell::following_the_sample()
        .run("aim nowhere")
        .run("aim --hours 0")
        .run("aim --hours 169")
        .run("aim --hours many")
        .run("aim first-steps --json")
        .quietly("aim first-steps")
        .run("aim first-steps");
    assert_transcript!(shell);
}

#[test]
fn a_background_is_credited_whole_or_in_part() {
    let shell = Shell::following_the_sample()
        .run("credit")
        .run("credit administers-servers")
        .run("credit 'git at work'")
        .run("credit --json")
        .run("list --credited")
        .run("undo")
        .run("credit uses-git git")
        .run("credit");
    assert_transcript!(shell);
}

#[test]
fn a_credit_that_is_none_is_refused() {
    let shell = Shell::following_the_sample()
        .run("credit nobody")
        .run("credit uses-git first-program git")
        .run("credit uses-git nothing")
        .quietly("done terminal")
        .run("credit administers-servers")
        .run("credit administers-servers terminal");
    assert_transcript!(shell);
}

#[test]
fn what_a_learner_knows_in_their_own_words_is_proposed_and_not_recorded() {
    let shell = Shell::new()
        .run("credit --skills 'python, some sql, docker at work, git, juggling'")
        .quietly("choose language python")
        .quietly("done git-basics --out-of-order")
        .run("credit --skills 'Go; git, python' --json")
        .run("list --credited")
        .run("credit --skills 'go, pyton, no docker, sql'")
        .run("credit --skills 'juggling'")
        .run("credit --skills ''")
        .run("show ''");
    assert_transcript!(shell);
}

#[test]
fn a_background_in_passing_is_offered_and_nothing_that_was_said_is_dropped() {
    let shell = Shell::new()
        .run("credit --skills 'two years of front-end: React Vue webpack'")
        .run("credit --skills 'I know nothing'")
        .run("credit --skills none --json");
    assert_transcript!(shell);
}

#[test]
fn what_is_proposed_is_credited_once_it_is_accepted() {
    let shell = Shell::new()
        .run("credit --skills 'unit tests, git' --accept")
        .run("credit --skills 'sql, unit tests' --accept")
        .run("credit --accept")
        .run("credit knows-a-language --skills git")
        .quietly("check git-basics 1 sure")
        .run("credit")
        .quietly("check git-basics 2 sure")
        .quietly("check git-basics 3 sure")
        .run("show git-basics");
    assert_transcript!(shell);
}

#[test]
fn the_bare_name_of_a_language_credits_no_more_than_it_says() {
    let shell = Shell::new()
        .quietly("choose language java")
        .run("credit --skills python")
        .quietly("choose language python")
        .run("credit --skills 'a little python' --accept")
        .run("credit --skills 'no python' --accept");
    assert_transcript!(shell);
}

#[test]
fn time_spent_adds_up_for_the_milestone_and_the_week() {
    let shell = Shell::following_the_sample()
        .run("spent 45m git")
        .run("spent 1h30 terminal --day 2026-11-16")
        .run("spent 20 git --day 2026-11-15")
        .run("spent 2h")
        .run("undo")
        .run("journal --kind spent");
    assert_transcript!(shell);
}

#[test]
fn time_that_cannot_have_been_spent_is_refused() {
    let shell = Shell::following_the_sample()
        .run("spent 0 git")
        .run("spent 25h git")
        .run("spent 99999999h git")
        .run("spent 1h git --day 2026-11-21")
        .run("spent 1h git --day yesterday")
        .run("spent git 1h")
        .run("spent 1h nowhere")
        .run("spent");
    assert_transcript!(shell);
}

#[test]
fn a_pause_is_shown_made_longer_and_ended() {
    let shell = Shell::following_the_sample()
        .run("pause")
        .run("pause 2w --reason Exams")
        .run("pause")
        .run("pause --until 2026-12-24")
        .run("pause --json")
        .run("pause --end")
        .run("pause --json")
        .run("journal --kind paused");
    assert_transcript!(shell);
}

#[test]
fn a_pause_that_is_none_is_refused() {
    let shell = Shell::following_the_sample()
        .run("pause --end")
        .run("pause 0d")
        .run("pause soon")
        .run("pause 4294967295")
        .run("pause --until 2026-11-20")
        .run("pause --until tomorrow")
        .run("pause --reason Exams")
        .run("pause 2w --until 2026-12-24")
        .run("pause 2w --end")
        .quietly("pause 2w")
        .run("pause 14d");
    assert_transcript!(shell);
}

#[test]
fn a_curriculum_without_targets_and_backgrounds_says_so() {
    let bare = "format: 1\nid: bare\nversion: 1.0.0\ntitle: Bare\nlanguage: en\nstages:\n  - id: one\n    title: One\n    \
                milestones:\n      - {id: only, title: Only, kind: concept, hours: 1}\n";
    let shell = Shell::new()
        .file("bare/curriculum.yaml", bare)
        .quietly("curriculum use bare");
    assert_transcript!(
        shell
            .run("aim")
            .run("aim --hours 5")
            .run("aim entry-floor")
            .run("credit")
            .run("credit knows-a-language")
    );
}

#[test]
fn a_pause_is_told_where_one_stands_and_on_the_printed_screens() {
    let shell = Shell::following_the_sample().quietly("pause --until 2026-12-24");
    let status = shell.stdout("status");
    assert!(status.contains("\npaused until 2026-12-24\n"), "{status}");
    let json: serde_json::Value = serde_json::from_str(&shell.stdout("status --json")).unwrap();
    assert_eq!(json["paused_until"], "2026-12-24");
    let screens = shell.stdout("--plain");
    let headers = screens.matches(" h, paused until 2026-12-24\n");
    assert_eq!(headers.count(), ROWS.len(), "{screens}");
    let status = shell.quietly("pause --end").stdout("status");
    assert!(!status.contains("paused"), "{status}");
}

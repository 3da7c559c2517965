//! Commands that show where one stands.

use crate::kit::command::{Shell, assert_transcript};

/// A learner who has begun: one milestone done, one started, one skipped, a choice made.
fn begun() -> Shell {
    Shell::following_the_sample()
        .quietly("done terminal")
        .quietly("choose language rust")
        .quietly("done choose-language --note 'Rust, for its compiler'")
        .quietly("start git")
        .quietly("skip rust-syntax --reason 'Known from work'")
        .quietly("check git staging sure")
        .quietly("note git 'Read about the index again'")
}

#[test]
fn a_new_learner_sees_the_curriculum_that_comes_with_the_program() {
    assert_transcript!(
        Shell::new()
            .run("status")
            .run("next")
            .run("journal")
            .run("evidence list")
    );
}

#[test]
fn status_tells_where_one_stands_in_one_glance() {
    assert_transcript!(begun().run("status").run("status --json"));
}

#[test]
fn status_reminds_of_choices_that_are_due_and_of_what_is_unproven() {
    assert_transcript!(
        Shell::following_the_sample()
            .quietly("done terminal git")
            .run("status")
    );
}

#[test]
fn next_begins_with_what_is_started() {
    assert_transcript!(begun().run("next").run("next --json"));
}

#[test]
fn next_says_so_where_nothing_is_open() {
    let shell = Shell::following_the_sample()
        .quietly("choose language rust")
        .quietly("skip terminal git git-hooks choose-language rust-syntax first-program");
    assert_transcript!(shell.run("next").run("next --json"));
}

#[test]
fn lists_go_by_stage_and_by_state() {
    let shell = begun()
        .run("list")
        .run("list basics --open --started")
        .run("list 'One language' --json")
        .run("list --unproven")
        .run("list nowhere");
    assert_transcript!(shell);
}

#[test]
fn everything_of_a_milestone_is_shown_together() {
    let shell = begun()
        .quietly("evidence add git https://example.org/you/code --commit 1a2b3c4")
        .run("show git")
        .run("show 'first program'")
        .run("show rust-syntax")
        .run("show python-syntax");
    assert_transcript!(shell);
}

#[test]
fn everything_of_a_milestone_is_told_to_programs() {
    let shell = begun().quietly("evidence add git https://example.org/you/code");
    assert_transcript!(shell.run("show git --json"));
}

#[test]
fn missing_lists_what_lacks_to_a_hundred_percent() {
    let shell = Shell::following_the_sample()
        .run("missing")
        .quietly("choose language rust");
    assert_transcript!(
        shell
            .quietly("skip terminal")
            .run("missing")
            .run("missing --json")
    );
}

#[test]
fn the_journal_keeps_what_was_undone() {
    let shell = begun()
        .quietly("undo")
        .run("journal")
        .run("journal git")
        .run("journal git --json")
        .run("journal --kind done --limit 1")
        .run("journal --kind done --limit 1 --json");
    assert_transcript!(shell);
}

#[test]
fn questions_go_with_their_answers() {
    let shell = begun()
        .run("check git")
        .run("check git --json")
        .run("check terminal")
        .run("check git 2 unsure")
        .run("check git staging no")
        .run("check git rebase sure")
        .run("check git staging perhaps")
        .run("check git staging");
    assert_transcript!(shell);
}

#[test]
fn a_milestone_is_found_by_a_part_of_its_title() {
    let shell = begun()
        .run("start \"rust's syn\"")
        .run("start git")
        .run("start syntax")
        .run("start i")
        .run("start trminal")
        .run("start kubernetes")
        .run("start sample/git-hooks");
    assert_transcript!(shell);
}

#[test]
fn a_tick_keeps_the_option_under_which_it_was_made() {
    let shell = begun().quietly("done rust-syntax --out-of-order");
    let current = shell.stdout("show rust-syntax");
    assert!(!current.contains(" under Rust"), "{current}");
    let shell = shell.quietly("choose language python");
    for milestone in ["rust-syntax", "choose-language"] {
        let shown = shell.stdout(&format!("show {milestone}"));
        assert!(shown.contains("done on 2026-11-20 under Rust"), "{shown}");
        let json = shell.stdout(&format!("show {milestone} --json"));
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["made_under"], serde_json::json!(["rust"]));
    }
    let other = shell.stdout("show terminal");
    assert!(!other.contains(" under Rust"), "{other}");
}

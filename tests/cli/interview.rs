//! Questions that come back.

use crate::kit::command::{Shell, assert_transcript};

/// A shell on a day.
fn on(shell: Shell, now: &'static str) -> Shell {
    shell.with("MILEPOST_NOW", now)
}

fn weak() -> Shell {
    let shell = on(Shell::following_the_sample(), "2026-11-10T21:00:00+01:00");
    let shell = shell.quietly("check git 1 unsure");
    let shell = on(shell, "2026-11-19T21:00:00+01:00").quietly("check git 2 no");
    on(shell, "2026-11-20T21:00:00+01:00")
}

#[test]
fn what_is_due_or_weak_is_listed() {
    assert_transcript!(
        weak()
            .run("interview")
            .run("interview --json")
            .run("status")
    );
}

#[test]
fn a_question_comes_back_until_it_rests() {
    let mut shell = weak()
        .quietly("check git 2 sure")
        .quietly("check git 1 sure");
    for now in [
        "2026-11-21T21:00:00+01:00",
        "2026-11-22T21:00:00+01:00",
        "2026-11-27T21:00:00+01:00",
        "2026-12-18T21:00:00+01:00",
    ] {
        shell = on(shell, now).run("interview");
        shell = shell
            .quietly("check git 1 sure")
            .quietly("check git 2 sure");
    }
    assert_transcript!(shell.run("interview"));
}

#[test]
fn an_interview_about_a_topic_leaves_the_others_out() {
    let shell = weak()
        .run("interview --topic basics --list")
        .run("interview --topic language")
        .run("interview --topic nowhere");
    assert_transcript!(shell);
}

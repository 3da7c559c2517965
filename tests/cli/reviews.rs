//! What a mentor answers, from its arrival to the learner's reply.

use std::rc::Rc;

use milepost::exchange::review_file;
use serde_json::Value;

use crate::kit::command::{Shell, assert_transcript};
use crate::kit::curriculum::{folder, repository};
use crate::kit::mentor::Mentor;

/// A learner who has done three milestones, of which one is proven.
fn learner() -> Shell {
    Shell::following_the_sample()
        .quietly("done terminal")
        .quietly("done git --evidence https://example.org/you/code")
        .quietly("done git-hooks")
}

/// A mentor who reads what the learner exports now.
fn mentor(shell: &Shell) -> Mentor {
    let edition = folder(&repository("tests/fixtures/sample")).edition();
    let file = shell.stdout("export -o -");
    Mentor::reading(&file, Rc::new(edition.curriculum.clone()))
}

#[test]
fn a_review_is_told_before_it_comes_in_and_then_shows_everywhere() {
    let shell = learner();
    let review = mentor(&shell)
        .verifies("terminal")
        .returns("git", "Say why in each commit.\nThen send it again.")
        .of_another_text()
        .revokes("git-hooks", "It does not run.")
        .review();
    let shell = shell
        .file("answer.json", &review)
        .run("import answer.json --preview")
        .run("status")
        .run("import answer.json")
        .run("import answer.json")
        .run("status")
        .run("list basics")
        .run("next")
        .run("show git")
        .run("list basics")
        .run("journal --limit 3");
    assert_transcript!(shell);
}

#[test]
fn programs_read_what_a_review_changes() {
    let shell = learner();
    let review = mentor(&shell)
        .verifies("terminal")
        .returns("git", "Say why in each commit.")
        .review();
    let file = shell.stdout("export --sync -o -");
    let shell = shell
        .file("answer.json", &review)
        .file("mine.json", &file)
        .quietly("evidence add git https://example.org/you/other")
        .run("import mine.json answer.json --preview --json")
        .quietly("import answer.json")
        .run("import answer.json --json")
        .run("list --done --json");
    let shown: Value = serde_json::from_str(&shell.stdout("show git --json")).unwrap();
    let verdict = &shown["verdicts"][0];
    assert_eq!(verdict["level"], "approaching");
    assert_eq!(verdict["changed"], serde_json::json!(["evidence"]));
    assert_eq!(
        (&verdict["shown"], &verdict["unread"]),
        (&true.into(), &true.into())
    );
    assert_transcript!(shell);
}

#[test]
fn a_learner_replies_and_the_next_export_carries_it() {
    let shell = learner();
    let review = mentor(&shell).returns("git", "Say why.").review();
    let shell = shell
        .run("reply git Done")
        .file("answer.json", &review)
        .quietly("import answer.json")
        .run("reply git ' '")
        .run("reply git 'Each commit says why now' --to other@school.example")
        .run("reply git 'Each commit says why now'")
        .run_with(
            "reply git - --to mentor@school.example",
            "And one more thing:\nthanks.\n",
        )
        .run("show git")
        .run("journal --limit 3")
        .run("undo")
        .run("export --preview");
    assert_transcript!(shell);
}

#[test]
fn later_rounds_leave_the_earlier_ones_in_sight() {
    let shell = learner();
    let first = mentor(&shell).returns("git", "Say why.").review();
    let shell = shell
        .file("first.json", &first)
        .quietly("import first.json")
        .quietly("reply git 'Each commit says why now'");
    let second = mentor(&shell).on("2026-11-22").verifies("git").review();
    let shell = shell
        .file("second.json", &second)
        .run("import second.json first.json")
        .run("show git")
        .quietly("evidence add git https://example.org/you/other")
        .run("list basics");
    assert_transcript!(shell);
}

#[test]
fn an_answer_that_cannot_be_used_is_refused_with_the_reason() {
    let shell = learner();
    let review = mentor(&shell).verifies("git").review();
    let others = mentor(&learner()).verifies("git").review();
    let altered = review.replace("\"verified\"", "\"returned\"");
    let newer = review.replace("milepost-review/1", "milepost-review/2");
    let shell = shell
        .file("others.json", &others)
        .file("altered.json", &altered)
        .file("newer.json", &newer)
        .file("cut.json", &review[..review.len() / 2])
        .file("answer.json", &review)
        .run("import others.json")
        .run("import altered.json")
        .run("import newer.json")
        .run("import answer.json cut.json --json")
        .run("journal --limit 1");
    assert_transcript!(shell);
}

#[test]
fn nothing_that_a_mentor_says_reaches_the_terminal_raw() {
    let shell = learner();
    let hostile = "\u{1b}]0;owned\u{7}\u{1b}[2J\u{9b}31m\u{202e}\u{200b}\u{e0041}";
    let mentor = mentor(&shell).returns("git", hostile);
    let mut file = mentor.file();
    file.reviewer.name = Some(hostile.to_owned());
    let review = review_file::write(&file).unwrap();
    let shell = shell.file("answer.json", &review);
    for line in [
        "import answer.json --preview",
        "import answer.json --preview --json",
        "import answer.json",
        "show git",
        "show git --json",
        "list",
        "status",
        "next",
        "journal",
        "journal --json",
    ] {
        let output = shell.output(line, b"");
        for said in [output.stdout, output.stderr] {
            let said = String::from_utf8(said).unwrap();
            let steers = |char: char| {
                char.is_control() && char != '\n' || "\u{202e}\u{200b}\u{e0041}".contains(char)
            };
            assert!(!said.contains(steers), "{line}: {said:?}");
        }
    }
}

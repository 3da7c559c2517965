//! Commands that record something.

use milepost::progress::Intent;

use crate::kit::command::{Shell, assert_transcript};
use crate::kit::machine::Machine;

#[test]
fn a_tick_says_what_it_unlocked_and_how_far_that_is() {
    assert_transcript!(
        Shell::following_the_sample()
            .run("done terminal")
            .run("done terminal")
    );
}

#[test]
fn a_locked_milestone_is_refused_with_what_it_needs() {
    let shell = Shell::following_the_sample()
        .run("done first-program")
        .run("done git-hooks --out-of-order")
        .run("show git-hooks");
    assert_transcript!(shell);
}

#[test]
fn several_ticks_are_one_action_with_one_proof_each() {
    let shell = Shell::following_the_sample()
        .run("done git terminal --evidence https://example.org/you/code --commit 1a2b3c4")
        .run("evidence list")
        .run("undo")
        .run("evidence list")
        .run("redo");
    assert_transcript!(shell);
}

#[test]
fn all_are_ticked_or_none() {
    assert_transcript!(
        Shell::following_the_sample()
            .run("done terminal first-program")
            .run("list --done")
    );
}

#[test]
fn a_tick_without_its_evidence_is_unproven() {
    let shell = Shell::following_the_sample()
        .run("done terminal git")
        .run("evidence add git https://example.org/you/code")
        .run("list --unproven");
    assert_transcript!(shell);
}

#[test]
fn milestones_are_started_skipped_and_reopened() {
    let shell = Shell::following_the_sample()
        .run("start terminal git")
        .run("start terminal")
        .run("skip terminal --reason 'Known from work'")
        .run("skip terminal")
        .run("reopen terminal")
        .run("reopen terminal")
        .run("start");
    assert_transcript!(shell);
}

#[test]
fn a_note_comes_from_the_line_or_from_stdin() {
    let shell = Shell::following_the_sample()
        .run("note 'A quiet week'")
        .run("note git 'Read about rebasing'")
        .run_with("note git -", "two\nlines\n")
        .run_with("note -", "")
        .run_with("note -", &"long ".repeat(2000))
        .run("note git")
        .run("note")
        .run("journal --kind noted");
    assert_transcript!(shell);
}

#[test]
fn evidence_is_attached_and_taken_back() {
    let shell = Shell::following_the_sample()
        .run("evidence add git https://example.org/you/code")
        .run("evidence add git https://example.org/you/code")
        .run("evidence add first-program https://example.org")
        .run("evidence add git https://example.org/shop --kind deployment")
        .run("evidence add choose-language --note 'Rust'")
        .run("evidence list")
        .run("evidence list git --json")
        .run("evidence remove git")
        .run("evidence remove git https://example.org/you/code")
        .run("evidence remove git")
        .run("evidence remove git");
    assert_transcript!(shell);
}

#[test]
fn evidence_is_removed_by_its_address_as_it_was_typed() {
    for (kept, typed) in [
        ("https://shop.example.org", "https://shop.example.org"),
        ("shop.example.org", "shop.example.org"),
        ("https://shop.example.org", "HTTPS://Shop.example.org"),
        ("https://example.org/you/code", "example.org/you/code/"),
        (
            "https://example.org/you/code/",
            "https://example.org/you/code",
        ),
    ] {
        let shell = Shell::following_the_sample()
            .quietly(&format!("evidence add git {kept}"))
            .quietly("evidence add git https://example.org/you/other")
            .quietly(&format!("evidence remove git {typed}"));
        let left = shell.stdout("evidence list git");
        assert!(left.contains("/you/other"), "{typed}: {left}");
        assert_eq!(left.matches("https://").count(), 1, "{typed}: {left}");
    }
}

#[test]
fn of_two_addresses_the_one_that_was_typed_is_removed() {
    for (typed, other) in [("code", "code/"), ("code/", "code")] {
        let address = |name: &str| format!("example.org/you/{name}");
        let shell = Shell::following_the_sample()
            .quietly("evidence add git example.org/you/code")
            .quietly("evidence add git example.org/you/code/")
            .quietly(&format!("evidence remove git {}", address(typed)));
        let left = shell.stdout("evidence list git");
        assert!(
            left.trim_end().ends_with(&address(other)),
            "{typed}: {left}"
        );
        assert_eq!(left.matches("https://").count(), 1, "{typed}: {left}");
    }
}

#[test]
fn addresses_that_are_none_are_refused() {
    let shell = Shell::following_the_sample()
        .run("evidence add git ftp://example.org")
        .run("evidence add git https://you:secret@example.org")
        .run("evidence add git")
        .run("evidence add git https://example.org --note both");
    assert_transcript!(shell);
}

#[test]
fn the_name_of_a_file_is_no_address() {
    let shell = Shell::following_the_sample().columns("200");
    let shell = shell.quietly("evidence add git example.org/you/code");
    let before = shell.stdout("evidence list --json");
    for name in [
        "report.pdf",
        "README.md",
        "README.MD#install",
        "notes.txt",
        "main.rs",
        "main.rs:42",
        "app.test.js",
        "node.js/",
        "v1.2.beta",
    ] {
        for line in [
            format!("evidence add git {name}"),
            format!("done git --evidence {name}"),
        ] {
            let said = shell.output(&line, b"");
            let told = String::from_utf8(said.stderr).unwrap();
            assert!(!said.status.success(), "{line}");
            let why = "an address begins with https://";
            assert!(told.contains(why), "{line}: {told}");
            let hint = "put https:// in front of a web address; a file has none";
            assert!(told.contains(hint), "{line}: {told}");
        }
    }
    assert_eq!(shell.stdout("evidence list --json"), before);
}

#[test]
fn what_is_surely_an_address_needs_no_scheme() {
    let shell = Shell::following_the_sample();
    for address in [
        "example.org",
        "example.org/shop",
        "github.com/a.learner/first",
        "docs.example/notes.md",
        "example.rs/first",
        "shop.example.org",
        "example.org:8080",
    ] {
        let line = format!("evidence add git {address}");
        assert!(shell.output(&line, b"").status.success(), "{line}");
        let list = shell.stdout("evidence list git");
        assert!(list.contains(&format!("https://{address}")), "{list}");
    }
    // What looks like a file is an address where it is said to be one.
    let shell = shell.quietly("evidence add git https://example.rs");
    let list = shell.stdout("evidence list git");
    assert!(list.contains("https://example.rs/\n"), "{list}");
}

#[test]
fn choices_are_listed_made_and_opened_again() {
    let shell = Shell::following_the_sample()
        .run("choose")
        .run("choose language python")
        .run("choose tools pip make")
        .run("choose tools cargo")
        .run("choose tools")
        .run("choose language rust")
        .run("choose language cobol")
        .run("choose colour red")
        .run("choose language rust python")
        .run("choose language --none")
        .run("choose language --none")
        .run("choose language --json");
    assert_transcript!(shell);
}

#[test]
fn undo_and_redo_go_step_by_step() {
    let shell = Shell::following_the_sample()
        .run("undo")
        .run("redo")
        .quietly("done terminal")
        .quietly("start git")
        .run("undo")
        .run("undo")
        .run("redo")
        .run("start git")
        .run("redo");
    assert_transcript!(shell);
}

#[test]
fn what_is_forgotten_is_gone_from_the_journal() {
    let shell = Shell::following_the_sample()
        .quietly("note 'hunter2'")
        .quietly("done terminal");
    let journal = shell.stdout("journal --kind noted");
    let id = journal.split(' ').next().unwrap().to_owned();
    let shell = shell.quietly(&format!("forget {id}"));
    assert_transcript!(shell.run("journal").run("forget nonsense").run("forget"));
}

#[test]
fn a_note_that_was_changed_on_the_screens_reads_so_in_the_journal() {
    let mut machine = Machine::new();
    machine.note("git-basics", "First");
    let place = machine.place("git-basics");
    let snapshot = machine.session.snapshot();
    let first = snapshot.progress.mark(place).notes[0].event;
    let change = vec![
        Intent::Note(Some(place), "First thought".to_owned()),
        Intent::Unnote(place, first),
    ];
    machine.session.record(change).unwrap();
    let journal = format!("--data-dir {} journal", machine.home.path().display());
    let told = Shell::new().columns("200").stdout(&journal);
    assert!(
        told.contains("(git-basics) changed; it was: First"),
        "{told}"
    );
    machine.session.undo().unwrap();
    let told = Shell::new().columns("200").stdout(&journal);
    assert!(told.contains("(git-basics) changed\n"), "{told}");
}

#[test]
fn evidence_of_another_kind_says_which_one_is_asked_for() {
    let machine = Machine::new();
    let shell = Shell::new().columns("200");
    let said = |line: &str| {
        let line = format!("--data-dir {} {line}", machine.home.path().display());
        String::from_utf8(shell.output(&line, b"").stderr).unwrap()
    };
    let reminder = "unproven: it asks for a repository, milepost evidence add git-basics URL";
    for line in [
        "evidence add git-basics https://example.com/shop --kind deployment",
        "evidence add git-basics --note 'Shown to a friend'",
        "done git-basics --out-of-order --note 'Shown to another friend'",
    ] {
        let said = said(line);
        assert_eq!(said.matches(reminder).count(), 1, "{line}: {said}");
    }
    for line in [
        "evidence add git-basics https://example.com/shop",
        // It is proven by now, whatever else is attached.
        "evidence add git-basics --note 'Shown to a third friend'",
        "evidence add what-backend-is --note 'A page of my own words'",
    ] {
        let said = said(line);
        assert!(
            said.starts_with('+') && !said.contains("unproven"),
            "{line}: {said}"
        );
    }
}

#[test]
fn that_the_end_of_a_pause_is_undone_is_said_so_on_that_day_and_later() {
    for later in ["2026-11-20T21:00:00+01:00", "2026-11-22T21:00:00+01:00"] {
        let shell = Shell::following_the_sample()
            .quietly("pause 2w")
            .quietly("pause --end")
            .at(later);
        let told = String::from_utf8(shell.output("undo", b"").stderr).unwrap();
        assert!(told.starts_with("undone: pause ended\n"), "{told}");
        let journal = shell.stdout("journal");
        assert!(journal.contains("undid: pause ended"), "{journal}");
    }
}

#[test]
fn that_a_pause_is_undone_names_its_end_although_that_is_over() {
    let shell = Shell::following_the_sample()
        .quietly("pause 2w")
        .at("2026-12-04T21:00:00+01:00");
    let told = String::from_utf8(shell.output("undo", b"").stderr).unwrap();
    assert!(
        told.starts_with("undone: paused until 2026-12-04\n"),
        "{told}"
    );
}

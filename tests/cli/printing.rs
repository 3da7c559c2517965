//! Where and how things are printed.

use std::process::Stdio;

use crate::kit::command::{Shell, assert_transcript};
use crate::kit::machine::Machine;

#[test]
fn a_narrow_terminal_shows_what_one_types_in_full() {
    assert_transcript!(
        Shell::following_the_sample()
            .columns("44")
            .run("status")
            .run("list")
            .run("show git")
    );
}

#[test]
fn colour_is_for_terminals_unless_asked_for() {
    let shell = Shell::following_the_sample();
    assert!(!shell.stdout("status").contains('\x1b'));
    assert!(!shell.stdout("status --color never").contains('\x1b'));
    assert!(shell.stdout("status --color always").contains('\x1b'));
    assert!(
        !shell
            .stdout("status --color always --json")
            .contains('\x1b')
    );
    assert!(shell.stdout("--help --color always").contains('\x1b'));
    assert!(!shell.stdout("--help --color=never").contains('\x1b'));
    let shell = shell.with("CLICOLOR_FORCE", "1");
    assert!(shell.stdout("status").contains('\x1b'));
    let shell = shell.with("NO_COLOR", "1");
    assert!(!shell.stdout("status").contains('\x1b'));
}

#[test]
fn a_reader_who_stops_reading_is_no_failure() {
    let shell = Shell::new();
    for line in ["list", "list --json", "schema curriculum", "man", "--help"] {
        let mut child = shell.command(line).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(
            (output.status.code(), said.as_ref()),
            (Some(0), ""),
            "milepost {line}"
        );
    }
}

#[test]
fn an_answer_that_cannot_be_written_is_a_failure() {
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    for line in ["list", "--help", "--version"] {
        let output = Shell::new()
            .command(line)
            .stdout(Stdio::from(full.try_clone().unwrap()))
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1), "milepost {line}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("could not be written"));
    }
}

#[test]
fn what_others_wrote_steers_no_terminal() {
    let hostile = "\u{1b}[2Jgone\u{202e}txt.exe";
    let shell = Shell::following_the_sample();
    for line in [
        format!("start {hostile}"),
        format!("import {hostile}"),
        format!("choose {hostile}"),
    ] {
        let output = shell.output(&line, b"");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(
            said.contains("<U+001B>[2Jgone<U+202E>txt.exe"),
            "milepost {line}: {said}"
        );
    }
    for line in [
        format!("start --{hostile}"),
        format!("list --color {hostile}"),
        hostile.to_owned(),
    ] {
        let output = shell.output(&line, b"");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2));
        assert!(
            said.contains("gone<U+202E>txt.exe") && !said.contains(['\u{1b}', '\u{202e}']),
            "milepost {line}: {said}"
        );
    }
    let shell = shell.quietly(&format!("note '{hostile}'"));
    assert!(
        shell
            .stdout("journal")
            .contains("<U+001B>[2Jgone<U+202E>txt.exe")
    );
    let json: serde_json::Value = serde_json::from_str(&shell.stdout("journal --json")).unwrap();
    assert_eq!(json[0]["text"], format!("note: {hostile}"));
    assert!(
        !shell
            .stdout("journal --json")
            .contains(['\u{1b}', '\u{202e}'])
    );
}

#[test]
fn the_screens_need_a_terminal() {
    assert_transcript!(Shell::new().run(""));
}

#[test]
fn a_store_that_cannot_be_used_says_so() {
    let shell = Shell::new().file("taken", "");
    assert_transcript!(
        shell
            .run("status --data-dir taken")
            .run("status --data-dir ''")
    );
}

#[test]
fn a_shell_completes_the_learners_own_milestones() {
    let shell = Shell::following_the_sample();
    let completed = |words: &[&str]| {
        let mut command = shell.command("");
        let index = words.len().to_string();
        let asked = command.args(["--", "milepost"]).args(words);
        let output = asked
            .env("COMPLETE", "fish")
            .env("_CLAP_COMPLETE_INDEX", index)
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(completed(&["done", "gi"]).contains("git-hooks\tAutomate with Git hooks"));
    assert!(completed(&["choose", "lang"]).contains("language\tWhich language?"));
    assert!(completed(&["sta"]).contains("status\t"));
}

#[test]
fn whoever_set_plain_symbols_gets_them_from_commands_too() {
    let mut machine = Machine::new();
    machine.done(&["what-backend-is"]);
    let at = format!("--data-dir {}", machine.home.path().display());
    let shell = Shell::new();
    let reading = ["status", "next", "list", "missing", "show what-backend-is"];
    machine.note("terminal-basics", "naïve → sound");
    let journal = format!("{at} journal --json");
    let json = shell.stdout(&journal);
    assert!(json.contains("naïve → sound"), "{json}");
    assert!(shell.stdout(&format!("{at} status")).contains('▕'));
    machine.session.prefer("symbols", "ascii").unwrap();
    for line in reading {
        let told = shell.stdout(&format!("{at} {line}"));
        assert!(!told.is_empty() && told.is_ascii(), "{line}: {told}");
    }
    // What programs read stays as it was written.
    assert_eq!(shell.stdout(&journal), json);
    let said = |line: &str| {
        let said = shell.output(&format!("{at} {line}"), b"").stderr;
        String::from_utf8(said).unwrap()
    };
    let done = said("done terminal-basics");
    assert!(done.starts_with("* Work in a terminal"), "{done}");
    // So do the names of files.
    let refused = said("import a–b…✓.json");
    assert!(refused.contains("a–b…✓.json"), "{refused}");
}

//! Files that leave and come in.

use serde_json::json;

use crate::kit::command::{Shell, assert_transcript};
use crate::kit::forged;

#[test]
fn a_file_for_a_mentor_tells_what_it_leaves_out_before_it_is_written() {
    let shell = Shell::following_the_sample()
        .run("export --preview")
        .quietly("done terminal")
        .quietly("note 'A quiet week'")
        .quietly("skip git --reason 'Known from work'")
        .run("export --preview")
        .run("export --preview --json")
        .run("export --sync --preview")
        .run("export --json");
    assert_transcript!(shell);
}

#[test]
fn an_export_says_where_it_went() {
    let shell = Shell::following_the_sample()
        .quietly("done terminal")
        .run("export")
        .run("export --sync")
        .run("export -o mine.json")
        .run("export -o mine.json")
        .run("export -o nowhere/mine.json");
    assert_transcript!(shell);
}

#[test]
fn an_export_replaces_neither_link_nor_folder() {
    let shell = Shell::following_the_sample()
        .quietly("done terminal")
        .file("folder/old", "");
    let shell = shell.file("old.json", "what was there");
    std::os::unix::fs::symlink("old.json", shell.path("link.json")).unwrap();
    let shell = shell.run("export -o link.json").run("export -o folder");
    assert_eq!(
        std::fs::read_to_string(shell.path("old.json")).unwrap(),
        "what was there"
    );
    assert_transcript!(shell);
}

#[test]
fn what_was_done_elsewhere_comes_in_once() {
    let laptop = Shell::following_the_sample()
        .quietly("done terminal")
        .quietly("note 'A quiet week'");
    let file = laptop.stdout("export --sync -o -");
    let desktop = Shell::following_the_sample()
        .file("laptop.json", &file)
        .run("import laptop.json")
        .run("import laptop.json laptop.json")
        .run_with("import -", &file)
        .run("journal");
    assert_transcript!(desktop);
}

#[test]
fn machines_that_began_apart_are_joined_only_where_the_learner_says_so() {
    let file = Shell::following_the_sample()
        .quietly("done terminal")
        .stdout("export --sync -o -");
    let desktop = Shell::following_the_sample()
        .quietly("start git")
        .file("laptop.json", &file)
        .run("import laptop.json")
        .run("import laptop.json --same-learner")
        .run("import laptop.json");
    assert_transcript!(desktop);
}

#[test]
fn files_that_cannot_be_used_are_refused_whole() {
    let file = Shell::following_the_sample()
        .quietly("done terminal")
        .stdout("export -o -");
    let shell = Shell::new()
        .file("cut.json", &file[..file.len() / 2])
        .file("altered.json", &file.replace("terminal", "kernel"))
        .file("unknown.json", &file)
        .run("import cut.json")
        .run("import altered.json")
        .run("import unknown.json")
        .run("import nothing.json")
        .run("import .")
        .run("import")
        .run("journal");
    assert_transcript!(shell);
}

#[test]
fn what_was_taken_in_is_told_even_if_a_later_file_is_refused() {
    let laptop = Shell::following_the_sample().quietly("done terminal");
    let file = laptop.stdout("export --sync -o -");
    let desktop = Shell::following_the_sample()
        .file("laptop.json", &file)
        .file("cut.json", &file[..file.len() / 2])
        .run("import laptop.json cut.json laptop.json")
        .run("journal");
    assert_transcript!(desktop);
}

#[test]
fn a_file_carries_the_name_that_its_learner_gave() {
    let shell = Shell::following_the_sample()
        .quietly("done terminal")
        .run("export --name 'A. Learner'")
        .run("export --preview")
        .run("export --name ''")
        .run("export --preview");
    let long = "x".repeat(201);
    let refused = shell.output(&format!("export --name {long}"), b"");
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("200 characters at most"));
    assert_transcript!(shell);
}

#[test]
fn a_file_on_stdout_steers_no_terminal_and_is_the_same_file() {
    let shell = Shell::following_the_sample().quietly("note 'a\u{9b}2Jb\u{202e}c\u{200b}'");
    let file = shell.stdout("export --sync -o -");
    assert!(!file.contains(['\u{9b}', '\u{202e}', '\u{200b}']), "{file}");
    let desktop = Shell::following_the_sample().file("laptop.json", &file);
    let desktop = desktop.quietly("import laptop.json");
    assert!(
        desktop
            .stdout("journal")
            .contains("a<U+009B>2Jb<U+202E>c<U+200B>")
    );
}

#[test]
fn an_import_says_where_a_clock_was_ahead() {
    let laptop = Shell::following_the_sample().quietly("done terminal");
    let mut note = forged::event(1, None, &json!({"noted": {"text": "early"}}));
    note["wall"] = "2099-01-01T10:00:00+01:00".into();
    let file = forged::with(&laptop.stdout("export --sync -o -"), &[note]);
    let desktop = Shell::following_the_sample().file("laptop.json", &file);
    let output = desktop.output("import laptop.json", b"");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("1 event is of a day that is still to come"),
        "{said}"
    );
}

//! A group of learners as it is told at a shell: a page, tables, JSON, lines, and files that cannot be read.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

use serde_json::Value;

use crate::kit::command::{Shell, assert_transcript};
use crate::kit::forged;
use crate::kit::hostile_strings::{hostile_strings, is_all_plain};

/// The file that a learner of this name writes after these deeds, each behind its day.
fn file_of(name: &str, deeds: &[(&'static str, &str)], written: &'static str) -> String {
    let mut shell = Shell::following_the_sample();
    for (day, deed) in deeds {
        shell = shell.at(day).quietly(deed);
    }
    let shell = shell.at(written);
    shell.stdout(&format!("export --name '{name}' -o -"))
}

/// Somebody who waits for an answer.
fn ada() -> String {
    let deeds = [
        ("2026-11-02T20:00:00+01:00", "done terminal"),
        (
            "2026-11-11T20:00:00+01:00",
            "done git --evidence https://github.com/a-learner/notes",
        ),
        ("2026-11-11T21:00:00+01:00", "check git 1 unsure"),
    ];
    file_of("Ada", &deeds, "2026-11-20T20:00:00+01:00")
}

/// Somebody who began, and then did nothing any more.
fn bea() -> String {
    let deeds = [
        ("2026-10-01T20:00:00+01:00", "start terminal"),
        ("2026-10-02T20:00:00+01:00", "spent 1h terminal"),
        ("2026-10-04T20:00:00+01:00", "done terminal"),
        ("2026-10-06T20:00:00+01:00", "start git"),
    ];
    file_of("Bea", &deeds, "2026-11-18T20:00:00+01:00")
}

/// Somebody who sent their last file long ago.
fn cem() -> String {
    let deeds = [("2026-10-01T20:00:00+01:00", "done terminal")];
    file_of("Cem", &deeds, "2026-10-02T20:00:00+01:00")
}

/// A mentor before a folder with three learners and four files that cannot be read.
fn mentor() -> Shell {
    let unknown = forged::changed(&cem(), |file| file["curriculum"]["id"] = "elsewhere".into());
    let shell = Shell::following_the_sample()
        .file("group/ada.milepost.json", &ada())
        .file("group/bea.milepost.json", &bea())
        .file("group/cem.milepost.json", &cem())
        .file("group/torn.milepost.json", &ada()[..700])
        .file("group/unknown.milepost.json", &unknown)
        .file("group/notes.txt", "no file of a learner");
    let link = shell.path("group/link.milepost.json");
    std::os::unix::fs::symlink("/dev/zero", link).unwrap();
    let name = OsStr::from_bytes(b"group/\x1b[2J\xff.milepost.json");
    std::fs::write(shell.path("").join(name), "{}").unwrap();
    shell
}

#[test]
fn a_group_is_told_on_a_page_with_every_bad_file_and_what_to_do() {
    let shell = mentor().run("cohort group").run("cohort group --strict");
    assert_transcript!(shell);
}

#[test]
fn a_group_of_many_is_cut_short_and_says_what_lists_the_rest() {
    let shell = Shell::new()
        .quietly("cohort --sample group --learners 60")
        .run("cohort group");
    let told = shell.transcript();
    assert!(
        told.contains("more: milepost cohort group --csv queue"),
        "{told}"
    );
    assert!(told.lines().count() < 80, "{told}");
}

#[test]
fn bad_files_stop_nothing_and_are_told_where_the_form_does_not() {
    let shell = mentor()
        .run("cohort group --csv stuck")
        .run("cohort group --csv queue --strict")
        .run("cohort group --jsonl events --strict -o events.jsonl")
        .run("cohort group --html -o group.html")
        .run("cohort group --markdown --strict -o week.md");
    let page = std::fs::read_to_string(shell.path("group.html")).unwrap();
    assert!(page.contains("torn.milepost.json"), "{page}");
    let lines = std::fs::read_to_string(shell.path("events.jsonl")).unwrap();
    assert_eq!(lines, shell.stdout("cohort group --jsonl events"));
    assert_transcript!(shell);
}

#[test]
fn every_form_can_be_saved_and_is_the_same_then() {
    let mut shell = mentor();
    for form in [
        "--json",
        "--csv grid",
        "--html",
        "--markdown",
        "--jsonl events",
    ] {
        let printed = shell.stdout(&format!("cohort group {form}"));
        shell = shell.quietly(&format!("cohort group {form} -o saved"));
        let saved = std::fs::read_to_string(shell.path("saved")).unwrap();
        assert_eq!(saved, printed, "{form}");
        assert!(!saved.is_empty(), "{form}");
    }
}

#[test]
fn what_cannot_be_meant_of_a_group_is_refused() {
    let shell = mentor()
        .run("cohort nowhere")
        .run("cohort group/notes.txt")
        .run("cohort group --csv everything")
        .run("cohort group --json --html")
        .run("cohort group --csv queue --jsonl events")
        .run("cohort group -o page.txt")
        .run("cohort group --sample other")
        .run("cohort --sample other --html")
        .run("cohort --sample other --strict")
        .run("cohort --strict")
        .run("cohort group --learners 3")
        .run("cohort group --html -o nowhere/page.html")
        .run("cohort group --jsonl events -o group");
    assert!(!shell.path("other").exists());
    assert_transcript!(shell);
}

#[test]
fn a_folder_without_files_is_a_group_of_nobody() {
    let shell = Shell::new()
        .file("empty/readme.txt", "")
        .run("cohort empty");
    assert_eq!(shell.stdout("cohort empty --jsonl events"), "");
    assert_eq!(shell.stdout("cohort empty --csv stuck").lines().count(), 1);
    assert_transcript!(shell);
}

#[test]
fn an_answer_that_is_not_sent_stands_in_the_queue_and_one_that_is_does_not() {
    let shell = mentor()
        .quietly("verdict give group Ada git returned --comment 'Show a merge.'")
        .run("cohort group --csv queue")
        .quietly("verdict send group -o answers --unsigned --as mentor@school.example")
        .run("cohort group --csv queue");
    let lines = shell.stdout("cohort group --jsonl events");
    let verdict = lines
        .lines()
        .find(|line| line.contains("\"verdict\""))
        .unwrap();
    let verdict = lines
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .find(|line| line["kind"] == "verdict")
        .unwrap_or_else(|| panic!("{verdict}"));
    assert_eq!(verdict["name"], "Ada");
    assert_eq!(
        verdict["file"],
        Value::Null,
        "the learner does not have it yet"
    );
    assert_eq!(verdict["vouched"], "trusted");
    assert_transcript!(shell);
}

#[test]
fn of_a_learner_with_two_files_each_event_is_one_line() {
    let newer = ada();
    let older = forged::changed(&newer, |file| {
        file["events"].as_array_mut().unwrap().pop();
        file["exported_at"] = "2026-11-11T20:30:00+01:00".into();
    });
    let shell = Shell::following_the_sample()
        .file("group/a-new.milepost.json", &newer)
        .file("group/b-old.milepost.json", &older);
    let lines = shell.stdout("cohort group --jsonl events");
    let events: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(events.len(), 4);
    let ids: BTreeSet<&str> = events
        .iter()
        .filter_map(|event| event["event"].as_str())
        .collect();
    assert_eq!(ids.len(), 4);
    assert!(
        events
            .iter()
            .all(|event| event["file"] == "a-new.milepost.json")
    );
    let tampered = newer.replace("a-learner/notes", "somebody/notes");
    let shell = shell
        .file(
            "group/c-forged.milepost.json",
            &forged::with(&tampered, &[]),
        )
        .run("cohort group --jsonl events -o lines");
    let told = shell.transcript();
    assert!(told.contains("something else in another file"), "{told}");
    assert_eq!(
        std::fs::read_to_string(shell.path("lines"))
            .unwrap()
            .lines()
            .count(),
        4
    );
}

#[test]
fn every_column_and_every_key_is_in_the_manual() {
    let shell = mentor();
    let manual = shell.stdout("cohort --help");
    let explains = |name: &str, of: &str| {
        let is_of_a_stage = name.contains('/');
        assert!(
            is_of_a_stage || manual.contains(&format!("`{name}`")),
            "the manual does not name `{name}` of {of}"
        );
    };
    for table in ["queue", "grid", "stuck", "weak"] {
        let text = shell.stdout(&format!("cohort group --csv {table}"));
        for column in text.lines().next().unwrap().split(',') {
            explains(column, table);
        }
    }
    let json: Value = serde_json::from_str(&shell.stdout("cohort group --json")).unwrap();
    for key in keys(&json) {
        explains(&key, "the JSON");
    }
    let lines = shell.stdout("cohort group --jsonl events");
    let line: Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    for key in keys(&line) {
        explains(&key, "the lines");
    }
}

fn keys(json: &Value) -> BTreeSet<String> {
    match json {
        Value::Array(items) => items.iter().flat_map(keys).collect(),
        Value::Object(object) => {
            let below = object.values().flat_map(keys);
            below.chain(object.keys().cloned()).collect()
        }
        _ => BTreeSet::new(),
    }
}

#[test]
fn nothing_that_a_learner_wrote_reaches_the_terminal_as_it_is() {
    let file = ada();
    let mut shell = Shell::following_the_sample().with("NO_COLOR", "1");
    let all: Vec<String> = hostile_strings().collect();
    for (number, evil) in all.iter().enumerate() {
        let poisoned = forged::changed(&file, |file| {
            let id = format!("0198c0de-0000-7000-8000-{number:012}");
            file["learner"] = serde_json::json!({"id": id, "name": evil});
            file["curriculum"]["version"] = evil.as_str().into();
            file["curriculum"]["digest"] = evil.as_str().into();
            let events = file["events"].as_array_mut().unwrap();
            events.push(forged::event(
                90,
                None,
                &serde_json::json!({"evidence": {"milestone": "sample/git",
                    "evidence": "0198c0de-0000-7000-8000-0000000000aa", "kind": "note", "text": evil}}),
            ));
            events.push(forged::event(
                91,
                None,
                &serde_json::json!({evil.as_str(): {"text": evil}}),
            ));
        });
        shell = shell.file(&format!("group/{number}.milepost.json"), &poisoned);
    }
    for form in [
        "",
        "--json",
        "--csv queue",
        "--csv grid",
        "--csv stuck",
        "--csv weak",
        "--html",
        "--markdown",
        "--jsonl events",
    ] {
        let output = shell.output(&format!("cohort group {form}"), b"");
        assert!(output.status.success(), "{form}: {output:?}");
        for bytes in [output.stdout, output.stderr] {
            let text = String::from_utf8(bytes).unwrap();
            assert!(is_all_plain(&text), "{form}");
        }
    }
    let lines = shell.stdout("cohort group --jsonl events");
    assert_eq!(lines.lines().count(), all.len() * 6);
}

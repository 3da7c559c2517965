//! Curricula: taken, shown, and checked while they are written.

use crate::kit::command::{Shell, assert_transcript};

const BROKEN: &str = "\
format: 1
id: broken
version: 1.0.0
title: Broken
language: en
stages:
  - id: only
    title: Only
    milestones:
      - {id: first, title: First, kind: concept, hours: 2, requires: [frist]}
      - {id: second, title: Second, kind: concept, hours: 0}
";

#[test]
fn curricula_are_listed_with_the_one_in_use() {
    assert_transcript!(
        Shell::following_the_sample()
            .run("curriculum list")
            .run("curriculum list --json")
    );
}

#[test]
fn each_other_path_says_what_it_would_change() {
    let shell = Shell::new()
        .quietly("done what-backend-is terminal-basics git-basics")
        .run("curriculum list")
        .quietly("curriculum use bootdev-seven-steps")
        .run("curriculum list");
    assert_transcript!(shell);
}

#[test]
fn a_tick_stays_when_another_curriculum_is_followed() {
    let shell = Shell::new()
        .quietly("done terminal-basics")
        .run("curriculum use bootdev-seven-steps")
        .run("list --done")
        .run("curriculum use bootdev-seven-step")
        .run("curriculum use ./nowhere");
    assert_transcript!(shell);
}

#[test]
fn a_curriculum_is_shown_without_being_taken() {
    let shell = Shell::following_the_sample()
        .run("curriculum show")
        .run("curriculum show --json")
        .run("curriculum show bootdev-seven-steps")
        .run("curriculum show nothing-like-it");
    assert_transcript!(shell);
}

#[test]
fn every_problem_of_a_curriculum_is_listed_with_its_place() {
    let shell = Shell::new()
        .file("broken/curriculum.yaml", BROKEN)
        .run("curriculum check broken")
        .run("curriculum check broken --json")
        .run("curriculum check backend-developer")
        .run("curriculum check backend-developer --json");
    assert_transcript!(shell);
}

#[test]
fn a_broken_curriculum_leaves_the_good_one_in_use() {
    let shell = Shell::following_the_sample()
        .file("broken/curriculum.yaml", BROKEN)
        .run("curriculum use broken")
        .run("curriculum show broken")
        .run("status");
    assert_transcript!(shell);
}

#[test]
fn published_ids_are_written_down_and_may_not_go_missing() {
    let sound = BROKEN
        .replace("frist", "second")
        .replace("hours: 0", "hours: 1");
    let shell = Shell::new()
        .file("mine/curriculum.yaml", &sound)
        .run("curriculum check mine --lock")
        .file(
            "mine/curriculum.yaml",
            &sound.replace("second", "third").replace("Second", "Third"),
        )
        .run("curriculum check mine --lock")
        .run("curriculum check backend-developer --lock");
    assert_transcript!(shell);
}

#[test]
fn an_empty_name_is_wrong_usage() {
    for line in [
        "curriculum use ''",
        "curriculum show ''",
        "curriculum check ''",
    ] {
        let output = Shell::new().output(line, b"");
        assert_eq!(output.status.code(), Some(2), "milepost {line}: {output:?}");
    }
}

#[test]
fn a_curriculum_is_checked_without_a_store() {
    let sound = BROKEN
        .replace("frist", "second")
        .replace("hours: 0", "hours: 1");
    let shell = Shell::new()
        .with("MILEPOST_DATA_DIR", "data")
        .file("mine/curriculum.yaml", &sound)
        .quietly("curriculum check mine --lock")
        .quietly("curriculum check backend-developer");
    assert!(!shell.path("data").exists());
    let shell = shell
        .file("data/milepost.db", "garbage")
        .quietly("curriculum check mine");
    assert_eq!(std::fs::read_dir(shell.path("data")).unwrap().count(), 1);
}

#[test]
fn a_path_is_checked_against_the_curriculum_that_was_loaded_before() {
    let sound = BROKEN
        .replace("frist", "second")
        .replace("hours: 0", "hours: 1");
    let path = "format: 1\nid: way\nversion: 1.0.0\ntitle: Way\nlanguage: en\n\
        extends: {id: broken, version: \"1\"}\nsteps: [{id: one, title: One, use: [second, first]}]\n";
    Shell::new()
        .file("mine.yaml", &sound)
        .file("way.yaml", path)
        .quietly("curriculum use mine.yaml")
        .quietly("curriculum check way.yaml")
        .quietly("curriculum check broken");
}

#[test]
fn other_content_under_a_known_id_and_version_is_pointed_out() {
    let sound = BROKEN
        .replace("frist", "second")
        .replace("hours: 0", "hours: 1");
    let shell = Shell::new().file("mine.yaml", &sound);
    let said = |shell: &Shell| {
        let output = shell.output("curriculum use mine.yaml", b"");
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(!said(&shell).contains("other content"));
    assert!(!said(&shell).contains("other content"));
    let shell = shell.file("mine.yaml", &sound.replace("hours: 1", "hours: 3"));
    assert!(said(&shell).contains("`broken 1.0.0` with other content"));
    let newer = sound
        .replace("1.0.0", "1.1.0")
        .replace("hours: 1", "hours: 4");
    let shell = shell.file("mine.yaml", &newer);
    assert!(!said(&shell).contains("other content"));
}

#[test]
fn what_a_curriculum_says_beside_the_path_is_told_with_who_says_so() {
    let shell = Shell::new()
        .run("curriculum show --guide")
        .run("curriculum show backend-developer --guide");
    assert_transcript!(shell);
    let json = Shell::new().stdout("curriculum show --guide --json");
    let chapters: serde_json::Value = serde_json::from_str(&json).unwrap();
    let milestones = chapters.as_array().unwrap().iter();
    let milestones = milestones.flat_map(|chapter| chapter["entries"].as_array().unwrap());
    let named = milestones.filter(|entry| entry["milestone"] == "graphql");
    assert_eq!(named.count(), 1, "what can wait names its milestone");
}

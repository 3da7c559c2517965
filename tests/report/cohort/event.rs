//! Events as lines: flat, with the same keys whatever happened.

use milepost::curriculum::EvidenceKind;
use milepost::insight::Vouched;
use milepost::progress::deed::Proof;
use milepost::progress::undo::Undone;
use milepost::progress::verdict::Ruling;
use milepost::progress::{Answer, Deed, Event};
use milepost::report::cohort::{EventLine, Source};
use uuid::Uuid;

use crate::kit::cohort::MENTOR;
use crate::kit::diary::Diary;
use crate::kit::outline::{id, key};

fn line(event: &Event, undone: &Undone) -> String {
    let curriculum = id("test");
    let source = Source {
        learner: Uuid::from_u128(7),
        name: Some("Ada"),
        file: Some("test-00000007.milepost.json"),
        curriculum: &curriculum,
        stands: !undone.contains(event),
        vouched: Vouched::Claimed,
    };
    EventLine::of(event, source).text()
}

/// A diary with every kind of deed that a mentor sees.
fn everything() -> Diary {
    let note = Deed::Evidence(Proof {
        milestone: key("git"),
        evidence: Uuid::from_u128(9),
        kind: EvidenceKind::Note,
        url: None,
        text: Some("two\nlines".into()),
        commit: None,
    });
    Diary::new()
        .on("2026-11-01")
        .choose("language", "rust")
        .aim("floor", Some(12))
        .credit("programmer", &["loops", "lists"])
        .start("git")
        .answer("git", "staging", Answer::Unsure)
        .spend("git", 90)
        .repository("git", 1)
        .deed(note)
        .at_once(|diary| diary.done("git").done("hooks"))
        .mentor(MENTOR)
        .answers("git", Ruling::Returned)
        .learner()
        .reply("git", "I see.")
        .remove_proof(1)
        .skip("joins")
        .reopen("hooks")
        .retract_last()
        .pause("2026-12-01")
        .same_learner(8)
}

#[test]
fn every_deed_is_a_line_of_the_same_keys() {
    let diary = everything();
    let undone = Undone::of(diary.events());
    let lines: String = diary
        .events()
        .iter()
        .map(|event| line(event, &undone))
        .collect();
    assert_eq!(lines.lines().count(), diary.events().len());
    let keys = |line: &str| -> Vec<String> {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        value.as_object().unwrap().keys().cloned().collect()
    };
    let first = keys(lines.lines().next().unwrap());
    assert_eq!(first.len(), 36);
    for line in lines.lines() {
        assert_eq!(keys(line), first, "{line}");
    }
    // What is null is left out here, so that one sees what is not.
    let told = lines.lines().map(|line| {
        let parts = line.trim_matches(['{', '}']).split(",\"");
        let told: Vec<&str> = parts.filter(|part| !part.ends_with(":null")).collect();
        told.join(" \"")
    });
    insta::assert_snapshot!(told.collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_keys_keep_their_order() {
    let diary = Diary::new().start("git");
    insta::assert_snapshot!(line(&diary.events()[0], &Undone::default()));
}

#[test]
fn what_was_undone_or_never_counted_does_not_stand() {
    let diary = Diary::new()
        .start("git")
        .retract_last()
        .done("git")
        .judge("git", Ruling::Verified)
        .mentor(MENTOR)
        .done("hooks");
    let undone = Undone::of(diary.events());
    let stands = diary.events().iter().map(|event| {
        let line: serde_json::Value = serde_json::from_str(&line(event, &undone)).unwrap();
        line["stands"].as_bool().unwrap()
    });
    let stands: Vec<bool> = stands.collect();
    assert_eq!(stands, [false, true, true, false, false]);
}

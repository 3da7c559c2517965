//! A file is taken whole or not at all, and one that version 1 wrote opens for ever.

use milepost::exchange::outline::{OutlineMilestone, OutlineStage};
use milepost::exchange::{Outline, ProgressFile, Refused, Scope, Summary, progress_file, schema};
use serde_json::Value;

use super::{SHARED_1, SYNC_1, read, sealed, small};
use crate::kit::outline::id;

/// What the fixtures say to readers without milepost.
pub(crate) fn outline() -> (Outline, Summary) {
    let milestone = |id: &str, title: &str, hours| OutlineMilestone {
        id: id.into(),
        title: title.into(),
        hours,
        required: true,
    };
    let stage = |name: &str, title: &str, milestones| OutlineStage {
        id: id(name),
        title: title.into(),
        milestones,
    };
    let sql = vec![
        milestone("sql-queries", "Queries", 12),
        milestone("sql-joins", "Joins", 10),
    ];
    let outline = Outline {
        title: "Back-end developer".into(),
        stages: vec![stage("sql", "SQL", sql), stage("rest", "REST", vec![])],
    };
    let summary = Summary {
        percent: 54,
        done: 1,
        required: 2,
        hours_done: 12,
        hours_required: 22,
        choices: [("language".to_owned(), vec![id("python")])].into(),
    };
    (outline, summary)
}

fn written(file: &ProgressFile) -> String {
    let (outline, summary) = outline();
    progress_file::write(file, &outline, &summary).unwrap()
}

#[test]
fn what_version_1_wrote_opens_for_ever() {
    for (text, scope, events) in [(SHARED_1, Scope::Shared, 21), (SYNC_1, Scope::Sync, 31)] {
        let file = read(text).unwrap();
        assert_eq!((file.scope, file.log.events().len()), (scope, events));
        assert_eq!(file.learner.name.as_deref(), Some("A. Learner"));
        assert_eq!(file.curriculum.version, "1.0.0");
        assert_eq!(file.exported_at.to_string(), "2025-11-20T20:59:00Z");
    }
}

#[test]
fn what_is_read_is_written_again_as_the_same_document() {
    for text in [SHARED_1, SYNC_1] {
        let again = written(&read(text).unwrap());
        let parsed = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        assert_eq!(parsed(&again), parsed(text));
        assert_eq!(written(&read(&again).unwrap()), again);
    }
}

#[test]
fn each_event_stands_on_a_line_of_its_own() {
    let text = written(&read(SHARED_1).unwrap());
    let lines: Vec<_> = text
        .lines()
        .filter(|line| line.starts_with("{\"id\": \"019aa2"))
        .collect();
    assert_eq!(lines.len(), 21);
    let head: Vec<_> = text
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(key, _)| key)
        .collect();
    let keys = [
        "\"format\"",
        "\"scope\"",
        "\"learner\"",
        "\"curriculum\"",
        "{\"id\"",
        "{\"id\"",
        "\"exported_at\"",
    ];
    assert_eq!(head[..7], keys);
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let text = written(&read(&sealed(small())).unwrap());
    for end in 0..text.len() {
        assert!(
            progress_file::read(&text.as_bytes()[..end]).is_err(),
            "cut at {end}"
        );
    }
}

#[test]
fn a_file_with_any_bit_turned_is_refused_or_says_the_same() {
    let whole = read(&sealed(small())).unwrap();
    let text = sealed(small()).into_bytes();
    for at in 0..text.len() {
        for bit in 0..8 {
            let mut turned = text.clone();
            turned[at] ^= 1 << bit;
            if let Ok(file) = progress_file::read(&turned) {
                assert_eq!(file, whole, "bit {bit} of byte {at}");
            }
        }
    }
}

#[test]
fn an_event_taken_out_added_or_changed_is_noticed() {
    let lines: Vec<&str> = SHARED_1.lines().collect();
    let first = lines
        .iter()
        .position(|line| line.starts_with("{\"id\": \"019aa2"))
        .unwrap();
    let mut without = lines.clone();
    without.remove(first);
    let mut twice = lines.clone();
    twice.insert(first, lines[first]);
    for altered in [
        without.join("\n"),
        twice.join("\n"),
        SHARED_1.replace("21:05:00", "21:05:01"),
    ] {
        assert_eq!(read(&altered), Err(Refused::Altered));
    }
    let spaced = SHARED_1.replace('\n', "\r\n").replace(": ", " :\t");
    assert_eq!(read(&spaced), read(SHARED_1), "white space says nothing");
}

#[test]
fn the_order_of_lines_does_not_matter_to_what_is_read() {
    let mut file = small();
    file["events"] = (1..4).rev().map(super::event).collect();
    let ats: Vec<_> = read(&sealed(file))
        .unwrap()
        .log
        .events()
        .iter()
        .map(|event| event.at % 10)
        .collect();
    assert_eq!(ats, [1, 2, 3]);
}

#[test]
fn the_default_name_tells_the_curriculum_and_never_the_learners_name() {
    let name = |text| read(text).unwrap().name();
    assert_eq!(name(SHARED_1), "backend-developer-456789ab.milepost.json");
    assert_eq!(
        name(SYNC_1),
        "backend-developer-456789ab-sync.milepost.json"
    );
}

#[test]
fn the_schema_describes_the_file() {
    let schema = schema();
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    let required: Vec<_> = schema["required"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let parsed: Value = serde_json::from_str(SHARED_1).unwrap();
    for (key, _) in parsed.as_object().unwrap() {
        assert!(required.contains(&key.as_str()), "{key} is required");
        assert!(
            schema["properties"][key]["description"].is_string()
                || schema["properties"][key]["$ref"].is_string(),
            "{key}"
        );
    }
    insta::assert_snapshot!(serde_json::to_string_pretty(&schema).unwrap());
}

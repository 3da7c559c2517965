//! What mentors wrote into a learner's file, or somebody who says so.

use milepost::json;
use serde_json::{Value, json};

use crate::kit::command::{Shell, assert_transcript};

/// A file with one more event, sealed again.
fn with(file: &str, more: &[Value]) -> String {
    let mut file: Value = serde_json::from_str(file).unwrap();
    let events = file["events"].as_array_mut().unwrap();
    events.extend_from_slice(more);
    let count = events.len();
    file.as_object_mut().unwrap().remove("end");
    let digest = json::digest(&file);
    file["end"] = json!({"events": count, "digest": digest});
    file.to_string()
}

/// An event a day after all others.
fn event(number: u8, by: Option<&str>, deed: &Value) -> Value {
    let mut event = json!({
        "id": format!("0198c0de-0000-7000-8000-0000000000{number:02}"),
        "at": 1_796_000_000_000_000_i64 + i64::from(number),
        "wall": "2026-11-21T21:00:00+01:00",
        "device": "5f0c21aa",
        "v": 1,
        "deed": deed,
    });
    if let Some(by) = by {
        event["by"] = by.into();
    }
    event
}

#[test]
fn what_a_mentor_is_said_to_have_said_is_claimed() {
    let shell = Shell::following_the_sample()
        .quietly("done terminal")
        .quietly("done git --evidence https://example.org/you/code");
    let file = shell.stdout("export --sync -o -");
    let told: Value = serde_json::from_str(&file).unwrap();
    let answered = told["events"].as_array().unwrap().last().unwrap()["id"].clone();
    let verdict = json!({"verdict": {
        "milestone": "sample/git",
        "verdict": "returned",
        "comment": "Say why in each commit",
        "answers": answered,
        "evidence_digest": json::digest(&json!([{"kind": "repository", "url": "https://example.org/you/code"}])),
        "milestone_digest": json::digest(&json!("another text")),
    }});
    let mentor = Some("mentor@school.example");
    let events = [
        event(1, mentor, &verdict),
        event(
            2,
            mentor,
            &json!({"done": {"milestone": "sample/git-hooks"}}),
        ),
        event(3, None, &verdict),
    ];
    let shell = shell.file("judged.json", &with(&file, &events));
    let shown = shell.quietly("import judged.json").run("show git");
    let json: Value = serde_json::from_str(&shown.stdout("show git --json")).unwrap();
    assert_eq!(json["verdicts"].as_array().unwrap().len(), 1);
    assert_eq!(json["verdicts"][0]["claimed"], true);
    assert_eq!(json["verdicts"][0]["stale"], true);
    assert_transcript!(shown.run("journal --limit 3"));
}

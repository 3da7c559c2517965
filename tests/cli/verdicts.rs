//! What mentors wrote into a learner's file, or somebody who says so.

use milepost::json;
use serde_json::{Value, json};

use crate::kit::command::{Shell, assert_transcript};
use crate::kit::forged::{event, with};

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

//! A mentor's answer is taken whole or not at all, and can hold nothing but that mentor's verdicts.

use milepost::exchange::{Limits, Refused, ReviewFile, review_file};
use serde_json::{Value, json};

use super::sealed;
use crate::kit::outline::id;

/// What version 1 wrote. It opens for ever.
const REVIEW_1: &str = include_str!("../fixtures/review/review-1.review.json");

/// A review with one verdict, as somebody might write it by hand, without its end.
fn small() -> Value {
    json!({
        "format": "milepost-review/1",
        "reviewer": {"id": "mentor@school.example"},
        "learner": {"id": "0198c0de-0000-7000-8000-0123456789ab"},
        "curriculum": {"id": "backend-developer", "version": "1.0.0", "digest": "sha256:0"},
        "events": [event(1)],
    })
}

/// A verdict with the id of this number.
fn event(number: usize) -> Value {
    json!({
        "id": format!("0198c0de-0000-7000-8000-{number:012x}"), "at": 1_763_668_800_000_000_u64 + number as u64,
        "wall": "2026-11-20T21:00:00+01:00", "device": "5f0c21aa", "by": "mentor@school.example", "v": 1,
        "deed": {"verdict": {
            "milestone": "backend-developer/sql-joins", "verdict": "returned", "comment": "Say why.",
            "answers": "0198c0de-0000-7000-8000-0000000000aa", "evidence_digest": "sha256:0", "milestone_digest": "sha256:0",
        }},
    })
}

fn changed(change: impl FnOnce(&mut Value)) -> Value {
    let mut file = small();
    change(&mut file);
    file
}

fn read(text: &str) -> Result<ReviewFile, Refused> {
    review_file::read(text.as_bytes())
}

fn refusal(change: impl FnOnce(&mut Value)) -> String {
    read(&sealed(changed(change))).unwrap_err().to_string()
}

#[test]
fn what_version_1_wrote_opens_for_ever() {
    let file = read(REVIEW_1).unwrap();
    assert_eq!(file.reviewer.id.as_str(), "mentor@school.example");
    assert_eq!(file.reviewer.name.as_deref(), Some("A. Mentor"));
    assert!(file.reviewer.key.as_deref().unwrap().starts_with("SHA256:"));
    assert_eq!(
        file.learner.to_string(),
        "0198c0de-0000-7000-8000-0123456789ab"
    );
    assert_eq!(file.curriculum.version, "1.0.0");
    assert_eq!(file.log.events().len(), 3);
}

#[test]
fn what_is_read_is_written_again_letter_for_letter() {
    let text = review_file::write(&read(REVIEW_1).unwrap()).unwrap();
    assert_eq!(text, REVIEW_1);
}

#[test]
fn the_name_tells_the_curriculum_and_the_learners_id_and_nobodys_name() {
    let name = read(REVIEW_1).unwrap().name();
    assert_eq!(name, "backend-developer-456789ab.review.json");
}

#[test]
fn a_review_written_by_hand_reads_and_unknown_keys_of_the_header_are_ignored() {
    let file = read(&sealed(small())).unwrap();
    assert_eq!(
        (file.reviewer.name.as_deref(), file.reviewer.key.as_deref()),
        (None, None)
    );
    let more = changed(|file| {
        file["learner"]["name"] = json!("A. Learner");
        file["reviewer"]["school"] = json!("A School");
        file["exported_at"] = json!(["unknown"]);
    });
    assert_eq!(read(&sealed(more)).unwrap(), file);
    let silent = changed(|file| file["events"] = json!([]));
    assert!(read(&sealed(silent)).unwrap().log.is_empty());
}

#[test]
fn a_review_cut_anywhere_is_refused() {
    for end in 0..REVIEW_1.len() {
        assert!(
            review_file::read(&REVIEW_1.as_bytes()[..end]).is_err(),
            "cut at {end}"
        );
    }
}

#[test]
fn a_review_with_any_bit_turned_is_refused_or_says_the_same() {
    let text = review_file::write(&read(&sealed(small())).unwrap()).unwrap();
    let whole = read(&text).unwrap();
    for at in 0..text.len() {
        for bit in 0..8 {
            let mut turned = text.clone().into_bytes();
            turned[at] ^= 1 << bit;
            if let Ok(file) = review_file::read(&turned) {
                assert_eq!(file, whole, "bit {bit} of byte {at}");
            }
        }
    }
}

#[test]
fn a_verdict_taken_out_added_or_changed_is_noticed() {
    for altered in [
        REVIEW_1.replace("\"verdict\": \"returned\"", "\"verdict\": \"verified\""),
        REVIEW_1.replace("mentor@school.example", "mentor@other.example"),
        REVIEW_1.replace("456789ab", "456789ac"),
        REVIEW_1.replace("\"events\": 3", "\"events\": 2"),
    ] {
        assert_eq!(read(&altered), Err(Refused::Altered));
    }
}

#[test]
fn a_review_holds_nothing_but_verdicts() {
    for deed in [
        json!({"forgotten": {}}),
        json!({"done": {"milestone": "backend-developer/sql-joins"}}),
        json!({"retracted": {"event": "0198c0de-0000-7000-8000-0000000000aa"}}),
        json!({"same_learner": {"id": "0198c0de-0000-7000-8000-0000000000aa"}}),
        json!({"evidence_removed": {"evidence": "0198c0de-0000-7000-8000-0000000000aa"}}),
        json!({"sang": {}}),
    ] {
        let why = refusal(|file| {
            file["events"] = json!([event(1), event(2)]);
            file["events"][1]["deed"] = deed;
        });
        assert_eq!(
            why,
            "its event 2 cannot be read: it is no verdict, and a review holds nothing else"
        );
    }
}

#[test]
fn a_verdict_by_nobody_or_by_somebody_else_is_refused() {
    let by = |by: Value| refusal(|file| file["events"][0]["by"] = by);
    let nobodys = refusal(|file| drop(file["events"][0].as_object_mut().unwrap().remove("by")));
    assert_eq!(
        nobodys,
        "its event 1 cannot be read: it does not say that the reviewer gave it"
    );
    assert_eq!(by(Value::Null), nobodys);
    let others = "its event 1 cannot be read: it is by somebody else than the reviewer";
    assert_eq!(by(json!("other@school.example")), others);
    assert_eq!(by(json!("Mentor@school.example")), others);
}

#[test]
fn a_verdict_that_only_a_newer_milepost_understands_is_refused() {
    let why = refusal(|file| file["events"][0]["v"] = json!(2));
    assert_eq!(
        why,
        "its event 1 cannot be read: a newer version of milepost wrote it"
    );
}

#[test]
fn other_files_and_later_formats_are_told_apart() {
    for other in [
        json!("milepost-progress/1"),
        json!("milepost-review"),
        json!(1),
        Value::Null,
    ] {
        let file = changed(|file| file["format"] = other);
        assert_eq!(
            read(&sealed(file)),
            Err(Refused::Foreign("milepost-review/1"))
        );
    }
    assert_eq!(
        refusal(|file| file["format"] = json!("milepost-review/2")),
        "its format is milepost-review/2, and this milepost reads milepost-review/1"
    );
}

#[test]
fn a_header_that_says_nothing_is_refused_by_field() {
    for field in ["reviewer", "learner", "curriculum"] {
        let why = refusal(|file| drop(file.as_object_mut().unwrap().remove(field)));
        assert_eq!(why, format!("its `{field}` cannot be read: it is missing"));
    }
    let long = "x".repeat(Limits::HEADER_BYTES + 1);
    for (field, value) in [
        ("reviewer", json!({"id": "a mentor; rm -rf"})),
        (
            "reviewer",
            json!({"id": "mentor@school.example", "name": long}),
        ),
        (
            "reviewer",
            json!({"id": "mentor@school.example", "key": long}),
        ),
        ("learner", json!({"id": "me"})),
        (
            "curriculum",
            json!({"id": "../../etc", "version": "1", "digest": "sha256:0"}),
        ),
        (
            "curriculum",
            json!({"id": "a", "version": long, "digest": "sha256:0"}),
        ),
        (
            "curriculum",
            json!({"id": "a", "version": "1", "digest": long}),
        ),
    ] {
        let why = refusal(|file| file[field] = value);
        assert!(
            why.starts_with(&format!("its `{field}` cannot be read: ")),
            "{why}"
        );
    }
}

#[test]
fn json_that_two_readers_could_take_for_two_things_is_refused() {
    let text = sealed(small());
    for (from, to) in [
        ("\"reviewer\":", "\"reviewer\":{},\"review\\u0065r\":"),
        (
            "\"verdict\":\"returned\"",
            "\"verdict\":\"verified\",\"verdict\":\"returned\"",
        ),
        ("1763668800000001", "1763668800000001.0"),
        ("Say why.", "Say \\ud800"),
        ("{\"curriculum\"", "\u{feff}{\"curriculum\""),
    ] {
        assert!(text.contains(from), "{from}");
        let why = read(&text.replacen(from, to, 1)).unwrap_err();
        assert!(matches!(why, Refused::Json(_)), "{to}: {why}");
    }
    assert_eq!(
        review_file::read(b"{\"a\": \"\xff\"}"),
        Err(Refused::NotText)
    );
}

#[test]
fn an_unknown_field_of_a_verdict_is_refused() {
    let why = refusal(|file| file["events"][0]["deed"]["verdict"]["mood"] = json!("good"));
    assert!(
        why.starts_with("its event 1 cannot be read: ") && why.contains("mood"),
        "{why}"
    );
}

#[test]
fn a_review_is_as_small_as_a_shared_file() {
    let padded =
        |padding: usize| sealed(changed(|file| file["padding"] = json!("x".repeat(padding))));
    let room = Limits::SHARED.bytes - padded(0).len();
    assert!(read(&padded(room)).is_ok());
    assert_eq!(
        read(&padded(room + 1)),
        Err(Refused::Large(Limits::SHARED.bytes))
    );
}

#[test]
fn a_comment_takes_eight_kibibytes_and_what_is_signed_may_be_longer() {
    let said = |field: &str, value: Value| {
        changed(|file| file["events"][0]["deed"]["verdict"][field] = value)
    };
    let comment = |length: usize| said("comment", json!("x".repeat(length)));
    assert!(read(&sealed(comment(8192))).is_ok());
    assert_eq!(
        read(&sealed(comment(8193))).unwrap_err().to_string(),
        "its event 1 cannot be read: one of its texts is longer than 8 KiB"
    );
    let signed =
        json!({"payload": "x".repeat(100_000), "signature": "-----BEGIN SSH SIGNATURE-----"});
    assert!(read(&sealed(said("attestation", signed))).is_ok());
}

#[test]
fn what_its_reader_would_refuse_is_not_written() {
    let mut file = read(REVIEW_1).unwrap();
    file.reviewer.id = "other@school.example".parse().unwrap();
    assert!(matches!(
        review_file::write(&file),
        Err(Refused::Event { number: 1, .. })
    ));
}

#[test]
fn a_milestone_of_another_curriculum_than_the_reviews_is_refused() {
    let file = read(REVIEW_1).unwrap();
    let [own, path] = ["backend-developer", "a-path"].map(id);
    assert_eq!(file.check_milestones(std::slice::from_ref(&own)), Ok(()));
    assert_eq!(file.check_milestones(&[path.clone(), own]), Ok(()));
    assert_eq!(
        file.check_milestones(&[path]).unwrap_err().to_string(),
        "its event 1 cannot be read: `backend-developer/sql-queries` is of another curriculum than the review"
    );
}

#[test]
fn a_refusal_shows_nothing_that_steers_a_terminal() {
    let why = refusal(|file| file["events"][0]["deed"]["verdict"]["\u{1b}[2J\u{202e}"] = json!(1));
    assert!(why.contains("<U+001B>[2J<U+202E>"), "{why}");
}

#[test]
fn one_id_with_two_contents_refuses_the_review_by_name() {
    let mut other = event(1);
    other["deed"]["verdict"]["verdict"] = json!("verified");
    let why = refusal(|file| file["events"] = json!([event(1), other]));
    assert!(
        why.contains("0198c0de-0000-7000-8000-000000000001"),
        "{why}"
    );
}

#[test]
fn the_schema_describes_the_file() {
    let schema = review_file::schema();
    assert_eq!(schema["title"], "milepost review file");
    let parsed: Value = serde_json::from_str(REVIEW_1).unwrap();
    for (key, _) in parsed.as_object().unwrap() {
        let property = &schema["properties"][key];
        assert!(
            property["description"].is_string() || property["$ref"].is_string(),
            "{key}"
        );
    }
    insta::assert_snapshot!(serde_json::to_string_pretty(&schema).unwrap());
}

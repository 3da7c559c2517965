//! Files by strangers: every refusal names what is wrong and shows nothing that steers a terminal.

use milepost::exchange::Refused;
use milepost::progress::Deed;
use serde_json::{Value, json};

use super::{changed, event, read, refusal, sealed, small};

/// Why the small file is refused when its event has this field set so.
fn with_event(field: &str, value: Value) -> String {
    refusal(changed(|file| file["events"][0][field] = value))
}

#[test]
fn a_file_written_by_hand_reads() {
    let file = read(&sealed(small())).unwrap();
    assert_eq!(file.log.events().len(), 1);
    let more = changed(|file| {
        file["summary"] = json!("never trusted");
        file["curriculum"]["stages"] = json!([{"id": 7}]);
        file["learner"]["pronouns"] = json!("they");
        file["colour"] = json!(["unknown"]);
    });
    assert_eq!(
        read(&sealed(more)).unwrap(),
        file,
        "unknown keys of the header are ignored"
    );
    let nameless =
        changed(|file| file["learner"] = json!({"id": "0198c0de-0000-7000-8000-0123456789ab"}));
    assert_eq!(read(&sealed(nameless)).unwrap().learner.name, None);
}

#[test]
fn other_files_and_later_formats_are_told_apart() {
    for other in [
        json!("milepost-review/1"),
        json!("milepost-progress"),
        json!(1),
        Value::Null,
    ] {
        let file = changed(|file| file["format"] = other);
        assert_eq!(
            read(&sealed(file)),
            Err(Refused::Foreign("milepost-progress/1"))
        );
    }
    let later = read(&sealed(changed(|file| {
        file["format"] = json!("milepost-progress/2");
    })))
    .unwrap_err();
    assert_eq!(
        later.to_string(),
        "its format is milepost-progress/2, and this milepost reads milepost-progress/1"
    );
    assert_eq!(later.hint(), "Update milepost.");
    assert!(matches!(read("[]"), Err(Refused::Json(_))));
    assert_eq!(read("{}"), Err(Refused::Foreign("milepost-progress/1")));
}

#[test]
fn a_header_that_says_nothing_is_refused_by_field() {
    for field in ["scope", "learner", "curriculum", "exported_at"] {
        let file = changed(|file| drop(file.as_object_mut().unwrap().remove(field)));
        assert_eq!(
            refusal(file),
            format!("its `{field}` cannot be read: it is missing")
        );
    }
    for (field, value) in [
        ("scope", json!("everyone")),
        ("learner", json!({"id": "me"})),
        (
            "learner",
            json!({"id": "0198c0de-0000-7000-8000-0123456789ab", "name": "x".repeat(1025)}),
        ),
        (
            "curriculum",
            json!({"id": "../../etc", "version": "1", "digest": "sha256:0"}),
        ),
        (
            "curriculum",
            json!({"id": "a", "version": "1".repeat(1025), "digest": "sha256:0"}),
        ),
        ("exported_at", json!("yesterday")),
        ("exported_at", json!("2200-01-01T00:00:00Z")),
        ("events", json!({})),
    ] {
        let why = refusal(changed(|file| file[field] = value));
        assert!(
            why.starts_with(&format!("its `{field}` cannot be read: ")),
            "{why}"
        );
    }
}

#[test]
fn an_odd_event_is_refused_by_its_number() {
    let file = changed(|file| file["events"] = json!([event(1), event(2), {"id": "x"}]));
    assert!(refusal(file).starts_with("its event 3 cannot be read: "));
    for (field, value) in [
        ("id", json!("0198c0de-0000-4000-8000-000000000001")),
        ("id", json!("one")),
        ("at", json!("now")),
        ("at", json!(9_007_199_254_740_992_u64)),
        ("at", json!(-1)),
        ("wall", json!("2026-11-20T21:00:00")),
        ("wall", json!("1969-12-31T23:59:59Z")),
        ("device", json!("my-laptop")),
        ("by", json!("a mentor; rm -rf")),
        ("v", json!(-1)),
        ("v", json!(0)),
        ("mood", json!("good")),
        ("deed", json!({"done": {"milestone": "sql-joins"}})),
        (
            "deed",
            json!({"done": {"milestone": "backend-developer/sql-joins", "mood": "good"}}),
        ),
        (
            "deed",
            json!({"spent": {"minutes": 5, "day": "1999-12-31"}}),
        ),
        (
            "deed",
            json!({"done": {"milestone": "a/b"}, "noted": {"text": ""}}),
        ),
    ] {
        let why = with_event(field, value.clone());
        assert!(
            why.starts_with("its event 1 cannot be read: "),
            "{field} {value}: {why}"
        );
    }
}

#[test]
fn a_figure_that_is_none_is_refused_in_plain_words() {
    for field in ["at", "v"] {
        let why = with_event(field, json!("now"));
        assert!(why.contains("expected a whole number"), "{why}");
    }
}

#[test]
fn a_refusal_shows_nothing_that_steers_a_terminal() {
    let why = with_event("\u{1b}[2J\u{202e}", json!(1));
    assert!(why.contains("<U+001B>[2J<U+202E>"), "{why}");
    let long = with_event(&"long".repeat(1000), json!(1));
    assert!(long.len() < 300, "{long}");
    let later = refusal(changed(|file| {
        file["format"] = json!("milepost-progress/\u{7}");
    }));
    assert!(later.contains("<U+0007>"), "{later}");
}

#[test]
fn repeated_keys_and_odd_numbers_are_refused_at_any_depth() {
    let text = sealed(small());
    for (from, to) in [
        ("\"scope\":", "\"scope\":\"sync\",\"scope\":"),
        ("\"device\":", "\"d\\u0065vice\":\"5f0c21aa\",\"device\":"),
        ("{\"milestone\":", "{\"milestone\":\"a/b\",\"milestone\":"),
        ("1763668800000001", "1763668800000001.0"),
        ("1763668800000001", "1.763668800000001e15"),
        ("1763668800000001", "9007199254740993"),
        ("\"v\":1", "\"v\":-0"),
        ("\"v\":1", "\"v\":NaN"),
        ("A. Learner", "A. \\ud800"),
        ("{\"curriculum\"", "\u{feff}{\"curriculum\""),
    ] {
        assert!(text.contains(from), "{from}");
        let why = read(&text.replacen(from, to, 1)).unwrap_err();
        assert!(matches!(why, Refused::Json(_)), "{to}: {why}");
    }
    assert!(matches!(
        read(&format!("{text}{text}")),
        Err(Refused::Json(_))
    ));
}

#[test]
fn one_id_with_two_contents_refuses_the_file_by_name() {
    let mut other = event(1);
    other["deed"] = json!({"started": {"milestone": "a/b"}});
    let why = refusal(changed(|file| file["events"] = json!([event(1), other])));
    assert!(
        why.contains("0198c0de-0000-7000-8000-000000000001"),
        "{why}"
    );
    let twice = changed(|file| file["events"] = json!([event(1), event(1)]));
    assert_eq!(read(&sealed(twice)).unwrap().log.events().len(), 1);
}

#[test]
fn what_a_newer_version_wrote_is_kept_word_for_word() {
    let sang = json!({"sang": {"song": ["la", {"times": 3}], "loud": null}});
    let file = changed(|file| file["events"][0]["deed"] = sang.clone());
    let file = read(&sealed(file)).unwrap();
    let Deed::Newer(newer) = &file.log.events()[0].deed else {
        panic!("{:?}", file.log)
    };
    assert_eq!(newer.body, sang);
}

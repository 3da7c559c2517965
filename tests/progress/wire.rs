//! Events as bytes: pinned for ever.

use milepost::curriculum::{EvidenceKind, Id};
use milepost::progress::deed::{
    Aimed, Answered, Chose, Credited, Forgotten, Marked, Newer, Noted, Paused, Proof, ProofRemoved,
    Replied, Retracted, SameLearner, Spent,
};
use milepost::progress::record::{Application, Experience, Reference};
use milepost::progress::verdict::{Attestation, Level, Ruling, Verdict};
use milepost::progress::{Answer, Deed, Event, wire};
use serde_json::json;
use uuid::Uuid;

use crate::kit::diary::Diary;
use crate::kit::outline::key;

fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn marked() -> Marked {
    Marked {
        milestone: key("a"),
        out_of_order: Some(true),
        reason: Some("why".into()),
    }
}

/// One deed of every kind, each with every field.
#[expect(clippy::too_many_lines, reason = "a list of twenty-two")]
pub(crate) fn one_of_each() -> Vec<Deed> {
    let day = "2026-11-20".parse().unwrap();
    let text = || Some("text".to_owned());
    let ids = |ids: [&str; 2]| ids.map(|id| id.parse::<Id>().unwrap()).to_vec();
    vec![
        Deed::Started(marked()),
        Deed::Done(marked()),
        Deed::Skipped(marked()),
        Deed::Reopened(marked()),
        Deed::Answered(Answered {
            milestone: key("a"),
            check: "why".parse().unwrap(),
            answer: Answer::Unsure,
        }),
        Deed::Noted(Noted {
            milestone: Some(key("a")),
            text: "text".into(),
        }),
        Deed::Replied(Replied {
            milestone: key("a"),
            verdict: uuid(1),
            text: "text".into(),
        }),
        Deed::Evidence(Proof {
            milestone: key("a"),
            evidence: uuid(2),
            kind: EvidenceKind::Repository,
            url: Some("https://example.com/".into()),
            text: text(),
            commit: Some("abc".into()),
        }),
        Deed::EvidenceRemoved(ProofRemoved { evidence: uuid(2) }),
        Deed::Chose(Chose {
            choice: key("language"),
            options: ids(["go", "rust"]),
        }),
        Deed::Aimed(Aimed {
            target: key("floor"),
            hours_per_week: Some(10),
        }),
        Deed::Credited(Credited {
            background: key("knows"),
            milestones: vec![key("a"), key("b")],
        }),
        Deed::Spent(Spent {
            milestone: Some(key("a")),
            minutes: 90,
            day,
        }),
        Deed::Paused(Paused {
            until: day,
            reason: text(),
        }),
        Deed::Retracted(Retracted::Event(uuid(3))),
        Deed::Retracted(Retracted::Batch(uuid(4))),
        Deed::Forgotten(Forgotten {}),
        Deed::SameLearner(SameLearner { id: uuid(5) }),
        Deed::Reference(Reference {
            id: uuid(6),
            name: text(),
            relation: text(),
            agreed: text(),
            removed: Some(true),
        }),
        Deed::Application(Application {
            id: uuid(7),
            place: text(),
            role: text(),
            url: text(),
            day: text(),
            state: text(),
            removed: Some(true),
        }),
        Deed::Experience(Experience {
            id: uuid(8),
            kind: text(),
            from: text(),
            to: text(),
            link: text(),
            skills: text(),
            removed: Some(true),
        }),
        Deed::Verdict(Verdict {
            milestone: key("a"),
            verdict: Ruling::Returned,
            level: Some(Level::NotYet),
            comment: text(),
            answers: uuid(9),
            evidence_digest: "sha256:1".into(),
            milestone_digest: "sha256:2".into(),
            supersedes: Some(uuid(10)),
            attestation: Some(Attestation {
                payload: "e30=".into(),
                signature: "signature".into(),
            }),
        }),
    ]
}

#[test]
fn every_deed_of_version_1_is_written_for_ever_as_it_is_now() {
    let lines: Vec<String> = one_of_each()
        .iter()
        .map(|deed| wire::write_deed(deed).to_string())
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn every_deed_reads_as_it_was_written_and_is_known_by_its_name() {
    for deed in one_of_each() {
        let written = wire::write_deed(&deed);
        let name = written.as_object().unwrap().keys().next().unwrap();
        assert_eq!(name, deed.kind());
        let read = wire::read_deed(1, written.clone()).unwrap();
        assert!(!matches!(read, Deed::Newer(_)), "{name} is known");
        assert_eq!(read, deed);
    }
}

#[test]
fn a_whole_event_reads_as_it_was_written() {
    let diary = Diary::new()
        .at_once(|diary| diary.done("a"))
        .mentor("mentor@school.example")
        .judge("a", Ruling::Verified);
    for event in diary.events() {
        assert_eq!(wire::read(wire::write(event)).as_ref(), Ok(event));
    }
}

#[test]
fn a_deed_of_a_newer_version_is_kept_word_for_word() {
    let mut event = Diary::new().done("a").events()[0].clone();
    for (version, body) in [
        (1, json!({"sung": {"song": "x"}})),
        (2, json!({"done": {"milestone": 3}})),
        (7, json!([1])),
    ] {
        event.deed = Deed::Newer(Newer {
            version,
            body: body.clone(),
        });
        let written = wire::write(&event);
        assert_eq!(written["deed"], body);
        assert_eq!(written["v"], version);
        assert_eq!(wire::read(written).as_ref(), Ok(&event));
    }
}

#[test]
fn unknown_or_missing_fields_of_a_known_version_are_errors() {
    let whole = wire::write(&Diary::new().done("a").events()[0]);
    let broken = |change: fn(&mut serde_json::Value)| {
        let mut value = whole.clone();
        change(&mut value);
        wire::read(value)
    };
    assert!(broken(|_| {}).is_ok());
    assert!(broken(|event| event["extra"] = json!(1)).is_err());
    assert!(broken(|event| event["deed"]["done"]["extra"] = json!(1)).is_err());
    assert!(broken(|event| event["deed"]["done"] = json!({})).is_err());
    assert!(broken(|event| event["deed"]["done"]["milestone"] = json!("no key")).is_err());
    assert!(broken(|event| drop(event.as_object_mut().unwrap().remove("at"))).is_err());
    assert!(broken(|event| event["device"] = json!("laptop")).is_err());
    assert!(broken(|event| event["by"] = json!("a b")).is_err());
    assert!(broken(|event| event["wall"] = json!("yesterday")).is_err());
}

#[test]
fn an_event_keeps_the_words_of_its_wall_clock() {
    let mut written = wire::write(&Diary::new().done("a").events()[0]);
    written["wall"] = json!("2026-11-20T21:00:00.250-08:00");
    let event: Event = wire::read(written.clone()).unwrap();
    assert_eq!(wire::write(&event), written);
}

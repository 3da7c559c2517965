//! What a mentor signs: the exact bytes, and whether they say what the verdict says that carries them.

use milepost::curriculum::EvidenceKind;
use milepost::exchange::Origin;
use milepost::exchange::attestation::{
    About, BadAttestation, Carrier, Difference, NAMESPACE, Named, Statement, payload, sealed,
};
use milepost::insight::{Seen, seen};
use milepost::json;
use milepost::progress::verdict::{Level, Ruling, Verdict};
use milepost::progress::{Deed, Device, Event};
use proptest::prelude::{any, prop_assert, proptest};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::kit::keys::{Keys, MENTOR};
use crate::kit::outline::id;

/// What version 1 signed, the signature, and whom to trust for it. They are taken for ever.
const PAYLOAD_1: &str = include_str!("../fixtures/attestation/1.json");
const SIGNATURE_1: &str = include_str!("../fixtures/attestation/1.json.sig");
const ALLOWED_1: &str = include_str!("../fixtures/attestation/allowed_signers");

/// The same with nothing in it that may be missing.
const BARE_1: &str = include_str!("../fixtures/attestation/bare-1.json");

const LEARNER: Uuid = Uuid::from_u128(0x0198_c0de_0000_7000_8000_0123_4567_89ab);

fn proof(kind: EvidenceKind, content: &str, commit: Option<&str>) -> Seen {
    Seen {
        kind,
        content: content.into(),
        commit: commit.map(Into::into),
    }
}

fn evidence() -> Vec<Seen> {
    vec![
        proof(
            EvidenceKind::Repository,
            "https://example.com/rest-api",
            Some("5f0c21aa"),
        ),
        proof(EvidenceKind::Deployment, "https://rest.example.com/", None),
        proof(EvidenceKind::Note, "Read “me” first\n\u{1F600} \\ \"", None),
    ]
}

fn about() -> About {
    About {
        learner: Named {
            id: LEARNER,
            name: Some("A. Learner".into()),
        },
        curriculum: Origin {
            id: id("backend-developer"),
            version: "1.0.0".into(),
            digest: json::digest(&json!("the curriculum")),
        },
        title: "A REST API".into(),
        evidence: evidence(),
        reviewer_name: Some("B. Mentor".into()),
    }
}

/// Something that is done to a verdict.
type Change = fn(&mut Verdict);

/// The event of a verdict on that.
fn event(change: impl FnOnce(&mut Verdict)) -> Event {
    let mut verdict = Verdict {
        milestone: "backend-developer/rest-api-project".parse().unwrap(),
        verdict: Ruling::Verified,
        level: Some(Level::Meets),
        comment: Some("Well done".into()),
        answers: Uuid::from_u128(3),
        evidence_digest: seen::digest(&evidence()),
        milestone_digest: json::digest(&json!("the milestone")),
        supersedes: Some(Uuid::from_u128(0x0198_c0de_0000_7000_8000_0000_0000_0001)),
        attestation: None,
    };
    change(&mut verdict);
    Event {
        id: Uuid::from_u128(0x0198_c0de_0000_7000_8000_0000_0000_0002),
        batch: None,
        at: 1_795_204_800_000_000,
        wall: "2026-11-20T21:00:00+01:00".parse().unwrap(),
        device: Device(7),
        by: Some(MENTOR.parse().unwrap()),
        deed: Deed::Verdict(verdict),
    }
}

fn statement(event: &Event) -> Statement {
    Statement::of(&Carrier::of(event).unwrap(), about())
}

/// What version 1 signed, after a change to it.
fn changed(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut value = json::read(PAYLOAD_1.as_bytes()).unwrap();
    change(&mut value);
    json::canonical(&value).into_bytes()
}

fn refusal(payload: &[u8]) -> String {
    Statement::read(payload).unwrap_err().to_string()
}

#[test]
fn the_bytes_that_are_signed_are_known_to_the_letter() {
    let told = statement(&event(|_| {}));
    assert_eq!(
        String::from_utf8(told.payload().unwrap()).unwrap(),
        PAYLOAD_1
    );
    assert_eq!(Statement::read(PAYLOAD_1.as_bytes()).unwrap(), told);
    assert_eq!(
        told.file_name(),
        "backend-developer-rest-api-project-456789ab.json"
    );
}

#[test]
fn what_is_not_known_is_empty() {
    let event = event(|verdict| {
        verdict.level = None;
        verdict.supersedes = None;
        verdict.evidence_digest = seen::digest(&[]);
    });
    let mut about = about();
    about.learner.name = None;
    about.reviewer_name = None;
    about.evidence = Vec::new();
    let told = Statement::of(&Carrier::of(&event).unwrap(), about);
    assert_eq!(String::from_utf8(told.payload().unwrap()).unwrap(), BARE_1);
    assert_eq!(Statement::read(BARE_1.as_bytes()).unwrap(), told);
}

#[test]
fn every_value_is_a_string() {
    fn strings(value: &Value) -> bool {
        match value {
            Value::String(_) => true,
            Value::Array(items) => items.iter().all(strings),
            Value::Object(fields) => fields.values().all(strings),
            _ => false,
        }
    }
    for payload in [PAYLOAD_1, BARE_1] {
        assert!(strings(&json::read(payload.as_bytes()).unwrap()));
    }
}

#[test]
fn what_version_1_signed_is_taken_for_ever() {
    let keys = Keys::new();
    assert!(keys.takes(ALLOWED_1, SIGNATURE_1, PAYLOAD_1.as_bytes()));
    assert!(!keys.takes(ALLOWED_1, SIGNATURE_1, BARE_1.as_bytes()));
}

#[test]
fn after_any_byte_is_changed_stock_ssh_keygen_refuses_it() {
    let keys = Keys::new();
    let allowed = keys.trusting("mentor", &format!("namespaces=\"{NAMESPACE}\""));
    let signature = keys.sign("mentor", NAMESPACE, PAYLOAD_1.as_bytes());
    assert!(keys.takes(&allowed, &signature, PAYLOAD_1.as_bytes()));
    let step = PAYLOAD_1.len() / 20;
    for at in (0..PAYLOAD_1.len()).step_by(step) {
        let mut bytes = PAYLOAD_1.as_bytes().to_vec();
        bytes[at] ^= 1;
        assert!(!keys.takes(&allowed, &signature, &bytes), "byte {at}");
    }
}

#[test]
fn the_bytes_travel_as_base64_and_come_back_as_they_were() {
    let attestation = sealed(PAYLOAD_1.as_bytes(), SIGNATURE_1.to_owned());
    assert_eq!(payload(&attestation).unwrap(), PAYLOAD_1.as_bytes());
    let wrapped = format!("{}\n", attestation.payload);
    for (payload_text, signature, expected) in [
        (wrapped, SIGNATURE_1.to_owned(), BadAttestation::Coding),
        (
            "A".repeat(300_000),
            SIGNATURE_1.to_owned(),
            BadAttestation::Large,
        ),
        (
            attestation.payload.clone(),
            "A".repeat(20_000),
            BadAttestation::Large,
        ),
    ] {
        let mut odd = sealed(b"", signature);
        odd.payload = payload_text;
        assert_eq!(payload(&odd).unwrap_err(), expected);
    }
}

#[test]
fn a_statement_is_read_in_its_one_form_only() {
    let spaced = PAYLOAD_1.replacen("{\"at", "{ \"at", 1);
    assert_eq!(
        refusal(spaced.as_bytes()),
        "it is not in the form of RFC 8785"
    );
    let escaped = PAYLOAD_1.replacen("A. Learner", "A. L\\u0065arner", 1);
    assert_eq!(
        refusal(escaped.as_bytes()),
        "it is not in the form of RFC 8785"
    );
    let loud = changed(|value| {
        let id = value["learner"]["id"].as_str().unwrap().to_uppercase();
        value["learner"]["id"] = id.into();
    });
    assert_eq!(refusal(&loud), "it is not in the form of RFC 8785");
    let ended = format!("{PAYLOAD_1}\n");
    assert_eq!(
        refusal(ended.as_bytes()),
        "it is not in the form of RFC 8785"
    );
    for more in ["nothing", "curriculum", "milestone", "reviewer", "evidence"] {
        let more = changed(|value| match more {
            "nothing" => value["more"] = "".into(),
            "evidence" => value["evidence"][0]["more"] = "".into(),
            field => value[field]["more"] = "".into(),
        });
        assert!(Statement::read(&more).is_err());
    }
    let twice = PAYLOAD_1.replacen("{\"at", "{\"level\":\"meets\",\"at", 1);
    assert!(refusal(twice.as_bytes()).contains("the key \"level\" is repeated"));
}

#[test]
fn what_a_statement_lacks_or_has_too_much_of_is_named() {
    let set = |field: &str, to: Value| refusal(&changed(|value| value[field] = to));
    assert_eq!(
        set("schema", json!("other/v1")),
        "it is no attestation of milepost"
    );
    assert_eq!(refusal(b"{}"), "it is no attestation of milepost");
    assert_eq!(refusal(b"[]"), "it is no attestation of milepost");
    assert_eq!(
        set("schema", json!("milepost/attestation/v2\u{1b}")),
        "its format is milepost/attestation/v2<U+001B>, and this milepost reads milepost/attestation/v1"
    );
    let missing = refusal(&changed(|value| {
        value.as_object_mut().unwrap().remove("reviewed_at");
    }));
    assert_eq!(missing, "it cannot be read: missing field `reviewed_at`");
    assert!(set("level", json!("superb\u{1b}")).contains("superb<U+001B>"));
    assert!(set("level", json!(3)).starts_with("it cannot be read: "));
    assert!(set("supersedes", Value::Null).starts_with("it cannot be read: "));
    assert!(set("reviewer", json!({"id": "a b", "name": ""})).contains("a reviewer is named by"));
    assert_eq!(
        set("evidence", json!([])),
        "its evidence does not match its digest"
    );
    for odd in [
        json!([{"kind": "none", "text": ""}]),
        json!([{"kind": "note", "url": "https://example.com"}]),
        json!([{"kind": "repository", "url": "https://example.com", "text": ""}]),
        json!([{"kind": "repository"}]),
    ] {
        assert!(set("evidence", odd).contains("of no kind"));
    }
    let long = "x".repeat(1025);
    assert_eq!(
        refusal(&changed(|value| value["milestone"]["title"] = long.into())),
        "its `milestone` holds a text longer than 1024 bytes"
    );
    assert_eq!(
        refusal(&vec![b'x'; 200_000]),
        "it is larger than 176 KiB, or its signature than 16 KiB"
    );
}

#[test]
fn what_nobody_would_read_is_not_signed() {
    let other_evidence = event(|verdict| verdict.evidence_digest = seen::digest(&[]));
    assert_eq!(
        statement(&other_evidence).payload(),
        Err(BadAttestation::Evidence)
    );
    let mut long = about();
    long.title = "x".repeat(2000);
    let long = Statement::of(&Carrier::of(&event(|_| {})).unwrap(), long);
    assert_eq!(long.payload(), Err(BadAttestation::Long("milestone", 1024)));
}

#[test]
fn a_statement_agrees_with_the_verdict_that_it_was_made_of_and_with_no_other() {
    let own = event(|_| {});
    let told = statement(&own);
    let agrees =
        |event: &Event, learner: &[Uuid]| told.agrees(&Carrier::of(event).unwrap(), learner);
    let ids = [Uuid::from_u128(1), LEARNER];
    assert_eq!(agrees(&own, &ids), Ok(()));
    assert_eq!(
        agrees(&own, &[Uuid::from_u128(1)]),
        Err(Difference::Learner)
    );
    let mut moved = own.clone();
    moved.by = Some("other@school.example".parse().unwrap());
    assert_eq!(agrees(&moved, &ids), Err(Difference::Reviewer));
    let mut again = own.clone();
    again.id = Uuid::from_u128(9);
    assert_eq!(agrees(&again, &ids), Err(Difference::Event));
    let mut later = own.clone();
    later.wall = "2026-11-21T21:00:00+01:00".parse().unwrap();
    assert_eq!(agrees(&later, &ids), Err(Difference::Field("time")));
    let changes: [(Change, &str); 6] = [
        (
            |verdict| verdict.milestone = "backend-developer/sql".parse().unwrap(),
            "milestone",
        ),
        (|verdict| verdict.verdict = Ruling::Returned, "verdict"),
        (|verdict| verdict.level = Some(Level::Exceeds), "level"),
        (
            |verdict| verdict.milestone_digest = String::new(),
            "text of the milestone",
        ),
        (
            |verdict| verdict.evidence_digest = String::new(),
            "evidence",
        ),
        (|verdict| verdict.supersedes = None, "earlier verdict"),
    ];
    for (change, field) in changes {
        assert_eq!(agrees(&event(change), &ids), Err(Difference::Field(field)));
    }
    let unsigned = Event { by: None, ..own };
    assert_eq!(Carrier::of(&unsigned), None);
}

proptest! {
    #[test]
    fn no_bytes_make_a_reader_panic_or_read_two_ways(at in 0..PAYLOAD_1.len(), byte in any::<u8>()) {
        let mut bytes = PAYLOAD_1.as_bytes().to_vec();
        bytes[at] = byte;
        if let Ok(told) = Statement::read(&bytes) {
            prop_assert!(told.payload().unwrap() == bytes);
        }
    }
}

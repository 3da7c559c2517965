//! How much a file may hold, by its scope.

use milepost::exchange::{Limits, Refused, Scope, progress_file};
use serde_json::{Value, json};

use super::whole::outline;
use super::{changed, event, read, refusal, sealed};

fn with_deed(deed: Value) -> Value {
    changed(|file| file["events"][0]["deed"] = deed)
}

fn with_events(scope: &str, count: usize) -> Value {
    changed(|file| {
        file["scope"] = json!(scope);
        file["events"] = (0..count).map(event).collect();
    })
}

#[test]
fn a_shared_file_holds_twenty_thousand_events_and_a_sync_file_more() {
    let most = Limits::SHARED.events;
    assert_eq!(
        read(&sealed(with_events("shared", most)))
            .unwrap()
            .log
            .events()
            .len(),
        most
    );
    assert_eq!(
        read(&sealed(with_events("shared", most + 1))),
        Err(Refused::Crowded(most))
    );
    assert_eq!(
        read(&sealed(with_events("sync", most + 1)))
            .unwrap()
            .log
            .events()
            .len(),
        most + 1
    );
}

#[test]
fn a_shared_file_takes_five_mebibytes_and_a_sync_file_more() {
    let padded = |scope: &str, padding: usize| {
        sealed(changed(|file| {
            file["scope"] = json!(scope);
            file["padding"] = json!("x".repeat(padding));
        }))
    };
    let room = Limits::SHARED.bytes - padded("shared", 0).len();
    assert!(read(&padded("shared", room)).is_ok());
    assert_eq!(
        read(&padded("shared", room + 1)),
        Err(Refused::Large(Limits::SHARED.bytes))
    );
    assert!(read(&padded("sync", room + 1)).is_ok());
    let endless = vec![b' '; Limits::SYNC.bytes + 1];
    assert_eq!(
        progress_file::read(&endless),
        Err(Refused::Large(Limits::SYNC.bytes))
    );
}

#[test]
fn a_text_takes_eight_kibibytes() {
    let noted = |length: usize| with_deed(json!({"noted": {"text": "x".repeat(length)}}));
    assert!(read(&sealed(noted(8192))).is_ok());
    assert_eq!(
        refusal(noted(8193)),
        "its event 1 cannot be read: one of its texts is longer than 8 KiB"
    );
}

#[test]
fn a_signed_verdict_may_be_longer_and_an_event_has_an_end() {
    let verdict = |length: usize| {
        with_deed(json!({"verdict": {
            "milestone": "a/b", "verdict": "verified", "answers": "0198c0de-0000-7000-8000-000000000001",
            "evidence_digest": "sha256:0", "milestone_digest": "sha256:0",
            "attestation": {"payload": "x".repeat(length), "signature": "-----BEGIN SSH SIGNATURE-----"},
        }}))
    };
    assert!(read(&sealed(verdict(100_000))).is_ok());
    assert_eq!(
        refusal(verdict(300_000)),
        "its event 1 cannot be read: it is larger than 256 KiB"
    );
}

#[test]
fn an_export_over_a_limit_is_refused() {
    let most = Limits::SHARED.events;
    let mut file = read(&sealed(with_events("sync", most + 1))).unwrap();
    let (outline, summary) = outline();
    assert!(progress_file::write(&file, &outline, &summary).is_ok());
    file.scope = Scope::Shared;
    assert_eq!(
        progress_file::write(&file, &outline, &summary),
        Err(Refused::Crowded(most))
    );
}

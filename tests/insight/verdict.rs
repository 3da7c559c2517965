//! What verdicts are worth.

use std::rc::Rc;

use milepost::curriculum::EvidenceKind;
use milepost::insight::{Snapshot, verdicts};
use milepost::json;
use milepost::progress::verdict::{Ruling, Verdict};
use milepost::progress::{Deed, fold};
use serde_json::json;
use uuid::Uuid;

use crate::kit::diary::Diary;
use crate::kit::outline::{Outline, key};

/// What the learner's page says of a verdict on these digests, where two repositories are attached.
fn words(evidence_digest: &str, milestone_digest: &str) -> String {
    let curriculum = Outline::new()
        .milestone("git", &[])
        .asks_for(EvidenceKind::Repository)
        .build();
    let log = Diary::new()
        .repository("git", 2)
        .repository("git", 1)
        .mentor("mentor@school.example")
        .deed(Deed::Verdict(Verdict {
            milestone: key("git"),
            verdict: Ruling::Verified,
            level: None,
            comment: None,
            answers: Uuid::nil(),
            evidence_digest: evidence_digest.into(),
            milestone_digest: milestone_digest.into(),
            supersedes: None,
            attestation: None,
        }))
        .log();
    let progress = fold(&log, &curriculum);
    let snapshot = Snapshot::of(Rc::new(curriculum), Rc::new(progress));
    verdicts(&snapshot.entry(0))[0].words()
}

#[test]
fn a_verdict_is_claimed_and_stale_once_evidence_or_text_changed() {
    let seen = json::digest(&json!([
        {"kind": "repository", "url": "https://example.com/1"},
        {"kind": "repository", "url": "https://example.com/2"},
    ]));
    assert_eq!(words(&seen, "sha256:0"), "verified (claimed)");
    assert_eq!(words("sha256:0", "sha256:0"), "verified (claimed, stale)");
    assert_eq!(words(&seen, "sha256:1"), "verified (claimed, stale)");
}

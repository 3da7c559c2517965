//! What verdicts are worth.

use std::rc::Rc;

use milepost::curriculum::EvidenceKind;
use milepost::insight::{Snapshot, Trust, Vouched, verdicts};
use milepost::json;
use milepost::progress::verdict::{Ruling, Verdict};
use milepost::progress::{Deed, fold};
use serde_json::json;
use uuid::Uuid;

use crate::kit::diary::Diary;
use crate::kit::outline::{Outline, key};

/// What the learner's page says of a verdict on these digests, where two repositories are attached, and nobody vouches for it.
fn words(evidence_digest: &str, milestone_digest: &str) -> String {
    vouched_words(evidence_digest, milestone_digest, Vouched::Claimed)
}

fn vouched_words(evidence_digest: &str, milestone_digest: &str, vouched: Vouched) -> String {
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
    let verdict = progress.mark(0).verdicts[0].event;
    let trust = Rc::new(Trust::from_iter([(verdict, vouched)]));
    let snapshot = Snapshot::of(Rc::new(curriculum), Rc::new(progress)).trusting(trust);
    verdicts(&snapshot.entry(0))[0].words()
}

#[test]
fn a_verdict_is_claimed_and_stale_once_evidence_or_text_changed() {
    let seen = json::digest(&json!([
        {"kind": "repository", "url": "https://example.com/1"},
        {"kind": "repository", "url": "https://example.com/2"},
    ]));
    assert_eq!(words(&seen, "sha256:0"), "verified (claimed)");
    assert_eq!(
        words("sha256:0", "sha256:0"),
        "verified (claimed, stale: evidence changed since)"
    );
    assert_eq!(
        words(&seen, "sha256:1"),
        "verified (claimed, stale: the milestone's text changed since)"
    );
    assert_eq!(
        words("sha256:0", "sha256:1"),
        "verified (claimed, stale: evidence and the milestone's text changed since)"
    );
}

#[test]
fn only_a_signature_by_somebody_trusted_makes_a_verdict_more_than_claimed() {
    let words = |vouched| vouched_words("sha256:0", "sha256:0", vouched);
    assert_eq!(
        words(Vouched::Intact),
        "verified (claimed, stale: evidence changed since)"
    );
    assert_eq!(
        words(Vouched::Trusted),
        "verified (stale: evidence changed since)"
    );
}

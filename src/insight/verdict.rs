//! What a mentor's verdict is worth: who vouches for it, and whether it is about what is there now.

use serde_json::{Map, Value};

use super::snapshot::Entry;
use super::trust::Vouched;
use crate::curriculum::EvidenceKind;
use crate::json;
use crate::progress::mark::{Evidence, Given};
use crate::progress::verdict::Ruling;

/// A verdict and what it is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judged<'mark> {
    /// The verdict.
    pub given: &'mark Given,
    /// What vouches for it.
    pub vouched: Vouched,
    /// The evidence or the milestone's text has changed since.
    pub is_stale: bool,
}

impl Judged<'_> {
    /// Whether nobody vouches for it whom whoever looks trusts.
    pub fn is_claimed(&self) -> bool {
        self.vouched != Vouched::Trusted
    }

    /// The verdict in words: "returned (claimed, stale)".
    pub fn words(&self) -> String {
        let notes = [(self.is_claimed(), "claimed"), (self.is_stale, "stale")];
        let notes: Vec<&str> = notes
            .iter()
            .filter(|(holds, _)| *holds)
            .map(|(_, word)| *word)
            .collect();
        let word = ruling_word(self.given.verdict.verdict);
        if notes.is_empty() {
            word.to_owned()
        } else {
            format!("{word} ({})", notes.join(", "))
        }
    }
}

/// The word that pages use for a ruling.
pub fn ruling_word(ruling: Ruling) -> &'static str {
    match ruling {
        Ruling::Verified => "verified",
        Ruling::Returned => "returned",
        Ruling::Revoked => "revoked",
    }
}

/// The latest verdict of each mentor on a milestone, oldest first.
pub fn verdicts<'snapshot>(entry: &Entry<'snapshot>) -> Vec<Judged<'snapshot>> {
    let evidence = evidence_digest(&entry.mark.evidence);
    let judged = |given: &'snapshot Given| Judged {
        given,
        vouched: entry.trust.of(given.event),
        is_stale: given.verdict.evidence_digest != evidence
            || given.verdict.milestone_digest != entry.milestone.digest,
    };
    let latest = entry.mark.latest_verdicts();
    latest.into_iter().map(judged).collect()
}

/// The digest of all proofs of a milestone, whatever their order: of the array of their kinds, addresses or texts, and
/// commits, sorted by the bytes of their canonical forms. A commit that is not known is left out.
pub fn evidence_digest(evidence: &[Evidence]) -> String {
    let mut proofs: Vec<Value> = evidence.iter().map(proof).collect();
    proofs.sort_by_cached_key(json::canonical);
    json::digest(&Value::Array(proofs))
}

fn proof(evidence: &Evidence) -> Value {
    let content = match evidence.kind {
        EvidenceKind::None | EvidenceKind::Note => "text",
        EvidenceKind::Repository | EvidenceKind::Deployment => "url",
    };
    let mut fields = Map::new();
    fields.insert("kind".to_owned(), evidence.kind.word().into());
    fields.insert(content.to_owned(), evidence.content.as_str().into());
    if let Some(commit) = &evidence.commit {
        fields.insert("commit".to_owned(), commit.as_str().into());
    }
    Value::Object(fields)
}

//! What a mentor's verdict is worth: who vouches for it, and whether it is about what is there now.

use super::seen::{self, Seen};
use super::snapshot::Entry;
use super::trust::Vouched;
use crate::progress::mark::{Evidence, Given};
use crate::progress::verdict::{Level, Ruling};

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

/// The word that pages use for a level.
pub fn level_word(level: Level) -> &'static str {
    match level {
        Level::NotYet => "not yet",
        Level::Approaching => "approaching",
        Level::Meets => "meets",
        Level::Exceeds => "exceeds",
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

/// The digest of all evidence for a milestone, as a verdict on it has it.
pub fn evidence_digest(evidence: &[Evidence]) -> String {
    seen::digest(&Seen::all(evidence))
}

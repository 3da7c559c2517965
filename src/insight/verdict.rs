//! What a mentor's verdict is worth: who vouches for it, and whether it is about what is there now.

use std::collections::HashMap;

use super::seen::{self, Seen};
use super::snapshot::Entry;
use super::trust::{Trust, Vouched};
use crate::progress::Reviewer;
use crate::progress::mark::{Evidence, Given, Mark};
use crate::progress::verdict::Ruling;

/// A verdict and what it is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judged<'mark> {
    /// The verdict.
    pub given: &'mark Given,
    /// What vouches for it.
    pub vouched: Vouched,
    /// What has changed since, if something has.
    pub stale: Option<Stale>,
    /// Whether the learner has submitted something since, or again.
    pub is_answered: bool,
}

/// What has changed since a verdict was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stale {
    /// The evidence.
    Evidence,
    /// What the curriculum says of the milestone.
    Text,
    /// Both.
    Both,
}

impl Judged<'_> {
    /// Whether nobody vouches for it whom whoever looks trusts.
    pub fn is_claimed(&self) -> bool {
        self.vouched != Vouched::Trusted
    }

    /// Whether the evidence or the milestone's text has changed since.
    pub fn is_stale(&self) -> bool {
        self.stale.is_some()
    }

    /// Whether it asks for something that the learner has submitted since.
    pub fn is_met(&self) -> bool {
        self.given.verdict.verdict != Ruling::Verified && self.is_answered
    }

    /// The verdict in a word, with what it is worth: "returned (claimed, stale)".
    pub fn word(&self) -> String {
        let ruling = ruling_word(self.given.verdict.verdict);
        format!("{ruling}{}", self.noted("stale".to_owned()))
    }

    /// All of the verdict but its comment: "verified, meets (claimed, stale: evidence changed since)".
    pub fn words(&self) -> String {
        format!("{}{}", self.said(), self.worth())
    }

    /// What the mentor says, without the comment: "verified, meets".
    pub fn said(&self) -> String {
        let verdict = &self.given.verdict;
        let ruling = ruling_word(verdict.verdict);
        match verdict.level {
            Some(level) => format!("{ruling}, {}", level.word()),
            None => ruling.to_owned(),
        }
    }

    /// What that is worth, to stand behind it: " (claimed, stale: evidence changed since)"; empty where nothing is to be said.
    pub fn worth(&self) -> String {
        let why = self.stale.map_or("", Stale::words);
        self.noted(format!("stale: {why}"))
    }

    fn noted(&self, stale: String) -> String {
        let claimed = self.is_claimed().then(|| "claimed".to_owned());
        let stale = self.is_stale().then_some(stale);
        let notes: Vec<String> = claimed.into_iter().chain(stale).collect();
        if notes.is_empty() {
            String::new()
        } else {
            format!(" ({})", notes.join(", "))
        }
    }
}

impl Stale {
    /// What has changed of evidence and text that were of these digests, then and now.
    fn between(evidence: [&str; 2], text: [&str; 2]) -> Option<Self> {
        let is_other = |[then, now]: [&str; 2]| then != now;
        match [evidence, text].map(is_other) {
            [true, true] => Some(Self::Both),
            [true, false] => Some(Self::Evidence),
            [false, true] => Some(Self::Text),
            [false, false] => None,
        }
    }

    /// What has changed, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Evidence => "evidence changed since",
            Self::Text => "the milestone's text changed since",
            Self::Both => "evidence and the milestone's text changed since",
        }
    }

    /// What has changed, for programs.
    pub fn parts(self) -> &'static [&'static str] {
        match self {
            Self::Evidence => &["evidence"],
            Self::Text => &["text"],
            Self::Both => &["evidence", "text"],
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

/// Where each mentor stands on a milestone, whoever spoke last at the end: the newest of their verdicts that somebody
/// trusted vouches for, else their newest. What a file claims in a mentor's name takes nothing of what they signed.
pub fn verdicts<'snapshot>(entry: &Entry<'snapshot>) -> Vec<Judged<'snapshot>> {
    let judge = judge(entry.mark, Some(&entry.milestone.digest), entry.trust);
    let standing = standing(entry.mark, entry.trust);
    standing.into_iter().map(judge).collect()
}

/// The same without what it is worth.
pub(super) fn standing<'mark>(mark: &'mark Mark, trust: &Trust) -> Vec<&'mark Given> {
    let mut standing: HashMap<&Reviewer, &Given> = HashMap::new();
    for given in &mark.verdicts {
        let known = standing.entry(&given.by).or_insert(given);
        if !outranks(known, given, trust) {
            *known = given;
        }
    }
    let mut standing: Vec<&Given> = standing.into_values().collect();
    standing.sort_by_key(|given| given.stamp.order);
    standing
}

/// The verdict by which a milestone shows: the newest that somebody trusted vouches for, else the newest, which is claimed.
pub fn prevailing<'snapshot>(entry: &Entry<'snapshot>) -> Option<&'snapshot Given> {
    let verdicts = entry.mark.verdicts.iter();
    verdicts.reduce(|known, given| {
        if outranks(known, given, entry.trust) {
            known
        } else {
            given
        }
    })
}

/// The same with what it is worth.
pub fn shown<'snapshot>(entry: &Entry<'snapshot>) -> Option<Judged<'snapshot>> {
    let judge = judge(entry.mark, Some(&entry.milestone.digest), entry.trust);
    prevailing(entry).map(judge)
}

/// The verdict that sends a milestone back to its learner, if the one by which it shows does: it is returned or revoked, and
/// the learner has submitted nothing since.
pub fn sent_back<'snapshot>(entry: &Entry<'snapshot>) -> Option<&'snapshot Given> {
    prevailing(entry).filter(|given| {
        let verdict = &given.verdict;
        verdict.verdict != Ruling::Verified && entry.mark.submission == Some(verdict.answers)
    })
}

/// Says what verdicts are worth on a milestone of which this happened, and which has this digest unless it is no part of the
/// curriculum any more.
pub(super) fn judge<'mark>(
    mark: &Mark,
    digest: Option<&str>,
    trust: &Trust,
) -> impl Fn(&'mark Given) -> Judged<'mark> {
    // Most milestones have no verdict, and a digest takes its time.
    let evidence = match mark.verdicts.as_slice() {
        [] => String::new(),
        _ => evidence_digest(&mark.evidence),
    };
    move |given| Judged {
        given,
        vouched: trust.of(given.event),
        stale: Stale::between(
            [&given.verdict.evidence_digest, &evidence],
            // What is no part of the curriculum any more has no text that could be another.
            [
                &given.verdict.milestone_digest,
                digest.unwrap_or(&given.verdict.milestone_digest),
            ],
        ),
        is_answered: mark.submission != Some(given.verdict.answers),
    }
}

/// Whether an older verdict stands against a newer one: only if somebody trusted vouches for it, and not for the newer.
fn outranks(older: &Given, newer: &Given, trust: &Trust) -> bool {
    let is_trusted = |given: &Given| trust.of(given.event) == Vouched::Trusted;
    is_trusted(older) && !is_trusted(newer)
}

/// The digest of all evidence for a milestone, as a verdict on it has it.
pub fn evidence_digest(evidence: &[Evidence]) -> String {
    seen::digest(&Seen::all(evidence))
}

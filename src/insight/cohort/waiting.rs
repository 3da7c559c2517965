//! A milestone that waits for the mentor's answer.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::rounds::{Move, Moved, Rounds};
use super::submitted::{Submitted, attached};
use crate::curriculum::{EvidenceKind, Place};
use crate::insight::snapshot::Entry;
use crate::insight::verdict::evidence_digest;
use crate::progress::Day;
use crate::progress::event::Order;

/// A milestone that waits for the mentor: it is done, asks for evidence, and the latest submission is not the one that was
/// answered last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// Which milestone.
    pub place: Place,
    /// The learner's latest submission: what an answer answers.
    pub submission: Uuid,
    /// What tells what is attached from anything else.
    pub(super) attached: u64,
    /// The day since which it is the mentor's turn.
    pub since: Day,
    /// Which round it is, from 1.
    pub round: u16,
    /// How many notes, repositories and deployments are attached now.
    pub proofs: [u16; 3],
    /// What was submitted since the last answer.
    pub news: News,
}

/// What a learner submitted since the last answer, each counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct News {
    /// Evidence attached.
    pub proved: u16,
    /// Evidence taken back.
    pub withdrawn: u16,
    /// Replies.
    pub replies: u16,
    /// Ticks.
    pub ticks: u16,
}

/// Whether a verdict that came with the learner's file is about the evidence that is there: which submission it answers is
/// not signed, so that another may be named there.
fn fits(entry: &Entry<'_>, verdict: Uuid) -> bool {
    let given = entry.mark.verdicts.iter();
    let mut signed = given.filter(|given| given.verdict.attestation.is_some());
    signed
        .find(|given| given.event == verdict)
        .is_none_or(|given| given.verdict.evidence_digest == evidence_digest(&entry.mark.evidence))
}

impl Waiting {
    /// The milestone of an entry with its rounds, if it waits.
    pub fn of(entry: &Entry<'_>, rounds: &Rounds) -> Option<Self> {
        entry.mark.done.as_ref()?;
        let submission = entry.mark.submission?;
        let is_answered = rounds.answer().is_some_and(|(_, to)| to == submission)
            && rounds.judged().is_none_or(|step| fits(entry, step.event));
        if entry.milestone.evidence == EvidenceKind::None || is_answered {
            return None;
        }
        // What was attached before the tick waits from the tick on. Where the answered submission itself was undone, nothing
        // is new but that.
        let first = rounds.unanswered().next().or_else(|| rounds.judged());
        let (_, since) = first.map(moment).max(Some(ticked(entry, rounds)))?;
        let proofs = [
            EvidenceKind::Note,
            EvidenceKind::Repository,
            EvidenceKind::Deployment,
        ];
        let count = |kind| {
            let evidence = entry.mark.evidence.iter();
            small(evidence.filter(|proof| proof.kind == kind).count())
        };
        Some(Self {
            place: entry.place,
            submission,
            attached: attached(&entry.mark.evidence),
            since,
            round: small(rounds.answered() + 1),
            proofs: proofs.map(count),
            news: News::of(rounds),
        })
    }

    /// What an answer answers.
    pub fn submitted(&self) -> Submitted {
        Submitted {
            event: self.submission,
            attached: self.attached,
        }
    }

    /// The same in a file that was written on this day: nobody waits since later, or since a clock was wrong by decades.
    #[must_use]
    pub(super) fn by(self, written: Day) -> Self {
        let since = match self.since {
            Day::FIRST => written,
            since => since.min(written),
        };
        Self { since, ..self }
    }

    /// For how many days it has waited by this day; none where no clock said since when.
    pub fn days(&self, today: Day) -> u32 {
        match self.since {
            Day::FIRST => 0,
            since => today.days_after(since),
        }
    }

    /// What is attached, in words: "repository, deployment", "2 notes", "no evidence".
    pub fn evidence(&self) -> String {
        let kinds = ["note", "repository", "deployment"].into_iter();
        let counted = kinds.zip(self.proofs).filter(|(_, count)| *count > 0);
        let told: Vec<String> = counted.map(|(kind, count)| several(count, kind)).collect();
        match told.as_slice() {
            [] => "no evidence".to_owned(),
            told => told.join(", "),
        }
    }

    /// What changed since the last answer, in words: "1 added, replied"; empty in the first round.
    pub fn changed(&self) -> String {
        if self.round < 2 {
            return String::new();
        }
        let News {
            proved,
            withdrawn,
            replies,
            ticks,
        } = self.news;
        let told = [
            (proved, format!("{proved} added")),
            (withdrawn, format!("{withdrawn} taken back")),
            (replies, "replied".to_owned()),
            (ticks, "ticked again".to_owned()),
        ];
        let told = told.into_iter().filter(|(count, _)| *count > 0);
        let told: Vec<String> = told.map(|(_, words)| words).collect();
        match told.as_slice() {
            [] => "taken back what was answered".to_owned(),
            told => told.join(", "),
        }
    }
}

impl News {
    fn of(rounds: &Rounds) -> Self {
        let mut news = Self::default();
        for step in rounds.unanswered() {
            let count = match step.what {
                Moved::Ticked => &mut news.ticks,
                Moved::Proved(_) => &mut news.proved,
                Moved::Withdrew => &mut news.withdrawn,
                Moved::Replied => &mut news.replies,
                Moved::Judged(..) => continue,
            };
            *count = count.saturating_add(1);
        }
        news
    }
}

/// Since when the milestone of an entry is done, which it is: ticking it anew changes nothing, as long as it was not reopened.
pub(super) fn ticked(entry: &Entry<'_>, rounds: &Rounds) -> (Order, Day) {
    let first = rounds.ticked().filter(|_| entry.mark.parts.is_empty());
    let tick = entry.mark.done.as_ref();
    let last = || tick.map(|tick| (tick.stamp.order, tick.stamp.wall.date()));
    let ticked = first.map(moment).or_else(last);
    ticked.unwrap_or((Order::LAST, Day::FIRST))
}

fn moment(step: &Move) -> (Order, Day) {
    (step.order, step.wall.date())
}

fn small(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

fn several(count: u16, kind: &str) -> String {
    match (count, kind.strip_suffix('y')) {
        (1, _) => kind.to_owned(),
        (count, Some(stem)) => format!("{count} {stem}ies"),
        (count, None) => format!("{count} {kind}s"),
    }
}

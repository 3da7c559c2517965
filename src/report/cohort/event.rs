//! One event of one learner as a line of JSON: flat, and with the same keys whatever happened.

use serde::Serialize;
use uuid::Uuid;

use crate::curriculum::{Id, Key};
use crate::insight::ruling_word;
use crate::insight::trust::Vouched;
use crate::json;
use crate::progress::deed::{Answered, Marked, Retracted};
use crate::progress::verdict::Level;
use crate::progress::{Day, Deed, Device, Event, Reviewer, Wall};

/// One event of one learner, flat: what a kind of deed does not have is null.
#[derive(Debug, Serialize)]
pub struct EventLine<'a> {
    /// Whose it is.
    learner: Uuid,
    /// How they want to be called.
    name: Option<&'a str>,
    /// In which file it stands; null for an answer of the mentor that the learner does not have yet.
    file: Option<&'a str>,
    /// The curriculum that they follow.
    curriculum: &'a str,
    event: Uuid,
    batch: Option<Uuid>,
    /// Hybrid time in microseconds, which only orders.
    at: i64,
    /// What the clock said.
    wall: &'a Wall,
    /// The day that it is about.
    day: String,
    device: Device,
    /// The mentor; null where it was the learner.
    by: Option<&'a Reviewer>,
    kind: &'a str,
    /// Whether it counts: it is not undone, and whoever wrote it may do that.
    stands: bool,
    #[serde(flatten)]
    about: About<'a>,
    #[serde(flatten)]
    said: Said<'a>,
}

/// What a deed is about.
#[derive(Debug, Default, Serialize)]
struct About<'a> {
    milestone: Option<&'a Key>,
    /// All that a background covers, with commas between them.
    covers: Option<String>,
    check: Option<&'a Id>,
    choice: Option<&'a Key>,
    target: Option<&'a Key>,
    background: Option<&'a Key>,
    evidence: Option<Uuid>,
    /// The event that a verdict or a reply answers.
    answers: Option<Uuid>,
    /// The event or the batch that is undone.
    retracts: Option<Uuid>,
    /// The other id of the same learner.
    same_as: Option<Uuid>,
}

/// What a deed says.
#[derive(Debug, Default, Serialize)]
struct Said<'a> {
    answer: Option<&'static str>,
    /// What was chosen, with commas between them.
    options: Option<String>,
    minutes: Option<u32>,
    hours_per_week: Option<u16>,
    until: Option<Day>,
    out_of_order: Option<bool>,
    evidence_kind: Option<&'static str>,
    url: Option<&'a str>,
    commit: Option<&'a str>,
    /// What evidence, a reply or a verdict says in words.
    text: Option<&'a str>,
    verdict: Option<&'static str>,
    level: Option<Level>,
    /// What vouches for a verdict.
    vouched: Option<&'static str>,
}

/// Where an event comes from, and what it is worth.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Whose it is.
    pub learner: Uuid,
    /// How they want to be called.
    pub name: Option<&'a str>,
    /// In which file it stands.
    pub file: Option<&'a str>,
    /// The curriculum that they follow.
    pub curriculum: &'a Id,
    /// Whether it is not undone.
    pub stands: bool,
    /// What vouches for it.
    pub vouched: Vouched,
}

impl<'a> EventLine<'a> {
    /// The line of an event.
    pub fn of(event: &'a Event, source: Source<'a>) -> Self {
        let is_verdict = matches!(event.deed, Deed::Verdict(_));
        let vouched = is_verdict.then_some(match source.vouched {
            Vouched::Claimed => "claimed",
            Vouched::Intact => "intact",
            Vouched::Trusted => "trusted",
        });
        Self {
            learner: source.learner,
            name: source.name,
            file: source.file,
            curriculum: source.curriculum.as_str(),
            event: event.id,
            batch: event.batch,
            at: event.at,
            wall: &event.wall,
            day: day(event),
            device: event.device,
            by: event.by.as_ref(),
            kind: event.deed.kind(),
            stands: source.stands && !event.is_inert(),
            about: About::of(&event.deed),
            said: Said {
                vouched,
                ..Said::of(&event.deed)
            },
        }
    }

    /// It as one line, the break at its end included, in which nothing hides.
    pub fn text(&self) -> String {
        // Nothing in it can fail to be written.
        let mut line = serde_json::to_string(self).unwrap_or_default();
        line.push('\n');
        json::harmless(&line).into_owned()
    }
}

/// The day on which somebody learned, else the one on which it was written down.
fn day(event: &Event) -> String {
    match &event.deed {
        Deed::Spent(spent) => spent.day.to_string(),
        _ => event.wall.day(),
    }
}

impl<'a> About<'a> {
    fn of(deed: &'a Deed) -> Self {
        let about = Self {
            milestone: deed.milestone(),
            choice: deed.choice(),
            evidence: deed.evidence(),
            ..Self::default()
        };
        match deed {
            Deed::Answered(answered) => Self {
                check: Some(&answered.check),
                ..about
            },
            Deed::Aimed(aimed) => Self {
                target: Some(&aimed.target),
                ..about
            },
            Deed::Credited(credited) => Self {
                background: Some(&credited.background),
                covers: Some(listed(credited.milestones.iter().map(Key::as_str))),
                ..about
            },
            Deed::EvidenceRemoved(removed) => Self {
                evidence: Some(removed.evidence),
                ..about
            },
            Deed::Replied(replied) => Self {
                answers: Some(replied.verdict),
                ..about
            },
            Deed::Verdict(verdict) => Self {
                answers: Some(verdict.answers),
                ..about
            },
            Deed::Retracted(Retracted::Event(id) | Retracted::Batch(id)) => Self {
                retracts: Some(*id),
                ..about
            },
            Deed::SameLearner(same) => Self {
                same_as: Some(same.id),
                ..about
            },
            _ => about,
        }
    }
}

impl<'a> Said<'a> {
    fn of(deed: &'a Deed) -> Self {
        let nothing = Self::default();
        match deed {
            Deed::Started(Marked { out_of_order, .. })
            | Deed::Done(Marked { out_of_order, .. })
            | Deed::Skipped(Marked { out_of_order, .. })
            | Deed::Reopened(Marked { out_of_order, .. }) => Self {
                out_of_order: *out_of_order,
                ..nothing
            },
            Deed::Answered(Answered { answer, .. }) => Self {
                answer: Some(answer.word()),
                ..nothing
            },
            Deed::Chose(chose) => Self {
                options: Some(listed(chose.options.iter().map(Id::as_str))),
                ..nothing
            },
            Deed::Aimed(aimed) => Self {
                hours_per_week: aimed.hours_per_week,
                ..nothing
            },
            Deed::Spent(spent) => Self {
                minutes: Some(spent.minutes),
                ..nothing
            },
            Deed::Paused(paused) => Self {
                until: Some(paused.until),
                ..nothing
            },
            Deed::Evidence(proof) => Self {
                evidence_kind: Some(proof.kind.word()),
                url: proof.url.as_deref(),
                commit: proof.commit.as_deref(),
                text: proof.text.as_deref(),
                ..nothing
            },
            Deed::Replied(replied) => Self {
                text: Some(&replied.text),
                ..nothing
            },
            Deed::Verdict(verdict) => Self {
                verdict: Some(ruling_word(verdict.verdict)),
                level: verdict.level,
                text: verdict.comment.as_deref(),
                ..nothing
            },
            _ => nothing,
        }
    }
}

fn listed<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(",")
}

//! What mentors said of a milestone, round by round, as data and as a page.

use serde::Serialize;
use uuid::Uuid;

use crate::cli::line::{Line, Tone};
use crate::cli::page::Page;
use crate::curriculum::Place;
use crate::insight::{Round, Snapshot, Stale, prevailing, rounds};
use crate::progress::mark::Reply;
use crate::progress::verdict::{Level, Ruling};

/// One round: a verdict, and what the learner replied to it.
#[derive(Debug, Serialize)]
pub(super) struct Judgement {
    pub(super) id: Uuid,
    round: usize,
    reviewer: String,
    verdict: Ruling,
    level: Option<Level>,
    #[serde(flatten)]
    worth: Worth,
    pub(super) unread: bool,
    #[serde(skip)]
    words: String,
    comment: Option<String>,
    day: String,
    replies: Vec<Replied>,
}

/// What a verdict is worth.
#[derive(Debug, Serialize)]
struct Worth {
    claimed: bool,
    stale: bool,
    changed: &'static [&'static str],
    shown: bool,
}

/// A reply.
#[derive(Debug, Serialize)]
struct Replied {
    day: String,
    text: String,
}

/// All rounds over the milestone at this place, the newest first.
pub(super) fn of(place: Place, snapshot: &Snapshot) -> Vec<Judgement> {
    let shown = prevailing(&snapshot.entry(place)).map(|given| given.event);
    let rounds = rounds(place, snapshot).into_iter();
    rounds.map(|round| Judgement::of(&round, shown)).collect()
}

/// What was said in all of them, under a heading each.
pub(super) fn page(judgements: &[Judgement]) -> Page {
    let mut page = Page::default();
    for judgement in judgements {
        page.append(judgement.page());
    }
    page
}

impl Judgement {
    fn of(round: &Round<'_>, shown: Option<Uuid>) -> Self {
        let judged = &round.judged;
        let given = judged.given;
        Self {
            id: given.event,
            round: round.number,
            reviewer: given.by.to_string(),
            verdict: given.verdict.verdict,
            level: given.verdict.level,
            worth: Worth {
                claimed: judged.is_claimed(),
                stale: judged.is_stale(),
                changed: judged.stale.map_or(&[], Stale::parts),
                shown: shown == Some(given.event),
            },
            unread: round.is_unread,
            words: judged.words(),
            comment: given.verdict.comment.clone(),
            day: given.stamp.wall.day(),
            replies: round.replies.iter().map(|reply| (*reply).into()).collect(),
        }
    }

    fn page(&self) -> Page {
        let mut page = Page::default();
        page.blank();
        let who = format!("{} on {}: {}", self.reviewer, self.day, self.words);
        let head = Line::default().then(Tone::Strong, &who);
        page.line(if self.unread {
            head.then(Tone::Warn, " · unread")
        } else {
            head
        });
        page.prose(2, self.comment.as_deref().unwrap_or_default());
        for reply in &self.replies {
            page.line(Line::from("  ").then(Tone::Quiet, &format!("You on {}:", reply.day)));
            page.prose(4, &reply.text);
        }
        page
    }
}

impl From<&Reply> for Replied {
    fn from(reply: &Reply) -> Self {
        Self {
            day: reply.stamp.wall.day(),
            text: reply.text.clone(),
        }
    }
}

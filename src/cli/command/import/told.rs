//! What an import brought, for people and for programs.

use serde::Serialize;

use crate::cli::line::{Line, Tone};
use crate::cli::name;
use crate::cli::page::Page;
use crate::cli::row;
use crate::exchange::{FileKind, ReviewerCard};
use crate::insight::reviews::News;
use crate::insight::{Snapshot, Stale, State};
use crate::progress::verdict::{Level, Ruling};
use crate::session::{Imported, Received};
use crate::text::{clip, visible};

/// The most columns of a comment's first line.
const FIRST_LINE: usize = 96;

/// What a file brought, for programs.
#[derive(Debug, Serialize)]
pub(super) struct Told {
    file: String,
    kind: &'static str,
    added: usize,
    forgotten: usize,
    ahead: usize,
    #[serde(flatten)]
    review: Option<Answer>,
}

/// What a mentor answers.
#[derive(Debug, Serialize)]
struct Answer {
    reviewer: ReviewerCard,
    known: usize,
    verdicts: Vec<Ruled>,
}

#[derive(Debug, Serialize)]
struct Ruled {
    milestone: String,
    title: Option<String>,
    verdict: Ruling,
    level: Option<Level>,
    comment: Option<String>,
    day: String,
    claimed: bool,
    stale: bool,
    changed: &'static [&'static str],
    shown: bool,
}

impl Told {
    pub(super) fn of(file: &str, imported: &Imported, snapshot: &Snapshot) -> Self {
        let kind = match imported.review {
            Some(_) => FileKind::Review,
            None => FileKind::Progress,
        };
        Self {
            file: file.to_owned(),
            kind: kind.name(),
            added: imported.events,
            forgotten: imported.forgotten,
            ahead: imported.ahead,
            review: imported
                .review
                .as_ref()
                .map(|review| Answer::of(review, snapshot)),
        }
    }
}

impl Answer {
    fn of(review: &Received, snapshot: &Snapshot) -> Self {
        let verdicts = review.news.iter().map(|news| Ruled::of(news, snapshot));
        Self {
            reviewer: review.reviewer.clone(),
            known: review.known,
            verdicts: verdicts.collect(),
        }
    }
}

impl Ruled {
    fn of(news: &News, snapshot: &Snapshot) -> Self {
        let verdict = &news.given.verdict;
        let place = snapshot.progress.names().place(news.key.as_str());
        Self {
            milestone: news.key.to_string(),
            title: place.map(|place| snapshot.title(place)),
            verdict: verdict.verdict,
            level: verdict.level,
            comment: verdict.comment.clone(),
            day: news.given.stamp.wall.day(),
            claimed: news.judged().is_claimed(),
            stale: news.stale.is_some(),
            changed: news.stale.map_or(&[], Stale::parts),
            shown: news.is_shown,
        }
    }
}

/// What a review changes, a line for each verdict that is new, with how its comment begins; nothing for other files.
pub(super) fn page(file: &str, imported: &Imported, snapshot: &Snapshot) -> Page {
    let Some(review) = &imported.review else {
        return Page::default();
    };
    let name = review.reviewer.name.as_ref();
    let name = name.map(|name| format!(", who goes by {name}"));
    let by = &review.reviewer.id;
    let mut page = Page::of(format!(
        "{file}: a review by {by}{}",
        name.unwrap_or_default()
    ));
    for news in &review.news {
        page.line(line(news, snapshot));
        if let Some(first) = first_line(news) {
            page.line(Line::from("      ").plain(&first));
        }
    }
    for hint in hints(&review.news) {
        page.line(Line::default().then(Tone::Quiet, &format!("  {hint}")));
    }
    page
}

/// What to do about what a review says.
fn hints(news: &[News]) -> impl Iterator<Item = &'static str> {
    let is_returned = |news: &News| news.given.verdict.verdict != Ruling::Verified;
    let returned = news.iter().any(is_returned).then_some(
        "what was returned waits for the mentor again once other evidence is attached, or after `milepost reply`",
    );
    let claimed = news.iter().any(|news| news.judged().is_claimed()).then_some(
        "what is claimed nobody vouches for: put the mentor's key into `allowed_signers` in your data folder",
    );
    returned.into_iter().chain(claimed)
}

fn line(news: &News, snapshot: &Snapshot) -> Line {
    let judged = news.judged();
    let state = match news.given.verdict.verdict {
        Ruling::Verified => State::Done,
        Ruling::Returned | Ruling::Revoked => State::Returned,
    };
    let subject = name::teller(snapshot).subject(&news.key);
    let (said, by) = (judged.said(), &news.given.by);
    let line = Line::from("  ")
        .join(&row::symbol(state))
        .plain(&format!(" {subject}: {said}, by {by}"))
        .then(Tone::Warn, &judged.worth());
    if news.is_shown {
        line
    } else {
        line.then(Tone::Quiet, ", and another answer stands")
    }
}

/// How the comment begins.
fn first_line(news: &News) -> Option<String> {
    let comment = news.given.verdict.comment.as_deref()?.trim();
    let first = comment.lines().next()?;
    let more = if first.len() < comment.len() {
        " …"
    } else {
        ""
    };
    Some(format!("{}{more}", clip(&visible(first), FIRST_LINE)))
}

//! A deed in words, for the journal and for the answer to whoever did it.

use super::name;
use super::span::Minutes;
use crate::curriculum::{Id, Key};
use crate::insight::{Snapshot, ruling_word};
use crate::progress::Deed;
use crate::progress::deed::{Aimed, Chose, Credited, Marked, Noted, Proof, Spent};

/// A deed in words: what happened, and to what.
pub(super) fn of(deed: &Deed, snapshot: &Snapshot) -> String {
    let subject = |key: &Key| subject(key, snapshot);
    match deed {
        Deed::Started(marked) => format!("{} started", subject(&marked.milestone)),
        Deed::Done(marked) => format!("{} done{}", subject(&marked.milestone), order(marked)),
        Deed::Skipped(marked) => {
            let reason = after(": ", marked.reason.as_deref());
            format!("{} skipped{reason}", subject(&marked.milestone))
        }
        Deed::Reopened(marked) => format!("{} reopened", subject(&marked.milestone)),
        Deed::Answered(answered) => {
            let word = answered.answer.word();
            format!(
                "{}, {}: {word}",
                subject(&answered.milestone),
                answered.check
            )
        }
        Deed::Noted(noted) => self::noted(noted, snapshot),
        Deed::Replied(replied) => {
            format!(
                "{}, to the mentor{}",
                subject(&replied.milestone),
                after(": ", Some(&replied.text))
            )
        }
        Deed::Evidence(proof) => format!("{}, {}", subject(&proof.milestone), proven(proof)),
        Deed::Verdict(verdict) => {
            let comment = after(": ", verdict.comment.as_deref());
            format!(
                "{}, {} (claimed){comment}",
                subject(&verdict.milestone),
                ruling_word(verdict.verdict)
            )
        }
        other => beside(other, snapshot),
    }
}

/// A deed that concerns no single milestone, in words.
fn beside(deed: &Deed, snapshot: &Snapshot) -> String {
    match deed {
        Deed::EvidenceRemoved(_) => "a piece of evidence taken back".into(),
        Deed::Chose(chose) => chosen(chose, snapshot),
        Deed::Aimed(aimed) => self::aimed(aimed, snapshot),
        Deed::Credited(credited) => self::credited(credited, snapshot),
        Deed::Spent(spent) => self::spent(spent, snapshot),
        Deed::Paused(paused) => {
            format!(
                "paused until {}{}",
                paused.until,
                after(": ", paused.reason.as_deref())
            )
        }
        Deed::Retracted(_) => "something undone, or done again".into(),
        Deed::Forgotten(_) => "forgotten".into(),
        Deed::SameLearner(same) => format!("united with the store of learner {}", same.id),
        Deed::Newer(_) => format!("{}, from a newer version", deed.kind()),
        other => format!("{} of the job search recorded", other.kind()),
    }
}

fn order(marked: &Marked) -> &'static str {
    if marked.out_of_order == Some(true) {
        ", out of order"
    } else {
        ""
    }
}

fn noted(noted: &Noted, snapshot: &Snapshot) -> String {
    match &noted.milestone {
        Some(key) => format!("{}: {}", subject(key, snapshot), flat(&noted.text)),
        None => flat(&noted.text),
    }
}

fn aimed(aimed: &Aimed, snapshot: &Snapshot) -> String {
    let mut targets = snapshot.curriculum.targets.iter();
    let target = targets.find(|target| target.key == aimed.target);
    let title = target.map_or(aimed.target.id(), |target| &target.title);
    let hours = aimed.hours_per_week;
    let hours = hours.map(|hours| format!(", {hours} h a week"));
    format!("aimed at {title}{}", hours.unwrap_or_default())
}

fn credited(credited: &Credited, snapshot: &Snapshot) -> String {
    let id = credited.background.id();
    let mut backgrounds = snapshot.curriculum.backgrounds.iter();
    let background = backgrounds.find(|background| background.id.as_str() == id);
    let title = background.map_or(id, |background| &background.title);
    let what = match credited.milestones.as_slice() {
        [only] => subject(only, snapshot),
        milestones => format!("{} milestones", milestones.len()),
    };
    format!("{what} credited: {title}")
}

fn spent(spent: &Spent, snapshot: &Snapshot) -> String {
    let subject = spent.milestone.as_ref().map(|key| subject(key, snapshot));
    format!(
        "{} spent{}",
        Minutes(spent.minutes.into()),
        after(" on ", subject.as_deref())
    )
}

/// How a sentence names the milestone of this key.
fn subject(key: &Key, snapshot: &Snapshot) -> String {
    let place = snapshot.progress.names().place(key.as_str());
    place.map_or_else(|| key.to_string(), |place| name::full(place, snapshot))
}

fn proven(proof: &Proof) -> String {
    let content = proof.url.as_ref().or(proof.text.as_ref());
    let commit = proof
        .commit
        .as_deref()
        .map(|commit| format!(" at {commit}"))
        .unwrap_or_default();
    format!(
        "{}{}{commit}",
        proof.kind.word(),
        after(": ", content.map(String::as_str))
    )
}

fn chosen(chose: &Chose, snapshot: &Snapshot) -> String {
    let group = snapshot
        .curriculum
        .choices
        .iter()
        .find(|choice| choice.key == chose.choice);
    let title = |id: &Id| {
        let option = group.and_then(|group| group.option(id.as_str()));
        option.map_or_else(|| id.to_string(), |option| option.title.clone())
    };
    let titles: Vec<String> = chose.options.iter().map(title).collect();
    let picked = if titles.is_empty() {
        "open again".into()
    } else {
        titles.join(", ")
    };
    format!("{}: {picked}", chose.choice.id())
}

fn after(separator: &str, text: Option<&str>) -> String {
    text.map(|text| format!("{separator}{}", flat(text)))
        .unwrap_or_default()
}

/// A text of several lines in one.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

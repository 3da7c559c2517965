//! What the status line says after a deed, and how it says it.

use super::command::Command;
use super::keymap;
use super::message::Failure;
use crate::curriculum::{EvidenceKind, Place};
use crate::insight::{Snapshot, State, answer_symbol};
use crate::progress::Deed;
use crate::progress::deed::{Answered, Chose, Marked};
use crate::session::Recorded;
use crate::text::visible;

/// What the status line says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Said {
    /// Nothing yet.
    #[default]
    Nothing,
    /// What was done.
    Done(String),
    /// What did not work.
    Failed(Failure),
}

impl Said {
    /// A failure is read once; what was done stays until something else is done.
    pub fn forget_failure(&mut self) {
        if matches!(self, Self::Failed(_)) {
            *self = Self::Nothing;
        }
    }
}

/// What to say after deeds were recorded.
pub fn recorded(news: &Recorded) -> Said {
    let parts = [told(news), unlocked(news), prove(news)];
    let mut parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.push(undoes());
    Said::Done(parts.join(" · "))
}

/// What to say after the last deed was taken back.
pub fn undone(news: &Recorded) -> Said {
    let what = told(news).unwrap_or_default();
    Said::Done(format!(
        "Taken back: {what} · {} does it again",
        keymap::name(Command::Redo)
    ))
}

/// What to say after what was undone is done again.
pub fn redone(news: &Recorded) -> Said {
    let what = told(news).unwrap_or_default();
    Said::Done(format!("Done again: {what} · {}", undoes()))
}

/// The action in words: its first deed, and how many more there are.
fn told(news: &Recorded) -> Option<String> {
    let (first, others) = news.deeds.split_first()?;
    let first = one(first, &news.snapshot);
    Some(match others.len() {
        0 => first,
        more => format!("{first}, and {more} more"),
    })
}

fn undoes() -> String {
    format!("{} undoes", keymap::name(Command::Undo))
}

fn one(deed: &Deed, snapshot: &Snapshot) -> String {
    let title = about(deed, snapshot).map_or_else(String::new, |place| title(snapshot, place));
    match deed {
        Deed::Done(_) => format!("{} {title} done", State::Done.symbol()),
        Deed::Started(_) => format!("{} {title} started", State::Started.symbol()),
        Deed::Skipped(marked) => skipped(&title, marked),
        Deed::Reopened(_) => format!("{} {title} reopened", State::Open.symbol()),
        Deed::Answered(answered) => answer(answered),
        Deed::Noted(_) => format!("note on {title}"),
        Deed::Evidence(proof) => format!("{} attached to {title}", proof.kind.word()),
        Deed::EvidenceRemoved(_) => "evidence removed".to_owned(),
        Deed::Chose(chose) => chosen(chose, snapshot),
        other => other.kind().replace('_', " "),
    }
}

fn skipped(title: &str, marked: &Marked) -> String {
    let reason = marked.reason.as_deref().map(visible);
    let because = reason.map_or_else(String::new, |reason| format!(" ({reason})"));
    format!("{} {title} skipped{because}", State::Skipped.symbol())
}

fn answer(answered: &Answered) -> String {
    let word = answered.answer.word();
    format!("{} answered: {word}", answer_symbol(Some(answered.answer)))
}

fn chosen(chose: &Chose, snapshot: &Snapshot) -> String {
    let mut choices = snapshot.curriculum.choices.iter();
    let Some(choice) = choices.find(|choice| choice.key == chose.choice) else {
        return "a choice".to_owned();
    };
    let options = chose.options.iter();
    let titles: Vec<_> = options
        .filter_map(|id| choice.option(id.as_str()))
        .map(|option| visible(&option.title))
        .collect();
    let name = choice.key.id().replace('-', " ");
    if titles.is_empty() {
        format!("{} {name} open again", State::Open.symbol())
    } else {
        format!("{} {name}: {}", State::Done.symbol(), titles.join(", "))
    }
}

/// What opened: the first two by name.
fn unlocked(news: &Recorded) -> Option<String> {
    let first = news.unlocked.iter().take(2);
    let names: Vec<String> = first.map(|place| title(&news.snapshot, *place)).collect();
    let names = names.join(", ");
    match news.unlocked.len() {
        0 => None,
        1 | 2 => Some(format!("unlocked: {names}")),
        many => Some(format!("unlocked: {names}, and {} more", many - 2)),
    }
}

/// What a tick still asks for.
fn prove(news: &Recorded) -> Option<String> {
    let [deed @ Deed::Done(_)] = news.deeds.as_slice() else {
        return None;
    };
    let place = about(deed, &news.snapshot)?;
    let unproven = news.snapshot.standing.at(place).unproven;
    let asked = news.snapshot.curriculum.milestones[place].evidence;
    (unproven && asked != EvidenceKind::None).then(|| {
        format!(
            "{} adds the {}",
            keymap::name(Command::Evidence),
            asked.word()
        )
    })
}

fn about(deed: &Deed, snapshot: &Snapshot) -> Option<Place> {
    let key = deed.milestone()?;
    snapshot.progress.names().place(key.as_str())
}

fn title(snapshot: &Snapshot, place: Place) -> String {
    visible(&snapshot.title(place)).into_owned()
}

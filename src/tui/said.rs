//! What the status line says after a deed, and how it says it.

use super::known::Known;
use super::message::{Failure, Outcome};
use super::widget::State;
use crate::curriculum::{EvidenceKind, Place};
use crate::insight::Snapshot;
use crate::progress::deed::{Answered, Chose, Marked};
use crate::progress::{Answer, Deed};
use crate::text::visible;

/// What the status line says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Said {
    /// Nothing yet.
    #[default]
    Nothing,
    /// What was done.
    Done(String),
    /// What the learner may want to know.
    Hint(String),
    /// What did not work.
    Failed(Failure),
}

impl Said {
    /// A failure is read once; what was done stays until something else is done.
    pub fn forget_failure(&mut self) {
        if matches!(self, Self::Failed(_) | Self::Hint(_)) {
            *self = Self::Nothing;
        }
    }
}

/// What to say after deeds were recorded; `before` is what was known until then.
pub fn recorded(outcome: &Outcome, before: &Known) -> Said {
    let snapshot = &outcome.snapshot;
    let Some(deed) = outcome.deeds.first() else {
        return Said::Nothing;
    };
    let mut parts = vec![one(deed, snapshot, before)];
    parts.extend(unlocked(&outcome.unlocked, snapshot));
    parts.push("u undoes".to_owned());
    Said::Done(parts.join(" · "))
}

/// What to say after the last deed was taken back.
pub fn undone(before: &Snapshot, after: &Snapshot) -> Said {
    Said::Done(format!("↶ Undone{} · U redoes", changed(before, after)))
}

/// What to say after what was undone is done again.
pub fn redone(before: &Snapshot, after: &Snapshot) -> Said {
    Said::Done(format!("↷ Done again{} · u undoes", changed(before, after)))
}

fn one(deed: &Deed, snapshot: &Snapshot, before: &Known) -> String {
    let about = deed
        .milestone()
        .and_then(|key| snapshot.progress.names().place(key.as_str()));
    let title = about.map_or_else(String::new, |place| title(snapshot, place));
    match deed {
        Deed::Done(_) => done(&title, about, snapshot),
        Deed::Started(_) => format!("{} {title} started", State::Started.symbol()),
        Deed::Skipped(marked) => skipped(&title, marked),
        Deed::Reopened(_) => format!("{} {title} is open again", State::Open.symbol()),
        Deed::Answered(Answered { answer, .. }) => format!("Answered: {}", answer_word(*answer)),
        Deed::Noted(_) => format!("Note on {title} saved"),
        Deed::Evidence(proof) => format!("Attached to {title}: {}", proof.kind.word()),
        Deed::EvidenceRemoved(_) => "Evidence removed".to_owned(),
        Deed::Chose(chose) => chosen(chose, before),
        other => format!("Recorded: {}", other.kind()),
    }
}

fn done(title: &str, place: Option<Place>, snapshot: &Snapshot) -> String {
    let unproven = place.filter(|place| snapshot.standing.at(*place).unproven);
    let asked = unproven.map_or(EvidenceKind::None, |place| {
        snapshot.curriculum.milestones[place].evidence
    });
    let symbol = State::Done.symbol();
    match asked {
        EvidenceKind::None => format!("{symbol} {title} done"),
        kind => format!(
            "{symbol} {title} done, to be proven: e adds a {}",
            kind.word()
        ),
    }
}

fn skipped(title: &str, marked: &Marked) -> String {
    let because = marked
        .reason
        .as_deref()
        .map_or_else(String::new, |reason| format!(": {}", visible(reason)));
    format!("{} {title} skipped{because}", State::Skipped.symbol())
}

fn chosen(chose: &Chose, known: &Known) -> String {
    let choices = known.curriculum().choices.iter();
    let Some(choice) = choices
        .into_iter()
        .find(|choice| choice.key == chose.choice)
    else {
        return "Chosen".to_owned();
    };
    let titles: Vec<_> = chose
        .options
        .iter()
        .filter_map(|id| choice.option(id.as_str()))
        .map(|option| visible(&option.title))
        .collect();
    if titles.is_empty() {
        format!("{} is open again", visible(&choice.title))
    } else {
        format!("{} {}", State::Done.symbol(), titles.join(", "))
    }
}

/// What opened: the first two by name.
fn unlocked(places: &[Place], snapshot: &Snapshot) -> Option<String> {
    let names: Vec<String> = places
        .iter()
        .take(2)
        .map(|place| title(snapshot, *place))
        .collect();
    match places.len() {
        0 => None,
        1 | 2 => Some(format!("unlocked: {}", names.join(", "))),
        many => Some(format!(
            "unlocked: {}, and {} more",
            names.join(", "),
            many - 2
        )),
    }
}

/// The milestone that changed and how it stands now, or nothing if it was something else.
fn changed(before: &Snapshot, after: &Snapshot) -> String {
    if before.curriculum.digest != after.curriculum.digest {
        return String::new();
    }
    let places = 0..after.curriculum.milestones.len();
    let differs = |place: &Place| before.progress.mark(*place) != after.progress.mark(*place);
    let Some(place) = places.into_iter().find(differs) else {
        return if before.chosen() == after.chosen() {
            String::new()
        } else {
            ": the choice".to_owned()
        };
    };
    let (was, is) = (before.entry(place), after.entry(place));
    let title = title(after, place);
    if was.position.status == is.position.status {
        format!(" on {title}")
    } else {
        format!(": {title} is {} again", is.position.status.word())
    }
}

fn title(snapshot: &Snapshot, place: Place) -> String {
    visible(&snapshot.title(place)).into_owned()
}

fn answer_word(answer: Answer) -> &'static str {
    match answer {
        Answer::Sure => "sure",
        Answer::Unsure => "unsure",
        Answer::No => "no",
    }
}

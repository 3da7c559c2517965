//! The milestones of a path as one table, for a spreadsheet: a line for each, with what is known of it.

use super::model::{Column, Phrase, Table};
use crate::curriculum::EvidenceKind;
use crate::insight::snapshot::Entry;
use crate::insight::{Snapshot, State, Touched};
use crate::progress::Day;
use crate::progress::mark::Mark;

/// The milestones that apply or may apply, in the path's order; with a day, those of which something happened since.
pub fn milestones(snapshot: &Snapshot, since: Option<Day>) -> Table {
    let touched = Touched::of(snapshot);
    let is_told = |entry: &Entry<'_>| {
        let skipped = entry.mark.skipped.as_ref();
        let skipped = skipped.map(|skip| skip.stamp.wall.date());
        let last = touched.last(entry.place).max(skipped);
        since.is_none_or(|since| last.is_some_and(|day| day >= since))
    };
    let mut rows = Vec::new();
    for stage in 0..snapshot.curriculum.stages.len() {
        let entries = snapshot.members(stage).filter(is_told);
        rows.extend(entries.map(|entry| row(stage, &entry, snapshot)));
    }
    Table {
        caption: snapshot.curriculum.title.clone(),
        columns: columns(),
        rows,
    }
}

fn columns() -> Vec<Column> {
    let words = ["stage", "id", "title", "kind", "required", "state"];
    let figures = ["hours", "minutes_spent"];
    let rest = ["done_on", "repository", "deployment"];
    let words = words.into_iter().map(Column::words);
    let figures = figures.into_iter().map(Column::figures);
    words
        .chain(figures)
        .chain(rest.into_iter().map(Column::words))
        .collect()
}

fn row(stage: usize, entry: &Entry<'_>, snapshot: &Snapshot) -> Vec<Phrase> {
    let milestone = entry.milestone;
    let required = if milestone.optional { "no" } else { "yes" };
    let done = entry.mark.done.as_ref();
    let done = done.map(|tick| tick.stamp.wall.day());
    [
        snapshot.curriculum.stages[stage].title.clone(),
        milestone.key.id().to_owned(),
        snapshot.title(entry.place),
        milestone.kind.word().to_owned(),
        required.to_owned(),
        State::of(entry).word().to_owned(),
        hours(milestone.hours.minutes()),
        entry.mark.minutes.to_string(),
        done.unwrap_or_default(),
        addresses(entry.mark, EvidenceKind::Repository),
        addresses(entry.mark, EvidenceKind::Deployment),
    ]
    .into_iter()
    .map(Phrase::from)
    .collect()
}

/// What a milestone weighs, as a decimal with a dot.
fn hours(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (hours, 0) => hours.to_string(),
        (hours, rest) => format!("{hours}.{}", rest * 10 / 60),
    }
}

/// The addresses of a kind, with blanks between them, of which none has one.
fn addresses(mark: &Mark, kind: EvidenceKind) -> String {
    let proofs = mark.evidence.iter().filter(|proof| proof.kind == kind);
    let addresses: Vec<&str> = proofs.map(|proof| proof.content.as_str()).collect();
    addresses.join(" ")
}

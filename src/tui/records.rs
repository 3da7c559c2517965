//! The records of the job search as the screens name and find them.

use uuid::Uuid;

use super::known::Known;
use crate::curriculum::RecordKind;
use crate::curriculum::target::Record as Wanted;
use crate::progress::{Field, Record};
use crate::text::visible;

/// What the screens call the records of a kind.
pub fn named(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Reference => "References",
        RecordKind::Application => "Applications",
        RecordKind::Experience => "Earlier work",
    }
}

/// What they call one that is being put down.
pub fn new(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Reference => "A reference",
        RecordKind::Application => "An application",
        RecordKind::Experience => "Earlier work",
    }
}

/// The record of this kind and id, if it is still there.
pub fn find(kind: RecordKind, id: Uuid, known: &Known) -> Option<Record> {
    let mut records = known.snapshot.progress.facts().records(kind).into_iter();
    records.find(|record| record.id == id)
}

/// What a target asks for of the records of a kind, and which target that is; the one that asks for most.
pub fn wanted(kind: RecordKind, known: &Known) -> Option<(&Wanted, String)> {
    let targets = known.curriculum().targets.iter();
    let records = targets.flat_map(|target| {
        let requirements = target.requirements.iter();
        let wanted = requirements.filter_map(|requirement| requirement.record.as_ref());
        wanted.map(move |wanted| (target, wanted))
    });
    let (target, wanted) = records
        .filter(|(_, wanted)| wanted.kind == kind)
        .max_by_key(|(_, wanted)| wanted.at_least)?;
    Some((wanted, visible(&target.title).into_owned()))
}

/// What a record is called, fit for the screen.
pub fn title(kind: RecordKind, id: Uuid, known: &Known) -> String {
    let record = find(kind, id, known);
    let title = record.as_ref().map(Record::title).unwrap_or_default();
    match title {
        "" => new(kind).to_owned(),
        title => visible(title).into_owned(),
    }
}

/// What stands in a row beside what a record is called, the most wanted first; and less, where there is less room.
pub fn beside(record: &Record) -> Vec<String> {
    let fields: &[Field] = match record.kind {
        RecordKind::Application => &[Field::State, Field::Day, Field::Role],
        RecordKind::Reference => &[Field::Relation, Field::Agreed],
        RecordKind::Experience => &[Field::From, Field::To],
    };
    let told = fields.iter().filter_map(|field| {
        if *field == Field::Relation && record.get(*field).is_none() {
            return Some("say how they know you".to_owned());
        }
        let text = visible(record.get(*field)?);
        Some(match field {
            Field::Agreed => format!("agreed: {text}"),
            Field::From => format!("from {text}"),
            Field::To => format!("to {text}"),
            _ => text.into_owned(),
        })
    });
    let told: Vec<String> = told.collect();
    let less = (1..=told.len()).rev();
    less.map(|parts| told[..parts].join(" · ")).collect()
}

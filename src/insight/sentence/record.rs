//! A record of the job search in words.

use super::flat;
use crate::curriculum::RecordKind;
use crate::progress::{Deed, Field, Record};

/// A record of the job search, with what there is to say of it.
pub(super) fn record(deed: &Deed) -> String {
    let (record, removed) = match deed {
        Deed::Reference(reference) => (Record::from(reference), reference.removed),
        Deed::Application(application) => (Record::from(application), application.removed),
        Deed::Experience(experience) => (Record::from(experience), experience.removed),
        other => return other.kind().to_owned(),
    };
    let name = match record.kind {
        RecordKind::Reference => "reference",
        RecordKind::Application => "application to",
        RecordKind::Experience => "earlier work:",
    };
    let title = flat(record.title());
    if removed == Some(true) {
        return format!("removed: {name} {title}").trim_end().to_owned();
    }
    let others = Field::of(record.kind).iter().skip(1);
    let told = others
        .filter(|field| !field.is_address())
        .filter_map(|field| {
            let text = flat(record.get(*field)?);
            Some(match field {
                Field::Agreed => format!("agreed: {text}"),
                Field::From => format!("from {text}"),
                Field::To => format!("to {text}"),
                _ => text,
            })
        });
    let told: Vec<String> = std::iter::once(title).chain(told).collect();
    format!("{name} {}", told.join(", "))
}

//! What may be put down of a job search: references, applications, earlier work.

use uuid::Uuid;

use super::{Case, worded};
use crate::curriculum::RecordKind;
use crate::curriculum::closeness::closeness;
use crate::curriculum::target::Record as Wanted;
use crate::progress::Day;
use crate::progress::deed::Deed;
use crate::progress::field::{Field, Record, SAVED};
use crate::progress::misfit::Misfit;
use crate::progress::refusal::Refusal;
use crate::text::{Link, is_plain};

/// What is given of a record, field by field; an empty text empties the field.
type Given = Vec<(Field, String)>;

impl Case<'_> {
    pub(super) fn add_record(
        &self,
        kind: RecordKind,
        given: Given,
        today: Day,
        fresh: Uuid,
    ) -> Result<Deed, Refusal> {
        let blank = Record::blank(kind, fresh);
        let blank = match kind {
            RecordKind::Application => blank.with(Field::State, Some("sent".to_owned())),
            RecordKind::Reference | RecordKind::Experience => blank,
        };
        Ok(self.filled(&blank, given, today)?.deed(None))
    }

    pub(super) fn change_record(
        &self,
        kind: RecordKind,
        id: Uuid,
        given: Given,
        today: Day,
    ) -> Result<Deed, Refusal> {
        let before = self.record(kind, id)?;
        let given = sent_today(&before, given, today);
        let after = self.filled(&before, given, today)?;
        if after == before {
            return Err(Misfit::Unchanged.into());
        }
        Ok(after.deed(None))
    }

    pub(super) fn remove_record(&self, kind: RecordKind, id: Uuid) -> Result<Deed, Refusal> {
        Ok(self.record(kind, id)?.deed(Some(true)))
    }

    fn record(&self, kind: RecordKind, id: Uuid) -> Result<Record, Refusal> {
        let mut records = self.progress.facts().records(kind).into_iter();
        let record = records.find(|record| record.id == id);
        record.ok_or(Refusal::NoChange("there is no such record any more"))
    }

    /// The record with what is given of it, if all of that goes together.
    fn filled(&self, before: &Record, given: Given, today: Day) -> Result<Record, Refusal> {
        let mut record = before.clone();
        for (field, text) in given {
            let text = match text.trim() {
                "" => None,
                text => Some(self.fit(field, text)?),
            };
            record = record.with(field, text);
        }
        let kind = record.kind;
        if record.title().is_empty() {
            return Err(Misfit::Missing(kind).into());
        }
        match kind {
            RecordKind::Reference => Ok(record),
            RecordKind::Application => sent(before, record, today),
            RecordKind::Experience => in_order(before, record, today),
        }
    }

    /// The text as the field takes it.
    fn fit(&self, field: Field, text: &str) -> Result<String, Refusal> {
        let text = worded(text)?;
        if is_plain(&text).is_err() {
            return Err(Misfit::Line(field).into());
        }
        match field {
            Field::Url | Field::Link => {
                let link: Link = text.parse().map_err(Refusal::BadLink)?;
                Ok(link.to_string())
            }
            Field::Agreed | Field::State => {
                let word = text.to_lowercase();
                let is_known = field.choices().contains(&word.as_str());
                is_known.then_some(word).ok_or(Misfit::Word(field).into())
            }
            Field::Day if text.parse::<Day>().is_err() => Err(Misfit::Day(field).into()),
            Field::From | Field::To if first_day(&text).is_none() => {
                Err(Misfit::Time(field).into())
            }
            Field::Relation => self.counted(text),
            _ => Ok(text),
        }
    }

    /// The relation, unless it counts nowhere, or the curriculum says that it does not.
    fn counted(&self, relation: String) -> Result<String, Refusal> {
        let targets = self.curriculum.targets.iter();
        let requirements = targets.flat_map(|target| &target.requirements);
        let mut wanted = requirements.filter_map(|requirement| requirement.record.as_ref());
        let excluded = wanted.find_map(|wanted: &Wanted| wanted.excludes(&relation));
        match excluded.or_else(|| closeness(&relation)) {
            Some(excluded) => {
                let relation = format!("“{excluded}”");
                Err(Misfit::Uncounted { relation }.into())
            }
            None => Ok(relation),
        }
    }
}

/// What is given of an application, and that it is sent today, where it was only saved till now and no day is given: the
/// day that it has is the one for which it was saved.
fn sent_today(before: &Record, mut given: Given, today: Day) -> Given {
    let leaves_saved = |(field, text): &(Field, String)| {
        *field == Field::State && text.trim().to_lowercase() != SAVED
    };
    let is_sent = before.get(Field::State) == Some(SAVED) && given.iter().any(leaves_saved);
    if is_sent && given.iter().all(|(field, _)| *field != Field::Day) {
        given.push((Field::Day, today.to_string()));
    }
    given
}

/// An application; one that was sent was sent on a day, today at the latest. The day of one that was sent before is looked
/// at only where it changes: a clock that was set back, or a flight to the west, can make it a day to come.
fn sent(before: &Record, record: Record, today: Day) -> Result<Record, Refusal> {
    let was_sent = before.get(Field::State) != Some(SAVED);
    let stays = was_sent && is_same(Field::Day, before, &record);
    if record.get(Field::State) == Some(SAVED) || stays {
        return Ok(record);
    }
    match record.get(Field::Day).map(str::parse::<Day>) {
        Some(Ok(day)) if day > today => Err(Misfit::Unsent.into()),
        None => Ok(record.with(Field::Day, Some(today.to_string()))),
        Some(_) => Ok(record),
    }
}

/// Whether a field has a text, and the one that it had.
fn is_same(field: Field, before: &Record, after: &Record) -> bool {
    let text = after.get(field);
    text.is_some() && text == before.get(field)
}

/// Work that has begun, and begins before it ends, as far as that is told. When it began is looked at as in [`sent`].
fn in_order(before: &Record, record: Record, today: Day) -> Result<Record, Refusal> {
    let begun = record.get(Field::From).and_then(first_day);
    let is_to_come = begun.is_some_and(|begun| begun > today);
    if is_to_come && !is_same(Field::From, before, &record) {
        return Err(Misfit::Unbegun.into());
    }
    let both = record.get(Field::From).zip(record.get(Field::To));
    let is_backwards = both.is_some_and(|(from, to)| {
        let least = from.len().min(to.len());
        from.get(..least) > to.get(..least)
    });
    if is_backwards {
        return Err(Misfit::Backwards.into());
    }
    Ok(record)
}

/// The first day of a day, a month or a year.
fn first_day(text: &str) -> Option<Day> {
    let whole = ["", "-01", "-01-01"].map(|rest| format!("{text}{rest}"));
    let mut days = whole.iter().filter_map(|day| day.parse().ok());
    days.next()
}

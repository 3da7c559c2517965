//! The records of a job search as commands take and list them: references, applications, earlier work.

use serde::ser::{Serialize, SerializeMap, Serializer};
use uuid::Uuid;

use super::desk::Desk;
use super::line::{Line, Tone};
use super::name::LEAST_DIGITS;
use super::page::Page;
use super::proof;
use super::reply::{Format, Reply};
use super::trouble::Trouble;
use crate::curriculum::RecordKind;
use crate::progress::{Field, Intent, Record};
use crate::text::with_scheme;

/// How many records an ambiguous name lists.
const MOST: usize = 8;

/// What is said of a record: its fields, as far as they were given.
pub(super) type Given<'a> = [(Field, Option<&'a str>)];

/// Puts a record down.
pub(super) fn add(kind: RecordKind, given: &Given<'_>, desk: &mut Desk) -> Result<Reply, Trouble> {
    let today = desk.session()?.today()?;
    let given = fields(given);
    desk.record(vec![Intent::AddRecord { kind, given, today }])
}

/// Changes what is given of the record of that name.
pub(super) fn edit(
    kind: RecordKind,
    name: &str,
    given: &Given<'_>,
    desk: &mut Desk,
) -> Result<Reply, Trouble> {
    let id = named(kind, name, desk)?;
    let today = desk.session()?.today()?;
    let given = fields(given);
    if given.is_empty() {
        return Err(Trouble::usage(
            "there is nothing to change",
            "no field was given",
            format!("milepost {} edit --help names them", kind.word()),
        ));
    }
    desk.record(vec![Intent::ChangeRecord {
        kind,
        id,
        given,
        today,
    }])
}

/// Removes the record of that name.
pub(super) fn remove(kind: RecordKind, name: &str, desk: &mut Desk) -> Result<Reply, Trouble> {
    let id = named(kind, name, desk)?;
    desk.record(vec![Intent::RemoveRecord(kind, id)])
}

/// Lists the records of a kind.
pub(super) fn list(kind: RecordKind, format: Format, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.snapshot()?;
    let records = snapshot.progress.facts().records(kind);
    let rows: Vec<Row> = records.into_iter().map(Row).collect();
    let reply = format.reply(&rows, |rows| page(rows))?;
    Ok(if rows.is_empty() {
        let word = kind.word();
        reply.and_explain(format!(
            "none is put down yet; milepost {word} add --help says how"
        ))
    } else {
        reply
    })
}

/// A record as a list shows it.
struct Row(Record);

impl Row {
    fn cells(&self) -> Vec<Line> {
        let Self(record) = self;
        let id = Line::from("  ").then(Tone::Name, &proof::short(record.id));
        let fields = Field::of(record.kind).iter();
        let fields = fields.map(|field| Line::from(record.get(*field).unwrap_or_default()));
        std::iter::once(id).chain(fields).collect()
    }
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(record) = self;
        let fields = Field::of(record.kind);
        let mut map = serializer.serialize_map(Some(fields.len() + 1))?;
        map.serialize_entry("id", &record.id)?;
        for field in fields {
            map.serialize_entry(field.word(), &record.get(*field))?;
        }
        map.end()
    }
}

fn page(rows: &[Row]) -> Page {
    let mut page = Page::default();
    page.table(rows.iter().map(Row::cells).collect());
    page
}

fn fields(given: &Given<'_>) -> Vec<(Field, String)> {
    let given = given.iter();
    let given = given.filter_map(|(field, text)| Some((*field, (*text)?)));
    let given = given.map(|(field, text)| match text.trim() {
        text if field.is_address() && !text.is_empty() => (field, with_scheme(text).into_owned()),
        text => (field, text.to_owned()),
    });
    given.collect()
}

/// The record whose id begins or ends so, or the only one whose name has that in it. All the digits that a list shows of
/// an id mean that one, whatever others are called.
fn named(kind: RecordKind, name: &str, desk: &mut Desk) -> Result<Uuid, Trouble> {
    let records = desk.snapshot()?.progress.facts().records(kind);
    let wanted = name.trim().to_lowercase();
    let listed = |record: &&Record| proof::short(record.id) == wanted;
    let digits = wanted.replace('-', "");
    let by_id = |record: &Record| {
        let id = record.id.simple().to_string();
        digits.len() >= LEAST_DIGITS && (id.starts_with(&digits) || id.ends_with(&digits))
    };
    let by_title = |record: &Record| record.title().to_lowercase().contains(&wanted);
    if let Some(record) = records.iter().find(listed) {
        return Ok(record.id);
    }
    let fits = |record: &&Record| !wanted.is_empty() && (by_id(record) || by_title(record));
    let found: Vec<&Record> = records.iter().filter(fits).collect();
    let word = kind.word();
    match found.as_slice() {
        [only] => Ok(only.id),
        [] => Err(Trouble::refused(
            format!("there is no {word} `{name}`"),
            "none is called so, and no id begins or ends so",
            format!("milepost {word} list shows them"),
        )),
        several => {
            let more = if several.len() > MOST { ", …" } else { "" };
            let few = several.iter().take(MOST);
            let few = few.map(|record| format!("{} ({})", proof::short(record.id), record.title()));
            let few: Vec<String> = few.collect();
            Err(Trouble::refused(
                format!("`{name}` is not clear"),
                format!("{} of them have that", several.len()),
                format!("name one of: {}{more}", few.join(", ")),
            ))
        }
    }
}

//! Whether a store holds together: its pages, every event, setting and curriculum, and that no event is missing.

use std::collections::BTreeMap;

use rusqlite::Connection;
use uuid::Uuid;

use super::curricula::{BODIES, damaged, verified};
use super::error::Fault;
use super::row::{Row, columns};
use super::settings;
use super::sum::Sum;

/// How much of an outline is looked at in one piece, in bytes.
const PIECE: usize = 64 * 1024;

/// Looks at all of the store, within one view of it; changes nothing.
///
/// # Errors
/// [`Fault::Damaged`] with the first finding.
pub(super) fn check(connection: &Connection) -> Result<(), Fault> {
    let view = connection.unchecked_transaction()?;
    find(&view, "PRAGMA integrity_check(1)")?;
    check_contents(&view)?;
    let counted = counted(&view)?;
    if let Some(subject) = differing(&counted, &tallied(&view)?) {
        return Err(miscounted(subject));
    }
    Ok(())
}

/// Looks at all but the events; changes nothing. Takes some 7 ms where the store has 5 MB of events.
///
/// # Errors
/// [`Fault::Damaged`] with the first finding.
pub(super) fn check_frame(connection: &Connection) -> Result<(), Fault> {
    find(connection, "PRAGMA quick_check(1)")?;
    check_contents(connection)
}

/// Looks at the pages; the quick way leaves out whether each index says what its table says.
fn find(connection: &Connection, pragma: &str) -> Result<(), Fault> {
    match connection.query_row(pragma, [], |row| row.get::<_, String>(0))? {
        finding if finding != "ok" => Err(Fault::damaged(finding)),
        _ => Ok(()),
    }
}

fn check_contents(connection: &Connection) -> Result<(), Fault> {
    settings::check(connection)?;
    check_curricula(connection)
}

/// Looks at every part of every curriculum.
fn check_curricula(connection: &Connection) -> Result<(), Fault> {
    let mut outlines = connection.prepare(
        "SELECT rowid, id, version, source_digest, digest, loaded_at, sum FROM curriculum",
    )?;
    let mut rows = outlines.query([])?;
    while let Some(row) = rows.next()? {
        check_outline(connection, row)?;
    }
    let mut bodies = connection.prepare(BODIES)?;
    let mut rows = bodies.query([])?;
    while let Some(row) = rows.next()? {
        verified(row)?;
    }
    Ok(())
}

/// Looks at a row with an outline, of which the longest take more memory than all else.
fn check_outline(connection: &Connection, row: &rusqlite::Row<'_>) -> Result<(), Fault> {
    let texts: Vec<&str> = (1..=5)
        .map(|column| row.get_ref(column)?.as_str().map_err(Into::into))
        .collect::<rusqlite::Result<_>>()?;
    let [id, version, source_digest, digest, loaded_at] = texts[..] else {
        return Ok(());
    };
    let mut sum = Sum::default();
    for text in [id, version, source_digest, digest] {
        sum.add_text(text);
    }
    let outline = connection.blob_open("main", "curriculum", "outline", row.get(0)?, true)?;
    sum.begin(Some(outline.len()));
    let mut piece = vec![0; PIECE];
    for from in (0..outline.len()).step_by(PIECE) {
        let count = outline.read_at(&mut piece, from)?;
        sum.add(&piece[..count]);
    }
    sum.add_text(loaded_at);
    if row.get::<_, [u8; 32]>(6)? == sum.finish() {
        Ok(())
    } else {
        Err(damaged(id, version))
    }
}

/// Whether no event is missing; each of them was looked at.
///
/// # Errors
/// [`Fault::Damaged`] if there are more events or fewer than were recorded.
pub(super) fn check_count(connection: &Connection) -> Result<(), Fault> {
    let sql = "SELECT (SELECT count(*) FROM event) = (SELECT coalesce(sum(events), 0) FROM tally)";
    if connection.query_row(sql, [], |row| row.get(0))? {
        Ok(())
    } else {
        Err(Fault::damaged("its events are not all there"))
    }
}

/// The finding that events of a learner are missing, or are there unaccounted for.
pub(super) fn miscounted(subject: Uuid) -> Fault {
    Fault::damaged(format!("the events of learner {subject} are not all there"))
}

/// How many events each learner has, after a look at each of them.
fn counted(connection: &Connection) -> Result<BTreeMap<Uuid, u64>, Fault> {
    let mut statement = connection.prepare(concat!("SELECT ", columns!(), " FROM event"))?;
    let mut rows = statement.query([])?;
    let mut counted = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let row = Row::verified(row)?;
        row.event()?;
        *counted.entry(row.subject()).or_default() += 1;
    }
    Ok(counted)
}

/// How many events each learner should have.
fn tallied(connection: &Connection) -> Result<BTreeMap<Uuid, u64>, Fault> {
    let mut statement = connection.prepare("SELECT subject, events FROM tally")?;
    let rows = statement.query_map([], |row| {
        Ok((Uuid::from_bytes(row.get(0)?), row.get::<_, i64>(1)?))
    })?;
    rows.map(|row| {
        let (subject, events) = row?;
        Ok((subject, u64::try_from(events).unwrap_or_default()))
    })
    .collect()
}

fn differing(counted: &BTreeMap<Uuid, u64>, tallied: &BTreeMap<Uuid, u64>) -> Option<Uuid> {
    let mut subjects = counted.keys().chain(tallied.keys());
    subjects
        .find(|subject| counted.get(subject) != tallied.get(subject))
        .copied()
}

//! A learner's log as it is read, each event with its checksum: whole, from where somebody left off, or page by page.

use std::rc::Rc;

use rusqlite::{CachedStatement, Connection, OptionalExtension, Params, params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Store;
use super::check::miscounted;
use super::error::{Fault, StoreError};
use super::lookup::{all_retractions, retractions};
use super::row::{Row, columns};
use crate::progress::undo::Undone;
use crate::progress::{Event, Log, Order};

/// How many events at most are handed over as [`Since::Later`]; to walk over more of them takes less memory.
const TAIL: u64 = 10_000;

/// How much of a learner's log somebody has seen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extent {
    /// How many events.
    pub events: u64,
    /// How often the log had changed by then: by a new event, or one forgotten or completed.
    pub changes: u64,
    /// Where the newest of them stands.
    pub newest: Option<Order>,
}

impl Extent {
    /// The hybrid time of the newest of them; 0 where there is none.
    pub fn newest_at(&self) -> i64 {
        self.newest.map_or(0, |Order(at, _)| at)
    }
}

/// What became of a log since somebody looked.
#[derive(Debug, Clone, PartialEq)]
pub enum Since {
    /// Nothing.
    Nothing,
    /// These events came, all of them later than those seen, and the log goes so far now.
    Later(Vec<Event>, Extent),
    /// More than that: something was forgotten or came into the past, or too much came to be handed over.
    Other,
}

impl Store {
    /// All events about this learner.
    ///
    /// # Errors
    /// [`Fault::Damaged`] if an event is not as it was written, or one is missing.
    pub fn events(&self, subject: Uuid) -> Result<Log, StoreError> {
        let mut log = Log::default();
        self.walk(subject, |event, _| {
            log.append(event);
        })?;
        Ok(log)
    }

    /// Hands over all events about this learner, the oldest first, each with what is undone.
    ///
    /// # Errors
    /// As [`Store::events`]; some were handed over by then.
    pub fn walk(
        &self,
        subject: Uuid,
        mut each: impl FnMut(Event, &Undone),
    ) -> Result<Extent, StoreError> {
        self.read(|connection| {
            let undone = Undone::of(&all_retractions(connection, subject)?);
            let mut seen = Extent::default();
            let later = later(connection, subject, None, |event| {
                seen.events += 1;
                seen.newest = Some(event.order());
                each(event, &undone);
            });
            later?;
            let tally = tally(connection, subject)?;
            if tally.events != seen.events {
                return Err(miscounted(subject));
            }
            if is_only(connection, subject)? {
                self.look.set(self.look.get().with_all_events());
            }
            Ok(Extent {
                changes: tally.changes,
                ..seen
            })
        })
    }

    /// Hands over every mentor's answer to whomever, each with the learner whom it is about.
    ///
    /// # Errors
    /// [`Fault::Damaged`] if one of them is not as it was written; some were handed over by then.
    pub fn walk_verdicts(&self, mut each: impl FnMut(Uuid, Event)) -> Result<(), StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(concat!(
                "SELECT ",
                columns!(),
                r#" FROM event WHERE "by" IS NOT NULL"#
            ))?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let row = Row::verified(row)?;
                each(row.subject(), row.event()?);
            }
            Ok(())
        })
    }

    /// What became of this learner's log since somebody saw so much of it.
    ///
    /// # Errors
    /// [`Fault::Damaged`] if one of the later events is not as it was written.
    pub fn since(&self, subject: Uuid, seen: &Extent) -> Result<Since, StoreError> {
        self.read(|connection| {
            let tally = tally(connection, subject)?;
            let [came, changed] = [
                tally.events.checked_sub(seen.events),
                tally.changes.checked_sub(seen.changes),
            ];
            let came = match (came, changed) {
                (Some(0), Some(0)) => return Ok(Since::Nothing),
                (Some(came @ 1..=TAIL), Some(changed)) if came == changed => came,
                _ => return Ok(Since::Other),
            };
            let mut events = Vec::new();
            later(connection, subject, seen.newest, |event| events.push(event))?;
            if events.len() as u64 != came {
                return Ok(Since::Other);
            }
            let newest = events.last().map(Event::order);
            Ok(Since::Later(events, Extent { newest, ..tally }))
        })
    }

    /// So many of the events about this learner that stand before a place in the log, or the newest of all; the newest
    /// first.
    ///
    /// # Errors
    /// [`Fault::Damaged`] if one of them is not as it was written.
    pub fn page(
        &self,
        subject: Uuid,
        before: Option<Order>,
        count: usize,
    ) -> Result<Vec<Event>, StoreError> {
        let Order(at, id) = before.unwrap_or(Order(i64::MAX, Uuid::max()));
        self.read(|connection| {
            let statement = connection.prepare_cached(concat!(
                "SELECT ",
                columns!(),
                " FROM event WHERE subject = ?1 AND (at, id) < (?2, ?3) ORDER BY at DESC, id DESC LIMIT ?4"
            ))?;
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            collected(statement, params![subject.as_bytes(), at, id.as_bytes(), count])
        })
    }

    /// What this learner and their mentors took back, as far as that was not itself taken back.
    ///
    /// # Errors
    /// [`Fault::Damaged`] if one of the retractions is not as it was written.
    pub fn undone(&self, subject: Uuid) -> Result<Rc<Undone>, StoreError> {
        self.read(|connection| {
            let changes = tally(connection, subject)?.changes;
            let mut read = self.undone.borrow_mut();
            match &*read {
                Some((whose, then, undone)) if (*whose, *then) == (subject, changes) => {
                    Ok(Rc::clone(undone))
                }
                _ => {
                    let undone = Rc::new(Undone::of(&retractions(connection, subject)?));
                    *read = Some((subject, changes, Rc::clone(&undone)));
                    Ok(undone)
                }
            }
        })
    }
}

/// Hands over the events behind a place in the log, or all of them; the oldest first.
fn later(
    connection: &Connection,
    subject: Uuid,
    after: Option<Order>,
    mut each: impl FnMut(Event),
) -> Result<(), Fault> {
    let Order(at, id) = after.unwrap_or(Order(i64::MIN, Uuid::nil()));
    let mut statement = connection.prepare_cached(concat!(
        "SELECT ",
        columns!(),
        " FROM event WHERE subject = ?1 AND (at, id) > (?2, ?3) ORDER BY at, id"
    ))?;
    let mut rows = statement.query(params![subject.as_bytes(), at, id.as_bytes()])?;
    while let Some(row) = rows.next()? {
        each(Row::verified(row)?.event()?);
    }
    Ok(())
}

/// The events that a statement finds.
pub(super) fn collected(
    mut statement: CachedStatement<'_>,
    parameters: impl Params,
) -> Result<Vec<Event>, Fault> {
    let mut rows = statement.query(parameters)?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        events.push(Row::verified(row)?.event()?);
    }
    Ok(events)
}

/// Whether all events are about this learner.
fn is_only(connection: &Connection, subject: Uuid) -> Result<bool, Fault> {
    let sql = "SELECT NOT EXISTS (SELECT 1 FROM tally WHERE subject <> ?1)";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row([subject.as_bytes()], |row| row.get(0))?)
}

/// How many events this learner has, and how often that changed.
pub(super) fn tally(connection: &Connection, subject: Uuid) -> Result<Extent, Fault> {
    let mut statement =
        connection.prepare_cached("SELECT events, changes FROM tally WHERE subject = ?1")?;
    let found = statement.query_row([subject.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)));
    let (events, changes): (i64, i64) = found.optional()?.unwrap_or_default();
    Ok(Extent {
        events: events.try_into().unwrap_or_default(),
        changes: changes.try_into().unwrap_or_default(),
        newest: None,
    })
}

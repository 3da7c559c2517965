//! The events of each learner: added all or none, never changed save to forget.

use rusqlite::Connection;
use uuid::Uuid;

use super::Store;
use super::backup::{Backup, Backups};
use super::cache;
use super::drafts;
use super::error::{Fault, StoreError};
use super::private_copy;
use super::row::{Row, columns};
use super::settings::settle;
use crate::progress::{Clash, Deed, Event, Log};

/// What a union brought.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Added {
    /// How many events the store did not know.
    pub events: usize,
    /// How many events it knew and the other log had forgotten; they are forgotten here, too.
    pub forgotten: usize,
}

/// What happens to the backups where a union forgets an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purge {
    /// They are replaced as by [`Store::forget`]: the learner's own other machine forgot it.
    Backups,
    /// They stay, for the word of somebody else's file is not enough to delete the only other copy.
    Nothing,
}

/// An event, and the drafts in whose place it comes: each a key and what it says.
#[derive(Debug, Clone)]
pub struct Settled {
    /// The event.
    pub event: Event,
    /// The drafts.
    pub drafts: Vec<(String, String)>,
}

impl Store {
    /// A number that every new or forgotten event raises, whichever process wrote it; one query.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn changes(&self) -> Result<i64, StoreError> {
        self.read(|connection| {
            let mut statement =
                connection.prepare_cached("SELECT coalesce(sum(changes), 0) FROM tally")?;
            Ok(statement.query_row([], |row| row.get(0))?)
        })
    }

    /// A number that changes with whatever another connection writes, and with nothing that this one does.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn version(&self) -> Result<i64, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached("PRAGMA data_version")?;
            Ok(statement.query_row([], |row| row.get(0))?)
        })
    }

    /// Adds events about this learner, all or none. Those that are there already are left as they are, so that a write
    /// whose outcome is unknown can be repeated with the same ids.
    ///
    /// # Errors
    /// [`Fault::Clash`] if an event is known with another content; [`Fault::Busy`], [`Fault::Full`], [`Fault::ReadOnly`].
    pub fn append(&mut self, subject: Uuid, events: &[Event]) -> Result<Added, StoreError> {
        self.write(|connection| {
            let events = Log::of(events.iter().cloned())?;
            record(connection, &news(connection, subject, &events)?)
        })
    }

    /// Adds events about several learners as by [`Store::append`], all or none.
    ///
    /// # Errors
    /// As [`Store::append`].
    pub fn append_all(&mut self, logs: &[(Uuid, Log)]) -> Result<(), StoreError> {
        self.write(|connection| {
            for (subject, events) in logs {
                record(connection, &news(connection, *subject, events)?)?;
            }
            Ok(())
        })
    }

    /// Adds events about this learner as by [`Store::append`], each in the place of its drafts: all of it or nothing. An event
    /// of whose drafts none is there any more is not added; a draft that says something else by now stays.
    ///
    /// # Errors
    /// As [`Store::append`].
    pub fn settle_drafts(
        &mut self,
        subject: Uuid,
        settled: &[Settled],
    ) -> Result<Added, StoreError> {
        self.write(|connection| {
            let mut events = Vec::new();
            for Settled { event, drafts } in settled {
                let mut removed = 0;
                for (key, body) in drafts {
                    removed += drafts::remove(connection, key, body)?;
                }
                events.extend((removed > 0).then(|| event.clone()));
            }
            let events = Log::of(events)?;
            record(connection, &news(connection, subject, &events)?)
        })
    }

    /// Adds what the store does not know of another log about this learner, all or none, after a backup; a union that
    /// brings nothing makes none. What the other log has forgotten is forgotten here, and purged as
    /// told.
    ///
    /// # Errors
    /// [`Fault::Clash`] if an event is known with another content; [`Fault::Busy`], [`Fault::Full`], [`Fault::ReadOnly`].
    pub fn unite(
        &mut self,
        subject: Uuid,
        theirs: &Log,
        purge: Purge,
        now: jiff::Timestamp,
    ) -> Result<Added, StoreError> {
        self.united(subject, theirs, purge, now, |_| Ok(()))
    }

    /// As [`Store::unite`], in a store that is nobody's yet: it is this learner's from then on.
    ///
    /// # Errors
    /// As [`Store::unite`].
    pub fn adopt(
        &mut self,
        learner: Uuid,
        theirs: &Log,
        purge: Purge,
        now: jiff::Timestamp,
    ) -> Result<Added, StoreError> {
        self.united(learner, theirs, purge, now, |connection| {
            settle(connection, learner)
        })
    }

    fn united(
        &mut self,
        subject: Uuid,
        theirs: &Log,
        purge: Purge,
        now: jiff::Timestamp,
        first: impl FnOnce(&Connection) -> Result<(), Fault>,
    ) -> Result<Added, StoreError> {
        let backups = Backups::of(&self.file);
        let added = self.write(|connection| {
            let news = news(connection, subject, theirs)?;
            if !news.is_empty() && has_events(connection)? {
                backups.make(now)?;
            }
            first(connection)?;
            record(connection, &news)
        })?;
        if added.forgotten > 0 && purge == Purge::Backups {
            self.purge(now)?;
        }
        Ok(added)
    }

    /// Replaces what the event says by nothing, for good: the old content is overwritten in the store, and one fresh
    /// backup takes the place of all others. Returns `false` if there is no such event; may be repeated.
    ///
    /// # Errors
    /// The store cannot be written. [`Fault::Unpurged`] if it was, and the backups could not be replaced, or another
    /// process reads a copy: forgetting again finishes it.
    pub fn forget(
        &mut self,
        subject: Uuid,
        id: Uuid,
        now: jiff::Timestamp,
    ) -> Result<bool, StoreError> {
        let known = self.write(|connection| {
            let Some(row) = known(connection, id)?.filter(|row| row.subject() == subject) else {
                return Ok(false);
            };
            let event = row.event()?;
            remove_begun_changes(connection, &event)?;
            let forgotten = Row::of(subject, &event.forgotten());
            if row != forgotten {
                record(connection, &[News::Forgotten(forgotten)])?;
            }
            Ok(true)
        })?;
        if known {
            self.purge(now)?;
        }
        Ok(known)
    }

    /// Overwrites what was forgotten wherever a copy of it may lie: in free pages, in backups, in the private copies that
    /// killed processes left.
    fn purge(&mut self, now: jiff::Timestamp) -> Result<Backup, StoreError> {
        let unpurged = |reason| self.error(Fault::Unpurged { reason });
        let purged = (|| {
            // `secure_delete` overwrites cells, and balancing a page can still leave the bytes of a moved one behind.
            self.connection.execute_batch("VACUUM")?;
            Backups::of(&self.file).replace_all(now)
        })();
        let backup = purged.map_err(|fault| {
            let why = self.error(fault).why();
            unpurged(format!("the backups could not be replaced: {why}"))
        })?;
        let used =
            private_copy::sweep_all_of(&self.file).map_err(|error| unpurged(error.to_string()))?;
        match used.first() {
            None => Ok(backup),
            Some(copy) => Err(unpurged(format!(
                "the copy in {} may still be in use",
                copy.display()
            ))),
        }
    }
}

/// What a row does to the table.
enum News {
    Added(Row<'static>),
    /// It was known from a file for a mentor, which leaves its reason out.
    Completed(Row<'static>),
    Forgotten(Row<'static>),
}

pub(super) fn known(connection: &Connection, id: Uuid) -> Result<Option<Row<'static>>, Fault> {
    let mut statement =
        connection.prepare_cached(concat!("SELECT ", columns!(), " FROM event WHERE id = ?1"))?;
    let mut rows = statement.query([id.as_bytes()])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    Ok(Some(Row::verified(row)?.into_owned()))
}

/// What of these events the store does not know yet.
fn news(connection: &Connection, subject: Uuid, events: &Log) -> Result<Vec<News>, Fault> {
    let mut news = Vec::new();
    for event in events.events() {
        let theirs = Row::of(subject, event);
        match known(connection, event.id)? {
            None => news.push(News::Added(theirs)),
            Some(ours) if ours == theirs => {}
            Some(ours) if ours.subject() != subject => return Err(Clash { id: event.id }.into()),
            Some(ours) => {
                for standing in Log::of([ours.event()?, event.clone()])? {
                    let row = Row::of(subject, &standing);
                    match standing.deed {
                        _ if row == ours => {}
                        Deed::Forgotten(_) => news.push(News::Forgotten(row)),
                        _ => news.push(News::Completed(row)),
                    }
                }
            }
        }
    }
    Ok(news)
}

fn record(connection: &Connection, news: &[News]) -> Result<Added, Fault> {
    let mut added = Added::default();
    for row in news {
        match row {
            News::Added(row) => {
                row.insert(connection)?;
                added.events += 1;
            }
            News::Completed(row) => row.replace(connection)?,
            News::Forgotten(row) => {
                if let Some(before) = known(connection, row.event()?.id)? {
                    remove_begun_changes(connection, &before.event()?)?;
                }
                row.replace(connection)?;
                added.forgotten += 1;
            }
        }
    }
    if added.forgotten > 0 {
        // A folded snapshot may quote what was forgotten.
        cache::clear(connection)?;
    }
    Ok(added)
}

/// Removes the changes of an event that were begun and not sent: they say what it says.
fn remove_begun_changes(connection: &Connection, event: &Event) -> Result<(), Fault> {
    let begun = [Some(event.id), event.deed.evidence()];
    for changed in begun.into_iter().flatten() {
        drafts::remove_about(connection, changed)?;
    }
    Ok(())
}

fn has_events(connection: &Connection) -> Result<bool, Fault> {
    Ok(connection.query_row("SELECT EXISTS (SELECT 1 FROM event)", [], |row| row.get(0))?)
}

//! Copies of the store in its `backups` folder: each whole and checked, the newest seven of them.

#![expect(clippy::disallowed_methods, reason = "the store keeps its own files")]

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::{Timestamp, ToSpan};
use rusqlite::Connection;
use rusqlite::backup::{Backup as Copying, StepResult};

use super::Store;
use super::check::check;
use super::connection;
use super::error::{Fault, StoreError};
use super::leftovers::sweep;
use super::schema::{self, MIGRATIONS};
use crate::progress::Day;
use crate::system::files;

/// How many backups are kept.
const KEPT: usize = 7;

/// Under which setting the day of the last daily backup is kept.
const DAY: &str = "backed-up-on";

/// How a backup's name begins and ends; between stands its time, so that names sort by it.
const PREFIX: &str = "milepost-";
const SUFFIX: &str = ".db";
pub(super) const TIME: &str = "%Y%m%dT%H%M%S%.6fZ";

/// How the name of a file that is still being written begins.
pub(super) const UNFINISHED: &str = ".unfinished-";

/// After how long an unfinished file is taken for one that an interrupted run left.
pub(super) const STALE: Duration = Duration::from_hours(1);

/// A copy of the store.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Backup {
    /// When it was made; later than every backup before it, whatever the clock said.
    pub at: Timestamp,
    /// Where it is.
    pub file: PathBuf,
}

/// The backups of one store.
pub(super) struct Backups {
    store: PathBuf,
    folder: PathBuf,
}

impl Store {
    /// Makes a backup now.
    ///
    /// # Errors
    /// The store is damaged (no older backup is then rotated away), or the folder cannot be written.
    pub fn backup(&self, now: Timestamp) -> Result<Backup, StoreError> {
        Backups::of(&self.file)
            .make(now)
            .map_err(|fault| self.error(fault))
    }

    /// Makes a backup if none was made by this today; meant for the first write of a day. An empty store needs none.
    ///
    /// # Errors
    /// As [`Store::backup`].
    pub fn backup_daily(
        &mut self,
        today: Day,
        now: Timestamp,
    ) -> Result<Option<Backup>, StoreError> {
        let today = today.to_string();
        let due = |connection: &Connection| {
            let sql = "SELECT NOT EXISTS (SELECT 1 FROM setting WHERE key = ?1 AND value = ?2)
                AND EXISTS (SELECT 1 FROM event)";
            let mut statement = connection.prepare_cached(sql)?;
            Ok(statement.query_row([DAY, &today], |row| row.get(0))?)
        };
        if !self.read(due)? {
            return Ok(None);
        }
        let backup = self.backup(now)?;
        self.set_setting(DAY, &today)?;
        Ok(Some(backup))
    }

    /// All backups of the store, the newest last.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn backups(&self) -> Result<Vec<Backup>, StoreError> {
        Backups::of(&self.file)
            .list()
            .map_err(|fault| self.error(fault))
    }
}

impl Backups {
    /// The backups of the store in this file.
    pub(super) fn of(store: &Path) -> Self {
        Self {
            store: store.to_owned(),
            folder: store.with_file_name("backups"),
        }
    }

    /// Copies the store, checks the copy, and only then lets the oldest go.
    pub(super) fn make(&self, now: Timestamp) -> Result<Backup, Fault> {
        self.made(now).map_err(|fault| self.blamed(fault))
    }

    /// Whether there is any backup, good or not.
    pub(super) fn are_there(&self) -> bool {
        self.list().is_ok_and(|backups| !backups.is_empty())
    }

    fn made(&self, now: Timestamp) -> Result<Backup, Fault> {
        let backup = self.add(now)?;
        let backups = self.list()?;
        for old in backups.iter().rev().skip(KEPT) {
            fs::remove_file(&old.file)?;
        }
        Ok(backup)
    }

    /// Copies the store and deletes every other backup, finished or not.
    pub(super) fn replace_all(&self, now: Timestamp) -> Result<Backup, Fault> {
        let fresh = self.add(now)?;
        for entry in fs::read_dir(&self.folder)? {
            let file = entry?.path();
            let old = time_of(&file).is_some() || named(&file).starts_with(UNFINISHED);
            if old && file != fresh.file {
                fs::remove_file(file)?;
            }
        }
        files::sync_folder(&self.folder)?;
        Ok(fresh)
    }

    /// All backups, the newest last; other files in the folder are none of ours.
    pub(super) fn list(&self) -> Result<Vec<Backup>, Fault> {
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error.into()),
        };
        let mut backups = Vec::new();
        for entry in entries {
            let entry = entry?;
            // To open a pipe would wait for whoever writes into it.
            if !entry.file_type()?.is_file() {
                continue;
            }
            let file = entry.path();
            backups.extend(time_of(&file).map(|at| Backup { at, file }));
        }
        backups.sort();
        Ok(backups)
    }

    /// The newest backup that passes every check.
    pub(super) fn newest_good(&self) -> Option<Backup> {
        let backups = self.list().unwrap_or_default();
        backups
            .into_iter()
            .rev()
            .find(|backup| is_good(&backup.file).is_ok())
    }

    fn add(&self, now: Timestamp) -> Result<Backup, Fault> {
        files::create_folder(&self.folder).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => Fault::Io("something else has that name".into()),
            _ => error.into(),
        })?;
        let at = self.next(now)?;
        let file = self
            .folder
            .join(format!("{PREFIX}{}{SUFFIX}", at.strftime(TIME)));
        let unfinished = tempfile::Builder::new()
            .prefix(UNFINISHED)
            .tempfile_in(&self.folder)?
            .into_temp_path();
        sweep(&unfinished, UNFINISHED, STALE);
        self.copy_to(&unfinished)?;
        is_good(&unfinished)?;
        File::open(&unfinished)?.sync_all()?;
        unfinished.persist(&file).map_err(|failed| failed.error)?;
        files::sync_folder(&self.folder)?;
        Ok(Backup { at, file })
    }

    /// Copies the store as it was last committed, through a connection of its own: a writer may ask for this before it
    /// writes.
    fn copy_to(&self, file: &Path) -> Result<(), Fault> {
        let store = connection::reading(&self.store)?.ok_or(Fault::ReadOnly)?;
        let mut copy = Connection::open(file)?;
        match Copying::new(&store, &mut copy)?.step(-1)? {
            StepResult::Done => Ok(()),
            _ => Err(Fault::Busy),
        }
    }

    /// What the world did to a backup is no fault of the store.
    fn blamed(&self, fault: Fault) -> Fault {
        let reason = match fault {
            Fault::Io(reason) => reason,
            Fault::ReadOnly => "it is read-only".into(),
            Fault::Full => "the disk is full".into(),
            other => return other,
        };
        Fault::NoBackup {
            folder: self.folder.clone(),
            reason,
        }
    }

    /// The time of the next backup: later than that of the newest one, even where the clock was set back.
    fn next(&self, now: Timestamp) -> Result<Timestamp, Fault> {
        let newest = self.list()?.pop();
        let after = newest.and_then(|backup| backup.at.checked_add(1.microsecond()).ok());
        Ok(after.map_or(now, |after| now.max(after)))
    }
}

/// Whether a store in this file holds together; changes nothing.
pub(super) fn is_good(file: &Path) -> Result<(), Fault> {
    if !fs::metadata(file)?.is_file() {
        return Err(Fault::damaged("it is no regular file"));
    }
    let Some(connection) = connection::reading(file)? else {
        return Err(Fault::damaged("a journal lies beside it"));
    };
    schema::inspect(&connection, MIGRATIONS)?;
    check(&connection)
}

fn named(file: &Path) -> &str {
    file.file_name()
        .and_then(|name| name.to_str())
        .unwrap_or("")
}

/// When the backup in this file was made; `None` if it is no backup.
fn time_of(file: &Path) -> Option<Timestamp> {
    let time = named(file).strip_prefix(PREFIX)?.strip_suffix(SUFFIX)?;
    jiff::civil::DateTime::strptime(TIME, time)
        .and_then(|time| time.to_zoned(jiff::tz::TimeZone::UTC))
        .map(|time| time.timestamp())
        .ok()
}

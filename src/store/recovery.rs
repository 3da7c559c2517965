//! A journal that a crash left behind, or somebody put there: it is played on a private copy first.
//!
//! SQLite plays any journal that it finds beside a database, even that of another one. So the outcome is looked at
//! before the store itself is touched.

#![expect(clippy::disallowed_methods, reason = "the store keeps its own files")]

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::check::check;
use super::connection;
use super::error::Fault;
use super::private_copy::{PrivateCopy, copy};
use super::schema::{self, MIGRATIONS};

/// How often a journal that other processes create and settle meanwhile is looked at again.
const ATTEMPTS: usize = 50;

/// A store that holds together, as far as can be seen without reading all of it.
pub(super) enum Sound {
    /// It can be read where it is.
    InPlace {
        /// A connection that only reads.
        connection: Connection,
        /// The version of its schema.
        version: usize,
    },
    /// It holds together once the journal beside it is played, as it was in this copy.
    Replayed(PrivateCopy),
}

/// Looks at a store without changing a byte of it; private copies are made in the first of these folders
/// that takes them.
///
/// # Errors
/// It is damaged, foreign or of a newer version, or becomes so by the journal beside it.
pub(super) fn sound(file: &Path, copies: &[PathBuf]) -> Result<Sound, Fault> {
    for _ in 0..ATTEMPTS {
        if let Some(connection) = connection::reading(file)? {
            let version = schema::inspect(&connection, MIGRATIONS)?;
            return Ok(Sound::InPlace {
                connection,
                version,
            });
        }
        let left = Trace::of(&journal(file));
        let replayed = replayed(file, copies);
        // SQLite takes a journal that is deleted this very moment for one that was left behind; then what was copied
        // may be of two halves.
        if left.is_some()
            && connection::reading(file)?.is_none()
            && left == Trace::of(&journal(file))
        {
            return replayed.map(Sound::Replayed);
        }
    }
    Err(Fault::Busy)
}

/// What tells one file from the next under the same name.
#[derive(PartialEq, Eq)]
struct Trace {
    inode: u64,
    length: u64,
    modified: (i64, i64),
}

impl Trace {
    fn of(file: &Path) -> Option<Self> {
        let found = fs::metadata(file).ok()?;
        Some(Self {
            inode: found.ino(),
            length: found.len(),
            modified: (found.mtime(), found.mtime_nsec()),
        })
    }
}

fn replayed(file: &Path, copies: &[PathBuf]) -> Result<PrivateCopy, Fault> {
    let before = PrivateCopy::of(file, copies)?;
    let after = PrivateCopy::of(file, copies)?;
    copy(&mut File::open(journal(file))?, &journal(&after.file))?;
    let played = connection::writing(&after.file)?;
    schema::inspect(&played, MIGRATIONS)
        .and_then(|_| check(&played))
        .map_err(blame_journal)?;
    // Playing a journal takes the last write back, and so never brings an event.
    if let Ok(before) = before.whole()
        && !ids(&played)?.is_subset(&ids(&before)?)
    {
        return Err(Fault::damaged("the journal beside it is another store's"));
    }
    drop(played);
    Ok(after)
}

fn blame_journal(fault: Fault) -> Fault {
    match fault {
        Fault::Damaged { what, .. } => {
            Fault::damaged(format!("with the journal beside it, {what}"))
        }
        Fault::NotAStore { .. } => Fault::damaged("the journal beside it is another program's"),
        other => other,
    }
}

fn ids(connection: &Connection) -> Result<BTreeSet<[u8; 16]>, Fault> {
    let mut statement = connection.prepare("SELECT id FROM event")?;
    let ids = statement.query_map([], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// Where SQLite keeps the rollback journal of a database.
pub(super) fn journal(file: &Path) -> PathBuf {
    let mut name = OsString::from(file);
    name.push("-journal");
    name.into()
}

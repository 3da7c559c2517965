//! A journal that a crash left behind, or somebody put there: it is played on a private copy first.
//!
//! SQLite plays any journal that it finds beside a database, even that of another one. So the outcome is looked at
//! before the store itself is touched.

#![expect(clippy::disallowed_methods, reason = "the store keeps its own files")]

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use tempfile::TempDir;

use super::check::check;
use super::connection;
use super::error::Fault;
use super::schema::{self, MIGRATIONS};

/// How often a journal that other processes create and settle meanwhile is looked at again.
const ATTEMPTS: usize = 5;

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

/// A copy of a store in a folder that only this user may enter; deleted with this value.
#[derive(Debug)]
pub(super) struct PrivateCopy {
    /// Where the copy is.
    pub(super) file: PathBuf,
    /// Deletes the folder when dropped.
    _folder: TempDir,
}

/// Looks at a store without changing a byte of it.
///
/// # Errors
/// It is damaged, foreign or of a newer version, or becomes so by the journal beside it.
pub(super) fn sound(file: &Path) -> Result<Sound, Fault> {
    for _ in 0..ATTEMPTS {
        if let Some(connection) = connection::reading(file)? {
            let version = schema::inspect(&connection, MIGRATIONS)?;
            return Ok(Sound::InPlace {
                connection,
                version,
            });
        }
        let replayed = replayed(file);
        // Where another process has settled the journal by now, the copy may be of two halves.
        if connection::reading(file)?.is_none() {
            return replayed.map(Sound::Replayed);
        }
    }
    Err(Fault::Busy)
}

fn replayed(file: &Path) -> Result<PrivateCopy, Fault> {
    let before = PrivateCopy::of(file)?;
    let after = PrivateCopy::of(file)?;
    after.copy(&journal(file), &journal(&after.file))?;
    let played = connection::writing(&after.file)?;
    schema::inspect(&played, MIGRATIONS)?;
    check(&played)?;
    // Playing a journal takes the last write back, and so never brings an event.
    if let Ok(before) = before.whole()
        && !ids(&played)?.is_subset(&ids(&before)?)
    {
        return Err(Fault::damaged(
            "the journal beside it belongs to another store",
        ));
    }
    drop(played);
    Ok(after)
}

impl PrivateCopy {
    /// Copies a store without its journal.
    pub(super) fn of(file: &Path) -> Result<Self, Fault> {
        let folder = tempfile::Builder::new().prefix("milepost-").tempdir()?;
        let copy = Self {
            file: folder.path().join("copy.db"),
            _folder: folder,
        };
        copy.copy(file, &copy.file)?;
        Ok(copy)
    }

    /// Copies bytes, and not the permissions, which may forbid writing.
    fn copy(&self, from: &Path, to: &Path) -> Result<(), Fault> {
        io::copy(&mut File::open(from)?, &mut File::create_new(to)?)?;
        Ok(())
    }

    /// A connection to the copy, if all of it holds together.
    fn whole(&self) -> Result<Connection, Fault> {
        let connection = connection::writing(&self.file)?;
        schema::inspect(&connection, MIGRATIONS)?;
        check(&connection)?;
        Ok(connection)
    }
}

fn ids(connection: &Connection) -> Result<BTreeSet<[u8; 16]>, Fault> {
    let mut statement = connection.prepare("SELECT id FROM event")?;
    let ids = statement.query_map([], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

fn journal(file: &Path) -> PathBuf {
    let mut name = OsString::from(file);
    name.push("-journal");
    name.into()
}

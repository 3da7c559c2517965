//! A journal that a crash left behind, or somebody put there: it is played on a private copy first.
//!
//! SQLite plays any journal that it finds beside a database, even that of another one. So the outcome is looked at
//! before the store itself is touched.

#![expect(clippy::disallowed_methods, reason = "the store keeps its own files")]

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;
use tempfile::TempDir;

use super::check::check;
use super::connection;
use super::error::Fault;
use super::leftovers::{Leftover, sweep};
use super::schema::{self, MIGRATIONS};

/// How often a journal that other processes create and settle meanwhile is looked at again.
const ATTEMPTS: usize = 50;

/// How the name of a folder with a private copy begins.
const PREFIX: &str = ".milepost-copy-";

/// After how long a private copy is taken for one that an interrupted run left. Who still reads it keeps reading.
const STALE: Duration = Duration::from_hours(24);

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

impl PrivateCopy {
    /// Copies a store without its journal into a folder of its own, below the first of `copies` that takes it.
    pub(super) fn of(file: &Path, copies: &[PathBuf]) -> Result<Self, Fault> {
        let mut failures = Vec::new();
        for place in copies {
            let mut store = File::open(file)?;
            match Self::below(place, &mut store) {
                Ok(copy) => return Ok(copy),
                Err(error) => failures.push(format!("{}: {error}", place.display())),
            }
        }
        Err(Fault::Io(format!(
            "it has to be copied before it can be read, and no copy can be made in {}",
            failures.join(", nor in ")
        )))
    }

    fn below(place: &Path, store: &mut File) -> io::Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix(PREFIX)
            .permissions(Permissions::from_mode(0o700))
            .tempdir_in(place)?;
        sweep(folder.path(), Leftover::Folder, PREFIX, STALE);
        let file = folder.path().join("copy.db");
        copy(store, &file)?;
        Ok(Self {
            file,
            _folder: folder,
        })
    }

    /// A connection to the copy, if all of it holds together.
    fn whole(&self) -> Result<Connection, Fault> {
        let connection = connection::writing(&self.file)?;
        schema::inspect(&connection, MIGRATIONS)?;
        check(&connection)?;
        Ok(connection)
    }
}

/// Copies bytes, and not the permissions, which may forbid writing, or let others read.
fn copy(from: &mut File, to: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    let mut copied = options.write(true).create_new(true).mode(0o600).open(to)?;
    io::copy(from, &mut copied)?;
    Ok(())
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Duration, Fault, File, PREFIX, PermissionsExt, PrivateCopy, STALE, fs};

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn only_this_user_enters_the_folder_of_a_private_copy_and_reads_it() {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("milepost.db");
        fs::write(&store, "bytes").unwrap();
        let copy = PrivateCopy::of(&store, &[folder.path().into()]).unwrap();
        assert_eq!(fs::read(&copy.file).unwrap(), b"bytes");
        let own = copy.file.parent().unwrap();
        assert_eq!((mode(own), mode(&copy.file)), (0o700, 0o600));
        assert_eq!(own.parent(), Some(folder.path()));
        drop(copy);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_copy_that_an_interrupted_run_left_is_deleted_when_it_is_old() {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("milepost.db");
        fs::write(&store, "bytes").unwrap();
        let [old, new] = ["old", "new"].map(|name| folder.path().join(format!("{PREFIX}{name}")));
        for left in [&old, &new] {
            fs::create_dir(left).unwrap();
            fs::write(left.join("copy.db"), "bytes").unwrap();
        }
        let opened = File::open(&old).unwrap();
        let made = opened.metadata().unwrap().modified().unwrap();
        let before = made - STALE - Duration::from_mins(1);
        opened.set_modified(before).unwrap();
        drop(PrivateCopy::of(&store, &[folder.path().into()]).unwrap());
        assert!(!old.exists() && new.exists());
    }

    #[test]
    fn a_copy_is_made_elsewhere_where_a_place_fails_and_the_failure_names_each_place() {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("milepost.db");
        fs::write(&store, "bytes").unwrap();
        let none = folder.path().join("none");
        PrivateCopy::of(&store, &[none.clone(), folder.path().into()]).unwrap();
        let fault = PrivateCopy::of(&store, std::slice::from_ref(&none)).unwrap_err();
        let Fault::Io(reason) = fault else {
            panic!("{fault:?}");
        };
        assert!(reason.contains(none.to_str().unwrap()), "{reason}");
    }
}

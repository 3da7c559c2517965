//! A copy of a store that is changed before it is read, in a folder that only this user may enter.

#![expect(clippy::disallowed_methods, reason = "the store keeps its own files")]

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::check::check;
use super::connection;
use super::error::Fault;
use super::schema::{self, MIGRATIONS};
use crate::system::claim::{self, Claimed};
use crate::system::paths;
use crate::system::private_folder::PrivateFolder;

/// How the name of a folder with a private copy begins.
const PREFIX: &str = ".milepost-copy-";

/// A copy of a store in a folder that only this user may enter; deleted with this value.
#[derive(Debug)]
pub(super) struct PrivateCopy {
    /// Where the copy is.
    pub(super) file: PathBuf,
    /// Deletes the folder when dropped.
    _folder: PrivateFolder,
}

impl PrivateCopy {
    /// Copies a store without its journal into a folder of its own, below the first of `copies` that takes it.
    pub(super) fn of(file: &Path, copies: &[PathBuf]) -> Result<Self, Fault> {
        let mut failures = Vec::new();
        for place in copies {
            let mut store = File::open(file)?;
            let made = prefix(file).and_then(|prefix| Self::below(place, &prefix, &mut store));
            match made {
                Ok(copy) => return Ok(copy),
                Err(error) => failures.push(format!("{}: {error}", place.display())),
            }
        }
        Err(Fault::Io(format!(
            "it has to be copied before it can be read, and no copy can be made in {}",
            failures.join(", nor in ")
        )))
    }

    fn below(place: &Path, prefix: &str, store: &mut File) -> io::Result<Self> {
        sweep(place);
        let folder = PrivateFolder::below(place, prefix)?;
        let file = folder.path().join("copy.db");
        copy(store, &file)?;
        Ok(Self {
            file,
            _folder: folder,
        })
    }

    /// A connection to the copy, if all of it holds together.
    pub(super) fn whole(&self) -> Result<Connection, Fault> {
        let connection = connection::writing(&self.file)?;
        schema::inspect(&connection, MIGRATIONS)?;
        check(&connection)?;
        Ok(connection)
    }
}

/// Deletes the copies, of whichever stores, that killed processes left in a folder; returns what may still be in use.
pub(super) fn sweep(place: &Path) -> Vec<PathBuf> {
    claim::sweep(place, Claimed::Folder, PREFIX)
}

/// Deletes the copies of a store that killed processes left, wherever such copies are made; returns those that may still be
/// in use.
pub(super) fn sweep_all_of(store: &Path) -> io::Result<Vec<PathBuf>> {
    let own = prefix(store)?;
    let is_own = |copy: &PathBuf| {
        let name = copy.file_name().unwrap_or_default();
        name.as_encoded_bytes().starts_with(own.as_bytes())
    };
    let beside = store.parent().map(ToOwned::to_owned);
    let places = beside.into_iter().chain([paths::temporary()]);
    Ok(places
        .flat_map(|place| sweep(&place))
        .filter(is_own)
        .collect())
}

/// How the names of a store's copies begin: with its folder, however that is spelled.
fn prefix(store: &Path) -> io::Result<String> {
    let folder = fs::metadata(store.parent().unwrap_or(store))?;
    Ok(format!("{PREFIX}{:x}-{:x}-", folder.dev(), folder.ino()))
}

/// Copies bytes, and not the permissions, which may forbid writing, or let others read.
pub(super) fn copy(from: &mut File, to: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    let mut copied = options.write(true).create_new(true).mode(0o600).open(to)?;
    io::copy(from, &mut copied)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::{Fault, PREFIX, Path, PrivateCopy, fs};

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
    fn a_copy_that_an_interrupted_run_left_is_deleted_by_the_next_and_one_in_use_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("milepost.db");
        fs::write(&store, "bytes").unwrap();
        let left = folder.path().join(format!("{PREFIX}left"));
        fs::create_dir(&left).unwrap();
        fs::write(left.join("copy.db"), "bytes").unwrap();
        let places = [folder.path().to_owned()];
        let used = PrivateCopy::of(&store, &places).unwrap();
        assert!(!left.exists());
        drop(PrivateCopy::of(&store, &places).unwrap());
        assert!(used.file.exists());
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

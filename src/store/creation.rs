//! How a store comes into being: whole, or not at all.

#![expect(clippy::disallowed_methods, reason = "the store keeps its own files")]

use std::fs;
use std::io;
use std::path::Path;

use super::backup::Backups;
use super::error::Fault;
use super::recovery::journal;
use super::schema::MIGRATIONS;
use super::{Access, backup, connection, schema};
use crate::system::files;

/// Sees to it that there is a file to open.
pub(super) fn settle_in(file: &Path, access: Access) -> Result<(), Fault> {
    match fs::metadata(file) {
        Ok(found) if found.is_dir() => Err(Fault::NotAStore { what: "a folder" }),
        Ok(found) if !found.is_file() => Err(Fault::NotAStore {
            what: "no regular file",
        }),
        // A new store is never seen empty: see `create`.
        Ok(found) if found.len() == 0 => Err(Fault::Empty {
            newest_backup: None,
        }),
        // SQLite would wait for whoever writes into a pipe.
        Ok(_) if fs::metadata(journal(file)).is_ok_and(|found| !found.is_file()) => {
            Err(Fault::damaged("its journal is no regular file"))
        }
        Ok(_) => Ok(()),
        // A new store beside the backups of an old one would make the learner believe that all is lost.
        Err(error) if error.kind() == io::ErrorKind::NotFound && Backups::of(file).are_there() => {
            Err(Fault::Gone {
                newest_backup: None,
            })
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound && access == Access::ReadWrite => {
            create(file)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Fault::Missing),
        Err(error) => Err(error.into()),
    }
}

/// Whether there is no file of this name.
pub(super) fn is_missing(file: &Path) -> bool {
    fs::metadata(file).is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

/// Creates a store under another name first, so that it appears whole or not at all.
fn create(file: &Path) -> Result<(), Fault> {
    let folder = file.parent().unwrap_or(file);
    let unfinished = tempfile::Builder::new()
        .prefix(backup::UNFINISHED)
        .tempfile_in(folder)?
        .into_temp_path();
    let mut connection = connection::writing(&unfinished)?;
    schema::migrate(&mut connection, MIGRATIONS, || Ok(()))?;
    drop(connection);
    match unfinished.persist_noclobber(file) {
        // Another process was first.
        Err(failed) if failed.error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(failed) => Err(failed.error.into()),
        Ok(()) => Ok(files::sync_folder(folder)?),
    }
}

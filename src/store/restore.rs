//! A backup takes the store's place, and what was there is kept under another name.

#![expect(clippy::disallowed_methods, reason = "the store keeps its own files")]

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::backup::{TIME, UNFINISHED, is_good};
use super::error::{Fault, StoreError};
use super::recovery::journal;
use crate::system::files::sync_folder;

/// Puts a backup in the place of the store, which no other program may have open. Returns where the store that was
/// there is kept, with the journal that lay beside it.
///
/// # Errors
/// The backup does not hold together, or the folder cannot be written; the store is then as it was.
pub fn restore(file: &Path, backup: &Path, now: Timestamp) -> Result<Option<PathBuf>, StoreError> {
    is_good(backup).map_err(|fault| StoreError::new(backup, fault))?;
    put_in_place(file, backup, now).map_err(|fault| StoreError::new(file, fault))
}

fn put_in_place(file: &Path, backup: &Path, now: Timestamp) -> Result<Option<PathBuf>, Fault> {
    let folder = file.parent().unwrap_or(file);
    let mut unfinished = tempfile::Builder::new()
        .prefix(UNFINISHED)
        .tempfile_in(folder)?;
    io::copy(&mut File::open(backup)?, &mut unfinished)?;
    unfinished.as_file().sync_all()?;
    let kept = file.with_file_name(format!("milepost-replaced-{}.db", now.strftime(TIME)));
    let kept = copied(file, &kept)?.then_some(kept);
    if let Some(kept) = &kept
        && copied(&journal(file), &journal(kept))?
    {
        sync_folder(folder)?;
        // It would be played upon the backup.
        fs::remove_file(journal(file))?;
    }
    unfinished.persist(file).map_err(|failed| failed.error)?;
    sync_folder(folder)?;
    Ok(kept)
}

/// Copies a file to the disk under a new name; `false` if there is none.
fn copied(from: &Path, to: &Path) -> Result<bool, Fault> {
    let mut original = match File::open(from) {
        Ok(original) => original,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error.into()),
    };
    let mut copy = File::create_new(to)?;
    io::copy(&mut original, &mut copy)?;
    copy.sync_all()?;
    Ok(true)
}

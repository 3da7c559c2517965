//! What interrupted runs left behind: deleted once nobody can be using it any more.

#![expect(clippy::disallowed_methods, reason = "the store keeps its own files")]

use std::fs::{self, DirEntry, Metadata};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::Duration;

/// Deletes the files and folders beside this fresh one that have its owner, begin with the prefix, and are older than
/// it by more than `age`. Times are compared as the file system keeps them, so a wrong clock deletes nothing.
///
/// What cannot be deleted stays until the next time: it must not stop what the fresh one is for.
pub(super) fn sweep(fresh: &Path, prefix: &str, age: Duration) {
    if let (Some(folder), Ok(made)) = (fresh.parent(), fs::symlink_metadata(fresh)) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let _ = settle(&entry, prefix, &made, age);
        }
    }
}

fn settle(entry: &DirEntry, prefix: &str, made: &Metadata, age: Duration) -> io::Result<()> {
    if !entry
        .file_name()
        .as_encoded_bytes()
        .starts_with(prefix.as_bytes())
    {
        return Ok(());
    }
    // Of the entry itself, not of where a link may lead.
    let found = entry.metadata()?;
    let is_old = found.modified()?.checked_add(age) < Some(made.modified()?);
    if found.uid() != made.uid() || !is_old {
        Ok(())
    } else if found.is_dir() {
        fs::remove_dir_all(entry.path())
    } else {
        fs::remove_file(entry.path())
    }
}

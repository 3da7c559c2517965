//! Files that interrupted runs left behind: deleted once they are old.

#![expect(clippy::disallowed_methods, reason = "the store keeps its own files")]

use std::fs::{self, DirEntry, Metadata};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::Duration;

/// Deletes the files beside this one that have its owner, begin with the prefix, and are older than it by more
/// than `age`. Times are compared as the file system keeps them.
///
/// What cannot be deleted stays until the next time: it must not stop what is begun.
pub(super) fn sweep(beside: &Path, prefix: &str, age: Duration) {
    if let (Some(folder), Ok(made)) = (beside.parent(), fs::symlink_metadata(beside)) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let is_named = entry
                .file_name()
                .as_encoded_bytes()
                .starts_with(prefix.as_bytes());
            if is_named {
                let _ = settle(&entry, &made, age);
            }
        }
    }
}

fn settle(entry: &DirEntry, made: &Metadata, age: Duration) -> io::Result<()> {
    // Of the entry itself, not of where a link may lead.
    let found = entry.metadata()?;
    let is_old = found.modified()?.checked_add(age) < Some(made.modified()?);
    if found.uid() == made.uid() && is_old && found.is_file() {
        fs::remove_file(entry.path())?;
    }
    Ok(())
}

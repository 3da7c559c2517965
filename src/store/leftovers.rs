//! What interrupted runs left behind: deleted once nobody can be using it any more.

#![expect(clippy::disallowed_methods, reason = "the store keeps its own files")]

use std::fs::{self, DirEntry, Metadata};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::Duration;

/// What an interrupted run leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leftover {
    File,
    Folder,
}

/// Deletes the files or folders beside this one that have its owner, begin with the prefix, and are older than it by more
/// than `age`. Times are compared as the file system keeps them.
///
/// What cannot be deleted stays until the next time: it must not stop what is begun.
pub(super) fn sweep(beside: &Path, what: Leftover, prefix: &str, age: Duration) {
    if let (Some(folder), Ok(made)) = (beside.parent(), fs::symlink_metadata(beside)) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let is_named = entry
                .file_name()
                .as_encoded_bytes()
                .starts_with(prefix.as_bytes());
            if is_named {
                let _ = settle(&entry, what, &made, age);
            }
        }
    }
}

fn settle(entry: &DirEntry, what: Leftover, made: &Metadata, age: Duration) -> io::Result<()> {
    // Of the entry itself, not of where a link may lead.
    let found = entry.metadata()?;
    let is_old = found.modified()?.checked_add(age) < Some(made.modified()?);
    match what {
        _ if found.uid() != made.uid() || !is_old => Ok(()),
        Leftover::File if found.is_file() => fs::remove_file(entry.path()),
        Leftover::Folder if found.is_dir() => fs::remove_dir_all(entry.path()),
        _ => Ok(()),
    }
}

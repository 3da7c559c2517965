//! What a process still uses, and what a killed one left behind: told apart by a lock, which ends with its process however
//! that ends. Age alone would take a file from somebody who is slow.

#![expect(clippy::disallowed_methods, reason = "this is where files are claimed")]

use std::ffi::OsStr;
use std::fs::{self, DirEntry, File, TryLockError};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::fs::CWD;
use rustix::process::geteuid;

use super::files::{FileFault, open, open_folder};

/// What is claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Claimed {
    File,
    Folder,
}

/// Claims what this process has just made, for as long as it is open. `false` if a sweep was faster: then it is gone, or
/// will be at once, and another is to be made.
///
/// Where the file system knows no locks, nothing is swept either: so all of it counts as claimed.
pub(crate) fn claim(made: &File, path: &Path) -> bool {
    match made.try_lock() {
        Ok(()) => is_at(made, path).unwrap_or(false),
        Err(TryLockError::WouldBlock) => false,
        Err(TryLockError::Error(_)) => true,
    }
}

/// Deletes what this user's processes made in a folder under names that begin so, and no longer use. Returns what is left:
/// somebody uses it, or it cannot be known, or it cannot be deleted.
pub(crate) fn sweep(folder: &Path, what: Claimed, prefix: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let found = entries.filter(|entry| is_ours(entry, what, prefix));
    found
        .map(|entry| entry.path())
        .filter(|path| settle(path, what).is_err())
        .collect()
}

fn is_ours(entry: &DirEntry, what: Claimed, prefix: &str) -> bool {
    let name = entry.file_name();
    // Of the entry itself, not of where a link may lead.
    name.as_encoded_bytes().starts_with(prefix.as_bytes())
        && entry.metadata().is_ok_and(|found| {
            let is_such = match what {
                Claimed::File => found.is_file(),
                Claimed::Folder => found.is_dir(),
            };
            is_such && found.uid() == geteuid().as_raw()
        })
}

/// Deletes one that nobody uses; one that somebody else deleted meanwhile is as good.
fn settle(path: &Path, what: Claimed) -> io::Result<()> {
    match deleted(path, what) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        settled => settled,
    }
}

fn deleted(path: &Path, what: Claimed) -> io::Result<()> {
    let name: &OsStr = path.as_os_str();
    let opened = match what {
        Claimed::File => open(CWD, name),
        Claimed::Folder => open_folder(CWD, name),
    };
    let held = opened.map_err(|fault| match fault {
        FileFault::Missing => io::ErrorKind::NotFound.into(),
        other => io::Error::other(other),
    })?;
    held.try_lock()?;
    match what {
        Claimed::File => fs::remove_file(path),
        Claimed::Folder => fs::remove_dir_all(path),
    }
}

/// Whether a name leads to what is open.
fn is_at(opened: &File, path: &Path) -> io::Result<bool> {
    let (opened, named) = (opened.metadata()?, fs::symlink_metadata(path)?);
    Ok((opened.dev(), opened.ino()) == (named.dev(), named.ino()))
}

#[cfg(test)]
mod tests {
    use super::{Claimed, File, Path, claim, fs, sweep};

    const PREFIX: &str = ".left-";

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn only_what_nobody_uses_is_swept_away() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let [used, left] = [".left-used", ".left-over"].map(at);
        for file in [&used, &left, &at("notes")] {
            fs::write(file, "text").unwrap();
        }
        fs::create_dir(at(".left-folder")).unwrap();
        std::os::unix::fs::symlink(at("notes"), at(".left-link")).unwrap();
        let held = File::open(&used).unwrap();
        assert!(claim(&held, &used));
        assert_eq!(
            sweep(folder.path(), Claimed::File, PREFIX),
            std::slice::from_ref(&used)
        );
        let kept = [".left-folder", ".left-link", ".left-used", "notes"];
        assert_eq!(names(folder.path()), kept);
        drop(held);
        assert!(sweep(folder.path(), Claimed::File, PREFIX).is_empty());
        assert!(!used.exists());
    }

    #[test]
    fn a_folder_goes_with_all_that_is_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let left = folder.path().join(".left-over");
        fs::create_dir_all(left.join("inner")).unwrap();
        fs::write(left.join("inner/copy"), "text").unwrap();
        assert!(sweep(folder.path(), Claimed::Folder, PREFIX).is_empty());
        assert!(names(folder.path()).is_empty());
    }

    #[test]
    fn what_was_swept_away_before_it_was_claimed_is_not_claimed() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(".left-slow");
        let made = File::create(&file).unwrap();
        sweep(folder.path(), Claimed::File, PREFIX);
        assert!(!claim(&made, &file));
        // Nor is it while it is being swept away.
        let made = File::create(&file).unwrap();
        let sweeping = File::open(&file).unwrap();
        sweeping.lock().unwrap();
        assert!(!claim(&made, &file));
    }
}

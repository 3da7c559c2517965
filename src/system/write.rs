//! Writing files: whole or not at all, whatever happens meanwhile.

#![expect(clippy::disallowed_methods, reason = "this is where files are written")]

use std::fs::{self, Permissions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use tempfile::NamedTempFile;

use super::claim::{self, Claimed, claim};
use super::files::{FileError, FileFault, sync_folder};

/// Who may read a new file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// This user only.
    Me,
    /// Whoever the user's mask lets.
    Others,
}

/// What is allowed where there is no file yet that would allow less, and what of it a group is.
const EVERYBODY: u32 = 0o777;
const GROUP: u32 = 0o070;

/// How the name of a file begins that is not yet whole.
const UNFINISHED: &str = ".milepost-unfinished-";

/// How often another one is begun where a sweep took the first for one that was left behind.
const ATTEMPTS: usize = 50;

/// Who may use a file.
#[derive(Debug, Clone, Copy)]
struct Allowed {
    /// As the system writes it down.
    mode: u32,
    /// The group that it means, if there is a file.
    group: Option<u32>,
}

/// Writes a file: it holds either all of the bytes or what it held before. When this returns it is on the disk. Nobody can
/// read it who could not read what it replaces. What killed writers left beside it is deleted.
///
/// # Errors
/// The target is a link, no regular file or read-only, or the world fails; it is then as it was before.
pub fn write(file: &Path, bytes: &[u8], readers: Readers) -> Result<(), FileError> {
    pour(file, readers, |sink| sink.write_all(bytes))
}

/// The same of what is written while it is made, which is never in memory as a whole.
///
/// # Errors
/// As [`write`](fn@write), or it cannot be made.
pub fn pour(
    file: &Path,
    readers: Readers,
    make: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), FileError> {
    write_whole(file, readers, make).map_err(|fault| FileError::new(file, fault))
}

fn write_whole(
    file: &Path,
    readers: Readers,
    make: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), FileFault> {
    let kept = replaceable(file)?;
    let folder = match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mode = match readers {
        Readers::Me => 0o600,
        Readers::Others => 0o644,
    };
    // What it could not delete must not stop what is begun.
    let _ = claim::sweep(folder, Claimed::File, UNFINISHED);
    let mut unfinished = unfinished_in(folder, mode & kept.mode)?;
    // What a new file belongs to need not be the group that might use the old one.
    let found = unfinished.as_file().metadata()?;
    if kept.group.is_some_and(|group| group != found.gid()) {
        let mode = found.permissions().mode() & !GROUP;
        let alone = Permissions::from_mode(mode);
        unfinished.as_file().set_permissions(alone)?;
    }
    let mut sink = BufWriter::new(unfinished.as_file_mut());
    make(&mut sink)?;
    sink.flush()?;
    drop(sink);
    unfinished.as_file().sync_all()?;
    unfinished.persist(file).map_err(|failed| failed.error)?;
    Ok(sync_folder(folder)?)
}

/// Makes a file under another name, which no sweep takes while it is written.
fn unfinished_in(folder: &Path, mode: u32) -> io::Result<NamedTempFile> {
    for _ in 0..ATTEMPTS {
        let begun = tempfile::Builder::new()
            .prefix(UNFINISHED)
            .permissions(Permissions::from_mode(mode))
            .tempfile_in(folder)?;
        if claim(begun.as_file(), begun.path()) {
            return Ok(begun);
        }
    }
    Err(io::ErrorKind::ResourceBusy.into())
}

/// Whether a file of this name may be written, or replaced: then who may use what is there.
fn replaceable(file: &Path) -> Result<Allowed, FileFault> {
    let found = match fs::symlink_metadata(file) {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(Allowed {
                mode: EVERYBODY,
                group: None,
            });
        }
        Err(error) => return Err(error.into()),
    };
    if found.is_symlink() {
        Err(FileFault::Link)
    } else if !found.is_file() {
        Err(FileFault::NotRegular)
    } else if found.permissions().readonly() {
        Err(FileFault::Denied)
    } else {
        Ok(Allowed {
            mode: found.permissions().mode(),
            group: Some(found.gid()),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::{chown, symlink};

    use super::{
        FileFault, MetadataExt, Permissions, PermissionsExt, Readers, UNFINISHED, fs, io, pour,
        unfinished_in, write,
    };

    #[test]
    fn a_file_is_written_or_replaced_whole_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("out.json");
        for text in ["a long first text", "short"] {
            write(&file, text.as_bytes(), Readers::Me).unwrap();
            assert_eq!(fs::read_to_string(&file).unwrap(), text);
        }
        assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_cannot_be_made_to_its_end_replaces_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("out.jsonl");
        fs::write(&file, "the old one").unwrap();
        let error = pour(&file, Readers::Others, |sink| {
            sink.write_all(b"half of it")?;
            Err(io::ErrorKind::StorageFull.into())
        });
        assert!(error.is_err());
        assert_eq!(fs::read_to_string(&file).unwrap(), "the old one");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_a_killed_writer_left_is_swept_away_and_what_is_being_written_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let left = folder.path().join(format!("{UNFINISHED}left"));
        fs::write(&left, "half a no").unwrap();
        let begun = unfinished_in(folder.path(), 0o600).unwrap();
        write(&folder.path().join("out.json"), b"{}", Readers::Me).unwrap();
        assert!(!left.exists());
        assert!(begun.path().exists());
    }

    #[test]
    fn others_may_read_what_is_meant_for_them() {
        let folder = tempfile::tempdir().unwrap();
        let (shared, plain) = (folder.path().join("shared"), folder.path().join("plain"));
        write(&shared, b"", Readers::Others).unwrap();
        fs::write(&plain, "").unwrap();
        let mode = |file| fs::metadata(file).unwrap().mode() & 0o755;
        assert_eq!(mode(&shared), mode(&plain), "as the user's mask lets");
    }

    #[test]
    fn what_replaces_a_private_file_is_private() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("resume.json");
        fs::write(&file, "mine").unwrap();
        fs::set_permissions(&file, Permissions::from_mode(0o600)).unwrap();
        write(&file, b"still mine", Readers::Others).unwrap();
        assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, 0o600);
    }

    #[test]
    fn another_group_does_not_come_to_read_what_replaces_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("resume.json");
        fs::write(&file, "mine").unwrap();
        fs::set_permissions(&file, Permissions::from_mode(0o640)).unwrap();
        let own = fs::metadata(&file).unwrap().gid();
        write(&file, b"still mine", Readers::Others).unwrap();
        assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, 0o640);
        // Only some may give a file to another group.
        if chown(&file, None, Some(own + 1)).is_ok() {
            write(&file, b"still mine", Readers::Others).unwrap();
            assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn a_link_a_folder_and_a_read_only_file_stay_as_they_are() {
        let folder = tempfile::tempdir().unwrap();
        let [file, link, inner] = ["file", "link", "inner"].map(|name| folder.path().join(name));
        fs::write(&file, "mine").unwrap();
        fs::set_permissions(&file, Permissions::from_mode(0o444)).unwrap();
        symlink(&file, &link).unwrap();
        fs::create_dir(&inner).unwrap();
        for (target, expected) in [
            (&link, FileFault::Link),
            (&inner, FileFault::NotRegular),
            (&file, FileFault::Denied),
        ] {
            let error = write(target, b"theirs", Readers::Me).unwrap_err();
            assert_eq!(error.fault, expected, "{error}");
        }
        assert_eq!(fs::read_to_string(&link).unwrap(), "mine");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("none/out.json");
        let error = write(&file, b"", Readers::Me).unwrap_err();
        assert_eq!(error.fault, FileFault::Missing);
        assert!(error.to_string().contains("none/out.json"), "{error}");
    }
}

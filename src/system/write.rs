//! Writing files: whole or not at all, whatever happens meanwhile.

#![expect(clippy::disallowed_methods, reason = "this is where files are written")]

use std::fs::{self, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::files::{FileError, FileFault, sync_folder};

/// Who may read a new file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// This user only.
    Me,
    /// Whoever the user's mask lets.
    Others,
}

/// Writes a file: it holds either all of the bytes or what it held before. When this returns it is on the disk.
///
/// # Errors
/// The target is a link, no regular file or read-only, or the world fails; it is then as it was before.
pub fn write(file: &Path, bytes: &[u8], readers: Readers) -> Result<(), FileError> {
    write_whole(file, bytes, readers).map_err(|fault| FileError::new(file, fault))
}

fn write_whole(file: &Path, bytes: &[u8], readers: Readers) -> Result<(), FileFault> {
    replaceable(file)?;
    let folder = match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mode = match readers {
        Readers::Me => 0o600,
        Readers::Others => 0o644,
    };
    let mut unfinished = tempfile::Builder::new()
        .prefix(".milepost-")
        .permissions(Permissions::from_mode(mode))
        .tempfile_in(folder)?;
    unfinished.write_all(bytes)?;
    unfinished.as_file().sync_all()?;
    unfinished.persist(file).map_err(|failed| failed.error)?;
    Ok(sync_folder(folder)?)
}

/// Whether a file of this name may be written, or replaced.
fn replaceable(file: &Path) -> Result<(), FileFault> {
    let found = match fs::symlink_metadata(file) {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    if found.is_symlink() {
        Err(FileFault::Link)
    } else if !found.is_file() {
        Err(FileFault::NotRegular)
    } else if found.permissions().readonly() {
        Err(FileFault::Denied)
    } else {
        Ok(())
    }
}

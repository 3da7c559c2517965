//! Folders that only this user may enter, for as long as something is worked on in them.

#![expect(
    clippy::disallowed_methods,
    reason = "this is where such folders are made"
)]

use std::fs::{File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::claim::claim;

/// How often another folder is made where a sweep took the first one for one that was left behind.
const ATTEMPTS: usize = 50;

/// A folder that only this user may enter; deleted with this value, with all that is in it.
#[derive(Debug)]
pub(crate) struct PrivateFolder {
    /// Deletes the folder when dropped.
    folder: TempDir,
    /// Says that the folder is in use; dropped after the folder.
    _claim: File,
}

impl PrivateFolder {
    /// Makes a folder that no sweep takes, under a name that begins so. Nothing is in it before it is claimed.
    pub(crate) fn below(place: &Path, prefix: &str) -> io::Result<Self> {
        for _ in 0..ATTEMPTS {
            let folder = tempfile::Builder::new()
                .prefix(prefix)
                .permissions(Permissions::from_mode(0o700))
                .tempdir_in(place)?;
            match File::open(folder.path()) {
                Ok(opened) if claim(&opened, folder.path()) => {
                    return Ok(Self {
                        folder,
                        _claim: opened,
                    });
                }
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Err(io::ErrorKind::ResourceBusy.into())
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a new file of this name into it, which only this user may read.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
        let path = self.path().join(name);
        let mut options = OpenOptions::new();
        let mut file = options
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&path)?;
        file.write_all(bytes)?;
        Ok(path)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Path, PermissionsExt, PrivateFolder};

    #[test]
    fn only_this_user_enters_it_and_it_goes_with_all_that_is_in_it() {
        let place = tempfile::tempdir().unwrap();
        let folder = PrivateFolder::below(place.path(), ".private-").unwrap();
        let file = folder.write("note", b"text").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(folder.path()), mode(&file)), (0o700, 0o600));
        assert!(folder.write("note", b"other").is_err());
        drop(folder);
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0);
    }
}

//! A folder into which a program writes many files at once, none of which takes the place of somebody else's.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::AsFd;
use std::path::{Component, Path, PathBuf};

use rustix::fs::{AtFlags, CWD, Mode, OFlags};

use super::files::{FileError, FileFault, create_folder, open};

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
pub enum Unwritten {
    /// Something else is there, which is not to be replaced.
    #[error("{}: something else is there already", .0.display())]
    Taken(PathBuf),
    /// The world fails.
    #[error(transparent)]
    Failed(#[from] FileError),
}

/// A folder for many files that can be made again: they are not synced to the disk one by one.
#[derive(Debug)]
pub struct Outbox {
    folder: File,
    path: PathBuf,
    /// The names of files that may be replaced.
    ours: HashSet<String>,
}

impl Outbox {
    /// Opens a folder for files of these names, and makes it where it is missing. Nothing is written yet. What is there
    /// under such a name may be replaced if its first `head` bytes are ours.
    ///
    /// # Errors
    /// Under one of the names there is something else, a link, a folder or the like; or the folder cannot be made.
    pub fn open(
        path: &Path,
        names: impl IntoIterator<Item = String>,
        head: usize,
        is_ours: impl Fn(&[u8]) -> bool,
    ) -> Result<Self, Unwritten> {
        let failed = |fault| FileError::new(path, fault);
        create_folder(path).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => Unwritten::Taken(path.to_owned()),
            _ => failed(error.into()).into(),
        })?;
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let folder = rustix::fs::openat(CWD, path, flags, Mode::empty())
            .map_err(|error| failed(io::Error::from(error).into()))?;
        let mut outbox = Self {
            folder: folder.into(),
            path: path.to_owned(),
            ours: HashSet::new(),
        };
        for name in names {
            let found = outbox.beginning(&name, head);
            match found.map_err(|fault| outbox.failed(&name, fault))? {
                None => {}
                Some(beginning) if is_ours(&beginning) => drop(outbox.ours.insert(name)),
                Some(_) => return Err(Unwritten::Taken(outbox.path.join(name))),
            }
        }
        Ok(outbox)
    }

    /// Writes a file.
    ///
    /// # Errors
    /// The name leads out of the folder, something that is not ours has it by now, or the world fails; what was begun is
    /// taken away again.
    pub fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), Unwritten> {
        self.create(name, bytes).map_err(|fault| match fault {
            None => Unwritten::Taken(self.path.join(name)),
            Some(fault) => self.failed(name, fault).into(),
        })
    }

    /// Creates a file; without a fault if it is there.
    fn create(&mut self, name: &str, bytes: &[u8]) -> Result<(), Option<FileFault>> {
        let mut parts = Path::new(name).components();
        if !matches!((parts.next(), parts.next()), (Some(Component::Normal(part)), None) if part == name)
        {
            return Err(Some(FileFault::Outside));
        }
        if self.ours.remove(name) {
            rustix::fs::unlinkat(&self.folder, name, AtFlags::empty())
                .map_err(|error| FileFault::from(io::Error::from(error)))?;
        }
        // What is there is neither opened nor followed.
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::CLOEXEC;
        let file = rustix::fs::openat(&self.folder, name, flags, Mode::from(0o644));
        let file = file.map_err(|error| match io::Error::from(error) {
            error if error.kind() == io::ErrorKind::AlreadyExists => None,
            error => Some(FileFault::from(error)),
        })?;
        let written = File::from(file).write_all(bytes);
        if written.is_err() {
            // The fault that is told is the one that comes first.
            let _ = rustix::fs::unlinkat(&self.folder, name, AtFlags::empty());
        }
        written.map_err(|error| Some(error.into()))
    }

    /// The first bytes of a file, if there is one of that name.
    fn beginning(&self, name: &str, most: usize) -> Result<Option<Vec<u8>>, FileFault> {
        let file = match open(self.folder.as_fd(), OsStr::new(name)) {
            Err(FileFault::Missing) => return Ok(None),
            opened => opened?,
        };
        let mut beginning = Vec::new();
        file.take(most as u64).read_to_end(&mut beginning)?;
        Ok(Some(beginning))
    }

    fn failed(&self, name: &str, fault: FileFault) -> FileError {
        FileError::new(&self.path.join(name), fault)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "these tests look at the folder")]

    use std::fs;
    use std::os::unix::fs::symlink;
    use std::path::Path;

    use super::{FileError, FileFault, Outbox, Unwritten};

    const HEAD: usize = 4;

    fn outbox(folder: &Path) -> Result<Outbox, Unwritten> {
        let names = ["a.json", "b.json"].map(str::to_owned);
        Outbox::open(folder, names, HEAD, |head| head == b"ours")
    }

    fn fault<T: std::fmt::Debug>(outcome: Result<T, Unwritten>) -> FileFault {
        match outcome {
            Err(Unwritten::Failed(FileError { fault, .. })) => fault,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_folder_is_made_and_its_files_are_replaced_only_if_they_are_ours() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("new/folder");
        for text in ["ours, the first", "ours"] {
            let mut outbox = outbox(&folder).unwrap();
            outbox.put("a.json", text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(folder.join("a.json")).unwrap(), text);
        }
        fs::write(folder.join("c.json"), "theirs").unwrap();
        outbox(&folder).unwrap();
        fs::write(folder.join("b.json"), "theirs").unwrap();
        assert!(matches!(outbox(&folder), Err(Unwritten::Taken(_))));
    }

    #[test]
    fn what_came_there_meanwhile_stays() {
        let home = tempfile::tempdir().unwrap();
        let mut outbox = outbox(home.path()).unwrap();
        let [file, link] = ["a.json", "b.json"].map(|name| home.path().join(name));
        fs::write(&file, "theirs").unwrap();
        symlink("elsewhere", &link).unwrap();
        for name in ["a.json", "b.json"] {
            let error = outbox.put(name, b"ours").unwrap_err();
            assert!(matches!(error, Unwritten::Taken(_)), "{error}");
        }
        assert_eq!(fs::read_to_string(&file).unwrap(), "theirs");
        assert!(!home.path().join("elsewhere").exists());
    }

    #[test]
    fn a_link_under_a_name_and_a_file_in_the_folders_place_are_refused_at_once() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("file");
        fs::write(&file, "ours").unwrap();
        assert!(matches!(outbox(&file), Err(Unwritten::Taken(_))));
        symlink("file", home.path().join("b.json")).unwrap();
        assert_eq!(fault(outbox(home.path())), FileFault::Link);
    }

    #[test]
    fn no_name_leads_out_of_the_folder() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("folder");
        let mut outbox = outbox(&folder).unwrap();
        for name in ["../a.json", "/tmp/a.json", "a/b", "a/", ".", "..", ""] {
            let put = outbox.put(name, b"ours");
            assert_eq!(fault(put), FileFault::Outside, "{name}");
        }
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
    }
}

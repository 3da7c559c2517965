//! A folder of files that strangers sent, one level deep.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::ErrorKind;
use std::os::fd::AsFd;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rustix::fs::{AtFlags, Dir, FileType, Mode, OFlags};
use serde::{Deserialize, Serialize};

use super::files::{FileError, FileFault, open, read_open};

/// How the names of all files end that are looked at, how those of reviews do, and what a progress file's name has in it.
const ENDING: &[u8] = b".json";
const REVIEW: &[u8] = b".review.json";
const MILEPOST: &[u8] = b".milepost";

/// From how many seconds on every file system's clock tells two times apart.
const APART: i64 = 3;

/// The most files of one cohort.
pub const MOST: usize = 100_000;

/// A folder of files that strangers sent, one level deep.
#[derive(Debug)]
pub struct CohortFolder {
    folder: File,
    path: PathBuf,
}

/// A file of it, as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its name within the folder.
    pub name: OsString,
    /// What it is by its name.
    pub named: ByName,
    /// By what a later look knows whether it changed; or why it is none to read.
    pub stamp: Result<Stamp, FileFault>,
}

/// What a file is by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ByName {
    /// A progress file, as `milepost export` names it, or a browser that had one of that name already: `.milepost` is in the
    /// name and `.json` ends it.
    Progress,
    /// It may be a progress file that got another name, or any other `.json` file; that shows when it is read.
    Json,
}

/// By what is known whether a file is still the one that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    device: u64,
    inode: u64,
    size: u64,
    modified: (i64, i64),
    changed: (i64, i64),
}

impl Stamp {
    /// Whether a file that was listed at this time gets another stamp if it is changed from then on: no clock tells all times
    /// apart that follow upon one another.
    pub fn is_settled(&self, listed: Timestamp) -> bool {
        let (last, _) = self.modified.max(self.changed);
        last.saturating_add(APART) < listed.as_second()
    }
}

impl CohortFolder {
    /// Opens a folder.
    ///
    /// # Errors
    /// There is none, or it may not be read.
    pub fn open(path: &Path) -> Result<Self, FileError> {
        Ok(Self {
            folder: opened(path)?,
            // What `.` is called is worth knowing, and it stays what it is.
            path: std::path::absolute(path).unwrap_or_else(|_| path.to_owned()),
        })
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The files that are there, by name: those that are progress files by their names, whatever they are, and other regular
    /// `.json` files. Reviews, hidden files and all else are passed over. Where another folder has come under the name of this
    /// one meanwhile, those of that.
    ///
    /// # Errors
    /// The folder cannot be read, or has too many.
    pub fn list(&mut self) -> Result<Vec<Listed>, FileError> {
        self.folder = opened(&self.path)?;
        self.list_of_at_most(MOST)
    }

    fn list_of_at_most(&self, most: usize) -> Result<Vec<Listed>, FileError> {
        let failed = |fault| FileError::new(&self.path, fault);
        let entries = Dir::read_from(&self.folder).map_err(|error| failed(io(error)))?;
        let mut files = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|error| failed(io(error)))?;
            let name = OsStr::from_bytes(entry.file_name().to_bytes());
            let Some(named) = ByName::of(name) else {
                continue;
            };
            let stamp = self.stamp(name);
            if named == ByName::Json && stamp.is_err() {
                continue;
            }
            if files.len() == most {
                return Err(failed(FileFault::Crowded(most)));
            }
            let name = name.to_owned();
            files.push(Listed { name, named, stamp });
        }
        files.sort_unstable_by(|one, other| one.name.cmp(&other.name));
        Ok(files)
    }

    /// Reads a file of it, at most `limit` bytes, without following links and without blocking.
    ///
    /// # Errors
    /// It is no regular file, too large, or cannot be read.
    pub fn read(&self, name: &OsStr, limit: u64) -> Result<Vec<u8>, FileFault> {
        read_open(open(self.folder.as_fd(), name)?, limit)
    }

    /// By what a later look knows whether a file of it changed.
    ///
    /// # Errors
    /// There is none of that name, or it is no regular file.
    pub fn stamp(&self, name: &OsStr) -> Result<Stamp, FileFault> {
        let found = rustix::fs::statat(&self.folder, name, AtFlags::SYMLINK_NOFOLLOW);
        let found = found.map_err(io)?;
        match FileType::from_raw_mode(found.st_mode) {
            FileType::RegularFile => Ok(Stamp {
                device: found.st_dev,
                inode: found.st_ino,
                size: u64::try_from(found.st_size).unwrap_or_default(),
                modified: (found.st_mtime, found.st_mtime_nsec.try_into().unwrap_or(0)),
                changed: (found.st_ctime, found.st_ctime_nsec.try_into().unwrap_or(0)),
            }),
            FileType::Symlink => Err(FileFault::Link),
            _ => Err(FileFault::NotRegular),
        }
    }
}

impl ByName {
    /// What a file of that name is; `None` where it is nothing for a cohort.
    fn of(name: &OsStr) -> Option<Self> {
        let name = name.as_bytes();
        let ends = |ending: &[u8]| {
            let tail = name.len().checked_sub(ending.len());
            tail.is_some_and(|tail| name[tail..].eq_ignore_ascii_case(ending))
        };
        if name.starts_with(b".") || !ends(ENDING) || ends(REVIEW) {
            return None;
        }
        let mut parts = name.windows(MILEPOST.len());
        if parts.any(|part| part.eq_ignore_ascii_case(MILEPOST)) {
            Some(Self::Progress)
        } else {
            Some(Self::Json)
        }
    }
}

/// Opens a folder, and nothing that would block.
fn opened(path: &Path) -> Result<File, FileError> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let folder = rustix::fs::open(path, flags, Mode::empty());
    match folder.map_err(std::io::Error::from) {
        Ok(folder) => Ok(folder.into()),
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            let fault = FileFault::NotFolder;
            Err(FileError::new(path, fault))
        }
        Err(error) => Err(FileError::new(path, error.into())),
    }
}

fn io(error: rustix::io::Errno) -> FileFault {
    std::io::Error::from(error).into()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "these tests look at the folder")]

    use std::fs;
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    use super::{ByName, CohortFolder, FileFault, OsStr, OsStrExt, OsString};

    fn folder() -> (tempfile::TempDir, CohortFolder) {
        let home = tempfile::tempdir().unwrap();
        let folder = CohortFolder::open(home.path()).unwrap();
        (home, folder)
    }

    #[test]
    fn what_is_plainly_no_progress_file_is_passed_over() {
        for (name, named) in [
            (
                "backend-developer-0123abcd.milepost.json",
                Some(ByName::Progress),
            ),
            (
                "backend-developer-0123abcd.milepost (1).json",
                Some(ByName::Progress),
            ),
            ("A.MILEPOST.JSON", Some(ByName::Progress)),
            ("learner.milepost-conflict-2.json", Some(ByName::Progress)),
            ("learner.json", Some(ByName::Json)),
            ("milepost.json", Some(ByName::Json)),
            ("a.review.json", None),
            ("a.milepost.review.json", None),
            ("a.Review.JSON", None),
            (".milepost-unfinished-x.json", None),
            ("._a.milepost.json", None),
            ("a.milepost.json.part", None),
            ("a.milepost.jsonl", None),
            ("roster.csv", None),
            ("json", None),
        ] {
            assert_eq!(ByName::of(OsStr::new(name)), named, "{name}");
        }
        let odd = OsStr::from_bytes(b"\xFF.milepost.json");
        assert_eq!(ByName::of(odd), Some(ByName::Progress));
    }

    #[test]
    fn files_are_listed_by_name_and_what_is_none_with_its_reason() {
        let (home, mut folder) = folder();
        let at = |name: &str| home.path().join(name);
        fs::write(at("b.milepost.json"), "{}").unwrap();
        fs::write(at("a.json"), "{}").unwrap();
        fs::write(at("roster.csv"), "").unwrap();
        fs::create_dir(at("c.milepost.json")).unwrap();
        fs::create_dir(at("folder.json")).unwrap();
        fs::write(at("c.milepost.json/deep.milepost.json"), "{}").unwrap();
        symlink("b.milepost.json", at("d.milepost.json")).unwrap();
        symlink("e.milepost.json", at("e.milepost.json")).unwrap();
        symlink("/dev/zero", at("link.json")).unwrap();
        rustix::fs::mkfifoat(rustix::fs::CWD, at("f.milepost.json"), 0o600.into()).unwrap();
        let _socket = UnixListener::bind(at("g.milepost.json")).unwrap();
        let listed = folder.list().unwrap();
        let told: Vec<_> = listed
            .iter()
            .map(|file| (file.name.to_str().unwrap(), file.stamp.as_ref().err()))
            .collect();
        assert_eq!(
            told,
            [
                ("a.json", None),
                ("b.milepost.json", None),
                ("c.milepost.json", Some(&FileFault::NotRegular)),
                ("d.milepost.json", Some(&FileFault::Link)),
                ("e.milepost.json", Some(&FileFault::Link)),
                ("f.milepost.json", Some(&FileFault::NotRegular)),
                ("g.milepost.json", Some(&FileFault::NotRegular)),
            ]
        );
        for file in listed.iter().filter(|file| file.stamp.is_err()) {
            let fault = folder.read(&file.name, 10).unwrap_err();
            // A socket cannot even be opened.
            let is_told = matches!(
                fault,
                FileFault::Link | FileFault::NotRegular | FileFault::Io(_)
            );
            assert!(is_told, "{file:?}: {fault:?}");
        }
    }

    #[test]
    fn a_name_that_is_no_text_is_read_like_any_other() {
        let (home, mut folder) = folder();
        let name = OsString::from(OsStr::from_bytes(b"\xFF\x1b[2J.milepost.json"));
        // Some file systems take no such name.
        if fs::write(home.path().join(&name), "12345").is_ok() {
            assert_eq!(folder.list().unwrap()[0].name, name);
            assert_eq!(folder.read(&name, 5).unwrap(), b"12345");
            assert_eq!(folder.read(&name, 4), Err(FileFault::TooLarge(4)));
        }
    }

    #[test]
    fn a_stamp_stays_until_the_file_changes_or_another_takes_its_place() {
        let (home, folder) = folder();
        let name = OsStr::new("a.milepost.json");
        let file = home.path().join(name);
        fs::write(&file, "12345").unwrap();
        let first = folder.stamp(name).unwrap();
        fs::read(&file).unwrap();
        assert_eq!(folder.stamp(name).unwrap(), first);
        fs::write(&file, "123456").unwrap();
        let longer = folder.stamp(name).unwrap();
        assert_ne!(longer, first);
        fs::write(home.path().join("other"), "abcdef").unwrap();
        fs::rename(home.path().join("other"), &file).unwrap();
        assert_ne!(folder.stamp(name).unwrap(), longer);
        fs::remove_file(&file).unwrap();
        assert_eq!(folder.stamp(name), Err(FileFault::Missing));
    }

    #[test]
    fn a_sparse_file_of_many_gigabytes_is_refused_without_being_read() {
        let (home, mut folder) = folder();
        let file = fs::File::create(home.path().join("a.milepost.json")).unwrap();
        file.set_len(20 << 30).unwrap();
        let listed = folder.list().unwrap();
        assert!(listed[0].stamp.is_ok());
        let fault = folder.read(&listed[0].name, 5 << 20).unwrap_err();
        assert_eq!(fault, FileFault::TooLarge(5 << 20));
    }

    #[test]
    fn a_folder_of_too_many_files_is_refused_and_so_is_a_file() {
        let (home, folder) = folder();
        for name in ["a.milepost.json", "b.json", "c.csv"] {
            fs::write(home.path().join(name), "").unwrap();
        }
        assert_eq!(folder.list_of_at_most(2).unwrap().len(), 2);
        let error = folder.list_of_at_most(1).unwrap_err();
        assert_eq!(error.fault, FileFault::Crowded(1));
        let error = CohortFolder::open(&home.path().join("c.csv")).unwrap_err();
        assert!(error.to_string().ends_with("it is no folder"), "{error}");
    }
}

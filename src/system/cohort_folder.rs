//! A folder of files that strangers sent, one level deep.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::os::fd::AsFd;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use rustix::fs::{AtFlags, Dir, FileType, Mode, OFlags};

use super::files::{FileError, FileFault, open, read_open};

/// How the names of the files end that are looked at.
const ENDING: &str = ".milepost.json";

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
    /// By what a later look knows whether it changed; or why it is none to read.
    pub stamp: Result<Stamp, FileFault>,
}

/// By what is known whether a file is still the one that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    inode: u64,
    size: u64,
    modified: (i64, i64),
    changed: (i64, i64),
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

    /// The files that are there, by name. Where another folder has come under its name meanwhile, those of that.
    ///
    /// # Errors
    /// The folder cannot be read, or has too many.
    pub fn list(&mut self) -> Result<Vec<Listed>, FileError> {
        self.folder = opened(&self.path)?;
        let failed = |fault| FileError::new(&self.path, fault);
        let entries = Dir::read_from(&self.folder).map_err(|error| failed(io(error)))?;
        let mut files = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|error| failed(io(error)))?;
            let name = OsStr::from_bytes(entry.file_name().to_bytes());
            if name.as_bytes().ends_with(ENDING.as_bytes()) {
                files.push(Listed {
                    name: name.to_owned(),
                    stamp: self.stamp(name),
                });
            }
        }
        if files.len() > MOST {
            return Err(failed(FileFault::TooLarge(MOST as u64)));
        }
        files.sort_unstable_by(|one, other| one.name.cmp(&other.name));
        Ok(files)
    }

    /// Reads a file of it, at most `limit` bytes.
    ///
    /// # Errors
    /// It is no regular file, too large, or cannot be read.
    pub fn read(&self, name: &OsStr, limit: u64) -> Result<Vec<u8>, FileFault> {
        read_open(open(self.folder.as_fd(), name)?, limit)
    }

    fn stamp(&self, name: &OsStr) -> Result<Stamp, FileFault> {
        let found = rustix::fs::statat(&self.folder, name, AtFlags::SYMLINK_NOFOLLOW);
        let found = found.map_err(io)?;
        match FileType::from_raw_mode(found.st_mode) {
            FileType::RegularFile => Ok(Stamp {
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

/// Opens a folder, and nothing that would block.
fn opened(path: &Path) -> Result<File, FileError> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let folder = rustix::fs::open(path, flags, Mode::empty());
    let folder = folder.map_err(|error| FileError::new(path, io(error)))?;
    Ok(folder.into())
}

fn io(error: rustix::io::Errno) -> FileFault {
    std::io::Error::from(error).into()
}

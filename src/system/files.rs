//! Reading files that strangers made, and what the store and the writer of files ask of the file system.

#![expect(clippy::disallowed_methods, reason = "this is where files are read")]

use std::ffi::OsStr;
use std::fmt;
use std::fs::{DirBuilder, File, symlink_metadata};
use std::io::{self, Read};
use std::os::fd::{BorrowedFd, OwnedFd};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use rustix::fs::{Access, AtFlags, CWD, FileType, Mode, OFlags};

/// A file that could not be read or written.
#[derive(Debug)]
pub struct FileError {
    /// The file.
    pub file: PathBuf,
    /// What is wrong with it.
    pub fault: FileFault,
}

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    /// There is none.
    #[error("there is no such file")]
    Missing,
    /// It is a link, which might lead anywhere.
    #[error("it is a link, and links are not followed")]
    Link,
    /// It is a folder, a pipe, a device or the like.
    #[error("it is no regular file")]
    NotRegular,
    /// It is a file, and should be a folder.
    #[error("it is no folder")]
    NotFolder,
    /// It has more than this many bytes.
    #[error("it is larger than {}", size(*.0))]
    TooLarge(u64),
    /// It is a folder with more than this many files.
    #[error("it has more than {0} files")]
    Crowded(usize),
    /// It lies outside of the folder to which it should belong.
    #[error("it lies outside of the folder")]
    Outside,
    /// It is no UTF-8 text.
    #[error("it is no UTF-8 text")]
    NotText,
    /// It, or its folder, may not be read or written.
    #[error("it may not be accessed")]
    Denied,
    /// The disk has no room left.
    #[error("the disk is full")]
    Full,
    /// The world failed otherwise.
    #[error("{0}")]
    Io(String),
}

/// So many bytes as people read them.
fn size(bytes: u64) -> String {
    match bytes {
        0 => "0 bytes".into(),
        whole if whole % (1 << 20) == 0 => format!("{} MiB", whole >> 20),
        whole if whole % (1 << 10) == 0 => format!("{} KiB", whole >> 10),
        bytes => format!("{bytes} bytes"),
    }
}

/// Reads a regular file without following links and without blocking, at most `limit` bytes.
///
/// # Errors
/// Any [`FileFault`] but those of folders and texts.
pub fn read(file: &Path, limit: u64) -> Result<Vec<u8>, FileError> {
    let opened = open(CWD, file.as_os_str()).and_then(|opened| read_open(opened, limit));
    opened.map_err(|fault| FileError::new(file, fault))
}

/// Reads all of standard input where the file is `-`, else [`read`]s the file.
///
/// # Errors
/// As [`read`].
pub fn read_or_stdin(file: &Path, limit: u64) -> Result<Vec<u8>, FileError> {
    if file != Path::new("-") {
        return read(file, limit);
    }
    read_to_limit(io::stdin().lock(), limit, Vec::new())
        .map_err(|fault| FileError::new("standard input".as_ref(), fault))
}

impl FileError {
    pub(super) fn new(file: &Path, fault: FileFault) -> Self {
        Self {
            file: file.to_owned(),
            fault,
        }
    }

    /// What to do about it, in one line.
    pub fn advice(&self) -> String {
        match &self.fault {
            FileFault::Missing => "check the name".into(),
            FileFault::Link => "name the file itself".into(),
            FileFault::NotRegular => "name a file".into(),
            FileFault::NotFolder => "name a folder".into(),
            FileFault::TooLarge(limit) => format!("files of at most {} are read", size(*limit)),
            FileFault::Outside => "move the file into the folder".into(),
            FileFault::Crowded(_) => "move some of them into a folder of their own".into(),
            FileFault::NotText => "save it as UTF-8".into(),
            FileFault::Denied => "allow access, or choose another place".into(),
            FileFault::Full => "make room, or choose another place".into(),
            FileFault::Io(_) => "check the disk, then try again".into(),
        }
    }
}

impl std::error::Error for FileError {}

impl fmt::Display for FileError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.file.display(), self.fault)
    }
}

impl From<io::Error> for FileFault {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::Denied,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            io::ErrorKind::IsADirectory => Self::NotRegular,
            _ => Self::Io(error.to_string()),
        }
    }
}

/// Opens a regular file in a folder; the last part of its name may be no link.
pub(super) fn open(folder: BorrowedFd<'_>, name: &OsStr) -> Result<File, FileFault> {
    let file = File::from(open_at(folder, name, OFlags::NONBLOCK)?);
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(FileFault::NotRegular)
    }
}

/// Opens a folder in a folder; the last part of its name may be no link.
pub(super) fn open_folder(folder: BorrowedFd<'_>, name: &OsStr) -> Result<File, FileFault> {
    Ok(open_at(folder, name, OFlags::DIRECTORY)?.into())
}

fn open_at(folder: BorrowedFd<'_>, name: &OsStr, how: OFlags) -> Result<OwnedFd, FileFault> {
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::CLOEXEC | how;
    rustix::fs::openat(folder, name, flags, Mode::empty()).map_err(|error| {
        // Systems disagree on how they refuse a link.
        let found = rustix::fs::statat(folder, name, AtFlags::SYMLINK_NOFOLLOW);
        match found.map(|found| FileType::from_raw_mode(found.st_mode)) {
            Ok(FileType::Symlink) => FileFault::Link,
            _ => io::Error::from(error).into(),
        }
    })
}

/// Reads at most `limit` bytes of a file that may grow meanwhile.
pub(super) fn read_open(file: File, limit: u64) -> Result<Vec<u8>, FileFault> {
    let length = file.metadata()?.len();
    if length > limit {
        return Err(FileFault::TooLarge(limit));
    }
    // One byte more shows the end of the file, and that nobody made it longer meanwhile.
    let room = usize::try_from(length.saturating_add(1)).unwrap_or(0);
    read_to_limit(file, limit, Vec::with_capacity(room))
}

fn read_to_limit(source: impl Read, limit: u64, mut bytes: Vec<u8>) -> Result<Vec<u8>, FileFault> {
    source
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(FileFault::TooLarge(limit));
    }
    Ok(bytes)
}

/// Creates a folder and those above it, for this user only; one that is there stays as it is.
pub(crate) fn create_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// Creates a folder for what is to be written into it, and those above it; one that is there stays as it is.
///
/// # Errors
/// It cannot be created, or something else is there.
pub fn create_folder_for_output(folder: &Path) -> Result<(), FileError> {
    let failed = |fault| Err(FileError::new(folder, fault));
    if symlink_metadata(folder).is_ok_and(|found| found.is_symlink()) {
        return failed(FileFault::Link);
    }
    match DirBuilder::new().recursive(true).create(folder) {
        Ok(()) if may_write(folder) => Ok(()),
        Ok(()) => failed(FileFault::Denied),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => failed(FileFault::NotFolder),
        Err(error) => failed(error.into()),
    }
}

/// A path that means the same from every folder.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Sees to it that what was created, renamed or deleted in a folder is on the disk.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        // Some network file systems cannot sync a folder, and need not.
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => Ok(()),
        synced => synced,
    }
}

/// Whether this user may write to a file or folder, the disk's being read-only included.
pub(crate) fn may_write(path: &Path) -> bool {
    rustix::fs::access(path, Access::WRITE_OK).is_ok()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::path::Path;

    use super::{FileFault, read};

    fn fault(file: &Path, limit: u64) -> FileFault {
        read(file, limit).unwrap_err().fault
    }

    #[test]
    fn a_file_is_read_up_to_its_limit() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("progress.json");
        fs::write(&file, "12345").unwrap();
        assert_eq!(read(&file, 5).unwrap(), b"12345");
        assert_eq!(fault(&file, 4), FileFault::TooLarge(4));
        assert_eq!(fault(&folder.path().join("none"), 4), FileFault::Missing);
    }

    #[test]
    fn a_file_that_claims_to_be_empty_and_is_not_is_read_to_the_limit_only() {
        let endless = Path::new("/proc/self/maps");
        if endless.exists() {
            assert_eq!(fs::metadata(endless).unwrap().len(), 0);
            assert_eq!(fault(endless, 10), FileFault::TooLarge(10));
        }
    }

    #[test]
    fn links_folders_pipes_and_devices_are_refused_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let [file, link, broken, pipe] =
            ["file", "link", "broken", "pipe"].map(|name| folder.path().join(name));
        fs::write(&file, "text").unwrap();
        symlink(&file, &link).unwrap();
        symlink("nowhere", &broken).unwrap();
        rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, 0o600.into()).unwrap();
        assert_eq!(fault(&link, 10), FileFault::Link);
        assert_eq!(fault(&broken, 10), FileFault::Link);
        for other in [folder.path(), &pipe, Path::new("/dev/zero")] {
            assert_eq!(
                fault(other, 10),
                FileFault::NotRegular,
                "{}",
                other.display()
            );
        }
    }
}

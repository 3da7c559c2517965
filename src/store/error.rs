//! Why the store could not do what was asked: what happened, why, and what to do about it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{ErrorCode, ffi};

use crate::progress::Clash;

/// A failure of the store. Whatever was to be written is not written, save for [`Fault::Unpurged`].
#[derive(Debug)]
pub struct StoreError {
    /// The store's file.
    pub file: PathBuf,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// There is none, and it was not to be created.
    Missing,
    /// Another process kept it locked for longer than [`super::PATIENCE`].
    Busy,
    /// It can be read and not written.
    ReadOnly,
    /// The disk has no room left.
    Full,
    /// Its file was moved or replaced while it was open.
    Moved,
    /// Its file is not where it was; no new one is begun beside the old one's backups.
    Gone {
        /// The newest backup that passed every check.
        newest_backup: Option<PathBuf>,
    },
    /// Its file has not a byte.
    Empty {
        /// The newest backup that passed every check.
        newest_backup: Option<PathBuf>,
    },
    /// It does not hold together.
    Damaged {
        /// How that shows.
        what: String,
        /// The newest backup that passed every check.
        newest_backup: Option<PathBuf>,
    },
    /// A newer program wrote it.
    Newer {
        /// The version of the store, which this program does not know.
        version: u32,
        /// The latest version that it does know.
        known: u32,
    },
    /// Something else lies where the store should be.
    NotAStore {
        /// What it is.
        what: &'static str,
    },
    /// An event is known with another content.
    Clash(Clash),
    /// No backup could be made; the store itself may be as good as ever.
    NoBackup {
        /// Where the backups are kept.
        folder: PathBuf,
        /// Why.
        reason: String,
    },
    /// What was to be forgotten is forgotten in the store, and a backup or a private copy may still hold it.
    Unpurged {
        /// Why it could not be removed there, in one line.
        reason: String,
    },
    /// The world failed otherwise.
    Io(String),
}

impl StoreError {
    pub(super) fn new(file: &Path, fault: Fault) -> Self {
        Self {
            file: file.to_owned(),
            fault,
        }
    }

    /// What happened, in one line; names the file.
    pub fn what(&self) -> String {
        let file = self.file.display();
        match &self.fault {
            Fault::Missing => format!("there is no store at {file}"),
            Fault::Busy => format!("the store {file} is in use"),
            Fault::ReadOnly => format!("the store {file} cannot be written"),
            Fault::Full => format!("the disk is full: nothing was written to {file}"),
            Fault::Moved => format!("the store {file} was moved or replaced while it was open"),
            Fault::Gone { .. } => format!("the store {file} is gone"),
            Fault::Empty { .. } => format!("the store {file} is empty"),
            Fault::Damaged { what, .. } => format!("the store {file} is damaged: {what}"),
            Fault::Newer { .. } => format!("the store {file} was written by a newer milepost"),
            Fault::NotAStore { what } => format!("{file} is no store but {what}"),
            Fault::Clash(clash) => clash.to_string(),
            Fault::NoBackup { folder, .. } => {
                format!("no backup could be made in {}", folder.display())
            }
            Fault::Unpurged { .. } => {
                format!("forgotten in the store {file}, but a copy of the store may still hold it")
            }
            Fault::Io(_) => format!("the store {file} cannot be used"),
        }
    }

    /// Why, in one line.
    pub fn why(&self) -> String {
        match &self.fault {
            Fault::Missing => "nothing was recorded in this folder yet".into(),
            Fault::Busy => "another program keeps it locked".into(),
            Fault::ReadOnly => "the file, its folder or its disk is read-only".into(),
            Fault::Full => "there is no room left for the change".into(),
            Fault::Moved => "another program put something else in its place".into(),
            Fault::Gone { .. } => {
                "it was deleted or moved away; nothing was put in its place".into()
            }
            Fault::Empty { .. } | Fault::Damaged { .. } => {
                "a disk, a sync tool or another program changed it; nothing was changed now".into()
            }
            Fault::Newer { version, known } => {
                format!(
                    "it has version {version}, and this program knows versions up to {known}; nothing was changed"
                )
            }
            Fault::NotAStore { .. } => "milepost did not make it, and did not change it".into(),
            Fault::Clash(_) => {
                "one of the two was changed after it was recorded; nothing was taken over".into()
            }
            Fault::Unpurged { reason } | Fault::NoBackup { reason, .. } | Fault::Io(reason) => {
                reason.clone()
            }
        }
    }

    /// What to do about it, in one line.
    pub fn advice(&self) -> String {
        match &self.fault {
            Fault::Missing => {
                "name the right folder with --data-dir, or record something first".into()
            }
            Fault::Busy => "close the other program, or try again".into(),
            Fault::ReadOnly => {
                "allow writing to the folder, or name another with --data-dir".into()
            }
            Fault::Full => "make room and try again".into(),
            Fault::Moved => "start milepost again".into(),
            Fault::Gone {
                newest_backup: Some(backup),
            } => format!(
                "put it back, or copy the newest good backup, {}, in its place; to begin afresh, move the folder `backups` away",
                backup.display()
            ),
            Fault::Gone {
                newest_backup: None,
            } => {
                "put it back; to begin afresh, move the folder `backups` away if there is one, and start milepost again"
                    .into()
            }
            Fault::Empty {
                newest_backup: None,
            } => "there is no good backup; to begin afresh, delete it".into(),
            Fault::Empty {
                newest_backup: Some(backup),
            }
            | Fault::Damaged {
                newest_backup: Some(backup),
                ..
            } => format!("the newest good backup is {}", backup.display()),
            Fault::Damaged { .. } => {
                "there is no good backup; keep the file, it may still be read in part".into()
            }
            Fault::Newer { version, .. } => {
                format!("use a milepost that knows version {version} of the store")
            }
            Fault::NotAStore { .. } => {
                "move it away, or name another folder with --data-dir".into()
            }
            Fault::Clash(_) => "ask for the file again, or compare the two by hand".into(),
            Fault::NoBackup { folder, .. } => format!(
                "see to it that {} is a folder that can be written, with room in it",
                folder.display()
            ),
            Fault::Unpurged { .. } => {
                "end other runs of milepost, allow writing to the folder `backups`, make room, and forget it again".into()
            }
            Fault::Io(_) => "check the disk and the folder, then try again".into(),
        }
    }
}

impl Fault {
    /// A damage that shows in this way; which backup is good is found out later.
    pub(super) fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged {
            what: what.into(),
            newest_backup: None,
        }
    }
}

impl std::error::Error for StoreError {}

impl fmt::Display for StoreError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.what(), self.why())
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        let Some(failure) = error.sqlite_error() else {
            return Self::damaged(format!("a value is not as it was written ({error})"));
        };
        match failure.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::DiskFull => Self::Full,
            ErrorCode::ReadOnly if failure.extended_code == ffi::SQLITE_READONLY_DBMOVED => {
                Self::Moved
            }
            ErrorCode::ReadOnly => Self::ReadOnly,
            ErrorCode::NotADatabase => Self::damaged("it does not begin like a database"),
            ErrorCode::DatabaseCorrupt => Self::damaged("its pages do not fit together"),
            _ => Self::Io(error.to_string()),
        }
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            _ => Self::Io(error.to_string()),
        }
    }
}

impl From<Clash> for Fault {
    fn from(clash: Clash) -> Self {
        Self::Clash(clash)
    }
}

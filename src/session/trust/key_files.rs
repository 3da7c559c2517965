//! The files in which somebody says whose signatures they trust: their own word, never that of a file under review.

use std::path::{Path, PathBuf};

use crate::session::error::Error;
use crate::system::files::{self, FileError, FileFault};
use crate::system::ssh::{Keygen, Signers, SshError};

/// The names of both in the data folder.
const ALLOWED: &str = "allowed_signers";
const REVOKED: &str = "revoked_keys";

/// The most bytes of each.
const LARGEST: u64 = 16 << 20;

/// Where somebody says whose signatures they trust, in the forms of OpenSSH.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeyFiles {
    /// Who may sign, with which key.
    allowed: Option<Place>,
    /// The keys that nobody may sign with any more.
    revoked: Option<Place>,
}

/// Where such a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    /// Where it would be if there were one.
    Usual(PathBuf),
    /// Where somebody said that it is.
    Named(PathBuf),
}

/// What is in them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct KeyTexts {
    pub(super) allowed: Option<Vec<u8>>,
    pub(super) revoked: Option<Vec<u8>>,
}

impl KeyFiles {
    /// `allowed_signers` and `revoked_keys` in this folder, each if it is there.
    pub fn within(folder: &Path) -> Self {
        let usual = |name| Some(Place::Usual(folder.join(name)));
        Self {
            allowed: usual(ALLOWED),
            revoked: usual(REVOKED),
        }
    }

    /// The same, but whoever may sign stands in this file, if one is named.
    #[must_use]
    pub fn with_allowed(self, named: Option<&Path>) -> Self {
        let allowed = named.map(|file| Place::Named(file.to_owned()));
        Self {
            allowed: allowed.or(self.allowed),
            ..self
        }
    }

    /// The same, but what is revoked stands in this file, if one is named.
    #[must_use]
    pub fn with_revoked(self, named: Option<&Path>) -> Self {
        let revoked = named.map(|file| Place::Named(file.to_owned()));
        Self {
            revoked: revoked.or(self.revoked),
            ..self
        }
    }

    /// Those whom the files name.
    pub(super) fn signers(&self) -> Result<Signers, Error> {
        self.read()?.signers().map_err(Error::Unverified)
    }

    pub(super) fn read(&self) -> Result<KeyTexts, FileError> {
        let read = |place: &Option<Place>| place.as_ref().map_or(Ok(None), Place::read);
        Ok(KeyTexts {
            allowed: read(&self.allowed)?,
            revoked: read(&self.revoked)?,
        })
    }
}

impl KeyTexts {
    /// Those whom these name.
    pub(super) fn signers(&self) -> Result<Signers, SshError> {
        Signers::of(
            Keygen::find()?,
            self.allowed.as_deref(),
            self.revoked.as_deref(),
        )
    }
}

impl Place {
    /// What is in the file; nothing where there is none and none was named.
    fn read(&self) -> Result<Option<Vec<u8>>, FileError> {
        let (Self::Usual(file) | Self::Named(file)) = self;
        match (self, files::read(file, LARGEST)) {
            (Self::Usual(_), Err(error)) if error.fault == FileFault::Missing => Ok(None),
            (_, read) => read.map(Some),
        }
    }
}

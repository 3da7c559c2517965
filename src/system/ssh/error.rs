//! Why nothing could be signed or verified.

use std::io;
use std::time::Duration;

use super::PROGRAM;

/// Why nothing could be signed or verified. Its text says why in one line, safe to show.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SshError {
    /// There is none.
    #[error("there is no {PROGRAM} here")]
    Missing,
    /// It cannot be run.
    #[error("{PROGRAM} cannot be run: {0}")]
    Started(String),
    /// It did not come to an end in so much time, and was ended.
    #[error("{PROGRAM} did not answer within {} seconds", .0.as_secs())]
    Overdue(Duration),
    /// It did not sign, or not tell of a key.
    #[error("{PROGRAM} says: {0}")]
    Refused(String),
    /// It answered with something else than a signature or a fingerprint.
    #[error("{PROGRAM} answered with something that is none")]
    Odd,
    /// There is no place for what it is to be given.
    #[error("no private folder can be made: {0}")]
    Folder(String),
}

impl SshError {
    /// What to do about it, in one line.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Missing => "install OpenSSH, version 8.2 or later",
            Self::Started(_) | Self::Odd => "see whether `ssh-keygen -Y sign` works by itself",
            Self::Overdue(_) => "see whether the agent answers: `ssh-add -l`",
            Self::Refused(said) if said.contains("No such file") => {
                "name the key's own file, such as ~/.ssh/id_ed25519"
            }
            Self::Refused(said) if said.to_lowercase().contains("passphrase") => {
                "try again with the passphrase of that key, or see whether the agent has it: `ssh-add -l`"
            }
            Self::Refused(_) => {
                "see whether the agent has the key, `ssh-add -l`, or name the key's own file"
            }
            Self::Folder(_) => "make room where TMPDIR leads",
        }
    }

    #[expect(clippy::needless_pass_by_value, reason = "as `map_err` hands it over")]
    pub(super) fn folder(error: io::Error) -> Self {
        Self::Folder(error.to_string())
    }
}

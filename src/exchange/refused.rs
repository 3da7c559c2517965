//! Why a file is refused whole.

use crate::json::BadJson;
use crate::progress::Clash;

/// Why a file is refused. Its text says why in one line, safe to show; [`Refused::hint`] says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// More bytes than this.
    #[error("it is larger than {} MiB", .0 >> 20)]
    Large(usize),
    /// More events than this.
    #[error("it holds more than {0} events")]
    Crowded(usize),
    /// Not UTF-8.
    #[error("it is no text in UTF-8")]
    NotText,
    /// Not JSON, or not all of it, or JSON that two readers could take for two things.
    #[error("it is cut, or no strict JSON: {0}")]
    Json(#[from] BadJson),
    /// Some other file.
    #[error("it is no file of the format {0}")]
    Foreign(&'static str),
    /// A later version of the format.
    #[error("its format is {found}, and this milepost reads {known}")]
    Newer {
        /// What the file says.
        found: String,
        /// What this program reads.
        known: &'static str,
    },
    /// A field of the header is missing or odd.
    #[error("its `{field}` cannot be read: {what}")]
    Header {
        /// The field.
        field: &'static str,
        /// What is wrong with it.
        what: String,
    },
    /// An event cannot be read.
    #[error("its event {number} cannot be read: {what}")]
    Event {
        /// Which one, from 1.
        number: usize,
        /// What is wrong with it.
        what: String,
    },
    /// Its newest event stands so late that hardly any can follow.
    #[error("its newest event stands so close to the end of 2199 that hardly any could follow it")]
    Late,
    /// An event stands in it twice and says different things.
    #[error("two of its events contradict each other: {0}")]
    Clash(#[from] Clash),
    /// It was cut or altered after it was written.
    #[error(
        "it was cut or altered after it was written: its `end` does not match what stands before"
    )]
    Altered,
}

impl Refused {
    /// What can be done about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Large(_) | Self::Crowded(_) => {
                "A shared or review file holds at most 5 MiB and 20,000 events, a sync file 64 MiB and 250,000."
            }
            Self::Json(_) | Self::Altered => {
                "Ask for the file again, or export it again, and pass it on unchanged."
            }
            Self::NotText => "Save it as UTF-8, or ask for the file again.",
            Self::Foreign(_) => "Name a file that milepost wrote.",
            Self::Newer { .. } => "Update milepost.",
            Self::Header { .. } | Self::Event { .. } | Self::Late | Self::Clash(_) => {
                "Ask for a file that milepost itself wrote; if it did, this is worth a bug report."
            }
        }
    }
}

//! The list that a mentor keeps of those who are in a cohort, as a spreadsheet saves it.

mod owners;
mod problem;
mod read;
mod table;

use uuid::Uuid;

pub use owners::Person;
pub use problem::{Problem, Unreadable, Wrong};
pub use read::read;

/// The name of the file beside the progress files.
pub const NAME: &str = "roster.csv";

/// The most bytes of a roster.
pub const LARGEST: usize = 16 << 20;

/// The most rows of a roster: as many as a cohort has files.
pub const MOST_ROWS: usize = 100_000;

/// The most bytes of one cell: as many as a learner's name may have in a progress file.
pub const LONGEST_CELL: usize = 1 << 10;

/// Who is in a cohort.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roster {
    /// The titles of the columns that mean nothing to milepost, in their order.
    pub columns: Vec<String>,
    /// Everybody on it, in its order.
    pub rows: Vec<Row>,
    /// What is wrong with it, by line; those rows are left out, unless they can be told from all others all the same.
    pub problems: Vec<Problem>,
}

/// Somebody on the roster. They have at least one of an id, a name and a handle; no text is empty or has blank ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line on which the row begins, from 1.
    pub line: usize,
    /// Their id, as far as it is known.
    pub id: Option<KnownId>,
    /// What they are called there.
    pub name: Option<String>,
    /// A name by which their files may be called.
    pub handle: Option<String>,
    /// Their group.
    pub group: Option<String>,
    /// What the further columns say, one text for each of [`Roster::columns`]; some may be empty.
    pub extra: Vec<String>,
}

/// What a mentor knows of an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownId {
    /// All of it.
    Whole(Uuid),
    /// Its last eight digits, by which files are named.
    End(u32),
}

impl KnownId {
    /// The last eight digits.
    pub fn end(self) -> u32 {
        match self {
            Self::Whole(id) => end(id),
            Self::End(end) => end,
        }
    }
}

impl std::fmt::Display for KnownId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Whole(id) => id.fmt(formatter),
            Self::End(end) => write!(formatter, "{end:08x}"),
        }
    }
}

/// The last eight digits of an id.
fn end(id: Uuid) -> u32 {
    let [.., a, b, c, d] = id.into_bytes();
    u32::from_be_bytes([a, b, c, d])
}

/// A name as it is compared: blank ends and the size of its letters do not matter.
fn plain(name: &str) -> String {
    name.trim().to_lowercase()
}

//! What can be wrong with a roster, or with a row of it.

use crate::text::{clip, visible};

/// The most columns of what a cell says in a message.
const LONGEST: usize = 40;

/// Something that is wrong with one row.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {wrong}")]
pub struct Problem {
    /// The line on which the row begins, from 1.
    pub line: usize,
    /// What it is.
    pub wrong: Wrong,
}

/// What is wrong with a row. What cells say is shown as [`visible`] does.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// It is not UTF-8.
    #[error("it is no text in UTF-8")]
    NotText,
    /// It has more cells than there are columns.
    #[error("it has {cells} cells, and the first line names {columns} columns")]
    Cells {
        /// How many cells it has.
        cells: usize,
        /// How many columns there are.
        columns: usize,
    },
    /// A quote in it has no partner, or a cell goes on for too long.
    #[error("a cell of it does not end: is a quote missing?")]
    Endless,
    /// It has neither an id nor a name nor a handle.
    #[error("it has neither an id nor a name nor a handle")]
    Nobody,
    /// Its id is none.
    #[error("“{}” is neither an id nor the last eight digits of one", shown(.0))]
    Id(String),
    /// A row before it has the same id.
    #[error("line {0} has the same id")]
    SameId(usize),
    /// A row before it has the same name.
    #[error("line {0} has the same name")]
    SameName(usize),
    /// Of the first line: two columns have the same title.
    #[error("two columns are called “{}”; the first of them counts", shown(.0))]
    Column(String),
    /// More rows follow, which nobody read.
    #[error("there is more, and nothing from here on was read: {0}")]
    More(&'static str),
}

/// Why a roster is none at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It has too many bytes.
    #[error("it is larger than {} MiB", super::LARGEST >> 20)]
    Large,
    /// It is not UTF-8 but UTF-16, or no text at all.
    #[error("it is no text in UTF-8")]
    NotText,
    /// Its first line names no column that tells who somebody is.
    #[error("its first line names none of the columns id, name and handle")]
    NoColumns,
}

impl Unreadable {
    /// What to do about it, in one line.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Large => "a roster has one row for each learner, and nothing else",
            Self::NotText => "save it as CSV in UTF-8",
            Self::NoColumns => "put the names of the columns into the first line",
        }
    }
}

fn shown(cell: &str) -> String {
    clip(&visible(cell), LONGEST).into_owned()
}

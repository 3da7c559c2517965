//! What is wrong with a record of the job search as it was given.

use super::field::Field;
use crate::curriculum::RecordKind;

/// What is wrong with a record.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// What it is called by is missing.
    #[error("{}", needed(*.0))]
    Missing(RecordKind),
    /// A text of several lines, or one with letters that nobody would see.
    #[error("“{}” takes one line of plain text", .0.word())]
    Line(Field),
    /// No day.
    #[error("“{}” takes a day like 2026-11-20", .0.word())]
    Day(Field),
    /// No day, month or year.
    #[error("“{}” takes a day, a month or a year like 2026-11-20, 2026-11 or 2026", .0.word())]
    Time(Field),
    /// An application that was sent on a day to come.
    #[error("it cannot have been sent on a day that is still to come")]
    Unsent,
    /// Work that begins on a day to come.
    #[error("it cannot have begun on a day that is still to come")]
    Unbegun,
    /// It ends before it begins.
    #[error("it ends before it begins")]
    Backwards,
    /// A change that changes nothing.
    #[error("that is how it stands already")]
    Unchanged,
    /// A word that is none of a short list.
    #[error("“{}” takes one of {}", .0.word(), .0.choices().join(", "))]
    Word(Field),
    /// Somebody who does not count as a reference.
    #[error(
        "{relation} does not count as a reference: an employer asks for somebody who saw your work"
    )]
    Uncounted {
        /// The relation, as the curriculum names it.
        relation: String,
    },
}

impl Misfit {
    /// What would fit, in one line.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Uncounted { .. } => {
                "ask a teacher, a mentor, a client or somebody you worked with, best in back-end work"
            }
            Self::Line(_) => "leave out line ends, and letters that nobody would see",
            Self::Unsent => "put it down as saved until then",
            Self::Unbegun => "put it down once it has begun",
            Self::Backwards => "leave the end open while it goes on",
            Self::Missing(RecordKind::Reference) => "say who it is",
            Self::Missing(RecordKind::Application) => "name the employer",
            Self::Missing(RecordKind::Experience) => "say what it was, such as an internship",
            Self::Day(_) => {
                "the year comes first, from 2000 on, then the month and a day that it has, in digits"
            }
            Self::Time(_) => {
                "the year comes first, from 2000 on, in digits; leave out what you do not know"
            }
            Self::Word(_) => "take one of these words",
            Self::Unchanged => "give something else than what stands there",
        }
    }
}

/// What a record cannot do without.
fn needed(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Reference => "a reference needs a name",
        RecordKind::Application => "an application has to say where it goes",
        RecordKind::Experience => "earlier work has to say what it was",
    }
}

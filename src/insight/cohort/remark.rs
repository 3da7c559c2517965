//! What a mentor should know about a learner's file, beside what is in it.

use uuid::Uuid;

use crate::progress::tail;

/// What a mentor should know about a learner's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// The curriculum is of another version, or of another text, than the mentor's.
    OtherText(Box<str>),
    /// An older file of theirs is of another curriculum, of this id, and is not told of.
    OtherCurriculum(Box<str>),
    /// Another learner has the same name.
    SameName(Uuid),
    /// Another learner's name looks like theirs.
    LooksLike(Uuid),
    /// Their name is written in letters of several scripts.
    MixedScripts,
    /// They say that another learner's id is theirs too, and that one's files do not.
    Claims(Uuid),
    /// The clock was ahead when they wrote the file: it is dated after tomorrow.
    Ahead,
    /// Events of a newer version of the program are in it.
    Newer(u32),
    /// The roster does not list them.
    NotEnrolled,
}

impl Remark {
    /// The remark as a sentence without a full stop.
    pub fn sentence(&self) -> String {
        match self {
            Self::OtherText(version) => format!(
                "their curriculum is version {}, and its text is not yours",
                crate::text::visible(version)
            ),
            Self::OtherCurriculum(id) => format!(
                "an older file is of the curriculum {}, and only the newest is shown",
                crate::text::visible(id)
            ),
            Self::SameName(other) => format!("{} has the same name", tail(*other)),
            Self::LooksLike(other) => format!("the name looks like that of {}", tail(*other)),
            Self::MixedScripts => "the name mixes letters of several scripts".to_owned(),
            Self::Claims(other) => format!(
                "they say that {} is theirs too, and that one's files do not",
                tail(*other)
            ),
            Self::Ahead => "the file is dated after tomorrow".to_owned(),
            Self::Newer(1) => "1 event is from a newer version of milepost".to_owned(),
            Self::Newer(count) => format!("{count} events are from a newer version of milepost"),
            Self::NotEnrolled => "not in the roster".to_owned(),
        }
    }
}

//! What was given and cannot be recorded like that: a text, a figure or a day out of its bounds.

use std::ops::RangeInclusive;

/// The hours a week that a plan may have.
pub const HOURS_PER_WEEK: RangeInclusive<u16> = 1..=7 * 24;

/// The minutes that may be recorded at once.
pub const MINUTES: RangeInclusive<u32> = 1..=24 * 60;

/// The most addresses that one milestone takes as evidence.
pub const MOST_LINKS: usize = 20;

/// What is wrong with a text, a figure or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// A text without a word.
    #[error("there is nothing written")]
    Blank,
    /// A text of more than [`super::deed::LONGEST_TEXT`] bytes.
    #[error("a text takes 8 KiB at most")]
    LongText,
    /// As many links as a milestone takes are attached already.
    #[error("a milestone takes {MOST_LINKS} links at most")]
    TooManyLinks,
    /// A commit that is no hash.
    #[error("a commit is its hash, 7 to 64 hexadecimal digits")]
    Commit,
    /// A plan of no hours a week, or of more than a week has.
    #[error("a plan has 1 to 168 hours a week")]
    HoursPerWeek,
    /// No time spent, or more than a day has.
    #[error("what is recorded at once is 1 minute to 24 hours")]
    Minutes,
    /// A day on which nothing can have been done yet.
    #[error("that day is still to come")]
    FutureDay,
    /// A pause that would be over before it begins.
    #[error("a pause lasts at least until tomorrow")]
    ShortPause,
}

impl Unfit {
    /// What would fit, in one line; empty where the reason says it.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Minutes => "record longer times day by day",
            Self::FutureDay => "record it on that day",
            Self::ShortPause => "name a later day, the first on which you go on",
            Self::Blank => "",
            Self::LongText => "shorten it, or record it in parts",
            Self::TooManyLinks => "remove one first",
            Self::Commit => "copy it from `git log`",
            Self::HoursPerWeek => "name another number of hours",
        }
    }
}

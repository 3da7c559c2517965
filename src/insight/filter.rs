//! Which milestones of a path are worth a look.

use super::snapshot::Entry;
use super::standing::Status;
use crate::curriculum::Applies;

/// Which milestones to list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// Those that are not done, credited or skipped.
    Open,
    /// Those that can be worked on now.
    Available,
    /// Those that are done or credited.
    Done,
    /// Those that are not needed for 100 %.
    Optional,
    /// Those that are hard.
    Hard,
}

impl Filter {
    /// All filters, in the order in which they are offered.
    pub const EVERY: [Self; 6] = [
        Self::All,
        Self::Open,
        Self::Available,
        Self::Done,
        Self::Optional,
        Self::Hard,
    ];

    /// Whether it lets this milestone through.
    pub fn keeps(self, entry: &Entry<'_>) -> bool {
        let status = entry.position.status;
        match self {
            Self::All => true,
            Self::Open => !status.settles(),
            Self::Available => {
                entry.position.applies == Applies::Yes
                    && matches!(status, Status::Open | Status::Started)
            }
            Self::Done => status.counts(),
            Self::Optional => entry.milestone.optional,
            Self::Hard => entry.milestone.hard,
        }
    }

    /// What people call it.
    pub fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::Available => "available",
            Self::Done => "done",
            Self::Optional => "optional",
            Self::Hard => "hard",
        }
    }
}

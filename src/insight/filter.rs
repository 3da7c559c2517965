//! Which milestones of a list are shown.

use super::snapshot::Entry;

/// Which milestones of a list are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// What is neither done nor credited nor passed over.
    Open,
    /// What can be done now.
    Available,
    /// What is done or credited.
    Done,
    /// What is not needed for 100 %.
    Optional,
    /// What is known to be hard.
    Hard,
}

impl Filter {
    /// All filters, in the order in which one goes through them.
    pub const ALL: [Self; 6] = [
        Self::All,
        Self::Open,
        Self::Available,
        Self::Done,
        Self::Optional,
        Self::Hard,
    ];

    /// The word for it.
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

    /// Whether a milestone is shown.
    pub fn keeps(self, entry: &Entry<'_>) -> bool {
        match self {
            Self::All => true,
            Self::Open => !entry.position.status.settles(),
            Self::Available => entry.position.is_available(),
            Self::Done => entry.position.status.counts(),
            Self::Optional => entry.milestone.optional,
            Self::Hard => entry.milestone.hard,
        }
    }
}

//! What is to be seen of a milestone, a stage or an answer at a glance: always a symbol, so that no colour is needed.

use super::snapshot::{Entry, Snapshot};
use super::standing::Status;
use super::verdict::sent_back;
use crate::curriculum::Applies;
use crate::progress::{Answer, Deed};

/// What is to be seen of a milestone or stage at a glance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Done.
    Done,
    /// A stage of which something is done or begun.
    Begun,
    /// Work on it has begun.
    Started,
    /// It can be begun.
    Open,
    /// Something comes before it.
    Locked,
    /// Skipped.
    Skipped,
    /// Claimed with a background.
    Credited,
    /// A mentor sent it back, and it is the learner's turn.
    Returned,
    /// It depends on a choice that is open.
    Waiting,
}

impl State {
    /// The state of a milestone.
    pub fn of(entry: &Entry<'_>) -> Self {
        if sent_back(entry).is_some() {
            return Self::Returned;
        }
        match entry.position.status {
            Status::Done => Self::Done,
            Status::Credited => Self::Credited,
            Status::Skipped => Self::Skipped,
            Status::Started => Self::Started,
            _ if entry.position.applies == Applies::Open => Self::Waiting,
            Status::Open => Self::Open,
            Status::Locked => Self::Locked,
        }
    }

    /// The state of the stage of this index.
    pub fn of_stage(stage: usize, snapshot: &Snapshot) -> Self {
        let tally = snapshot.standing.stage(stage);
        let touched =
            |entry: Entry<'_>| !matches!(entry.position.status, Status::Open | Status::Locked);
        if tally.required > 0 && tally.done == tally.required {
            Self::Done
        } else if snapshot.members(stage).any(touched) {
            Self::Begun
        } else {
            Self::Open
        }
    }

    /// The state to which a deed brings milestones, if it brings them to one.
    pub fn after(deed: &Deed) -> Option<Self> {
        match deed {
            Deed::Started(_) => Some(Self::Started),
            Deed::Done(_) => Some(Self::Done),
            Deed::Skipped(_) => Some(Self::Skipped),
            Deed::Reopened(_) => Some(Self::Open),
            Deed::Credited(_) => Some(Self::Credited),
            _ => None,
        }
    }

    /// One column that tells it without colour.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Done => "✓",
            Self::Begun => "◐",
            Self::Started => "▶",
            Self::Open => "·",
            Self::Locked => "⊘",
            Self::Skipped => "↷",
            Self::Credited => "◇",
            Self::Returned => "✎",
            Self::Waiting => "?",
        }
    }

    /// The word that the help and the detail use for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Begun => "begun",
            Self::Started => "started",
            Self::Open => "open",
            Self::Locked => "locked",
            Self::Skipped => "skipped",
            Self::Credited => "credited",
            Self::Returned => "returned by a mentor",
            Self::Waiting => "waits for a choice",
        }
    }

    /// All states, in the order in which the help explains them.
    pub const ALL: [Self; 9] = [
        Self::Done,
        Self::Begun,
        Self::Started,
        Self::Open,
        Self::Locked,
        Self::Skipped,
        Self::Credited,
        Self::Returned,
        Self::Waiting,
    ];
}

/// One column for an answer to a check; `None` is one not given yet.
pub fn answer_symbol(answer: Option<Answer>) -> &'static str {
    match answer {
        Some(Answer::Sure) => "✓",
        Some(Answer::Unsure) => "?",
        Some(Answer::No) => "✗",
        None => "·",
    }
}

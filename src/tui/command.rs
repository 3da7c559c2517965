//! What a key can ask for. The key table gives each its keys and its words.

use crate::progress::Answer;

/// What the learner asks for with a key; what it means depends on the screen or overlay that it reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Move in the list or text that has the focus.
    Move(Motion),
    /// The pane on the right, or into what is under the cursor.
    In,
    /// The pane on the left, or out of what is shown.
    Out,
    /// The stage before.
    StageBefore,
    /// The stage after.
    StageAfter,
    /// The screen of this index in [`super::screen::ROWS`].
    Screen(usize),

    /// Tick the milestone.
    Tick,
    /// Begin the milestone.
    Start,
    /// Pass over the milestone.
    Skip,
    /// Take a tick, a credit or a skip back.
    Reopen,
    /// Answer the milestone's checks.
    Answers,
    /// Write a note on the milestone.
    Note,
    /// See, add and remove the milestone's evidence.
    Evidence,
    /// Make a choice.
    Choose,

    /// How sure the learner is of the check under the cursor.
    Answer(Answer),
    /// Add a repository to the evidence.
    AddRepository,
    /// Add a deployed address to the evidence.
    AddDeployment,
    /// Add a note to the evidence.
    AddNote,
    /// Remove what is under the cursor.
    Remove,
    /// Pick what is under the cursor, or drop it again.
    Pick,
    /// Send what was typed or picked.
    Send,
    /// Yes to the question.
    Yes,
    /// No to the question.
    No,
    /// Leave the overlay; what was typed is kept.
    Close,

    /// Take the last deed back.
    Undo,
    /// Do again what was undone.
    Redo,
    /// Show all keys.
    Help,
    /// Stop for a while, as shells do.
    Suspend,
    /// Leave.
    Quit,
}

impl Command {
    /// Whether it is about the milestone under the cursor.
    pub fn is_deed(self) -> bool {
        matches!(
            self,
            Self::Tick
                | Self::Start
                | Self::Skip
                | Self::Reopen
                | Self::Answers
                | Self::Note
                | Self::Evidence
                | Self::Choose
        )
    }
}

/// A way to move in a list or a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// One up.
    Up,
    /// One down.
    Down,
    /// Half a page up.
    PageUp,
    /// Half a page down.
    PageDown,
    /// To the first.
    First,
    /// To the last.
    Last,
}

impl Motion {
    /// Where the motion leads from `at`, among `count` rows of which `page` are in sight.
    pub fn from(self, at: usize, count: usize, page: usize) -> usize {
        let half = (page / 2).max(1);
        let last = count.saturating_sub(1);
        match self {
            Self::Up => at.saturating_sub(1),
            Self::Down => at + 1,
            Self::PageUp => at.saturating_sub(half),
            Self::PageDown => at + half,
            Self::First => 0,
            Self::Last => last,
        }
        .min(last)
    }
}

#[cfg(test)]
mod tests {
    use super::Motion;

    #[test]
    fn a_motion_stays_within_the_rows() {
        for (motion, at, arrives) in [
            (Motion::Up, 0, 0),
            (Motion::Down, 8, 9),
            (Motion::Down, 9, 9),
            (Motion::PageDown, 1, 4),
            (Motion::PageDown, 8, 9),
            (Motion::PageUp, 2, 0),
            (Motion::Last, 0, 9),
            (Motion::First, 9, 0),
        ] {
            assert_eq!(motion.from(at, 10, 6), arrives, "{motion:?} from {at}");
        }
        assert_eq!(Motion::Down.from(0, 0, 6), 0);
    }
}

//! What a key can ask for. The key table gives each its keys and its words.

mod motion;

use super::journal::Kind;
use crate::insight::Filter;
use crate::progress::Answer;
use crate::progress::verdict::Ruling;

pub use motion::Motion;

/// What the learner asks for with a key; what it means depends on the screen or overlay that it reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Move in the list or text that has the focus.
    Move(Motion),
    /// Into what is under the cursor: the pane on the right, what is folded.
    In,
    /// Go where the line under the cursor leads.
    Follow,
    /// Out of what is shown: the pane on the left, the stage of a milestone.
    Out,
    /// End what was begun last: a range, a filter, a look at the detail.
    Escape,
    /// Move among the stages.
    Stage(Motion),
    /// Back to where the last jump began.
    Back,
    /// Fold the stage, or unfold it.
    Fold,
    /// Fold all stages, or unfold them.
    FoldAll,
    /// Choose what is listed.
    Filter,
    /// List only this.
    Only(Filter),
    /// List only deeds of this kind.
    List(Kind),
    /// List only deeds about the milestone of the one under the cursor.
    ListMilestone,
    /// Begin a range of milestones at the cursor, or let go of it.
    Range,
    /// Move sideways in a table.
    Across(Motion),
    /// Put what is listed into another order.
    Sort,
    /// Show the learners of another curriculum.
    Course,
    /// The next of a mentor's learners, or the one before.
    Learner(Motion),
    /// The screen of this index in [`super::screen::ROWS`].
    Screen(usize),
    /// Move among the screens.
    Screens(Motion),

    /// Tick the milestones.
    Tick,
    /// Begin the milestones.
    Start,
    /// Skip the milestones.
    Skip,
    /// Take ticks, credits or skips back.
    Reopen,
    /// Answer the milestone's checks.
    Answers,
    /// Write a note on the milestone, or see, change and remove those there are.
    Note,
    /// See, add, change and remove the milestone's evidence.
    Evidence,
    /// Reply to what a mentor said last on the milestone.
    Reply,
    /// Make a choice.
    Choose,
    /// Record time spent on the milestone.
    Spend,
    /// Answer what a learner submitted: the ruling, and how far it goes, from 1; 0 where that is not said.
    Judge(Ruling, usize),
    /// Verify it with a comment or a level.
    VerifyInWords,
    /// Give the answer again that was given last.
    Again,
    /// Send all answers.
    SendAnswers,
    /// Take the last answer back.
    TakeBack,
    /// Give the answer again that was taken back.
    GiveAgain,
    /// Pick all that is listed, or drop all again.
    PickAll,
    /// Move among the parts of a list.
    Part(Motion),
    /// Open an address in the browser.
    OpenLink,
    /// Copy an address.
    CopyLink,

    /// Follow another path.
    ChangePath,
    /// Choose the target to aim at.
    Aim,
    /// Say how many hours a week are planned.
    Hours,
    /// Claim what is known already.
    Credit,
    /// Pause until a day.
    Pause,
    /// Be asked what is due or weak.
    Interview,
    /// Read what the curriculum has to say beside the path.
    Guide,

    /// How sure the learner is of the check under the cursor.
    Answer(Answer),
    /// Add a repository to the evidence.
    AddRepository,
    /// Add a deployed address to the evidence.
    AddDeployment,
    /// Add a note to the evidence, or to the notes.
    AddNote,
    /// Add a job posting.
    AddPosting,
    /// Put down a record of the job search.
    AddRecord,
    /// Remove what is under the cursor.
    Remove,
    /// Take what is under the cursor, or all that is picked.
    Take,
    /// Pick what is under the cursor, or drop it again: one of several that are taken together.
    Pick,
    /// Send what was typed.
    Send,
    /// Copy what is under the cursor.
    Copy,
    /// Give what is under the cursor the next of its values, or the one before.
    Value(Motion),
    /// What was typed here before: an older one, or a newer one.
    Recall(Motion),
    /// Skip this step.
    Later,
    /// Yes to the question.
    Yes,
    /// No to the question.
    No,
    /// Leave the overlay; what was typed is kept.
    Close,

    /// Take back the deed under the cursor.
    UndoThis,
    /// Take the last deed back.
    Undo,
    /// Do again what was undone.
    Redo,
    /// Search.
    Find,
    /// Show every action by its name.
    Palette,
    /// Say what to type in the shell for the errand of this index in [`super::shell::ERRANDS`].
    InShell(usize),
    /// Show all keys.
    Help,
    /// Stop for a while, as shells do.
    Suspend,
    /// Leave.
    Quit,
}

impl Command {
    /// Whether it is about the milestones under the cursor.
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
                | Self::Reply
                | Self::Choose
                | Self::Spend
        )
    }

    /// Whether it works on several milestones at once.
    pub fn takes_several(self) -> bool {
        matches!(self, Self::Tick | Self::Start | Self::Skip | Self::Reopen)
    }

    /// Whether it is to change where the learner stands: a number before its key must not come to nothing unsaid.
    pub fn alters(self) -> bool {
        self.is_deed() || matches!(self, Self::Undo | Self::Redo | Self::UndoThis)
    }

    /// Whether it only moves about.
    pub fn is_motion(self) -> bool {
        matches!(
            self,
            Self::Move(_)
                | Self::Stage(_)
                | Self::Across(_)
                | Self::Learner(_)
                | Self::Part(_)
                | Self::Screens(_)
                | Self::In
                | Self::Out
                | Self::Escape
                | Self::Close
        )
    }

    /// The command after a number was typed before its key: so often, or to there.
    #[must_use]
    pub fn times(self, count: usize) -> Self {
        match self {
            Self::Judge(ruling, _) => Self::Judge(ruling, count),
            Self::Part(motion) => Self::Part(motion.times(count)),
            Self::Move(motion) => Self::Move(motion.times(count)),
            Self::Stage(motion) => Self::Stage(motion.times(count)),
            Self::Across(motion) => Self::Across(motion.times(count)),
            Self::Learner(motion) => Self::Learner(motion.times(count)),
            // As in vi, a number before `gt` names the tab.
            Self::Screens(Motion::Down(_)) => Self::Screen(count.saturating_sub(1)),
            Self::Screens(motion) => Self::Screens(motion.times(count)),
            other => other,
        }
    }
}

//! What is to be done to the world. Only [`super::perform`] and the loop do it.

use uuid::Uuid;

use super::review::{Answering, Envelope, Way};
use super::want::Want;
use super::writing::{Draft, Writing};
use crate::curriculum::Id;
use crate::progress::Intent;
use crate::session::{Given, Kept, Submission};
use crate::text::Link;

/// Something that [`super::update`] wants done.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Effect {
    /// Nothing.
    #[default]
    None,
    /// Record what the learner intends, as one action.
    Record(Vec<Intent>),
    /// Take the last deed back.
    Undo,
    /// Take back this deed, with all that was done in the same action.
    UndoEvent(Uuid),
    /// Do again what was undone.
    Redo,
    /// Read what is to be shown.
    Read(Want),
    /// Find what was typed earlier, so that the learner can go on with it.
    ReadDraft(Writing),
    /// Keep what is typed for the next time.
    KeepDraft(Draft),
    /// What was typed is recorded, or not worth keeping: drop what is kept of it.
    DropDraft(Draft),
    /// Keep what is typed as the job posting at this place, and no longer as a text that was not sent.
    AddPosting(Draft, u8),
    /// Keep a setting: its name and its value.
    Prefer(&'static str, &'static str),
    /// Keep that these verdicts of mentors were read, by the ids of their events.
    MarkRead(Vec<Uuid>),
    /// Find the paths that can be followed.
    FindPaths,
    /// Take up the path of this id.
    TakeUp(Id),
    /// Keep that a newcomer was asked what there is to ask.
    Welcomed,
    /// Look for what other processes recorded.
    Refresh,
    /// Go on with a mentor's review.
    Review(Reviewing),
    /// Open an address in the system's browser.
    Open(Link),
    /// Hand a text to the terminal's clipboard.
    Copy(String),
    /// Give the terminal back to the shell for a while.
    Suspend,
    /// Leave, once what is typed is kept.
    Quit,
}

/// What a mentor's review goes on with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reviewing {
    /// Find what is needed to write an answer.
    BeginAnswer(Answering),
    /// Keep an answer to these.
    Answer(Vec<Submission>, Given),
    /// Keep these answers in the place of those that are kept, as a step that way.
    PutBack(Way, Vec<Kept>),
    /// Find how answers were sent the last time.
    BeginSending,
    /// Send all answers so.
    Send(Envelope),
    /// Look for what changed in the folder, and for what another window answered.
    LookAgain,
}

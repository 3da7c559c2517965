//! What a screen or overlay answers to a command.

use uuid::Uuid;

use super::command::Command;
use super::effect::{Effect, Reviewing};
use super::message::Failure;
use super::overlay::Overlay;
use super::review::Shown;
use super::said::Said;
use super::writing::{Purpose, Writing};
use crate::curriculum::Key;

/// How it goes on after a command.
pub enum Step {
    /// As it is.
    Stay,
    /// Something is to be done to the world.
    Perform(Effect),
    /// An overlay opens on top.
    Open(Box<dyn Overlay>),
    /// The overlay on top closes, and something may be done.
    Close(Effect),
    /// The overlay on top closes, and it goes on with this.
    CloseThen(Box<Step>),
    /// All overlays close, and the path shows the milestone of this key.
    Show(Key),
    /// All overlays close, and the choices show the one of this key.
    ShowChoice(Key),
    /// It goes on as if this had been asked for by its key.
    Obey(Command),
    /// All of a mentor's screens list only these learners.
    List(Shown),
    /// All overlays close, and a mentor sees all about this learner, at the milestone of this key if one is named.
    Meet(Uuid, Option<Key>),
    /// This text is put into what is typed in the overlay below.
    Type(String),
    /// The status line says something.
    Say(Said),
}

impl Step {
    /// A text of this purpose is typed, on the milestones of these keys.
    pub fn write(about: Vec<Key>, purpose: Purpose) -> Self {
        Self::Perform(Effect::ReadDraft(Writing { about, purpose }))
    }

    /// A mentor's review goes on.
    pub fn review(reviewing: Reviewing) -> Self {
        Self::Perform(Effect::Review(reviewing))
    }

    /// The status line says what does not work, and what to do; the latter may be empty.
    pub fn refuse(what: &str, hint: &str) -> Self {
        Self::Say(Said::Failed(Failure::of(what, hint)))
    }
}

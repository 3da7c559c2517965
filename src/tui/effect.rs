//! What is to be done to the world. Only [`super::perform`] and the loop do it.

use super::writing::{Draft, Writing};
use crate::curriculum::{Key, Place};
use crate::progress::Intent;

/// Something that [`super::update`] wants done.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Effect {
    /// Nothing.
    #[default]
    None,
    /// Record what the learner intends.
    Record(Intent),
    /// Take the last deed back.
    Undo,
    /// Do again what was undone.
    Redo,
    /// Read the text of the milestone of this key, at this place.
    ReadDetail(Key, Place),
    /// Find what was typed earlier, so that the learner can go on with it.
    ReadDraft(Writing),
    /// Keep what is typed for the next time.
    KeepDraft(Draft),
    /// What was typed is recorded: drop its draft.
    DropDraft(Writing),
    /// Look for what other processes recorded.
    Refresh,
    /// Give the terminal back to the shell for a while.
    Suspend,
    /// Leave, once what is typed is kept.
    Quit,
}

//! What a screen or overlay answers to a command.

use super::effect::Effect;
use super::overlay::Overlay;
use super::said::Said;

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
    /// The status line says something.
    Say(Said),
}

//! What a key does on every screen alike: search, and the learner's plan as a whole.

use super::command::Command;
use super::known::Known;
use super::step::Step;

/// What the command means wherever it is asked for; `None` if that depends on the screen.
pub fn step(command: Command, known: &Known) -> Option<Step> {
    let _ = (command, known);
    None
}

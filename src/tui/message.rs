//! What can happen to the front end: a key, or an answer of the world.

use std::rc::Rc;

use crossterm::event::KeyEvent;
use ratatui::layout::Size;

use super::command::Command;
use super::writing::{Draft, Writing};
use crate::curriculum::{Detail, Key};
use crate::insight::Snapshot;
use crate::session::Recorded;

/// One thing that happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key of the table was pressed.
    Command(Command),
    /// A key was typed into a text.
    Typed(KeyEvent),
    /// A text was pasted.
    Pasted(String),
    /// The terminal has another size.
    Resized(Size),
    /// Nothing happened for a while.
    Idle,
    /// Deeds were recorded.
    Recorded(Recorded),
    /// The last deed was taken back.
    Undone(Recorded),
    /// What was undone is done again.
    Redone(Recorded),
    /// Another process recorded something.
    Refreshed(Snapshot, Vec<String>),
    /// The text of the milestone with this key.
    Detail(Key, Rc<Detail>),
    /// What was typed earlier is found, if there was anything.
    Draft(Writing, Option<String>),
    /// What is typed is kept for the next time.
    Kept(Draft),
    /// The learner leaves; all that is typed was tried to keep.
    Leaving,
    /// Something asked for was refused or failed.
    Failed(Failure),
}

/// What did not work, why, and what to do; each one line, the last two possibly empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What did not work.
    pub what: String,
    /// Why.
    pub why: String,
    /// What to do about it.
    pub hint: String,
}

impl Failure {
    /// Why it did not work and what to do, for where it is plain what did not.
    pub fn reasons(&self) -> Vec<String> {
        let why = [&self.why, &self.what]
            .into_iter()
            .find(|why| !why.is_empty());
        let why = why.map(|why| format!("✗ {why}"));
        let hint = Some(self.hint.clone()).filter(|hint| !hint.is_empty());
        why.into_iter().chain(hint).collect()
    }

    /// All of it in one line.
    pub fn line(&self) -> String {
        let because = if self.why.is_empty() { "" } else { ": " };
        let so = if self.hint.is_empty() { "" } else { " · " };
        format!("✗ {}{because}{}{so}{}", self.what, self.why, self.hint)
    }
}

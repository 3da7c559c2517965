//! What opens over a screen and has the keys until it closes. A further one is a file with an [`Overlay`].

mod answers;
mod choices;
mod choosing;
mod confirm;
mod help;
mod note;
mod prompt;
mod proofs;

use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::command::Command;
use super::keymap::Scope;
use super::known::Known;
use super::message::Failure;
use super::step::Step;
use super::writing::{Draft, Purpose, Writing};

pub use answers::Answers;
pub use choices::Choices;
pub use choosing::Choosing;
pub use confirm::Confirm;
pub use help::Help;
pub use proofs::Proofs;

/// What lies over a screen.
pub trait Overlay {
    /// Where its keys are looked up.
    fn scopes(&self) -> &'static [Scope];

    /// Obeys a command.
    fn update(&mut self, command: Command, known: &Known) -> Step;

    /// Draws it within the area of the screen.
    fn draw(&self, known: &Known, area: Rect, frame: &mut Frame<'_>);

    /// Takes a key into its text.
    fn typed(&mut self, _key: KeyEvent) {}

    /// Takes a pasted text into its text.
    fn pasted(&mut self, _text: &str) {}

    /// What it asked for is recorded.
    fn recorded(&mut self) -> After {
        After::Stay
    }

    /// What it asked for failed; hands the failure on if it cannot show it.
    fn failed(&mut self, failure: Failure) -> Option<Failure> {
        Some(failure)
    }

    /// What is typed, if it differs from what is kept.
    fn unsaved(&self) -> Option<Draft> {
        None
    }

    /// This text is kept.
    fn kept(&mut self, _draft: &Draft) {}
}

/// How it goes on after what an overlay asked for is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum After {
    /// It stays.
    Stay,
    /// It closes; the draft of what was sent is not needed any more.
    Close(Option<Writing>),
}

/// The overlay in which a text of that purpose is typed, beginning with what was typed before.
pub fn compose(writing: Writing, begun: &str) -> Box<dyn Overlay> {
    match writing.purpose {
        Purpose::Note => Box::new(note::Note::of(writing, begun)),
        Purpose::Reason | Purpose::Proof(_) => Box::new(prompt::Prompt::of(writing, begun)),
    }
}

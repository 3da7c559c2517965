//! What opens over a screen and has the keys until it closes. A further one is a file with an [`Overlay`].

mod answers;
mod brought;
mod choosing;
mod confirm;
mod fields;
mod find;
mod guide;
mod help;
mod interview;
mod learners;
mod menu;
mod narrowing;
mod note;
mod notes;
mod only;
mod palette;
mod passage;
mod prompt;
mod proofs;
mod sending;
mod verdict;
mod welcome;

use crossterm::event::KeyEvent;
use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::command::{Command, Motion};
use super::effect::Effect;
use super::keymap::Scope;
use super::known::Known;
use super::message::Failure;
use super::step::Step;
use super::want::Want;
use super::widget::one_line;
use super::writing::{Draft, Purpose};

pub use answers::Answers;
pub use brought::Brought;
pub use choosing::Choosing;
pub use confirm::{Confirm, Yes};
pub use fields::Fields;
pub use find::Find;
pub use guide::Guide;
pub use help::Help;
pub use interview::Interview;
pub use learners::Learners;
pub use menu::{Entry, Menu};
pub use notes::Notes;
pub use only::Only;
pub use palette::Palette;
pub use proofs::Proofs;
pub use sending::Sending;
pub use verdict::Verdict;
pub use welcome::Welcome;

/// What lies over a screen.
pub trait Overlay {
    /// Where its keys are looked up.
    fn scopes(&self) -> &'static [Scope];

    /// Obeys a command.
    fn update(&mut self, command: Command, known: &Known) -> Step;

    /// Whether the footer is to offer the command now.
    fn offers(&self, _command: Command, _known: &Known) -> bool {
        true
    }

    /// What the footer is to name before all else, if one thing is wanted most.
    fn foremost(&self, _known: &Known) -> Option<Command> {
        None
    }

    /// The row that has the cursor, where one of them can be taken.
    fn row(&self, _known: &Known) -> Option<usize> {
        None
    }

    /// One of its rows was clicked: the first click goes there, one on the row under the cursor takes it.
    fn click(&mut self, _pane: usize, row: usize, known: &Known) -> Step {
        match self.row(known) {
            None => Step::Stay,
            Some(here) if here == row => self.update(Command::Take, known),
            Some(_) => self.update(Command::Move(Motion::To(row)), known),
        }
    }

    /// Draws it within the area of the screen.
    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>);

    /// What has to be read before it can be drawn whole.
    fn wants(&self, _known: &Known) -> Option<Want> {
        None
    }

    /// Whether it goes on where another path is followed all at once: a text that is being typed does, and what is about
    /// the path before does not.
    fn outlives_path(&self) -> bool {
        false
    }

    /// Takes up what has become known while it was open.
    fn settle(&mut self, _known: &Known) {}

    /// Takes a key into its text.
    fn typed(&mut self, _key: KeyEvent) {}

    /// Takes a pasted text into its text, all of it.
    ///
    /// # Errors
    /// There is no room for all of it; nothing of it is taken in.
    fn pasted(&mut self, _text: &str) -> Result<(), Failure> {
        Ok(())
    }

    /// What it asked for is recorded.
    fn recorded(&mut self) -> After {
        After::Stay
    }

    /// What was typed and is recorded now, if it is worth recalling.
    fn sent(&self) -> Option<(Purpose, String)> {
        None
    }

    /// What was searched in it, to be recalled the next time something is searched under that name; asked as it closes.
    fn searched(&self) -> Option<(&'static str, String)> {
        None
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
    /// It closes, and this is done.
    Close(Effect),
}

/// The overlay in which a text is typed, beginning with its draft; `typed` is what was typed and sent for that purpose, the
/// newest last.
pub fn compose(draft: Draft, typed: Vec<String>) -> Box<dyn Overlay> {
    match draft.writing.purpose {
        Purpose::Note
        | Purpose::ChangedNote(_)
        | Purpose::Reply(_)
        | Purpose::NewPosting
        | Purpose::Posting(_) => Box::new(note::Note::of(draft)),
        // A command may have attached a text that no line holds as it is.
        Purpose::ChangedProof(..) if one_line(&draft.text) != draft.text => {
            Box::new(note::Note::of(draft))
        }
        _ => Box::new(prompt::Prompt::of(draft, typed)),
    }
}

/// Closes what this is typed in. It is kept even if nothing was typed since it was kept: another window may have sent or
/// dropped what it was kept as.
fn leave(draft: Draft, known: &Known) -> Step {
    let is_nothing = draft.text.is_empty() && draft.before.is_empty();
    Step::Close(if is_nothing {
        Effect::None
    } else if draft.is_left_off(known) {
        Effect::DropDraft(draft)
    } else {
        Effect::KeepDraft(draft)
    })
}

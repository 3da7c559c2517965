//! The screens. A further one is a file with a [`Screen`], and a row here.

mod path;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::command::Command;
use super::keymap::Scope;
use super::known::Known;
use super::step::Step;
use crate::curriculum::Place;

/// What fills the terminal between header and footer.
pub trait Screen {
    /// Where its keys are looked up.
    fn scopes(&self) -> &'static [Scope];

    /// The milestone under the cursor: the keys for milestones work on it.
    fn milestone(&self, known: &Known) -> Option<Place>;

    /// Whether the footer is to offer the command now.
    fn offers(&self, _command: Command, _known: &Known) -> bool {
        true
    }

    /// Obeys a command that is about the screen itself.
    fn update(&mut self, command: Command, known: &Known) -> Step;

    /// Finds its place again in a new snapshot.
    fn settle(&mut self, known: &Known);

    /// Draws it.
    fn draw(&self, known: &Known, area: Rect, frame: &mut Frame<'_>);
}

/// One screen as the header and the keys know it.
pub struct Row {
    /// The key that leads to it.
    pub key: &'static str,
    /// Its name.
    pub title: &'static str,
    /// Opens it.
    pub open: fn(&Known) -> Box<dyn Screen>,
}

/// The screens, in the order of their keys.
pub const ROWS: &[Row] = &[Row {
    key: "1",
    title: "Path",
    open: |known| Box::new(path::Path::at_first_thing_to_do(known)),
}];

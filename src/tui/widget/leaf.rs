//! A pane with a text to read in it, some of whose lines lead somewhere.

use ratatui::layout::Rect;

use super::pane::{Focus, Pane};
use super::reading::{Reader, Text};
use crate::tui::canvas::Canvas;
use crate::tui::look::Form;

/// What stands before a line that leads somewhere, where all is read aloud.
const POINTER: u16 = 2;

/// The pane.
#[derive(Debug, Clone, Copy)]
pub struct Leaf<'a> {
    /// The title; it may come from outside.
    pub title: &'a str,
    /// Its number, for the mouse.
    pub number: usize,
    /// Whether the keys are here.
    pub focus: Focus,
}

impl Leaf<'_> {
    /// How wide a text can be in a pane on this area.
    pub fn width(area: Rect, form: Form) -> usize {
        let around = match form {
            Form::Panes => 4,
            Form::Lines => POINTER,
        };
        usize::from(area.width.saturating_sub(around))
    }

    /// Draws the frame, and the text from where it is read.
    pub fn draw<T>(&self, text: Text<T>, reader: &Reader, area: Rect, canvas: &mut Canvas<'_>) {
        let pane = Pane {
            title: self.title,
            place: &reader.left(&text, Pane::height(area, canvas.form())),
            focus: self.focus,
        };
        let inside = Pane::within(pane.draw(area, canvas), canvas.form());
        reader.draw(text, self.number, self.focus, inside, canvas);
    }
}

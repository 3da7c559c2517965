//! What screens draw on: the frame, how it is to look, and where a click leads.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};

use super::command::Command;
use super::look::{Form, Look};
use super::theme::Theme;
use crate::text::columns;

/// One frame while it is drawn.
pub struct Canvas<'frame, 'buffer> {
    frame: &'frame mut Frame<'buffer>,
    look: Look,
    spots: Spots,
}

/// What lies where on a frame, for the mouse; what was drawn last lies on top.
#[derive(Debug, Clone, Default)]
pub struct Spots(Vec<(Rect, Spot)>);

/// What a click meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// Something that means the same as a key.
    Key(Command),
    /// A pane of the screen or overlay on top, by its number there.
    Pane(usize),
    /// A row of such a pane, by its index in what the pane shows.
    Row(usize, usize),
}

impl<'frame, 'buffer> Canvas<'frame, 'buffer> {
    /// A canvas for this frame.
    pub fn new(frame: &'frame mut Frame<'buffer>, look: Look) -> Self {
        let canvas = Self {
            frame,
            look,
            spots: Spots::default(),
        };
        let ground = canvas.look.theme.text;
        let area = canvas.area();
        canvas.frame.buffer_mut().set_style(area, ground);
        canvas
    }

    /// All of the terminal.
    pub fn area(&self) -> Rect {
        self.frame.area()
    }

    /// The colours.
    pub fn theme(&self) -> &'static Theme {
        self.look.theme
    }

    /// The arrangement.
    pub fn form(&self) -> Form {
        self.look.form
    }

    /// Draws something.
    pub fn draw(&mut self, widget: impl Widget, area: Rect) {
        self.frame.render_widget(widget, area);
    }

    /// Draws lines from the top of an area on, as far as they fit.
    pub fn lines<'line>(&mut self, lines: impl IntoIterator<Item = Line<'line>>, area: Rect) {
        for (spot, line) in area.rows().zip(lines) {
            self.line(&line, spot);
        }
    }

    /// Draws a line from the left of an area on, as far as it fits. Most of a frame is lines of plain letters, each of
    /// which takes one column: those need no look at what belongs together.
    pub fn line(&mut self, line: &Line<'_>, area: Rect) {
        let area = area.intersection(self.area());
        let buffer = self.frame.buffer_mut();
        buffer.set_style(area, line.style);
        let mut x = area.x;
        for span in &line.spans {
            let style = line.style.patch(span.style);
            let room = area.right().saturating_sub(x);
            if room == 0 || area.height == 0 {
                return;
            }
            if is_plain(&span.content) {
                for letter in span.content.chars().take(usize::from(room)) {
                    buffer[(x, area.y)].set_char(letter).set_style(style);
                    x += 1;
                }
            } else {
                (x, _) = buffer.set_stringn(x, area.y, &span.content, usize::from(room), style);
            }
        }
    }

    /// Empties an area; what lies below it is out of the mouse's reach, wherever it is: an overlay has the keys alone.
    pub fn cover(&mut self, area: Rect) {
        self.spots.0.clear();
        self.draw(Clear, area);
        self.free_left_edge(area);
        let ground = self.look.theme.text;
        self.frame.buffer_mut().set_style(area, ground);
    }

    /// A letter of two columns that begins left of an area would reach into it.
    fn free_left_edge(&mut self, area: Rect) {
        let Some(x) = area.x.checked_sub(1) else {
            return;
        };
        let buffer = self.frame.buffer_mut();
        for y in area.rows().map(|row| row.y) {
            if let Some(cell) = buffer.cell_mut((x, y))
                && columns(cell.symbol()) > 1
            {
                cell.set_symbol(" ");
            }
        }
    }

    /// Says what a click on this area meets.
    pub fn spot(&mut self, area: Rect, spot: Spot) {
        self.spots.0.push((area, spot));
    }

    /// Puts the terminal's cursor where something is typed.
    pub fn cursor(&mut self, at: Position) {
        self.frame.set_cursor_position(at);
    }

    /// Puts the terminal's cursor on the row that has the keys, where somebody listens: a screen reader reads that row.
    pub fn cursor_of_reader(&mut self, at: Position) {
        if self.look.form == Form::Lines {
            self.cursor(at);
        }
    }

    /// What lies where.
    pub fn finish(self) -> Spots {
        if self.look.letters == super::look::Letters::Ascii {
            super::ascii::simplify(self.frame.buffer_mut());
        }
        self.spots
    }
}

/// Whether every letter takes one column, and none means anything to a terminal.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

impl Spots {
    /// What lies on top at this position.
    pub fn at(&self, position: Position) -> Option<Spot> {
        let mut spots = self.0.iter().rev();
        spots
            .find(|(area, _)| area.contains(position))
            .map(|(_, spot)| *spot)
    }
}

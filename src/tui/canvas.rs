//! What screens draw on: the frame, how it is to look, and where a click leads.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};

use super::command::Command;
use super::look::{Form, Look};
use super::theme::Theme;
use crate::text::{columns, is_simple};

/// One frame while it is drawn.
pub struct Canvas<'page> {
    page: &'page mut Buffer,
    look: Look,
    spots: Spots,
    /// Where the terminal's cursor is to stand.
    cursor: Option<Position>,
}

/// What is to be known of a frame beside its letters.
#[derive(Debug, Default)]
pub struct Drawn {
    /// What lies where.
    pub spots: Spots,
    /// Where the terminal's cursor is to stand, if it is to be seen.
    pub cursor: Option<Position>,
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

impl<'page> Canvas<'page> {
    /// A canvas for this frame.
    pub fn new(page: &'page mut Buffer, look: Look) -> Self {
        let mut canvas = Self {
            page,
            look,
            spots: Spots::default(),
            cursor: None,
        };
        canvas.paint(canvas.area(), look.theme.text);
        canvas
    }

    /// All of the terminal.
    pub fn area(&self) -> Rect {
        self.page.area
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
        widget.render(area, self.page);
    }

    /// Draws lines from the top of an area on, as far as they fit.
    pub fn lines<'line>(&mut self, lines: impl IntoIterator<Item = Line<'line>>, area: Rect) {
        for (spot, line) in area.rows().zip(lines) {
            self.line(&line, spot);
        }
    }

    /// Draws a line from the left of an area on, as far as it fits.
    pub fn line(&mut self, line: &Line<'_>, area: Rect) {
        let Some(row) = area.intersection(self.area()).rows().next() else {
            return;
        };
        self.paint(row, line.style);
        let mut x = row.x;
        for span in &line.spans {
            x = self.span(
                &span.content,
                line.style.patch(span.style),
                Rect { x, ..row },
                row.right(),
            );
        }
    }

    /// Draws a piece of a line from `spot` on and left of `end`; answers with where the next one begins.
    fn span(&mut self, text: &str, style: Style, spot: Rect, end: u16) -> u16 {
        let Position { x, y } = spot.as_position();
        let room = usize::from(end.saturating_sub(x));
        if !is_simple(text) {
            return self.page.set_stringn(x, y, text, room, style).0;
        }
        let mut count = 0;
        for (cell, letter) in row_of(self.page, x, y, room).iter_mut().zip(text.chars()) {
            cell.set_char(letter).set_style(style);
            count += 1;
        }
        x + count
    }

    /// Fills an area with a letter that takes one column.
    pub fn fill(&mut self, area: Rect, letter: &str, style: Style) {
        for row in area.intersection(self.page.area).rows() {
            for cell in row_of(self.page, row.x, row.y, usize::from(row.width)) {
                cell.set_symbol(letter).set_style(style);
            }
        }
    }

    /// Gives an area a style; what has letters keeps them.
    fn paint(&mut self, area: Rect, style: Style) {
        if style == Style::default() {
            return;
        }
        for row in area.intersection(self.page.area).rows() {
            for cell in row_of(self.page, row.x, row.y, usize::from(row.width)) {
                cell.set_style(style);
            }
        }
    }

    /// Empties an area; what lies below it is out of the reach of mouse and cursor, wherever it is: an overlay has the
    /// keys alone.
    pub fn cover(&mut self, area: Rect) {
        self.spots.0.clear();
        self.cursor = None;
        self.draw(Clear, area);
        self.free_left_edge(area);
        self.paint(area, self.look.theme.text);
    }

    /// A letter of two columns that begins left of an area would reach into it.
    fn free_left_edge(&mut self, area: Rect) {
        let Some(x) = area.x.checked_sub(1) else {
            return;
        };
        for y in area.rows().map(|row| row.y) {
            if let Some(cell) = self.page.cell_mut((x, y))
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
        self.cursor = Some(at);
    }

    /// Puts the terminal's cursor on the row that has the keys, where somebody listens: a screen reader reads that row.
    pub fn cursor_of_reader(&mut self, at: Position) {
        if self.look.form == Form::Lines {
            self.cursor(at);
        }
    }

    /// What was drawn.
    pub fn finish(self) -> Drawn {
        if self.look.letters == super::look::Letters::Ascii {
            super::ascii::simplify(self.page);
        }
        Drawn {
            spots: self.spots,
            cursor: self.cursor,
        }
    }
}

/// So many cells of a row, as far as there are as many.
fn row_of(buffer: &mut Buffer, x: u16, y: u16, count: usize) -> &mut [Cell] {
    let width = usize::from(buffer.area.width);
    let (x, y) = (usize::from(x).min(width), usize::from(y));
    let start = y * width + x;
    let end = start + count.min(width - x);
    buffer.content.get_mut(start..end).unwrap_or_default()
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

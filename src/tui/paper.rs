//! What the terminal shows, and how it comes to show the next frame: only the cells that differ are written.

mod ink;
mod pen;
mod sequence;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Rect, Size};

use crate::text::is_simple;
use pen::Pen;
use sequence::stand;

/// A terminal's sheet of cells, as it is and as it is drawn next.
#[derive(Debug)]
pub struct Paper {
    shown: Buffer,
    next: Buffer,
    cursor: Cursor,
    state: State,
}

/// Whether the terminal shows its cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cursor {
    Seen,
    Hidden,
}

/// Whether what is in sight is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Known,
    /// Something else may stand there: all is wiped before the next frame.
    Unknown,
}

impl Default for Paper {
    fn default() -> Self {
        Self {
            shown: Buffer::default(),
            next: Buffer::default(),
            cursor: Cursor::Seen,
            state: State::Unknown,
        }
    }
}

impl Paper {
    /// Something else has used the terminal.
    pub fn forget(&mut self) {
        self.state = State::Unknown;
        self.cursor = Cursor::Seen;
    }

    /// Draws a frame of this size; `draw` answers with where the cursor is to stand, if anywhere. What the terminal is
    /// to be told is put behind `out`.
    pub fn turn(
        &mut self,
        size: Size,
        out: &mut Vec<u8>,
        draw: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) {
        let area = Rect::from(size);
        if self.shown.area != area {
            self.shown.resize(area);
            self.next.resize(area);
            self.state = State::Unknown;
        }
        self.next.reset();
        let cursor = draw(&mut self.next);
        let mut pen = Pen::new(out);
        if std::mem::replace(&mut self.state, State::Known) == State::Unknown {
            self.shown.reset();
            pen.wipe();
        }
        let width = usize::from(area.width).max(1);
        let shown = self.shown.content.chunks(width);
        let next = self.next.content.chunks(width);
        for (y, (before, after)) in (0..).zip(shown.zip(next)) {
            write_row(y, before, after, &mut pen);
        }
        pen.finish();
        self.place(cursor, out);
        std::mem::swap(&mut self.shown, &mut self.next);
    }

    fn place(&mut self, cursor: Option<Position>, out: &mut Vec<u8>) {
        let before = self.cursor;
        self.cursor = match cursor {
            Some(Position { x, y }) => {
                stand(x, y, out);
                Cursor::Seen
            }
            None => Cursor::Hidden,
        };
        if self.cursor != before {
            out.extend_from_slice(match self.cursor {
                Cursor::Seen => b"\x1b[?25h",
                Cursor::Hidden => b"\x1b[?25l",
            });
        }
    }
}

/// Writes what is different in a row.
fn write_row(y: u16, before: &[Cell], after: &[Cell], pen: &mut Pen<'_>) {
    let mut is_even = false;
    for (x, (was, is)) in (0..).zip(before.iter().zip(after)) {
        if is_same(was, is) {
            pen.pass(x, y, is);
            continue;
        }
        if !is_even && (is_ragged(before) || is_ragged(after)) {
            return write_ragged(y, x.into(), after, pen);
        }
        is_even = true;
        pen.write(x, y, is);
    }
}

/// Whether both cells look the same. Most have a letter of one byte, and all of a frame are compared.
fn is_same(one: &Cell, other: &Cell) -> bool {
    let letters = match (one.symbol().as_bytes(), other.symbol().as_bytes()) {
        ([one], [other]) => one == other,
        (one, other) => one == other,
    };
    letters && one.fg == other.fg && one.bg == other.bg && one.modifier == other.modifier
}

/// Whether a letter of the row is not one column wide.
fn is_ragged(row: &[Cell]) -> bool {
    let is_odd = |cell: &Cell| {
        let letter = cell.symbol();
        letter.len() > 1 && !is_simple(letter) && cell.cell_width() != 1
    };
    row.iter().any(is_odd)
}

/// Writes a row from its first difference on to its end: what a terminal makes of the halves of letters that are two
/// columns wide is its own affair.
fn write_ragged(y: u16, first: usize, row: &[Cell], pen: &mut Pen<'_>) {
    let mut covered = 0;
    for (index, (x, cell)) in (0..).zip(row).enumerate() {
        if index < covered {
            continue;
        }
        let columns = cell.cell_width().max(1);
        covered = index + usize::from(columns);
        let is_cluster = cell.symbol().chars().nth(1).is_some();
        match covered > first {
            true if columns > 1 && is_cluster => pen.write_over(x, y, cell, columns),
            true => pen.write(x, y, cell),
            false => {}
        }
    }
}

//! A line to type, and below it a list that grows shorter with every letter.

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;

use crate::tui::canvas::Canvas;
use crate::tui::command::Motion;
use crate::tui::widget::{Focus, List, Row, Sheet, Typing};

/// How many columns the sheet wants.
pub(super) const WIDTH: u16 = 100;

/// The line, and the cursor in the list.
#[derive(Debug)]
pub(super) struct Narrowing {
    pub(super) line: Typing,
    pub(super) at: usize,
}

/// What is shown around the line.
pub(super) struct Shown<'a> {
    /// The title of the sheet.
    pub(super) title: &'a str,
    /// The key that opened it, which stands before the line.
    pub(super) key: &'a str,
    /// What the list is empty of.
    pub(super) nothing: &'a str,
    /// How many rows the list has at most, whatever is typed: so the sheet keeps its size.
    pub(super) most: usize,
    /// How many rows there are.
    pub(super) count: usize,
    /// Makes the row of an index.
    pub(super) row: &'a dyn Fn(usize) -> Row,
}

impl Narrowing {
    /// An empty line; `earlier` is what was typed there before, the newest last.
    pub(super) fn of(earlier: Vec<String>) -> Self {
        Self {
            line: Typing::of("", earlier),
            at: 0,
        }
    }

    /// Moves among so many rows; above the first is what was typed before.
    pub(super) fn go(&mut self, motion: Motion, count: usize, area: Rect) {
        match motion {
            Motion::Up(_) if self.at == 0 => self.line.recall(motion),
            motion => self.at = motion.from(self.at, count, usize::from(area.height)),
        }
    }

    /// Draws all of it.
    pub(super) fn draw(&self, shown: &Shown<'_>, area: Rect, canvas: &mut Canvas<'_, '_>) {
        let place = match shown.count {
            0 => String::new(),
            count => format!("{} of {count}", self.at + 1),
        };
        let sheet = Sheet {
            title: shown.title,
            place: &place,
            columns: WIDTH,
            rows: shown.most + 1,
        };
        let inside = sheet.draw(area, canvas);
        let heights = [Constraint::Length(1), Constraint::Min(0)];
        let [line, below] = Layout::vertical(heights).areas(inside);
        // Somebody who listens hears the line while they type, and the row once they went to one.
        if self.at == 0 {
            self.draw_list(shown, below, canvas);
            self.line.draw_behind(shown.key, line, canvas);
        } else {
            self.line.draw_behind(shown.key, line, canvas);
            self.draw_list(shown, below, canvas);
        }
    }

    fn draw_list(&self, shown: &Shown<'_>, area: Rect, canvas: &mut Canvas<'_, '_>) {
        if shown.count == 0 {
            let nothing = Line::styled(format!("  {}", shown.nothing), canvas.theme().dim);
            canvas.lines([nothing], area);
            return;
        }
        let list = List {
            count: shown.count,
            cursor: Some(self.at),
            focus: Focus::Here,
            pane: 0,
            row: shown.row,
        };
        list.draw(area, canvas);
    }
}

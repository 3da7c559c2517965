//! A line to type, and below it a list that grows shorter with every letter.

use crossterm::event::KeyEvent;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;

use crate::tui::canvas::Canvas;
use crate::tui::command::Motion;
use crate::tui::known::Known;
use crate::tui::message::Failure;
use crate::tui::widget::{Cursor, Focus, List, Row, Sheet, Typing};

/// How many columns the sheet wants.
pub(super) const WIDTH: u16 = 100;

/// The line, and the cursor in the list.
#[derive(Debug)]
pub(super) struct Narrowing {
    line: Typing,
    /// The cursor in the list, by the names of its rows.
    cursor: Cursor<String>,
    /// By how many earlier texts one went back from what one typed.
    back: usize,
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
            cursor: Cursor::default(),
            back: 0,
        }
    }

    /// What is typed.
    pub(super) fn text(&self) -> &str {
        self.line.text()
    }

    /// The index of the row under the cursor.
    pub(super) fn index(&self) -> usize {
        self.cursor.index()
    }

    /// Takes a key into the line.
    pub(super) fn typed(&mut self, key: KeyEvent) {
        self.line.typed(key);
        self.back = 0;
    }

    /// Takes a text from elsewhere into the line, as [`Typing::pasted`] does.
    pub(super) fn pasted(&mut self, text: &str) -> Result<(), Failure> {
        self.line.pasted(text)?;
        self.back = 0;
        Ok(())
    }

    /// Puts something else in the place of what is typed.
    pub(super) fn replace(&mut self, text: &str) {
        self.line.replace(text);
        self.back = 0;
    }

    /// Goes to the first row of another list.
    pub(super) fn begin(&mut self) {
        self.cursor = Cursor::default();
    }

    /// Finds its row again among so many that have these names.
    pub(super) fn settle(&mut self, count: usize, name: impl Fn(usize) -> String) {
        self.cursor.settle(count, name);
    }

    /// Moves among so many rows that have these names; above the first is what was typed before, and the way back from
    /// there leads to what is being typed.
    pub(super) fn go(
        &mut self,
        motion: Motion,
        count: usize,
        name: impl Fn(usize) -> String,
        known: &Known,
    ) {
        match (motion, self.cursor.index()) {
            (Motion::Up(_), 0) => {
                let before = self.text().to_owned();
                self.line.recall(motion);
                self.back += usize::from(before != self.text());
            }
            (Motion::Down(_), 0) if self.back > 0 => {
                self.line.recall(motion);
                self.back -= 1;
            }
            _ => self.cursor.go(motion, known.page(), count, name),
        }
    }

    /// Draws all of it.
    pub(super) fn draw(&self, shown: &Shown<'_>, area: Rect, canvas: &mut Canvas<'_>) {
        let sheet = Sheet {
            title: shown.title,
            place: &self.cursor.place(shown.count),
            columns: WIDTH,
            rows: shown.most + 1,
        };
        let inside = sheet.draw(area, canvas);
        let heights = [Constraint::Length(1), Constraint::Min(0)];
        let [line, below] = Layout::vertical(heights).areas(inside);
        // Somebody who listens hears the line while they type, and the row once they went to one.
        if self.cursor.index() == 0 {
            self.draw_list(shown, below, canvas);
            self.line.draw_behind(shown.key, line, canvas);
        } else {
            self.line.draw_behind(shown.key, line, canvas);
            self.draw_list(shown, below, canvas);
        }
    }

    fn draw_list(&self, shown: &Shown<'_>, area: Rect, canvas: &mut Canvas<'_>) {
        if shown.count == 0 {
            let nothing = Line::styled(format!("  {}", shown.nothing), canvas.theme().dim);
            canvas.lines([nothing], area);
            return;
        }
        let list = List {
            count: shown.count,
            cursor: Some(self.cursor.index()),
            focus: Focus::Here,
            pane: 0,
            row: shown.row,
        };
        list.draw(area, canvas);
    }
}

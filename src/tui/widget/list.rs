//! A list with a cursor. It scrolls so that the cursor is in sight, and needs no memory for that.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::pane::Focus;
use crate::text::{clip, columns};
use crate::tui::theme::Theme;

/// What stands before the row under the cursor.
const CURSOR: &str = "›";

/// One row: a symbol, a text, and something at the right edge.
#[derive(Debug, Clone)]
pub struct Row {
    /// One column, and its colour.
    pub symbol: (&'static str, Style),
    /// The text; it is clipped.
    pub text: String,
    /// The text's colour.
    pub style: Style,
    /// What stands at the right edge; it goes where there is no room for both.
    pub right: String,
}

/// The rows, and which is under the cursor.
#[derive(Debug)]
pub struct List<'a> {
    /// The rows.
    pub rows: &'a [Row],
    /// The one under the cursor.
    pub cursor: Option<usize>,
    /// Whether the keys are here.
    pub focus: Focus,
}

impl List<'_> {
    /// Draws as many rows as fit, those around the cursor.
    pub fn draw(&self, theme: &Theme, area: Rect, frame: &mut Frame<'_>) {
        let height = usize::from(area.height);
        let seen = window(self.cursor.unwrap_or(0), self.rows.len(), height);
        for (line, index) in seen.enumerate() {
            let spot = Rect {
                y: area.y + u16::try_from(line).unwrap_or(0),
                height: 1,
                ..area
            };
            let drawn = self.line(index, theme, usize::from(area.width));
            frame.render_widget(drawn, spot);
        }
    }

    fn line(&self, index: usize, theme: &Theme, width: usize) -> Line<'static> {
        let row = &self.rows[index];
        let here = self.cursor == Some(index);
        let (symbol, colour) = row.symbol;
        let mark = if here { CURSOR } else { " " };
        let lead = columns(mark) + columns(symbol) + 2;
        let room = width.saturating_sub(lead);
        let (text, right) = share(&row.text, &row.right, room);
        let gap = room.saturating_sub(columns(&text) + columns(&right));
        let line = Line::from(vec![
            Span::styled(format!("{mark}{symbol} "), colour),
            Span::styled(text, row.style),
            Span::raw(" ".repeat(gap)),
            Span::styled(right, theme.dim),
            Span::raw(" "),
        ]);
        match (here, self.focus) {
            (true, Focus::Here) => line.patch_style(theme.cursor),
            _ => line,
        }
    }
}

/// The rows in sight: `height` of `count`, the cursor in the middle as far as the ends allow.
pub fn window(cursor: usize, count: usize, height: usize) -> Range<usize> {
    let start = cursor
        .saturating_sub(height / 2)
        .min(count.saturating_sub(height));
    start..(start + height).min(count)
}

/// Both texts, cut to the room: the left one keeps at least two thirds, or what it needs.
fn share(left: &str, right: &str, room: usize) -> (String, String) {
    let wanted = columns(left).min(room * 2 / 3);
    let right = match room.checked_sub(wanted + 2) {
        Some(rest) if rest >= columns(right).min(4) => clip(right, rest).into_owned(),
        _ => String::new(),
    };
    let gap = if right.is_empty() {
        0
    } else {
        columns(&right) + 2
    };
    (clip(left, room.saturating_sub(gap)).into_owned(), right)
}

#[cfg(test)]
mod tests {
    use super::{share, window};

    #[test]
    fn the_cursor_is_always_in_sight() {
        for count in 0..30 {
            for height in 1..12 {
                for cursor in 0..count {
                    let seen = window(cursor, count, height);
                    assert!(seen.contains(&cursor), "{cursor} of {count} in {height}");
                    assert_eq!(seen.len(), height.min(count));
                }
            }
        }
    }

    #[test]
    fn the_left_text_keeps_two_thirds() {
        assert_eq!(share("Joins", "10 h", 20), ("Joins".into(), "10 h".into()));
        assert_eq!(
            share("Indexes and query plans", "needs Joins", 21),
            ("Indexes and q…".into(), "needs".into()).clone(),
        );
    }
}

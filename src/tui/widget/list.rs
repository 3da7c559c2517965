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

/// From how many columns on a remark is worth reading though it is cut.
const NEARLY: usize = 18;

/// How many columns something short at the right edge, such as "12 h", has however little room there is.
const SHORT: usize = 4;

/// One row: a symbol, a text, and something at the right edge.
#[derive(Debug, Clone)]
pub struct Row {
    /// One column, and its colour.
    pub symbol: (&'static str, Style),
    /// The text; it is clipped.
    pub text: String,
    /// The text's colour.
    pub style: Style,
    /// What stands at the right edge: the longest for which there is room.
    pub right: Vec<String>,
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

/// The text, and what of `right` there is room for: the first that fits beside the whole text, or nearly fits; else
/// the last, and the text is cut.
fn share(text: &str, right: &[String], room: usize) -> (String, String) {
    let rest = room.saturating_sub(columns(text) + 2);
    let fitting = right
        .iter()
        .find(|right| columns(right) <= rest || rest >= NEARLY);
    let right = fitting.or(right.last()).map_or("", String::as_str);
    let right = clip(right, rest.max(columns(right).min((room / 3).max(SHORT))));
    let gap = usize::from(!right.is_empty());
    let left = clip(text, room.saturating_sub(columns(&right) + gap));
    (left.into_owned(), right.into_owned())
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
    fn what_stands_at_the_right_gives_way_to_the_text() {
        let right = ["needs Read and change data".to_owned(), "8 h".to_owned()];
        for (room, left, beside) in [
            (40, "Joins", "needs Read and change data"),
            (25, "Joins", "needs Read and ch…"),
            (12, "Joins", "8 h"),
            (8, "Joi…", "8 h"),
        ] {
            let shared = share("Joins", &right, room);
            assert_eq!(shared, (left.to_owned(), beside.to_owned()), "{room}");
        }
    }
}

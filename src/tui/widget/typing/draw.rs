//! How a typed line looks.

use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::Typing;
use crate::text::columns;
use crate::tui::canvas::Canvas;

/// What stands where more of the line is out of sight.
const MORE: &str = "…";

impl Typing {
    /// Draws the line behind a mark, with the terminal's cursor in it.
    pub fn draw_behind(&self, mark: &str, area: Rect, canvas: &mut Canvas<'_>) {
        let mark = format!("{mark} ");
        let wide = u16::try_from(columns(&mark)).unwrap_or(0);
        let widths = [Constraint::Length(wide), Constraint::Min(1)];
        let [before, line] = Layout::horizontal(widths).areas(area);
        canvas.lines([Line::styled(mark, canvas.theme().accent)], before);
        self.draw(line, canvas);
    }

    /// Draws the line, with the terminal's cursor in it.
    pub fn draw(&self, area: Rect, canvas: &mut Canvas<'_>) {
        let room = usize::from(area.width.max(1)) - 1;
        let scroll = self.input.visual_scroll(room);
        let seen = u16::try_from(scroll).unwrap_or(u16::MAX);
        let text = if self.is_offered {
            Span::styled(self.text(), canvas.theme().cursor)
        } else {
            Span::raw(self.text())
        };
        canvas.draw(Paragraph::new(text).scroll((0, seen)), area);
        let ahead = self.input.visual_cursor().saturating_sub(scroll).min(room);
        let beyond = columns(self.text()).saturating_sub(scroll + room + 1);
        let (first, last) = (area.x, area.right().saturating_sub(1));
        for (is_cut, x) in [(scroll > 0, first), (beyond > 0 && ahead < room, last)] {
            if is_cut {
                let cell = Rect::new(x, area.y, 1, 1);
                canvas.fill(cell, MORE, canvas.theme().dim);
            }
        }
        let column = area.x + u16::try_from(ahead).unwrap_or(0);
        canvas.cursor(Position::new(column, area.y));
    }
}

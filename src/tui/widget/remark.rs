//! What is said above and below a list, without a frame.

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use super::wrap::{cut, wrap};
use crate::tui::canvas::Canvas;

/// The least rows that the list between two remarks keeps, with its frame.
const LIST: u16 = 3;

/// The areas of the remark above a list, which takes a third at the most, of the list, and of a remark of so many rows
/// below it.
pub fn between_remarks(above: &str, below: u16, area: Rect) -> [Rect; 3] {
    let above = wrap(above, width(area)).len();
    let above = u16::try_from(above).unwrap_or(u16::MAX);
    Layout::vertical([
        Constraint::Length(above.min(area.height / 3)),
        Constraint::Min(LIST),
        Constraint::Length(below),
    ])
    .areas(area)
}

/// Draws as much of a remark as there is room for.
pub fn remark(text: &str, style: Style, area: Rect, canvas: &mut Canvas<'_>) {
    let width = width(area);
    let lines = cut(wrap(text, width), usize::from(area.height), width);
    let lines = lines.iter().map(|line| format!(" {line}"));
    canvas.lines(lines.map(|line| Line::styled(line, style)), area);
}

/// A blank is left on either side.
fn width(area: Rect) -> usize {
    usize::from(area.width.saturating_sub(2))
}

//! What is said where there is nothing to show.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::wrap::wrap;
use crate::tui::canvas::Canvas;

/// Says it in the place of what would be there.
pub fn nothing(said: &str, area: Rect, canvas: &mut Canvas<'_>) {
    let style = canvas.theme().dim;
    let lines = wrap(said, usize::from(area.width).saturating_sub(2));
    let lines = lines.into_iter().map(|line| format!(" {line}"));
    canvas.lines(lines.map(|line| Line::styled(line, style)), area);
}

//! A text that is longer than the room for it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// The highest number of lines that may be scrolled away, plus one: how many places there are to read from.
pub fn places(lines: usize, height: usize) -> usize {
    lines.saturating_sub(height) + 1
}

/// How much is left to read below, in words; empty where everything is in sight.
pub fn left(lines: usize, scrolled: usize, height: usize) -> String {
    match (scrolled, lines.saturating_sub(scrolled + height)) {
        (0, 0) => String::new(),
        (_, 0) => "end".to_owned(),
        (_, 1) => "1 more line".to_owned(),
        (_, below) => format!("{below} more lines"),
    }
}

/// Draws the lines from the place that is scrolled to.
pub fn read(lines: Vec<Line<'_>>, scrolled: usize, area: Rect, frame: &mut Frame<'_>) {
    for (spot, line) in area.rows().zip(lines.into_iter().skip(scrolled)) {
        frame.render_widget(line, spot);
    }
}

//! Frames: a pane of a screen, and the sheet of an overlay.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType, Clear};

use crate::text::{clip, visible};
use crate::tui::theme::Theme;

/// Whether a pane has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// It has.
    Here,
    /// Another has.
    Elsewhere,
}

/// Draws the frame of a pane with a title above and a place below, and answers with the room inside.
pub fn pane(
    title: &str,
    place: &str,
    focus: Focus,
    theme: &Theme,
    area: Rect,
    frame: &mut Frame<'_>,
) -> Rect {
    let room = usize::from(area.width).saturating_sub(4);
    let (border, style) = match focus {
        Focus::Here => (BorderType::Thick, theme.focus),
        Focus::Elsewhere => (BorderType::Rounded, theme.frame),
    };
    let titled = Line::styled(format!(" {} ", clip(&visible(title), room)), theme.title);
    let mut block = Block::bordered()
        .border_type(border)
        .border_style(style)
        .title_top(titled);
    if !place.is_empty() {
        let placed = Line::styled(format!(" {} ", clip(place, room)), theme.dim);
        block = block.title_bottom(placed.right_aligned());
    }
    let inside = block.inner(area);
    frame.render_widget(block, area);
    inside
}

/// Clears the middle of the screen for an overlay that wants so many columns and rows, and draws its frame.
pub fn sheet(
    title: &str,
    wanted: (u16, u16),
    theme: &Theme,
    area: Rect,
    frame: &mut Frame<'_>,
) -> Rect {
    let (columns, rows) = wanted;
    let width = columns.min(area.width);
    let height = rows.saturating_add(2).min(area.height);
    let middle = Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    };
    frame.render_widget(Clear, middle);
    let inside = pane(title, "", Focus::Here, theme, middle, frame);
    Rect {
        x: inside.x + u16::from(inside.width > 2),
        width: inside.width.saturating_sub(2).max(inside.width.min(1)),
        ..inside
    }
}

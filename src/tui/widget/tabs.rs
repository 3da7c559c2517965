//! The line that names the screens.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::text::columns;
use crate::tui::canvas::{Canvas, Spot};
use crate::tui::command::Command;
use crate::tui::look::Form;
use crate::tui::screen::ROWS;

/// Draws the names of the screens, the one in sight standing out; each leads to its screen.
pub fn tabs(current: usize, area: Rect, canvas: &mut Canvas<'_, '_>) {
    let theme = canvas.theme();
    if canvas.form() == Form::Lines {
        let title = ROWS.get(current).map_or("", |row| row.title);
        let said = format!("Screen {} of {}: {title}", current + 1, ROWS.len());
        canvas.lines([Line::styled(said, theme.title)], area);
        return;
    }
    let mut x = area.x + area.width.min(1);
    for (index, row) in ROWS.iter().enumerate() {
        let name = format!(" {} ", row.title);
        let width = u16::try_from(columns(&name)).unwrap_or(0);
        let spot = Rect { x, width, ..area }.intersection(area);
        if spot.width < width {
            break;
        }
        let style = if index == current {
            theme.cursor
        } else {
            theme.dim
        };
        canvas.draw(Line::styled(name, style), spot);
        canvas.spot(spot, Spot::Key(Command::Screen(index)));
        x += width + 1;
    }
}

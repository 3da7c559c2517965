//! Frames: a pane of a screen, and the sheet of an overlay.

use ratatui::layout::{Margin, Rect};
use ratatui::style::Style;
use ratatui::symbols::border;
use ratatui::text::{Line, Span};

use crate::text::{clip, columns, visible};
use crate::tui::canvas::Canvas;
use crate::tui::look::Form;

/// Whether a pane has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// It has.
    Here,
    /// Another has.
    Elsewhere,
}

/// A frame with a title above, and below the place in what is shown.
#[derive(Debug, Clone, Copy)]
pub struct Pane<'a> {
    /// The title; it may come from outside.
    pub title: &'a str,
    /// The place, such as "3 of 8"; may be empty.
    pub place: &'a str,
    /// Whether the keys are here.
    pub focus: Focus,
}

/// The frame of an overlay, in the middle of the screen.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    /// The title; it may come from outside.
    pub title: &'a str,
    /// The place, such as "3 more lines"; may be empty.
    pub place: &'a str,
    /// How many columns it wants, frame and all.
    pub columns: u16,
    /// How many rows it wants inside of the frame.
    pub rows: usize,
}

impl Pane<'_> {
    /// Draws the frame, and answers with the room inside. Whoever listens begins at its top, unless something in there
    /// has the cursor.
    pub fn draw(&self, area: Rect, canvas: &mut Canvas<'_>) -> Rect {
        let inside = match canvas.form() {
            Form::Panes => self.draw_frame(area, canvas),
            Form::Lines => self.draw_title(area, canvas),
        };
        if self.focus == Focus::Here {
            canvas.cursor_of_reader(inside.as_position());
        }
        inside
    }

    /// The room for a text inside of a pane: a blank is left on either side.
    pub fn within(inside: Rect, form: Form) -> Rect {
        match form {
            Form::Panes => inside.inner(Margin::new(1, 0)),
            Form::Lines => inside,
        }
    }

    /// How many rows there are inside of a pane on this area.
    pub fn height(area: Rect, form: Form) -> usize {
        let around = match form {
            Form::Panes => 2,
            Form::Lines => 1,
        };
        usize::from(area.height.saturating_sub(around))
    }

    fn draw_frame(&self, area: Rect, canvas: &mut Canvas<'_>) -> Rect {
        let theme = canvas.theme();
        let (border, style) = match self.focus {
            Focus::Here => (border::THICK, theme.focus),
            Focus::Elsewhere => (border::ROUNDED, theme.frame),
        };
        outline(area, &border, style, canvas);
        let inside = area.inner(Margin::new(1, 1));
        let room = usize::from(inside.width);
        let title = label(&visible(self.title), room);
        let place = label(self.place, room);
        let above = Rect {
            y: area.y,
            height: area.height.min(1),
            ..inside
        };
        let width = u16::try_from(columns(&place)).unwrap_or(u16::MAX);
        let below = Rect {
            x: inside.right().saturating_sub(width),
            y: area.bottom().saturating_sub(1),
            width,
            ..above
        };
        for (label, patch, spot) in [(title, theme.title, above), (place, theme.dim, below)] {
            let label = Span::styled(label, style.patch(patch));
            canvas.line(&label.into(), spot);
        }
        inside
    }

    fn draw_title(&self, area: Rect, canvas: &mut Canvas<'_>) -> Rect {
        let comma = if self.place.is_empty() { "" } else { ", " };
        let title = format!("{}{comma}{}", visible(self.title), self.place);
        let title = clip(&title, usize::from(area.width)).into_owned();
        canvas.lines([Line::styled(title, canvas.theme().title)], area);
        Rect {
            y: area.y + area.height.min(1),
            height: area.height.saturating_sub(1),
            ..area
        }
    }
}

impl Sheet<'_> {
    /// Clears the middle of the area, draws the frame there, and answers with the room inside.
    pub fn draw(&self, area: Rect, canvas: &mut Canvas<'_>) -> Rect {
        let rows = u16::try_from(self.rows).unwrap_or(u16::MAX);
        let spot = match canvas.form() {
            Form::Panes => middle(area, self.columns, rows.saturating_add(2)),
            Form::Lines => area,
        };
        canvas.cover(spot);
        let pane = Pane {
            title: self.title,
            place: self.place,
            focus: Focus::Here,
        };
        Pane::within(pane.draw(spot, canvas), canvas.form())
    }

    /// How many columns there are inside of a sheet that wants so many, on this area.
    pub fn room(columns: u16, area: Rect) -> usize {
        usize::from(columns.min(area.width).saturating_sub(4))
    }
}

/// Draws the four sides and corners of an area.
fn outline(area: Rect, border: &border::Set<'_>, style: Style, canvas: &mut Canvas<'_>) {
    let left = Rect {
        width: area.width.min(1),
        ..area
    };
    let right = Rect {
        x: area.right() - left.width,
        ..left
    };
    let top = Rect {
        height: area.height.min(1),
        ..area
    };
    let bottom = Rect {
        y: area.bottom() - top.height,
        ..top
    };
    for (side, letter) in [
        (left, border.vertical_left),
        (right, border.vertical_right),
        (top, border.horizontal_top),
        (bottom, border.horizontal_bottom),
        (top.intersection(left), border.top_left),
        (top.intersection(right), border.top_right),
        (bottom.intersection(left), border.bottom_left),
        (bottom.intersection(right), border.bottom_right),
    ] {
        canvas.fill(side, letter, style);
    }
}

/// What stands within a frame's edge of so many columns; nothing where there is nothing to say.
fn label(text: &str, room: usize) -> String {
    match clip(text, room.saturating_sub(2)) {
        text if text.is_empty() => String::new(),
        text => format!(" {text} "),
    }
}

fn middle(area: Rect, columns: u16, rows: u16) -> Rect {
    let width = match columns.min(area.width) {
        // Of a frame below, a single column would be in sight.
        all_but_one if all_but_one + 1 == area.width => area.width,
        columns => columns,
    };
    let height = rows.min(area.height);
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    }
}

//! The lines below every screen: what was said, and the keys that work here and now.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::wrap::wrap;
use crate::text::columns;
use crate::tui::command::Command;
use crate::tui::keymap::{self, Binding};
use crate::tui::known::Known;
use crate::tui::said::Said;
use crate::tui::theme::Theme;

/// The most lines that the footer may speak.
const MOST: usize = 4;

/// The footer of one frame.
#[derive(Debug)]
pub struct Footer {
    spoken: Vec<String>,
    style: Style,
}

impl Footer {
    /// What the footer says, in lines of this width; one empty line if there is nothing to say.
    pub fn of(known: &Known, width: u16) -> Self {
        let (text, style) = match &known.said {
            Said::Done(text) => (text.clone(), known.theme.good),
            Said::Failed(failure) => (failure.line(), known.theme.bad),
            Said::Nothing => (unasked(known), known.theme.accent),
        };
        let room = usize::from(width).saturating_sub(2);
        let mut spoken = wrap(&text, room);
        if spoken.len() > MOST {
            spoken.truncate(MOST);
            if let Some(last) = spoken.last_mut() {
                last.push('…');
            }
        }
        Self { spoken, style }
    }

    /// How many lines it needs, without the keys.
    pub fn height(&self) -> u16 {
        u16::try_from(self.spoken.len()).unwrap_or(1)
    }

    /// Draws what is said.
    pub fn draw(&self, area: Rect, frame: &mut Frame<'_>) {
        let lines = self.spoken.iter();
        for (spot, line) in area.rows().zip(lines) {
            frame.render_widget(Line::styled(format!(" {line}"), self.style), spot);
        }
    }
}

/// As many of these keys as fit in one line, and `last` at its end whatever else there is.
pub fn key_line(
    bindings: &[&Binding],
    last: Option<&Binding>,
    theme: &Theme,
    width: u16,
) -> Line<'static> {
    let wide = |binding: &Binding| columns(&binding.label()) + columns(binding.short) + 3;
    let mut room = usize::from(width).saturating_sub(1 + last.map_or(0, wide));
    let mut spans = vec![Span::raw(" ")];
    for binding in bindings {
        let Some(rest) = room.checked_sub(wide(binding)) else {
            break;
        };
        room = rest;
        spans.extend(words(binding, theme));
    }
    spans.extend(last.into_iter().flat_map(|binding| words(binding, theme)));
    Line::from(spans)
}

/// What to say where nothing was said: how to begin, else what there is to know about the store.
fn unasked(known: &Known) -> String {
    if !known.notices.is_empty() {
        return known.notices.join(" · ");
    }
    if !known.is_new() {
        return String::new();
    }
    let (tick, undo) = (keymap::name(Command::Tick), keymap::name(Command::Undo));
    format!("Welcome. Press {tick} when the marked milestone is done; {undo} takes it back.")
}

fn words(binding: &Binding, theme: &Theme) -> [Span<'static>; 4] {
    [
        Span::styled(binding.label(), theme.accent),
        Span::raw(" "),
        Span::styled(binding.short, theme.dim),
        Span::raw("  "),
    ]
}

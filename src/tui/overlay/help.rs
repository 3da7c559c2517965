//! All keys that work where it was opened, and what the symbols mean.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Overlay;
use crate::text::columns;
use crate::tui::command::Command;
use crate::tui::key;
use crate::tui::keymap::{Binding, Scope};
use crate::tui::known::Known;
use crate::tui::step::Step;
use crate::tui::theme::Theme;
use crate::tui::widget::{State, sheet, wrap};

/// How many columns the help wants, and how many of them the keys take.
const WIDTH: u16 = 76;
const KEYS: usize = 20;

/// The help on some scopes.
#[derive(Debug)]
pub struct Help {
    about: &'static [Scope],
    scrolled: usize,
}

impl Help {
    /// The help on these scopes.
    pub fn of(about: &'static [Scope]) -> Self {
        Self { about, scrolled: 0 }
    }

    fn lines(&self, theme: &Theme, width: usize) -> Vec<Line<'static>> {
        let mut lines = Vec::new();
        for scope in self.about {
            lines.push(Line::styled(scope.title(), theme.title));
            for binding in scope.bindings() {
                lines.extend(explained(binding, theme, width));
            }
            lines.push(Line::default());
        }
        lines.push(Line::styled("Symbols", theme.title));
        for state in State::ALL {
            let style = state.style(theme);
            lines.extend(beside(state.symbol(), style, state.word(), width));
        }
        lines
    }
}

impl Overlay for Help {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Help, Scope::List]
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        let Command::Move(motion) = command else {
            return Step::Close(crate::tui::effect::Effect::None);
        };
        let area = crate::tui::view::body(known);
        let width = area.width.min(WIDTH).saturating_sub(4);
        let page = usize::from(area.height.saturating_sub(2));
        let count = self.lines(known.theme, usize::from(width)).len();
        let tops = (count + 1).saturating_sub(page).max(1);
        self.scrolled = motion.from(self.scrolled, tops, page);
        Step::Stay
    }

    fn draw(&self, known: &Known, area: Rect, frame: &mut Frame<'_>) {
        let width = area.width.min(WIDTH).saturating_sub(4);
        let lines = self.lines(known.theme, usize::from(width));
        let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let inside = sheet("Keys", (WIDTH, rows), known.theme, area, frame);
        for (spot, line) in inside.rows().zip(lines.into_iter().skip(self.scrolled)) {
            frame.render_widget(line, spot);
        }
    }
}

fn explained(binding: &Binding, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let keys: Vec<String> = binding.keys.iter().map(|key| key::label(key)).collect();
    beside(&keys.join(" "), theme.accent, binding.long, width)
}

/// A text that hangs beside a term; below it, where the term is long.
fn beside(term: &str, style: Style, text: &str, width: usize) -> Vec<Line<'static>> {
    let indent = KEYS.min(width / 3);
    let fits = columns(term) < indent;
    let mut lines = Vec::new();
    if !fits {
        lines.push(Line::styled(format!("  {term}"), style));
    }
    for (index, line) in wrap(text, width.saturating_sub(indent + 2))
        .into_iter()
        .enumerate()
    {
        let lead = if index == 0 && fits { term } else { "" };
        let pad = " ".repeat(indent.saturating_sub(columns(lead)));
        lines.push(Line::from(vec![
            Span::styled(format!("  {lead}"), style),
            Span::raw(pad),
            Span::raw(line),
        ]));
    }
    lines
}

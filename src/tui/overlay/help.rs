//! All keys that work where it was opened, and what the symbols mean.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Overlay;
use crate::insight::State;
use crate::text::columns;
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::key;
use crate::tui::keymap::{Binding, Scope};
use crate::tui::known::Known;
use crate::tui::screen;
use crate::tui::step::Step;
use crate::tui::theme::Theme;
use crate::tui::view;
use crate::tui::widget::{Sheet, colour, left, places, read, wrap};

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
            if *scope == Scope::Everywhere {
                let rows = screen::ROWS.iter();
                lines.extend(rows.flat_map(|row| beside(row.key, theme.accent, row.title, width)));
            }
            lines.push(Line::default());
        }
        lines.push(Line::styled("Symbols", theme.title));
        for state in State::ALL {
            let style = colour(state, theme);
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
            return Step::Close(Effect::None);
        };
        let area = view::body(known);
        let lines = self.lines(known.theme(), Sheet::room(WIDTH, area)).len();
        let page = usize::from(area.height.saturating_sub(2));
        self.scrolled = motion.from(self.scrolled, places(lines, page), page);
        Step::Stay
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_, '_>) {
        let lines = self.lines(known.theme(), Sheet::room(WIDTH, area));
        let page = usize::from(area.height.saturating_sub(2));
        let sheet = Sheet {
            title: "Keys",
            place: &left(lines.len(), self.scrolled, page),
            columns: WIDTH,
            rows: lines.len(),
        };
        let inside = sheet.draw(area, canvas);
        read(lines, self.scrolled, inside, canvas);
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

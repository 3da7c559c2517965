//! A question that is answered with yes or no.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::Overlay;
use crate::curriculum::{Key, Place};
use crate::progress::Intent;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::step::Step;
use crate::tui::widget::{sheet, wrap};

/// The question.
#[derive(Debug)]
pub struct Confirm {
    /// What is asked.
    pub question: String,
    /// The milestone that it is about.
    pub about: Key,
    /// What a yes records, for the place at which the milestone then is.
    pub yes: fn(Place) -> Intent,
}

impl Overlay for Confirm {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Question]
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        let effect = match (command, known.place(&self.about)) {
            (Command::Yes, Some(place)) => Effect::Record((self.yes)(place)),
            _ => Effect::None,
        };
        Step::Close(effect)
    }

    fn draw(&self, known: &Known, area: Rect, frame: &mut Frame<'_>) {
        let width = area.width.min(60);
        let lines = wrap(&self.question, usize::from(width.saturating_sub(4)));
        let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let inside = sheet("y or n", (width, rows), known.theme, area, frame);
        for (spot, line) in inside.rows().zip(lines) {
            frame.render_widget(Line::raw(line), spot);
        }
    }
}

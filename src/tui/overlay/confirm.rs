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
use crate::tui::widget::{Sheet, read, wrap};

/// How many columns the question wants.
const WIDTH: u16 = 60;

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
        let lines = wrap(&self.question, Sheet::room(WIDTH, area));
        let sheet = Sheet {
            title: "Are you sure?",
            place: "",
            columns: WIDTH,
            rows: lines.len(),
        };
        let inside = sheet.draw(known.theme, area, frame);
        read(lines.into_iter().map(Line::raw).collect(), 0, inside, frame);
    }
}

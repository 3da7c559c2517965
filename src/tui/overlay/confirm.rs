//! A question that is answered with yes or no.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::Overlay;
use crate::curriculum::{Key, Place};
use crate::progress::Intent;
use crate::tui::canvas::Canvas;
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
    /// What a yes does, in a few words.
    pub title: &'static str,
    /// What is asked.
    pub question: String,
    /// What a yes leads to.
    pub yes: Yes,
}

/// What a yes leads to.
#[derive(Debug)]
pub enum Yes {
    /// This is recorded on these milestones, wherever they are by then.
    Record(Vec<Key>, fn(Place) -> Intent),
    /// This is done.
    Do(Effect),
    /// This is asked next.
    Ask(Box<Confirm>),
}

impl Yes {
    fn step(&mut self, known: &Known) -> Step {
        match self {
            Self::Record(about, intent) => {
                let places = known.places(about).into_iter();
                Step::Close(Effect::Record(places.map(*intent).collect()))
            }
            Self::Do(effect) => Step::Close(std::mem::take(effect)),
            Self::Ask(next) => {
                let nothing = Confirm {
                    title: "",
                    question: String::new(),
                    yes: Self::Do(Effect::None),
                };
                let next = std::mem::replace(next.as_mut(), nothing);
                Step::CloseThen(Box::new(Step::Open(Box::new(next))))
            }
        }
    }
}

impl Overlay for Confirm {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Question]
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Yes => self.yes.step(known),
            _ => Step::Close(Effect::None),
        }
    }

    fn draw(&self, _known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let lines = wrap(&self.question, Sheet::room(WIDTH, area));
        let sheet = Sheet {
            title: self.title,
            place: "",
            columns: WIDTH,
            rows: lines.len(),
        };
        let inside = sheet.draw(area, canvas);
        read(
            lines.into_iter().map(Line::raw).collect(),
            0,
            inside,
            canvas,
        );
    }
}

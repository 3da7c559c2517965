//! One choice over whatever is in sight: its options, and what each would change.

use ratatui::layout::{Rect, Size};

use super::{After, Overlay};
use crate::curriculum::Key;
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::options::Options;
use crate::tui::step::Step;
use crate::tui::want::Want;
use crate::tui::widget::{Focus, Pane, Sheet};

/// How many columns the overlay wants.
const WIDTH: u16 = 76;

/// The choice.
#[derive(Debug)]
pub struct Choosing {
    options: Options,
}

impl Choosing {
    /// The choice of this key, with what is chosen now.
    pub fn of(choice: Key, known: &Known) -> Self {
        Self {
            options: Options::of(choice, known),
        }
    }

    /// The room inside of the frame, on this area.
    fn room(&self, area: Rect, known: &Known) -> Size {
        let width = Sheet::room(WIDTH, area);
        let rows = self.options.rows(known, width);
        let height = Pane::height(area, known.look.form).min(rows);
        Size {
            width: u16::try_from(width).unwrap_or(u16::MAX),
            height: u16::try_from(height).unwrap_or(u16::MAX),
        }
    }
}

impl Overlay for Choosing {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Choice, Scope::List]
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        let room = self.room(known.body(), known);
        let step = self.options.update(command, known, room);
        step.unwrap_or(Step::Close(Effect::None))
    }

    fn click(&mut self, _pane: usize, row: usize, known: &Known) -> Step {
        let command = self.options.clicked(row, known);
        self.update(command, known)
    }

    fn wants(&self, known: &Known) -> Option<Want> {
        known.appendix.is_none().then_some(Want::Appendix)
    }

    fn recorded(&mut self) -> After {
        After::Close(Effect::None)
    }

    fn settle(&mut self, known: &Known) {
        self.options.settle(known);
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let room = self.room(area, known);
        let sheet = Sheet {
            title: self.options.title(known),
            place: &self.options.place(known, room),
            columns: WIDTH,
            rows: usize::from(room.height),
        };
        let inside = sheet.draw(area, canvas);
        self.options.draw(0, Focus::Here, known, inside, canvas);
    }
}

//! All choices of the curriculum, and what is chosen in each.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Choosing, Overlay};
use crate::curriculum::{Choice, Key};
use crate::insight::State;
use crate::text::visible;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::step::Step;
use crate::tui::widget::{Focus, List, Row, Sheet, colour};

/// How many columns the overlay wants.
const WIDTH: u16 = 76;

/// The list, and the choice under the cursor.
#[derive(Debug)]
pub struct Choices {
    choice: Option<Key>,
}

impl Choices {
    /// The list, with the cursor on the first choice that is open.
    pub fn of(known: &Known) -> Self {
        let choices = known.curriculum().choices.iter().enumerate();
        let mut open =
            choices.filter(|(index, _)| known.snapshot.chosen().options(*index).is_empty());
        Self {
            choice: open.next().map(|(_, choice)| choice.key.clone()),
        }
    }

    fn at(&self, known: &Known) -> usize {
        let here = |choice: &Choice| Some(&choice.key) == self.choice.as_ref();
        known
            .curriculum()
            .choices
            .iter()
            .position(here)
            .unwrap_or(0)
    }
}

impl Overlay for Choices {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Choices, Scope::List]
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        let choices = &known.curriculum().choices;
        match command {
            Command::Move(motion) => {
                let to = motion.from(self.at(known), choices.len(), choices.len());
                self.choice = choices.get(to).map(|choice| choice.key.clone());
                Step::Stay
            }
            Command::Pick => match choices.get(self.at(known)) {
                Some(choice) => Step::Open(Box::new(Choosing::of(choice.key.clone(), known))),
                None => Step::Stay,
            },
            _ => Step::Close(Effect::None),
        }
    }

    fn draw(&self, known: &Known, area: Rect, frame: &mut Frame<'_>) {
        let choices = known.curriculum().choices.iter().enumerate();
        let rows: Vec<Row> = choices
            .map(|(index, choice)| row(index, choice, known))
            .collect();
        let sheet = Sheet {
            title: "Choices",
            place: &format!("{} of {}", self.at(known) + 1, rows.len()),
            columns: WIDTH,
            rows: rows.len(),
        };
        let inside = sheet.draw(known.theme, area, frame);
        let list = List {
            rows: &rows,
            cursor: Some(self.at(known)),
            focus: Focus::Here,
        };
        list.draw(known.theme, inside, frame);
    }
}

fn row(index: usize, choice: &Choice, known: &Known) -> Row {
    let chosen = known.snapshot.chosen().options(index);
    let titles: Vec<_> = chosen
        .iter()
        .filter_map(|id| choice.option(id.as_str()))
        .map(|option| visible(&option.title))
        .collect();
    let state = if titles.is_empty() {
        State::Open
    } else {
        State::Done
    };
    let right = if titles.is_empty() {
        "open".to_owned()
    } else {
        titles.join(", ")
    };
    Row {
        symbol: (state.symbol(), colour(state, known.theme)),
        text: visible(&choice.title).into_owned(),
        style: known.theme.text,
        right: vec![right],
    }
}

//! One choice: its options, what to know about each, and which are chosen.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{After, Overlay};
use crate::curriculum::{Alternative, Applies, Choice, Id, Key};
use crate::progress::Intent;
use crate::text::visible;
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::effect::Effect;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::step::Step;
use crate::tui::widget::{Focus, List, Row, Sheet, Sign, wrap};

/// How many columns the overlay wants.
const WIDTH: u16 = 76;

/// The choice, what is picked so far, and the option under the cursor.
#[derive(Debug)]
pub struct Choosing {
    choice: Key,
    picked: Vec<Id>,
    option: Option<Id>,
}

impl Choosing {
    /// The choice of this key, with what is chosen now.
    pub fn of(choice: Key, known: &Known) -> Self {
        let found = find(&choice, known);
        let picked = found.map_or_else(Vec::new, |(index, _)| {
            known.snapshot.chosen().options(index).to_vec()
        });
        Self {
            choice,
            option: picked.first().cloned(),
            picked,
        }
    }

    fn at(&self, choice: &Choice) -> usize {
        let here = |option: &Alternative| Some(&option.id) == self.option.as_ref();
        choice.options.iter().position(here).unwrap_or(0)
    }

    /// Picks the option under the cursor or drops it; where only one may be picked, that is the choice.
    fn pick(&mut self, index: usize, choice: &Choice) -> Step {
        let Some(option) = choice.options.get(self.at(choice)) else {
            return Step::Stay;
        };
        match (self.picked.contains(&option.id), choice.pick.max) {
            (true, 1) => return record(index, Vec::new()),
            (false, 1) => return record(index, vec![option.id.clone()]),
            (true, _) => self.picked.retain(|id| *id != option.id),
            (false, _) => self.picked.push(option.id.clone()),
        }
        Step::Stay
    }

    /// Where one is picked, the option under the cursor is meant; else what is picked.
    fn send(&self, index: usize, choice: &Choice) -> Step {
        let here = choice
            .options
            .get(self.at(choice))
            .map(|option| option.id.clone());
        let options = if choice.pick.max == 1 || self.picked.is_empty() {
            here.into_iter().collect()
        } else {
            self.picked.clone()
        };
        record(index, options)
    }

    fn row(&self, option: &Alternative, known: &Known) -> Row {
        let theme = known.theme();
        let applies = option.when.applies(known.snapshot.chosen());
        let closed = applies == Applies::No;
        let (symbol, word, style) = match (self.picked.contains(&option.id), closed) {
            (true, _) => ("✓", "chosen", theme.good),
            (false, true) => ("⊘", "closed", theme.dim),
            (false, false) => ("·", "", theme.text),
        };
        Row {
            sign: Sign {
                symbol,
                word,
                style,
            },
            text: visible(&option.title).into_owned(),
            style: if closed { theme.dim } else { theme.text },
            right: remark(option, applies).into_iter().collect(),
            ..Row::default()
        }
    }
}

impl Overlay for Choosing {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Choice, Scope::List]
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        let Some((index, choice)) = find(&self.choice, known) else {
            return Step::Close(Effect::None);
        };
        match command {
            Command::Move(motion) => {
                let count = choice.options.len();
                let to = Motion::from(motion, self.at(choice), count, count);
                self.option = choice.options.get(to).map(|option| option.id.clone());
                Step::Stay
            }
            Command::Pick => self.pick(index, choice),
            Command::Send => self.send(index, choice),
            _ => Step::Close(Effect::None),
        }
    }

    fn click(&mut self, _pane: usize, row: usize, known: &Known) -> Step {
        self.update(Command::Move(Motion::To(row)), known)
    }

    fn recorded(&mut self) -> After {
        After::Close(None)
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_, '_>) {
        let Some((_, choice)) = find(&self.choice, known) else {
            return;
        };
        let width = Sheet::room(WIDTH, area);
        let at = self.at(choice);
        let told = choice
            .options
            .get(at)
            .map_or_else(Vec::new, |option| told(option, choice, width));
        let sheet = Sheet {
            title: &choice.title,
            place: &format!("{} of {}", at + 1, choice.options.len()),
            columns: WIDTH,
            rows: choice.options.len() + told.len() + 1,
        };
        let inside = sheet.draw(area, canvas);
        let below = u16::try_from(told.len() + 1)
            .unwrap_or(0)
            .min(inside.height / 2);
        let list = List {
            count: choice.options.len(),
            cursor: Some(at),
            focus: Focus::Here,
            pane: 0,
            row: &|index| self.row(&choice.options[index], known),
        };
        let upper = Rect {
            height: inside.height - below,
            ..inside
        };
        list.draw(upper, canvas);
        let lower = Rect {
            y: upper.bottom() + below.min(1),
            height: below.saturating_sub(1),
            ..inside
        };
        let told = told.into_iter();
        canvas.lines(
            told.map(|line| Line::styled(line, known.theme().dim)),
            lower,
        );
    }
}

fn record(choice: usize, options: Vec<Id>) -> Step {
    Step::Perform(Effect::Record(vec![Intent::Choose(choice, options)]))
}

/// The choice of this key and its index.
fn find<'a>(key: &Key, known: &'a Known) -> Option<(usize, &'a Choice)> {
    let mut choices = known.curriculum().choices.iter().enumerate();
    choices.find(|(_, choice)| choice.key == *key)
}

/// What stands at the right edge of an option.
fn remark(option: &Alternative, applies: Applies) -> Option<String> {
    let remark = match (applies, option.default, option.beginner) {
        (Applies::No, _, _) => "not with your other choices",
        (_, true, _) => "suggested",
        (_, false, true) => "kind to beginners",
        (_, false, false) => return None,
    };
    Some(remark.to_owned())
}

/// What there is to know about an option, and the author's warning.
fn told(option: &Alternative, choice: &Choice, width: usize) -> Vec<String> {
    let notes = option.notes.iter().chain(&choice.guard);
    notes.flat_map(|note| wrap(note, width)).collect()
}

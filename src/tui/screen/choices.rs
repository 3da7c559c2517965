//! All choices with what is chosen, and what the learner may bring; beside them, or behind, what there is to take.

mod beside;
mod list;

use ratatui::layout::{Constraint, Layout, Rect, Size};

use super::Screen;
use crate::curriculum::{Id, Key, Place};
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::options::Options;
use crate::tui::plan;
use crate::tui::step::Step;
use crate::tui::want::Want;
use crate::tui::widget::{Cursor, Focus};

/// From how many columns on both panes stand side by side.
const WIDE: u16 = 70;

/// The numbers of the panes, for the mouse.
const LIST: usize = 0;
const BESIDE: usize = 1;

/// The screen.
#[derive(Debug)]
pub(super) struct Choices {
    cursor: Cursor<At>,
    focus: Part,
    /// The options of the choice under the cursor.
    options: Option<Options>,
    /// How much each background would still be credited for, in the curriculum's order.
    covers: Vec<Vec<String>>,
}

/// What is under the cursor, by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
enum At {
    Choice(Key),
    Background(Id),
}

/// What a row shows, by its index in the curriculum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spot {
    Choice(usize),
    /// The name of the backgrounds below it.
    Heading,
    Background(usize),
}

/// What has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    List,
    Beside,
}

impl Choices {
    /// The choices with the cursor on the first that is open.
    pub(super) fn at_first_open(known: &Known) -> Self {
        let mut choices = Self {
            cursor: Cursor::default(),
            focus: Part::List,
            options: None,
            covers: Vec::new(),
        };
        choices.settle(known);
        let open = |choice: &usize| known.snapshot.chosen().options(*choice).is_empty();
        let first = (0..known.curriculum().choices.len()).find(open);
        choices.put(first.unwrap_or(0), known);
        choices
    }

    /// What is under the cursor.
    fn spot(&self, known: &Known) -> Option<Spot> {
        let all = spots(known).into_iter();
        let mut items = all.filter(|spot| *spot != Spot::Heading);
        items.nth(self.cursor.index())
    }

    /// Puts the cursor on the item of this index.
    fn put(&mut self, index: usize, known: &Known) {
        self.point(known, |cursor, names| {
            cursor.put(index, names.len(), |index| names[index].clone());
        });
    }

    /// Moves in the list.
    fn go(&mut self, motion: Motion, known: &Known) {
        self.point(known, |cursor, names| {
            let name = |index: usize| names[index].clone();
            cursor.go(motion, known.page(), names.len(), name);
        });
    }

    /// Does something with the cursor. What is picked of a choice stays so as long as the cursor is on it.
    fn point(&mut self, known: &Known, change: impl FnOnce(&mut Cursor<At>, &[At])) {
        let before = self.cursor.name().cloned();
        change(&mut self.cursor, &names(known));
        if self.cursor.name() != before.as_ref() {
            self.options = match self.cursor.name() {
                Some(At::Choice(key)) => Some(Options::of(key.clone(), known)),
                _ => None,
            };
        }
    }

    /// Into what there is to take; there, claims the background.
    fn take(&mut self, known: &Known) -> Step {
        match (self.focus, self.spot(known)) {
            (Part::List, Some(_)) => self.focus = Part::Beside,
            (Part::Beside, Some(Spot::Background(index))) => {
                let background = &known.curriculum().backgrounds[index];
                return plan::claim(background.id.as_str(), known);
            }
            _ => {}
        }
        Step::Stay
    }

    /// The room that the options have.
    fn room(&self, known: &Known) -> Size {
        let panes = self.panes(known.body(), known);
        let beside = panes.iter().find(|(part, _)| *part == Part::Beside);
        let area = beside.map_or_else(Rect::default, |(_, area)| *area);
        beside::room(area, known.look.form)
    }

    /// The panes in sight, from left to right.
    fn panes(&self, area: Rect, known: &Known) -> Vec<(Part, Rect)> {
        let form = known.look.form;
        if form == Form::Lines || area.width < WIDE || self.spot(known).is_none() {
            return vec![(self.focus, area)];
        }
        let [left, right] =
            Layout::horizontal([Constraint::Fill(1), Constraint::Fill(1)]).areas(area);
        vec![(Part::List, left), (Part::Beside, right)]
    }

    fn focus_of(&self, part: Part) -> Focus {
        if part == self.focus {
            Focus::Here
        } else {
            Focus::Elsewhere
        }
    }
}

impl Screen for Choices {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Choices, Scope::List, Scope::Everywhere]
    }

    fn milestone(&self, _known: &Known) -> Option<Place> {
        None
    }

    fn offers(&self, command: Command, known: &Known) -> bool {
        match command {
            Command::In => self.focus == Part::List && self.spot(known).is_some(),
            Command::Out => self.focus == Part::Beside,
            Command::Pick => self.focus == Part::Beside && self.options.is_some(),
            Command::Take => self.spot(known).is_some(),
            _ => true,
        }
    }

    fn wants(&self, known: &Known) -> Option<Want> {
        known.appendix.is_none().then_some(Want::Appendix)
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        let room = self.room(known);
        match (command, self.focus, &mut self.options) {
            (Command::Out, ..) => self.focus = Part::List,
            (_, Part::Beside, Some(options)) => {
                return options.update(command, known, room).unwrap_or(Step::Stay);
            }
            (Command::Move(motion), Part::List, _) => self.go(motion, known),
            (Command::In, Part::List, _) | (Command::Take, ..) => return self.take(known),
            _ => {}
        }
        Step::Stay
    }

    fn show(&mut self, choice: &Key, known: &Known) -> Step {
        let mut choices = known.curriculum().choices.iter();
        let Some(index) = choices.position(|known| known.key == *choice) else {
            return Step::refuse("this path does not have that choice any more", "");
        };
        self.focus = Part::List;
        self.put(index, known);
        Step::Stay
    }

    fn click(&mut self, pane: usize, row: usize, known: &Known) -> Step {
        if pane == LIST {
            let row = spots(known).get(row).copied();
            let again = self.focus == Part::List && row == self.spot(known);
            self.focus = Part::List;
            match row {
                Some(_) if again => return self.take(known),
                Some(Spot::Choice(index)) => self.put(index, known),
                Some(Spot::Background(index)) => {
                    self.put(known.curriculum().choices.len() + index, known);
                }
                Some(Spot::Heading) | None => {}
            }
            return Step::Stay;
        }
        let clicked = self.options.as_ref();
        let clicked = clicked.map(|options| options.clicked(row, known));
        let command = clicked.filter(|_| self.focus == Part::Beside);
        self.focus = Part::Beside;
        self.update(command.unwrap_or(Command::Move(Motion::To(row))), known)
    }

    fn wheel(&mut self, pane: usize, motion: Motion, known: &Known) -> Step {
        let focus = std::mem::replace(
            &mut self.focus,
            if pane == LIST {
                Part::List
            } else {
                Part::Beside
            },
        );
        let step = self.update(Command::Move(motion), known);
        self.focus = focus;
        step
    }

    fn settle(&mut self, known: &Known) {
        let backgrounds = 0..known.curriculum().backgrounds.len();
        self.covers = backgrounds.map(|index| plan::cover(index, known)).collect();
        let before = self.cursor.name().cloned();
        self.point(known, |cursor, names| {
            cursor.settle(names.len(), |index| names[index].clone());
        });
        let is_there = self.spot(known).is_some();
        if !is_there || self.cursor.name() != before.as_ref() {
            self.focus = Part::List;
        }
        self.options.take_if(|_| !is_there);
        if let Some(options) = &mut self.options {
            options.settle(known);
        }
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        for (part, spot) in self.panes(area, known) {
            match part {
                Part::List => list::draw(self, known, spot, canvas),
                Part::Beside => beside::draw(self, known, spot, canvas),
            }
        }
    }
}

/// The names of all that the cursor can be on, from the top down.
fn names(known: &Known) -> Vec<At> {
    let curriculum = known.curriculum();
    let choices = curriculum.choices.iter();
    let choices = choices.map(|choice| At::Choice(choice.key.clone()));
    let backgrounds = curriculum.backgrounds.iter();
    let backgrounds = backgrounds.map(|background| At::Background(background.id.clone()));
    choices.chain(backgrounds).collect()
}

/// All rows.
fn spots(known: &Known) -> Vec<Spot> {
    let curriculum = known.curriculum();
    let mut spots: Vec<Spot> = (0..curriculum.choices.len()).map(Spot::Choice).collect();
    let backgrounds = 0..curriculum.backgrounds.len();
    if !backgrounds.is_empty() {
        spots.push(Spot::Heading);
        spots.extend(backgrounds.map(Spot::Background));
    }
    spots
}

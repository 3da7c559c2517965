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
use crate::tui::widget::{Focus, Pane};

/// From how many columns on both panes stand side by side.
const WIDE: u16 = 70;

/// The numbers of the panes, for the mouse.
const LIST: usize = 0;
const BESIDE: usize = 1;

/// The screen.
#[derive(Debug)]
pub(super) struct Choices {
    at: Option<At>,
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
            at: None,
            focus: Part::List,
            options: None,
            covers: Vec::new(),
        };
        choices.settle(known);
        let open = |spot: &Spot| match spot {
            Spot::Choice(index) => known.snapshot.chosen().options(*index).is_empty(),
            _ => false,
        };
        let first = spots(known).into_iter().find(open);
        if let Some(first) = first {
            choices.put(first, known);
        }
        choices
    }

    /// What is under the cursor.
    fn spot(&self, known: &Known) -> Option<Spot> {
        let curriculum = known.curriculum();
        match self.at.as_ref()? {
            At::Choice(key) => {
                let mut choices = curriculum.choices.iter();
                choices
                    .position(|choice| choice.key == *key)
                    .map(Spot::Choice)
            }
            At::Background(id) => {
                let mut all = curriculum.backgrounds.iter();
                all.position(|background| background.id == *id)
                    .map(Spot::Background)
            }
        }
    }

    /// Puts the cursor there; what is picked of a choice stays so as long as the cursor is on it.
    fn put(&mut self, spot: Spot, known: &Known) {
        if self.spot(known) == Some(spot) {
            return;
        }
        let curriculum = known.curriculum();
        self.at = match spot {
            Spot::Choice(index) => Some(At::Choice(curriculum.choices[index].key.clone())),
            Spot::Background(index) => {
                Some(At::Background(curriculum.backgrounds[index].id.clone()))
            }
            Spot::Heading => return,
        };
        self.options = match &self.at {
            Some(At::Choice(key)) => Some(Options::of(key.clone(), known)),
            _ => None,
        };
    }

    /// Moves in the list, past the heading.
    fn go(&mut self, motion: Motion, known: &Known) {
        let spots: Vec<Spot> = spots(known)
            .into_iter()
            .filter(|spot| *spot != Spot::Heading)
            .collect();
        let here = self.spot(known);
        let at = spots.iter().position(|spot| Some(*spot) == here);
        let area = known.body();
        let page = Pane::height(area, known.look.form);
        if let Some(spot) = spots.get(motion.from(at.unwrap_or(0), spots.len(), page)) {
            self.put(*spot, known);
        }
    }

    /// Into what there is to take; there, claims the background.
    fn take(&mut self, known: &Known) -> Step {
        match (self.focus, &self.at) {
            (Part::List, Some(_)) => self.focus = Part::Beside,
            (Part::Beside, Some(At::Background(id))) => return plan::claim(id.as_str(), known),
            _ => {}
        }
        Step::Stay
    }

    /// The room that the options have.
    fn room(&self, known: &Known) -> Size {
        let panes = self.panes(known.body(), known.look.form);
        let beside = panes.iter().find(|(part, _)| *part == Part::Beside);
        let area = beside.map_or_else(Rect::default, |(_, area)| *area);
        beside::room(area, known.look.form)
    }

    /// The panes in sight, from left to right.
    fn panes(&self, area: Rect, form: Form) -> Vec<(Part, Rect)> {
        if form == Form::Lines || area.width < WIDE || self.at.is_none() {
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

    fn offers(&self, command: Command, _known: &Known) -> bool {
        match command {
            Command::In => self.focus == Part::List && self.at.is_some(),
            Command::Out => self.focus == Part::Beside,
            Command::Pick => self.focus == Part::Beside && self.options.is_some(),
            Command::Take => self.at.is_some(),
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
            (Command::In, Part::List, _) if self.at.is_some() => self.focus = Part::Beside,
            (Command::Take, ..) => return self.take(known),
            _ => {}
        }
        Step::Stay
    }

    fn click(&mut self, pane: usize, row: usize, known: &Known) -> Step {
        if pane == LIST {
            let spot = spots(known).get(row).copied();
            let again = self.focus == Part::List && spot == self.spot(known);
            self.focus = Part::List;
            match spot {
                Some(_) if again => return self.take(known),
                Some(spot) => self.put(spot, known),
                None => {}
            }
            return Step::Stay;
        }
        self.focus = Part::Beside;
        self.update(Command::Move(Motion::To(row)), known)
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
        match (self.spot(known), &mut self.options) {
            (Some(_), Some(options)) => options.settle(known),
            (Some(_), None) => {}
            (None, _) => {
                self.focus = Part::List;
                self.at = None;
                self.options = None;
                if let Some(first) = spots(known).first() {
                    self.put(*first, known);
                }
            }
        }
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_, '_>) {
        for (part, spot) in self.panes(area, canvas.form()) {
            match part {
                Part::List => list::draw(self, known, spot, canvas),
                Part::Beside => beside::draw(self, known, spot, canvas),
            }
        }
    }
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

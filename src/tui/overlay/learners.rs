//! Finds a learner as one types: by name, handle, group or id.

use std::rc::Rc;

use crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use uuid::Uuid;

use super::Overlay;
use super::narrowing::{Narrowing, Shown as Around};
use crate::insight::cohort::{Card, Cohort};
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::keymap::{self, Scope};
use crate::tui::known::Known;
use crate::tui::message::Failure;
use crate::tui::review::{Review, Shown};
use crate::tui::step::Step;
use crate::tui::widget::{Row, in_force};

/// The learners, and those of them who fit what is typed.
#[derive(Debug)]
pub struct Learners {
    narrowing: Narrowing,
    cohort: Rc<Cohort>,
    /// What is typed in the state of `found`.
    typed: String,
    /// The indexes of those who fit.
    found: Vec<usize>,
}

impl Learners {
    /// The name under which is kept what was typed.
    pub const TYPED: &'static str = "learner";

    /// All learners; `earlier` is what was typed before, the newest last.
    pub fn of(earlier: Vec<String>, review: &Review) -> Self {
        let mut learners = Self {
            narrowing: Narrowing::of(earlier),
            cohort: Rc::clone(&review.cohort),
            typed: String::new(),
            found: Vec::new(),
        };
        learners.find();
        learners
    }

    fn narrow(&mut self) {
        if self.typed != self.narrowing.text() {
            self.typed = self.narrowing.text().to_owned();
            self.narrowing.begin();
            self.find();
        }
    }

    /// Whoever is meant by the beginning of a name comes first.
    fn find(&mut self) {
        let typed = self.typed.trim().to_lowercase();
        let shown = Shown {
            group: None,
            typed: typed.clone(),
        };
        let cards = self.cohort.cards.iter().enumerate();
        let fitting = cards.filter(|(_, card)| shown.shows(card));
        self.found = fitting.map(|(index, _)| index).collect();
        let begins = |index: &usize| !self.card(*index).name().to_lowercase().starts_with(&typed);
        let mut found = self.found.clone();
        found.sort_by_cached_key(begins);
        self.found = found;
    }

    fn card(&self, index: usize) -> &Card {
        &self.cohort.cards[index]
    }

    fn name(&self, row: usize) -> Uuid {
        self.card(self.found[row]).learner()
    }

    fn row(&self, row: usize, known: &Known) -> Row {
        let card = self.card(self.found[row]);
        let theme = known.theme();
        let group = Some(card.group()).filter(|group| !group.is_empty());
        let done = format!("{} %", card.total.percent());
        let waiting = match card.waiting.len() {
            0 => None,
            count => Some(format!("{count} waiting")),
        };
        let short: Vec<String> = waiting.into_iter().chain([done]).collect();
        let short = short.join(" · ");
        let long = group.map(|group| format!("{group} · {short}"));
        Row {
            right: long.into_iter().chain([short]).collect(),
            ..Row::of(in_force(None, theme), &card.name(), theme)
        }
    }
}

impl Overlay for Learners {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Narrowing]
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Move(motion) => {
                let (cohort, found) = (&self.cohort, &self.found);
                let name = |row: usize| cohort.cards[found[row]].learner().to_string();
                self.narrowing.go(motion, self.found.len(), name, known);
                self.narrow();
                Step::Stay
            }
            Command::Take if self.found.is_empty() => Step::Stay,
            Command::Take => {
                let learner = self.name(self.narrowing.index());
                Step::CloseThen(Box::new(Step::Meet(learner, None)))
            }
            _ => Step::Close(Effect::None),
        }
    }

    fn row(&self, _known: &Known) -> Option<usize> {
        Some(self.narrowing.index())
    }

    fn settle(&mut self, known: &Known) {
        if let Some(review) = &known.review {
            self.cohort = Rc::clone(&review.cohort);
            self.find();
            let (cohort, found) = (&self.cohort, &self.found);
            let name = |row: usize| cohort.cards[found[row]].learner().to_string();
            self.narrowing.settle(self.found.len(), name);
        }
    }

    fn typed(&mut self, key: KeyEvent) {
        self.narrowing.typed(key);
        self.narrow();
    }

    fn pasted(&mut self, text: &str) -> Result<(), Failure> {
        self.narrowing.pasted(text)?;
        self.narrow();
        Ok(())
    }

    fn searched(&self) -> Option<(&'static str, String)> {
        let text = self.typed.trim();
        (!text.is_empty()).then(|| (Self::TYPED, text.to_owned()))
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let around = Around {
            title: "Find a learner by name, handle or id",
            key: &keymap::name_in(Scope::Desk, Command::Find),
            nothing: "nobody is called so",
            most: usize::from(area.height),
            count: self.found.len(),
            row: &|row| self.row(row, known),
        };
        self.narrowing.draw(&around, area, canvas);
    }
}

//! Every action that would do something now, by its name; what is typed narrows them.

use std::cmp::Reverse;

use crossterm::event::KeyEvent;
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::layout::Rect;

use super::Overlay;
use super::narrowing::{Narrowing, Shown};
use crate::curriculum::Place;
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::keymap::{self, Scope};
use crate::tui::known::Known;
use crate::tui::message::Failure;
use crate::tui::offer::Action;
use crate::tui::step::Step;
use crate::tui::widget::{Row, Sign};

/// The actions, and those of them that fit what is typed.
pub struct Palette {
    title: String,
    actions: Vec<Action>,
    /// How many columns the longest name takes.
    wide: usize,
    narrowing: Narrowing,
    /// What is typed in the state of `found`.
    typed: String,
    found: Vec<Found>,
    taken: Option<String>,
}

/// An action that fits.
struct Found {
    /// Its index.
    action: usize,
    /// The letters of its row that were typed.
    letters: Vec<usize>,
}

impl Palette {
    /// The name under which is kept what was done from here.
    pub const TYPED: &'static str = "action";

    /// These actions, which may be about these milestones; those of the names in `earlier` come first, the last of them
    /// before all.
    pub fn of(
        mut actions: Vec<Action>,
        milestones: &[Place],
        earlier: Vec<String>,
        known: &Known,
    ) -> Self {
        actions.sort_by_key(|action| Reverse(earlier.iter().position(|name| *name == action.name)));
        let title = match milestones {
            [] => "Actions".to_owned(),
            places => format!("Actions · {}", known.titles(places)),
        };
        let names = actions.iter().map(|action| action.name.len());
        let mut palette = Self {
            title,
            wide: names.max().unwrap_or(0),
            actions,
            narrowing: Narrowing::of(earlier),
            typed: String::new(),
            found: Vec::new(),
            taken: None,
        };
        palette.find();
        palette
    }

    /// Finds anew, if something else is typed now.
    fn narrow(&mut self) {
        if self.typed != self.narrowing.text() {
            self.typed = self.narrowing.text().to_owned();
            self.find();
        }
    }

    /// Names fit by their letters in the order typed, and come first; what there is to say of them by whole words. What is
    /// done in the shell comes after all that is done here.
    fn find(&mut self) {
        let read = |kind| {
            let (case, normal) = (CaseMatching::Ignore, Normalization::Smart);
            Pattern::new(&self.typed, case, normal, kind)
        };
        let (letters, words) = (read(AtomKind::Fuzzy), read(AtomKind::Substring));
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut fits = |pattern: &Pattern, text: &str| {
            let (mut buffer, mut found) = (Vec::new(), Vec::new());
            let text = Utf32Str::new(text, &mut buffer);
            let score = pattern.indices(text, &mut matcher, &mut found)?;
            Some((score, found))
        };
        let actions = self.actions.iter().enumerate();
        let mut found: Vec<_> = actions
            .filter_map(|(index, action)| {
                let by_name = fits(&letters, &action.name);
                let is_elsewhere = matches!(action.command, Command::InShell(_));
                let rank = (is_elsewhere, by_name.is_none());
                let (score, letters) = by_name.or_else(|| fits(&words, &self.text(action)))?;
                Some((rank, Reverse(score), index, letters))
            })
            .collect();
        found.sort();
        let found = found.into_iter().map(|(_, _, action, letters)| Found {
            action,
            letters: letters.into_iter().map(|letter| letter as usize).collect(),
        });
        self.found = found.collect();
        self.narrowing.begin();
    }

    /// An action in a line: its name, and what there is to say of it.
    fn text(&self, action: &Action) -> String {
        let wide = self.wide;
        format!("{:wide$}  {}", action.name, action.told)
    }

    fn take(&mut self) -> Step {
        let Some(found) = self.found.get(self.narrowing.index()) else {
            return Step::Stay;
        };
        let action = &self.actions[found.action];
        self.taken = Some(action.name.clone());
        Step::CloseThen(Box::new(Step::Obey(action.command)))
    }

    fn row(&self, index: usize, known: &Known) -> Row {
        let found = &self.found[index];
        let action = &self.actions[found.action];
        let theme = known.theme();
        Row {
            sign: Sign {
                symbol: " ",
                ..Sign::default()
            },
            text: self.text(action),
            style: theme.text,
            found: found.letters.clone(),
            right: vec![action.key.clone()],
            ..Row::default()
        }
    }
}

impl Overlay for Palette {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Narrowing]
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Move(motion) => {
                let name = |index: usize| self.actions[self.found[index].action].name.clone();
                self.narrowing.go(motion, self.found.len(), name, known);
                self.narrow();
                Step::Stay
            }
            Command::Take => self.take(),
            _ => Step::Close(Effect::None),
        }
    }

    fn row(&self, _known: &Known) -> Option<usize> {
        Some(self.narrowing.index())
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
        Some((Self::TYPED, self.taken.clone()?))
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let shown = Shown {
            title: &self.title,
            key: &keymap::name(Command::Palette),
            nothing: "no action has that name",
            most: self.actions.len(),
            count: self.found.len(),
            row: &|index| self.row(index, known),
        };
        self.narrowing.draw(&shown, area, canvas);
    }
}

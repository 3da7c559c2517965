//! Finds milestones as one types: by their titles, ids, options, keywords, questions and resources.

use crossterm::event::KeyEvent;
use ratatui::layout::Rect;

use super::Overlay;
use super::narrowing::{Narrowing, Shown, WIDTH};
use super::passage::Passage;
use crate::curriculum::Place;
use crate::insight::search::{Field, Hit, Search};
use crate::text::visible;
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::keymap::{self, Scope};
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::message::Failure;
use crate::tui::step::Step;
use crate::tui::want::Want;
use crate::tui::widget::{Row, Sheet, Sign, milestone};

/// The most milestones that are listed.
const MOST: usize = 500;

/// How many earlier searches are offered while nothing is typed.
const EARLIER: usize = 5;

/// The search, and what it leads to.
#[derive(Debug)]
pub struct Find {
    narrowing: Narrowing,
    /// What was searched before, the newest first.
    earlier: Vec<String>,
    /// `None` until what can be searched is read.
    search: Option<Search>,
    /// What can be worked on now.
    available: Vec<Place>,
    /// What is typed in the state of `leads`.
    typed: String,
    leads: Vec<Lead>,
}

/// A row of the list.
#[derive(Debug)]
enum Lead {
    /// What was searched before.
    Earlier(String),
    /// A milestone that can be worked on now.
    Available(Place),
    /// A milestone that was found.
    Found(Hit),
}

impl Lead {
    /// A name that it keeps when the list is made anew.
    fn name(&self, known: &Known) -> String {
        match self {
            Self::Earlier(text) => text.clone(),
            Self::Available(place) | Self::Found(Hit { place, .. }) => {
                known.milestone(*place).key.to_string()
            }
        }
    }
}

impl Find {
    /// The name under which is kept what was searched.
    pub const TYPED: &'static str = "search";

    /// A search of which nothing is typed yet; `earlier` is what was searched before, the newest last.
    pub fn of(earlier: Vec<String>, known: &Known) -> Self {
        let mut find = Self {
            earlier: earlier.iter().rev().take(EARLIER).cloned().collect(),
            narrowing: Narrowing::of(earlier),
            search: None,
            available: Vec::new(),
            typed: String::new(),
            leads: Vec::new(),
        };
        find.settle(known);
        find
    }

    /// Finds anew, if something else is typed now.
    fn narrow(&mut self) {
        if self.typed != self.narrowing.text() {
            self.typed = self.narrowing.text().to_owned();
            self.narrowing.begin();
            self.find();
        }
    }

    fn find(&mut self) {
        self.leads = match (&mut self.search, self.typed.trim()) {
            (_, "") => {
                let earlier = self.earlier.iter().cloned().map(Lead::Earlier);
                let available = self.available.iter().copied().map(Lead::Available);
                earlier.chain(available).collect()
            }
            (Some(search), _) => {
                let hits = search.find(&self.typed, MOST).into_iter();
                hits.map(Lead::Found).collect()
            }
            (None, _) => Vec::new(),
        };
    }

    fn take(&mut self, known: &Known) -> Step {
        let place = match self.leads.get(self.narrowing.index()) {
            Some(Lead::Earlier(text)) => {
                self.narrowing.replace(text);
                self.narrow();
                return Step::Stay;
            }
            Some(Lead::Available(place)) => *place,
            Some(Lead::Found(hit)) => hit.place,
            None => return Step::Stay,
        };
        let key = known.milestone(place).key.clone();
        Step::CloseThen(Box::new(Step::Show(key)))
    }

    /// A row in so many columns.
    fn row(&self, index: usize, width: usize, known: &Known) -> Row {
        match &self.leads[index] {
            Lead::Earlier(text) => Row {
                sign: Sign {
                    symbol: "/",
                    word: "searched before",
                    style: known.theme().accent,
                },
                text: visible(text).into_owned(),
                style: known.theme().text,
                ..Row::default()
            },
            Lead::Available(place) => Row {
                right: stage(*place, known),
                ..milestone(*place, known)
            },
            Lead::Found(hit) => found(hit, width, known),
        }
    }
}

impl Overlay for Find {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Narrowing]
    }

    fn outlives_path(&self) -> bool {
        true
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Move(motion) => {
                let name = |index: usize| self.leads[index].name(known);
                self.narrowing.go(motion, self.leads.len(), name, known);
                self.narrow();
                Step::Stay
            }
            Command::Take => self.take(known),
            _ => Step::Close(Effect::None),
        }
    }

    fn row(&self, _known: &Known) -> Option<usize> {
        Some(self.narrowing.index())
    }

    fn wants(&self, known: &Known) -> Option<Want> {
        known.index.is_none().then_some(Want::Searchable)
    }

    fn settle(&mut self, known: &Known) {
        self.search = known.index.clone().map(Search::of);
        self.available = known.next().all().collect();
        self.find();
        let name = |index: usize| self.leads[index].name(known);
        self.narrowing.settle(self.leads.len(), name);
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
        let text = self.narrowing.text().trim();
        (!text.is_empty()).then(|| (Self::TYPED, text.to_owned()))
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let width = Sheet::room(WIDTH, area);
        let shown = Shown {
            title: "Find a milestone by title, id, option, keyword, question or resource",
            key: &keymap::name(Command::Find),
            nothing: "nothing is found",
            most: usize::from(area.height),
            count: self.leads.len(),
            row: &|index| self.row(index, width, known),
        };
        self.narrowing.draw(&shown, area, canvas);
    }
}

/// A milestone with what was found: its title, or beside that the text in which it was found.
fn found(hit: &Hit, width: usize, known: &Known) -> Row {
    let letters = hit.letters.iter().map(|letter| *letter as usize);
    let passage = Passage {
        text: hit.text.clone(),
        found: letters.collect(),
    };
    let (passage, right) = if hit.field == Field::Title {
        (passage, stage(hit.place, known))
    } else {
        let kind = hit.field.word().to_owned();
        let state = match known.look.form {
            Form::Panes => 0,
            Form::Lines => milestone(hit.place, known).sign.word.len(),
        };
        let room = width.saturating_sub(kind.len() + state + 6);
        let title = known.title(hit.place);
        (passage.behind(&title, room), vec![kind])
    };
    Row {
        text: passage.text,
        found: passage.found,
        right,
        ..milestone(hit.place, known)
    }
}

/// The title of the stage of a milestone.
fn stage(place: Place, known: &Known) -> Vec<String> {
    let curriculum = known.curriculum();
    let stage = curriculum.stage_of(place);
    let title = stage.map(|stage| visible(&curriculum.stages[stage].title).into_owned());
    title.into_iter().collect()
}

//! Which learners are to be listed: a group, or those whose names have what is typed.

use std::collections::BTreeMap;
use std::rc::Rc;

use crossterm::event::KeyEvent;
use ratatui::layout::Rect;

use super::Overlay;
use super::narrowing::{Narrowing, Shown as Around};
use crate::insight::cohort::{Card, Cohort};
use crate::text::visible;
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::keymap::{self, Scope};
use crate::tui::known::Known;
use crate::tui::message::Failure;
use crate::tui::review::{Review, Shown};
use crate::tui::step::Step;
use crate::tui::widget::{Row, in_force};

/// The groups, and what is typed.
#[derive(Debug)]
pub struct Only {
    narrowing: Narrowing,
    cohort: Rc<Cohort>,
    /// The groups that there are, each with how many learners are in it.
    groups: BTreeMap<String, usize>,
    /// What is listed now.
    now: Shown,
    /// What can be taken, and of how many learners it lists files.
    leads: Vec<(Shown, usize)>,
    /// What is typed in the state of `leads`.
    typed: String,
}

impl Only {
    /// The name under which is kept what was typed.
    pub const TYPED: &'static str = "learners";

    /// A choice among all learners; `earlier` is what was typed before, the newest last.
    pub fn of(earlier: Vec<String>, review: &Review) -> Self {
        let mut only = Self {
            narrowing: Narrowing::of(earlier),
            cohort: Rc::clone(&review.cohort),
            groups: groups(&review.cohort),
            now: review.shown.clone(),
            leads: Vec::new(),
            typed: String::new(),
        };
        only.list();
        only
    }

    /// Lists anew what can be taken.
    fn list(&mut self) {
        let typed = self.typed.trim().to_lowercase();
        let group = |name: &String, count: &usize| {
            let shown = Shown {
                group: Some(name.clone()),
                typed: String::new(),
            };
            (shown, *count)
        };
        if typed.is_empty() {
            let all = (Shown::default(), self.cohort.cards.len());
            let groups = self.groups.iter().map(|(name, count)| group(name, count));
            self.leads = [all].into_iter().chain(groups).collect();
            return;
        }
        let named = Shown {
            typed: self.typed.trim().to_owned(),
            ..self.now.clone()
        };
        let cards = self.cohort.cards.iter();
        let count = cards.filter(|card| named.shows(card)).count();
        let fitting = self.groups.iter();
        let fitting = fitting.filter(|(name, _)| name.to_lowercase().contains(&typed));
        let begins = |(name, _): &(&String, &usize)| name.to_lowercase().starts_with(&typed);
        let (first, last): (Vec<_>, Vec<_>) = fitting.partition(begins);
        let first = first.into_iter().map(|(name, count)| group(name, count));
        let last = last.into_iter().map(|(name, count)| group(name, count));
        self.leads = first.chain([(named, count)]).chain(last).collect();
    }

    /// Lists anew, if something else is typed now.
    fn narrow(&mut self) {
        if self.typed != self.narrowing.text() {
            self.typed = self.narrowing.text().to_owned();
            self.narrowing.begin();
            self.list();
        }
    }

    fn row(&self, index: usize, known: &Known) -> Row {
        let (shown, count) = &self.leads[index];
        let theme = known.theme();
        let is_now = (*shown == self.now).then_some("listed now");
        Row {
            right: vec![count.to_string()],
            ..Row::of(in_force(is_now, theme), &named(shown), theme)
        }
    }
}

/// Which learners these are, in words.
fn named(shown: &Shown) -> String {
    match (&shown.group, shown.typed.as_str()) {
        (None, "") => "everybody".to_owned(),
        (Some(group), "") => group.clone(),
        (None, typed) => format!("names with “{typed}”"),
        (Some(group), typed) => format!("names with “{typed}” in {group}"),
    }
}

/// The groups of those who sent a file, and of those who did not, each with how many learners did.
fn groups(cohort: &Cohort) -> BTreeMap<String, usize> {
    let mut groups = BTreeMap::new();
    let absent = cohort.absent.iter();
    let absent = absent.filter_map(|absent| absent.enrolled.group.as_deref());
    let absent = absent.map(|group| (visible(group).into_owned(), 0));
    let present = cohort.cards.iter().map(Card::group).map(|group| (group, 1));
    for (group, count) in absent.chain(present) {
        if !group.is_empty() {
            *groups.entry(group).or_insert(0) += count;
        }
    }
    groups
}

impl Overlay for Only {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Narrowing]
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Move(motion) => {
                let name = |index: usize| named(&self.leads[index].0);
                self.narrowing.go(motion, self.leads.len(), name, known);
                self.narrow();
                Step::Stay
            }
            Command::Take => match self.leads.get(self.narrowing.index()) {
                Some((shown, _)) => Step::CloseThen(Box::new(Step::List(shown.clone()))),
                None => Step::Stay,
            },
            _ => Step::Close(Effect::None),
        }
    }

    fn row(&self, _known: &Known) -> Option<usize> {
        Some(self.narrowing.index())
    }

    fn settle(&mut self, known: &Known) {
        if let Some(review) = &known.review {
            self.cohort = Rc::clone(&review.cohort);
            self.groups = groups(&self.cohort);
            self.list();
            let name = |index: usize| named(&self.leads[index].0);
            self.narrowing.settle(self.leads.len(), name);
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
            title: "List only learners of a group, or with this in their name",
            key: &keymap::name_in(Scope::Desk, Command::Filter),
            nothing: "there is nobody",
            most: self.groups.len() + 1,
            count: self.leads.len(),
            row: &|index| self.row(index, known),
        };
        self.narrowing.draw(&around, area, canvas);
    }
}

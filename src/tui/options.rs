//! The options of a choice: which is under the cursor, which are picked, and what taking them would change. The screen of
//! all choices and the overlay over a milestone show the same.

mod draw;

use ratatui::layout::Size;

use super::command::{Command, Motion};
use super::effect::Effect;
use super::keymap;
use super::known::Known;
use super::step::Step;
use super::widget::{Cursor, Reader};
use crate::curriculum::{Alternative, Applies, Choice, Id, Key};
use crate::insight::{Change, change};
use crate::progress::{Intent, Refusal};

pub use draw::remark;

/// The options of one choice.
#[derive(Debug)]
pub struct Options {
    choice: Key,
    /// What is picked, taken or not.
    picked: Vec<Id>,
    /// What was chosen when it was picked.
    chosen: Vec<Id>,
    cursor: Cursor<Id>,
    /// What taking or dropping the option under the cursor would change; nothing where it is chosen and stays so, or closed.
    change: Option<Change>,
    /// Where one reads in what there is to know.
    reader: Reader,
}

impl Options {
    /// The options of the choice of this key, with what is chosen now.
    pub fn of(choice: Key, known: &Known) -> Self {
        let mut options = Self {
            choice,
            picked: Vec::new(),
            chosen: Vec::new(),
            cursor: Cursor::default(),
            change: None,
            reader: Reader::default(),
        };
        options.settle(known);
        options
    }

    /// Keeps what is picked, unless something else is chosen by now; the cursor stays where it is, or is where one would
    /// begin.
    pub fn settle(&mut self, known: &Known) {
        let Some((index, choice)) = find(&self.choice, known) else {
            return;
        };
        let chosen = known.snapshot.chosen();
        if self.chosen != chosen.options(index) {
            self.chosen = chosen.options(index).to_vec();
            self.picked.clone_from(&self.chosen);
        }
        self.picked
            .retain(|id| choice.option(id.as_str()).is_some());
        let options = &choice.options;
        let name = |index: usize| options[index].id.clone();
        if self.cursor.name().is_none() {
            let begin = self.begin(choice, known);
            self.cursor.put(begin, options.len(), name);
        }
        self.cursor.settle(options.len(), name);
        self.reckon(known);
    }

    /// Where one would begin: at what is picked, else at the first option that goes with the other choices.
    fn begin(&self, choice: &Choice, known: &Known) -> usize {
        let chosen = known.snapshot.chosen();
        let mut options = choice.options.iter();
        let is_picked = |option: &Alternative| self.picked.contains(&option.id);
        let picked = options.clone().position(is_picked);
        let fits = |option: &Alternative| option.when.applies(chosen) != Applies::No;
        picked.or(options.position(fits)).unwrap_or(0)
    }

    /// Obeys what is about the options alone, drawn in so much room; `None` where it is not.
    pub fn update(&mut self, command: Command, known: &Known, room: Size) -> Option<Step> {
        match command {
            Command::Move(motion @ (Motion::PageUp | Motion::PageDown)) => {
                let told = self.told(known, usize::from(room.width));
                let (_, height) = self.shares(told.lines.len(), known, room.height);
                self.reader.go(motion, &told, usize::from(height));
            }
            Command::Move(motion) => self.go(motion, known),
            Command::Pick => return Some(self.pick(known)),
            Command::Take => return Some(self.take(known)),
            _ => return None,
        }
        Some(Step::Stay)
    }

    /// What a click on the row of this index asks for: to go there, and where the cursor is already, to take the option, or
    /// to pick it where several may be.
    pub fn clicked(&self, row: usize, known: &Known) -> Command {
        if row != self.cursor.index() {
            return Command::Move(Motion::To(row));
        }
        match find(&self.choice, known) {
            Some((_, choice)) if choice.pick.max > 1 => Command::Pick,
            _ => Command::Take,
        }
    }

    fn go(&mut self, motion: Motion, known: &Known) {
        if let Some((_, choice)) = find(&self.choice, known) {
            let count = choice.options.len();
            let name = |index: usize| choice.options[index].id.clone();
            self.cursor.go(motion, count, count, name);
            self.reader = Reader::default();
            self.reckon(known);
        }
    }

    /// Picks the option under the cursor or drops it; where only one may be picked, that is the choice.
    fn pick(&mut self, known: &Known) -> Step {
        let Some((index, choice)) = find(&self.choice, known) else {
            return Step::Stay;
        };
        let Some(option) = choice.options.get(self.cursor.index()) else {
            return Step::Stay;
        };
        match (self.picked.contains(&option.id), choice.pick.max) {
            (true, 1) => return record(index, Vec::new()),
            (false, 1) => return record(index, vec![option.id.clone()]),
            (true, _) => self.picked.retain(|id| *id != option.id),
            (false, _) => self.picked.push(option.id.clone()),
        }
        self.reader = Reader::default();
        self.reckon(known);
        Step::Stay
    }

    /// What is picked is recorded where that differs from what is chosen; else the option under the cursor is taken, or one
    /// is done here if that is chosen already.
    fn take(&self, known: &Known) -> Step {
        let Some((index, choice)) = find(&self.choice, known) else {
            return Step::Stay;
        };
        let Some(here) = choice.options.get(self.cursor.index()) else {
            return Step::Stay;
        };
        if self.differs() {
            return self.send(index, choice);
        }
        if self.chosen.contains(&here.id) {
            return Step::Obey(Command::Out);
        }
        record(index, self.with(&here.id, choice))
    }

    /// Records what is picked. Nothing at all would open the choice again, which is no answer where it asks for some.
    fn send(&self, index: usize, choice: &Choice) -> Step {
        let (least, most) = (choice.pick.min, choice.pick.max);
        if self.picked.is_empty() && least > 0 {
            let refusal = Refusal::OptionCount { least, most };
            let pick = format!("{} marks one", keymap::name(Command::Pick));
            return Step::refuse(&refusal.to_string(), &pick);
        }
        record(index, self.picked.clone())
    }

    /// Whether something else is picked than is chosen, in whatever order.
    fn differs(&self) -> bool {
        !is_same(&self.picked, &self.chosen)
    }

    /// What is picked, and this option: alone where only one may be picked.
    fn with(&self, option: &Id, choice: &Choice) -> Vec<Id> {
        let mut taken = match choice.pick.max {
            1 => Vec::new(),
            _ => self.picked.clone(),
        };
        if !taken.contains(option) {
            taken.push(option.clone());
        }
        taken
    }

    /// Works out what taking the option under the cursor would change, or dropping it where it was just dropped.
    fn reckon(&mut self, known: &Known) {
        self.change = find(&self.choice, known).and_then(|(index, choice)| {
            let option = choice.options.get(self.cursor.index())?;
            let taken = if self.is_dropped(&option.id) {
                self.picked.clone()
            } else {
                self.with(&option.id, choice)
            };
            let is_new = !is_same(&self.chosen, &taken);
            let is_open = option.when.applies(known.snapshot.chosen()) != Applies::No;
            (is_new && is_open).then(|| change(&known.snapshot, index, taken))
        });
    }

    /// Whether the option is chosen, and is not to be any longer.
    fn is_dropped(&self, option: &Id) -> bool {
        self.chosen.contains(option) && !self.picked.contains(option)
    }
}

/// Whether these are the same options, in whatever order; none is there twice.
fn is_same(some: &[Id], others: &[Id]) -> bool {
    some.len() == others.len() && some.iter().all(|id| others.contains(id))
}

fn record(choice: usize, options: Vec<Id>) -> Step {
    Step::Perform(Effect::Record(vec![Intent::Choose(choice, options)]))
}

/// The choice of this key and its index.
fn find<'a>(key: &Key, known: &'a Known) -> Option<(usize, &'a Choice)> {
    let mut choices = known.curriculum().choices.iter().enumerate();
    choices.find(|(_, choice)| choice.key == *key)
}

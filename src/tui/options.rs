//! The options of a choice: which is under the cursor, which are picked, and what taking them would change. The screen of
//! all choices and the overlay over a milestone show the same.

use ratatui::layout::{Rect, Size};
use ratatui::style::Style;
use ratatui::text::Line;

use super::canvas::Canvas;
use super::command::{Command, Motion};
use super::consequence::sentences;
use super::effect::Effect;
use super::known::Known;
use super::step::Step;
use super::widget::{Focus, List, Reader, Row, Sign, Text, wrap};
use crate::curriculum::detail::AdvicePlace;
use crate::curriculum::{Alternative, Applies, Choice, Id, Key};
use crate::insight::{Change, change};
use crate::progress::Intent;
use crate::text::visible;

/// The options of one choice.
#[derive(Debug)]
pub struct Options {
    choice: Key,
    /// What is picked, taken or not.
    picked: Vec<Id>,
    /// What was chosen when it was picked.
    chosen: Vec<Id>,
    /// The option under the cursor.
    at: Option<Id>,
    /// What taking the option under the cursor would change; nothing where it is chosen already, or closed.
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
            at: None,
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
        let mut options = choice.options.iter();
        let fitting = options.find(|option| option.when.applies(chosen) != Applies::No);
        let first = || self.picked.first().or(fitting.map(|option| &option.id));
        self.at = self.at.take().or_else(|| first().cloned());
        self.reckon(known);
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

    fn go(&mut self, motion: Motion, known: &Known) {
        if let Some((_, choice)) = find(&self.choice, known) {
            let count = choice.options.len();
            let to = motion.from(self.index(choice), count, count);
            self.at = choice.options.get(to).map(|option| option.id.clone());
            self.reader = Reader::default();
            self.reckon(known);
        }
    }

    /// Picks the option under the cursor or drops it; where only one may be picked, that is the choice.
    fn pick(&mut self, known: &Known) -> Step {
        let Some((index, choice)) = find(&self.choice, known) else {
            return Step::Stay;
        };
        let Some(option) = choice.options.get(self.index(choice)) else {
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

    /// Where one is picked, the option under the cursor is meant; else what is picked.
    fn take(&self, known: &Known) -> Step {
        let Some((index, choice)) = find(&self.choice, known) else {
            return Step::Stay;
        };
        if choice.pick.max > 1 && !self.picked.is_empty() {
            return record(index, self.picked.clone());
        }
        let here = choice.options.get(self.index(choice));
        record(
            index,
            here.map(|option| option.id.clone()).into_iter().collect(),
        )
    }

    /// The question that the choice asks.
    pub fn title<'a>(&self, known: &'a Known) -> &'a str {
        find(&self.choice, known).map_or("", |(_, choice)| choice.title.as_str())
    }

    /// The place of the cursor, and how much is left to read in so much room: "2 of 8 · 3 more lines".
    pub fn place(&self, known: &Known, room: Size) -> String {
        let Some((_, choice)) = find(&self.choice, known) else {
            return String::new();
        };
        let told = self.told(known, usize::from(room.width));
        let (_, height) = self.shares(told.lines.len(), known, room.height);
        let place = format!("{} of {}", self.index(choice) + 1, choice.options.len());
        match self.reader.left(&told, usize::from(height)) {
            all if all.is_empty() => place,
            left => format!("{place} · {left}"),
        }
    }

    /// How many rows all of it takes in this width.
    pub fn rows(&self, known: &Known, width: usize) -> usize {
        self.count(known) + 1 + self.told(known, width).lines.len()
    }

    /// Draws the options and, below, what there is to know about the one under the cursor.
    pub fn draw(
        &self,
        pane: usize,
        focus: Focus,
        known: &Known,
        area: Rect,
        canvas: &mut Canvas<'_, '_>,
    ) {
        let Some((_, choice)) = find(&self.choice, known) else {
            return;
        };
        let told = self.told(known, usize::from(area.width));
        let (above, below) = self.shares(told.lines.len(), known, area.height);
        let lower = Rect {
            y: area.y + above + 1,
            height: below,
            ..area
        };
        self.reader.draw(told, pane, focus, lower, canvas);
        let upper = Rect {
            height: above,
            ..area
        };
        let list = List {
            count: choice.options.len(),
            cursor: Some(self.index(choice)),
            focus,
            pane,
            row: &|index| self.row(&choice.options[index], known),
        };
        list.draw(upper, canvas);
    }

    /// How many rows the options and what there is to know have of so many, a free one between them.
    fn shares(&self, told: usize, known: &Known, height: u16) -> (u16, u16) {
        let count = u16::try_from(self.count(known)).unwrap_or(u16::MAX);
        let told = u16::try_from(told).unwrap_or(u16::MAX);
        let most = height.saturating_sub(told.saturating_add(1));
        let above = count.min(most.max(height / 2));
        (above, told.min(height.saturating_sub(above + 1)))
    }

    fn count(&self, known: &Known) -> usize {
        find(&self.choice, known).map_or(0, |(_, choice)| choice.options.len())
    }

    fn index(&self, choice: &Choice) -> usize {
        let here = |option: &Alternative| Some(&option.id) == self.at.as_ref();
        choice.options.iter().position(here).unwrap_or(0)
    }

    /// Works out what taking the option under the cursor would change.
    fn reckon(&mut self, known: &Known) {
        self.change = find(&self.choice, known).and_then(|(index, choice)| {
            let option = choice.options.get(self.index(choice))?;
            let mut taken = match choice.pick.max {
                1 => Vec::new(),
                _ => self.picked.clone(),
            };
            if !taken.contains(&option.id) {
                taken.push(option.id.clone());
            }
            let chosen = known.snapshot.chosen();
            let is_new = chosen.options(index) != taken;
            let is_open = option.when.applies(chosen) != Applies::No;
            (is_new && is_open).then(|| change(&known.snapshot, index, taken))
        });
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
            right: remark(option, applies),
            ..Row::default()
        }
    }

    /// What there is to know about the option under the cursor: its notes, what it would change, warnings and advice.
    fn told(&self, known: &Known, width: usize) -> Text<()> {
        let mut told = Text {
            lines: Vec::new(),
            items: Vec::new(),
        };
        let Some((index, choice)) = find(&self.choice, known) else {
            return told;
        };
        let chosen = known.snapshot.chosen();
        let mut tell = |text: &str, style: Style| {
            let text = known.curriculum().fill(text, chosen);
            let lines = wrap(&text, width).into_iter();
            told.lines
                .extend(lines.map(|line| Line::styled(line, style)));
        };
        let theme = known.theme();
        let option = choice.options.get(self.index(choice));
        if let Some(notes) = option.and_then(|option| option.notes.as_ref()) {
            tell(notes, theme.dim);
        }
        match (&self.change, option) {
            (Some(change), _) => sentences(change, known)
                .iter()
                .for_each(|sentence| tell(sentence, theme.text)),
            (None, Some(option)) if !self.picked.contains(&option.id) => {
                tell(&condition(option, known), theme.text);
            }
            (None, _) => tell("That is chosen now.", theme.text),
        }
        let advice = known.advice(AdvicePlace::Choice(index));
        let advice = advice.map(|advice| &advice.text);
        for text in choice.guard.iter().chain(advice) {
            tell(text, theme.dim);
        }
        told
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

/// With which options of other choices an option goes.
fn condition(option: &Alternative, known: &Known) -> String {
    let clauses = option.when.0.iter().map(|clause| {
        let choice = &known.curriculum().choices[clause.choice];
        let options = clause.options.iter();
        let titles = options.filter_map(|id| choice.option(id.as_str()));
        let titles: Vec<&str> = titles.map(|option| option.title.as_str()).collect();
        format!(
            "{}: {}",
            known.choice_name(clause.choice),
            titles.join(" or ")
        )
    });
    let clauses: Vec<String> = clauses.collect();
    format!("Goes only with {}.", clauses.join(", and "))
}

/// What stands at the right edge of an option, the longest first.
pub fn remark(option: &Alternative, applies: Applies) -> Vec<String> {
    let remarks: &[&str] = match (applies, option.default, option.beginner) {
        (Applies::No, _, _) => &["not with your other choices", "closed"],
        (_, true, _) => &["suggested"],
        (_, false, true) => &["kind to beginners", "gentle"],
        (_, false, false) => &[],
    };
    remarks.iter().map(|&remark| remark.to_owned()).collect()
}

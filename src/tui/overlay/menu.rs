//! A list of things of which one is taken.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::Overlay;
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::step::Step;
use crate::tui::widget::{Focus, List, Row, Sheet, cut, wrap};

/// How many columns the list wants.
const WIDTH: u16 = 72;

/// The list, and what is under the cursor.
pub struct Menu {
    title: String,
    entries: Vec<Entry>,
    at: usize,
}

/// One thing to take.
pub struct Entry {
    /// How it looks in the list.
    pub row: Row,
    /// What there is to know about it; may be empty.
    pub told: String,
    /// How it goes on once it is taken.
    pub taken: Box<dyn Fn(&Known) -> Step>,
}

impl Menu {
    /// A list of these things; the cursor begins at the one of this index.
    pub fn of(title: impl Into<String>, entries: Vec<Entry>, at: usize) -> Self {
        Self {
            title: title.into(),
            entries,
            at,
        }
    }

    fn take(&self, known: &Known) -> Step {
        match self.entries.get(self.at) {
            Some(entry) => Step::CloseThen(Box::new((entry.taken)(known))),
            None => Step::Stay,
        }
    }

    /// What there is to know, in as many lines as the longest of all takes, so that the list keeps its place.
    fn told(&self, width: usize) -> (Vec<String>, usize) {
        let wrapped = |entry: &Entry| match entry.told.as_str() {
            "" => Vec::new(),
            told => wrap(told, width),
        };
        let most = self.entries.iter().map(|entry| wrapped(entry).len()).max();
        let here = self.entries.get(self.at).map(wrapped);
        (here.unwrap_or_default(), most.unwrap_or(0))
    }
}

impl Overlay for Menu {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Menu, Scope::List]
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        let count = self.entries.len();
        match command {
            Command::Move(motion) => {
                self.at = motion.from(self.at, count, count);
                Step::Stay
            }
            Command::Pick => self.take(known),
            _ => Step::Close(Effect::None),
        }
    }

    fn click(&mut self, _pane: usize, row: usize, known: &Known) -> Step {
        self.at = row;
        self.take(known)
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_, '_>) {
        let width = Sheet::room(WIDTH, area);
        let (told, most) = self.told(width);
        let below = if most == 0 { 0 } else { most + 1 };
        let sheet = Sheet {
            title: &self.title,
            place: &format!("{} of {}", self.at + 1, self.entries.len()),
            columns: WIDTH,
            rows: self.entries.len() + below,
        };
        let inside = sheet.draw(area, canvas);
        let rows = u16::try_from(self.entries.len()).unwrap_or(u16::MAX);
        let room = inside.height - rows.min(inside.height / 2);
        let below = u16::try_from(below).unwrap_or(0).min(room);
        let upper = Rect {
            height: inside.height - below,
            ..inside
        };
        let list = List {
            count: self.entries.len(),
            cursor: Some(self.at),
            focus: Focus::Here,
            pane: 0,
            row: &|index| self.entries[index].row.clone(),
        };
        list.draw(upper, canvas);
        let lower = Rect {
            y: upper.bottom() + below.min(1),
            height: below.saturating_sub(1),
            ..inside
        };
        let told = cut(told, usize::from(lower.height), width).into_iter();
        canvas.lines(
            told.map(|line| Line::styled(line, known.theme().dim)),
            lower,
        );
    }
}

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
use crate::tui::widget::{Cursor, Focus, List, Row, Sheet, cut, wrap};

/// How many columns the list wants.
const WIDTH: u16 = 72;

/// The list, and what is under the cursor.
pub struct Menu {
    title: String,
    entries: Vec<Entry>,
    cursor: Cursor,
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
            cursor: Cursor::at(at),
        }
    }

    fn take(&self, known: &Known) -> Step {
        match self.here() {
            Some(entry) => Step::CloseThen(Box::new((entry.taken)(known))),
            None => Step::Stay,
        }
    }

    fn here(&self) -> Option<&Entry> {
        self.entries.get(self.cursor.index())
    }

    /// What there is to know, in as many lines as the longest of all takes, so that the list keeps its place.
    fn told(&self, width: usize) -> (Vec<String>, usize) {
        let wrapped = |entry: &Entry| match entry.told.as_str() {
            "" => Vec::new(),
            told => wrap(told, width),
        };
        let most = self.entries.iter().map(|entry| wrapped(entry).len()).max();
        let here = self.here().map(wrapped);
        (here.unwrap_or_default(), most.unwrap_or(0))
    }
}

impl Overlay for Menu {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Menu, Scope::List]
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Move(motion) => {
                let count = self.entries.len();
                self.cursor.step(motion, known.page(), count);
                Step::Stay
            }
            Command::Take => self.take(known),
            _ => Step::Close(Effect::None),
        }
    }

    fn row(&self, _known: &Known) -> Option<usize> {
        Some(self.cursor.index())
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let width = Sheet::room(WIDTH, area);
        let (told, most) = self.told(width);
        let below = if most == 0 { 0 } else { most + 1 };
        let sheet = Sheet {
            title: &self.title,
            place: &self.cursor.place(self.entries.len()),
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
            cursor: Some(self.cursor.index()),
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

//! The private notes on a milestone, and keys to write, change and remove them.

use ratatui::layout::Rect;
use uuid::Uuid;

use super::Overlay;
use crate::curriculum::{Key, Place};
use crate::progress::Intent;
use crate::progress::mark::Note;
use crate::text::visible;
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::effect::Effect;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::step::Step;
use crate::tui::widget::{Cursor, Focus, List, Row, Sheet, Sign};
use crate::tui::writing::Purpose;

/// How many columns and rows the overlay wants at least.
const WIDTH: u16 = 76;
const ROWS: usize = 5;

/// The notes on one milestone, and the one under the cursor.
#[derive(Debug)]
pub struct Notes {
    about: Key,
    cursor: Cursor<Uuid>,
}

impl Notes {
    /// The notes on this milestone.
    pub fn of(about: Key, known: &Known) -> Self {
        let mut notes = Self {
            about,
            cursor: Cursor::default(),
        };
        notes.settle(known);
        notes
    }

    fn write(&self, purpose: Purpose) -> Step {
        Step::write(vec![self.about.clone()], purpose)
    }

    fn go(&mut self, motion: Motion, notes: &[Note], known: &Known) {
        let name = |index: usize| notes[index].event;
        self.cursor.go(motion, known.page(), notes.len(), name);
    }

    fn here<'a>(&self, notes: &'a [Note]) -> Option<&'a Note> {
        notes.get(self.cursor.index())
    }
}

impl Overlay for Notes {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Notes, Scope::List]
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        let Some(place) = known.place(&self.about) else {
            return Step::Close(Effect::None);
        };
        let notes = written(place, known);
        match (command, self.here(notes)) {
            (Command::AddNote, _) => self.write(Purpose::Note),
            (Command::Take, Some(note)) => self.write(Purpose::ChangedNote(note.event)),
            (Command::Remove, Some(note)) => {
                let unnote = Intent::Unnote(place, note.event);
                Step::Perform(Effect::Record(vec![unnote]))
            }
            (Command::Take | Command::Remove, None) => Step::Stay,
            (Command::Move(motion), _) => {
                self.go(motion, notes, known);
                Step::Stay
            }
            _ => Step::Close(Effect::None),
        }
    }

    fn offers(&self, command: Command, known: &Known) -> bool {
        let place = known.place(&self.about);
        let is_any = place.is_some_and(|place| !written(place, known).is_empty());
        is_any || !matches!(command, Command::Take | Command::Remove)
    }

    fn row(&self, _known: &Known) -> Option<usize> {
        Some(self.cursor.index())
    }

    fn settle(&mut self, known: &Known) {
        if let Some(place) = known.place(&self.about) {
            let notes = written(place, known);
            self.cursor.settle(notes.len(), |index| notes[index].event);
        }
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let Some(place) = known.place(&self.about) else {
            return;
        };
        let notes = written(place, known);
        let title = format!("{} · notes, for you alone", known.title(place));
        let sheet = Sheet {
            title: &title,
            place: &self.cursor.place(notes.len()),
            columns: WIDTH,
            rows: notes.len().max(ROWS),
        };
        let inside = sheet.draw(area, canvas);
        let list = List {
            count: notes.len(),
            cursor: (!notes.is_empty()).then(|| self.cursor.index()),
            focus: Focus::Here,
            pane: 0,
            row: &|index| row(&notes[index], known),
        };
        list.draw(inside, canvas);
    }
}

fn written(place: Place, known: &Known) -> &[Note] {
    &known.snapshot.progress.mark(place).notes
}

fn row(note: &Note, known: &Known) -> Row {
    let words: Vec<&str> = note.text.split_whitespace().collect();
    Row {
        sign: Sign {
            symbol: " ",
            ..Sign::default()
        },
        text: visible(&words.join(" ")).into_owned(),
        style: known.theme().text,
        right: vec![note.stamp.wall.day()],
        ..Row::default()
    }
}

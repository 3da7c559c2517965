//! What mentors said, newest first and milestone by milestone; beside the list, or below it, all rounds over the one under
//! the cursor.

mod draw;

use ratatui::layout::{Constraint, Layout, Rect};
use uuid::Uuid;

use super::Screen;
use crate::curriculum::{Key, Place};
use crate::insight::Thread;
use crate::progress::verdict::Ruling;
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::message::Failure;
use crate::tui::step::Step;
use crate::tui::widget::{Cursor, Focus, Leaf, Pane, Reader, Text};

/// From how many columns on both panes stand side by side.
const WIDE: u16 = 70;

/// From how many rows on they stand one above the other, where they do not stand side by side.
const TALL: u16 = 9;

/// How many rows the list has then, with its frame.
const LISTED: u16 = 5;

/// The numbers of the panes, for the mouse.
const LIST: usize = 0;
const ROUNDS: usize = 1;

/// The screen.
#[derive(Debug, Default)]
pub(super) struct Reviews {
    cursor: Cursor<Key>,
    focus: Part,
    reader: Reader,
}

/// What has the keys.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Part {
    #[default]
    List,
    Rounds,
}

impl Reviews {
    /// All that was said on the milestone under the cursor.
    fn thread<'known>(&self, known: &'known Known) -> Option<&'known Thread> {
        known.reviews.threads.get(self.cursor.index())
    }

    fn put(&mut self, to: usize, known: &Known) {
        let threads = &known.reviews.threads;
        let before = self.cursor.name().cloned();
        self.cursor
            .put(to, threads.len(), |index| threads[index].key.clone());
        if self.cursor.name() != before.as_ref() {
            self.reader = Reader::default();
        }
    }

    fn go(&mut self, motion: Motion, known: &Known) {
        let area = self.area(Part::List, known);
        let page = area.map_or(1, |area| Pane::height(area, known.look.form));
        let count = known.reviews.threads.len();
        self.put(motion.from(self.cursor.index(), count, page), known);
    }

    /// Reads on in what was said.
    fn read(&mut self, motion: Motion, known: &Known) {
        let Some(area) = self.area(Part::Rounds, known) else {
            return;
        };
        let (text, height) = (self.text(area, known), Pane::height(area, known.look.form));
        self.reader.scroll(motion, &text, height);
    }

    fn text(&self, area: Rect, known: &Known) -> Text<()> {
        draw::text(
            self.thread(known),
            known,
            Leaf::width(area, known.look.form),
        )
    }

    /// Where a part is, if it is in sight.
    fn area(&self, part: Part, known: &Known) -> Option<Rect> {
        let mut panes = self.panes(known.body(), known).into_iter();
        panes
            .find(|(there, _)| *there == part)
            .map(|(_, area)| area)
    }

    /// The panes in sight.
    fn panes(&self, area: Rect, known: &Known) -> Vec<(Part, Rect)> {
        if self.thread(known).is_none() {
            return vec![(Part::List, area)];
        }
        let [first, second] = if known.look.form == Form::Lines {
            return vec![(self.focus, area)];
        } else if area.width >= WIDE {
            Layout::horizontal([Constraint::Fill(2), Constraint::Fill(3)]).areas(area)
        } else if area.height >= TALL {
            Layout::vertical([Constraint::Length(LISTED), Constraint::Min(3)]).areas(area)
        } else {
            return vec![(self.focus, area)];
        };
        vec![(Part::List, first), (Part::Rounds, second)]
    }

    fn focus_of(&self, part: Part) -> Focus {
        if part == self.focus {
            Focus::Here
        } else {
            Focus::Elsewhere
        }
    }

    fn follow(&self, known: &Known) -> Step {
        match self.milestone(known) {
            Some(place) => Step::Show(known.milestone(place).key.clone()),
            None => self.lacks().map_or(Step::Stay, |failure| {
                Step::refuse(&failure.what, &failure.hint)
            }),
        }
    }
}

impl Screen for Reviews {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Reviews, Scope::List, Scope::Everywhere]
    }

    fn milestone(&self, known: &Known) -> Option<Place> {
        self.thread(known)?.place(&known.snapshot)
    }

    fn lacks(&self) -> Option<Failure> {
        let what = "that milestone is no part of this path";
        self.cursor.name().map(|_| Failure::of(what, ""))
    }

    fn reading(&self, known: &Known) -> Vec<Uuid> {
        let is_seen = self.area(Part::Rounds, known).is_some();
        let thread = self.thread(known).filter(|_| is_seen);
        thread.map_or_else(Vec::new, |thread| thread.unread.clone())
    }

    fn offers(&self, command: Command, known: &Known) -> bool {
        match command {
            Command::In => self.focus == Part::List && self.thread(known).is_some(),
            Command::Out => self.focus == Part::Rounds,
            Command::Follow => self.milestone(known).is_some(),
            _ => true,
        }
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match (command, self.focus) {
            (Command::Follow, _) => return self.follow(known),
            (Command::In, _) if self.thread(known).is_some() => self.focus = Part::Rounds,
            (Command::Out, _) => self.focus = Part::List,
            (Command::Move(motion), Part::List) => self.go(motion, known),
            (Command::Move(motion), Part::Rounds) => self.read(motion, known),
            _ => {}
        }
        Step::Stay
    }

    fn click(&mut self, pane: usize, row: usize, known: &Known) -> Step {
        let is_again = self.focus == Part::List && self.cursor.index() == row;
        self.focus = if pane == LIST {
            Part::List
        } else {
            Part::Rounds
        };
        if pane == LIST && is_again {
            return self.follow(known);
        }
        if pane == LIST {
            self.put(row, known);
        }
        Step::Stay
    }

    fn wheel(&mut self, pane: usize, motion: Motion, known: &Known) -> Step {
        if pane == LIST {
            self.go(motion, known);
        } else {
            self.read(motion, known);
        }
        Step::Stay
    }

    fn settle(&mut self, known: &Known) {
        let threads = &known.reviews.threads;
        if self.cursor.name().is_none() {
            self.put(first(known), known);
        }
        let before = self.cursor.name().cloned();
        self.cursor
            .settle(threads.len(), |index| threads[index].key.clone());
        if self.cursor.name() != before.as_ref() {
            self.reader = Reader::default();
        }
        if threads.is_empty() {
            self.focus = Part::List;
        }
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        for (part, spot) in self.panes(area, known) {
            match part {
                Part::List => draw::list(self, known, spot, canvas),
                Part::Rounds => draw::rounds(self, known, spot, canvas),
            }
        }
    }
}

/// The index of what is to be read first: what is unread, else what was returned and not answered, else the newest.
fn first(known: &Known) -> usize {
    let threads = &known.reviews.threads;
    let is_theirs = |thread: &Thread| {
        let rounds = thread.rounds(&known.snapshot);
        rounds.first().is_some_and(|round| {
            round.judged.given.verdict.verdict != Ruling::Verified && !round.judged.is_answered
        })
    };
    let unread = threads.iter().position(|thread| !thread.unread.is_empty());
    unread
        .or_else(|| threads.iter().position(is_theirs))
        .unwrap_or(0)
}

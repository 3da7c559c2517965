//! Who is listed, in order, with a cursor among them.

use std::cmp::Reverse;
use std::rc::Rc;

use uuid::Uuid;

use crate::insight::cohort::{Absent, Card, Cohort};
use crate::progress::Day;
use crate::tui::command::Motion;
use crate::tui::review::Review;
use crate::tui::widget::Cursor;

/// The rows, and of whom they are.
#[derive(Debug, Default)]
pub(super) struct Listed {
    cohort: Rc<Cohort>,
    items: Vec<Item>,
    /// How many of the items stand below each heading.
    parts: Vec<(Part, usize)>,
    cursor: Cursor<Name>,
}

/// Who stands together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Who is stuck.
    Stuck,
    /// Whose file is so old that nobody can tell.
    Old,
    /// Who pauses.
    Pauses,
    /// Who sent nothing.
    Absent,
}

/// Somebody, by their index in the cohort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    Card(Part, usize),
    Absent(usize),
}

/// Who is under the cursor, whatever becomes of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Name {
    Learner(Uuid),
    Absent(usize),
}

/// What a row shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    /// Who follows, and how many.
    Heading(Part, usize),
    /// Somebody.
    Item(Item),
}

impl Listed {
    /// Lists who is to be listed now; the cursor stays on whom it is on.
    pub(super) fn settle(&mut self, review: &Review, today: Option<Day>) {
        let all = [
            (Part::Stuck, cards(Part::Stuck, review, today)),
            (Part::Old, cards(Part::Old, review, today)),
            (Part::Pauses, cards(Part::Pauses, review, today)),
            (Part::Absent, absent(review)),
        ];
        self.cohort = Rc::clone(&review.cohort);
        let parts = all.iter().map(|(part, items)| (*part, items.len()));
        // That nobody is stuck is told, too.
        let parts = parts.filter(|(part, count)| *count > 0 || *part == Part::Stuck);
        self.parts = parts.collect();
        self.items = all.into_iter().flat_map(|(_, items)| items).collect();
        self.point(|cursor, count, name| cursor.settle(count, name));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    pub(super) fn cohort(&self) -> &Cohort {
        &self.cohort
    }

    pub(super) fn card(&self, index: usize) -> Option<&Card> {
        self.cohort.cards.get(index)
    }

    pub(super) fn absent(&self, index: usize) -> Option<&Absent> {
        self.cohort.absent.get(index)
    }

    /// How many rows there are, headings among them.
    pub(super) fn rows(&self) -> usize {
        self.items.len() + self.parts.len()
    }

    /// What the row of this index shows.
    pub(super) fn entry(&self, row: usize) -> Option<Entry> {
        let (mut left, mut item) = (row, 0);
        for (part, count) in &self.parts {
            match left.checked_sub(1) {
                None => return Some(Entry::Heading(*part, *count)),
                Some(below) if below < *count => {
                    return self.items.get(item + below).copied().map(Entry::Item);
                }
                Some(below) => left = below - count,
            }
            item += count;
        }
        None
    }

    /// The row of the cursor.
    pub(super) fn row(&self) -> Option<usize> {
        self.row_of(self.cursor.index())
    }

    fn row_of(&self, item: usize) -> Option<usize> {
        let (mut row, mut before) = (item, 0);
        for (_, count) in &self.parts {
            row += 1;
            before += count;
            if item < before {
                return Some(row);
            }
        }
        None
    }

    /// Who is under the cursor.
    pub(super) fn here(&self) -> Option<Item> {
        self.items.get(self.cursor.index()).copied()
    }

    pub(super) fn place(&self) -> String {
        self.cursor.place(self.items.len())
    }

    pub(super) fn go(&mut self, motion: Motion, page: usize) {
        self.point(|cursor, count, name| cursor.go(motion, page, count, name));
    }

    /// Puts the cursor on whom this row shows; a heading shows nobody.
    pub(super) fn put(&mut self, row: usize) {
        let item = (0..self.items.len()).find(|item| self.row_of(*item) == Some(row));
        if let Some(item) = item {
            self.point(|cursor, count, name| cursor.put(item, count, name));
        }
    }

    /// Does something with the cursor, over so many items with their names.
    fn point(&mut self, change: impl FnOnce(&mut Cursor<Name>, usize, &dyn Fn(usize) -> Name)) {
        let mut cursor = std::mem::take(&mut self.cursor);
        change(&mut cursor, self.items.len(), &|index| self.name(index));
        self.cursor = cursor;
    }

    fn name(&self, index: usize) -> Name {
        match self.items[index] {
            Item::Card(_, card) => {
                Name::Learner(self.card(card).map_or(Uuid::nil(), Card::learner))
            }
            Item::Absent(absent) => {
                Name::Absent(self.absent(absent).map_or(0, |absent| absent.line))
            }
        }
    }
}

/// Where a learner belongs: of a file that is old nothing newer can be told, and who pauses is not stuck.
fn part(card: &Card, today: Option<Day>) -> Option<Part> {
    let is_old = today.and_then(|today| card.old(today)).is_some();
    match (is_old, &card.stuck, card.pulse.pause) {
        (true, ..) => Some(Part::Old),
        (false, Some(_), _) => Some(Part::Stuck),
        (false, None, Some(_)) => Some(Part::Pauses),
        (false, None, None) => None,
    }
}

/// Those who belong there: who is stuck worst, whose file is the oldest, or who comes back last stands first.
fn cards(wanted: Part, review: &Review, today: Option<Day>) -> Vec<Item> {
    let cards = review.cohort.cards.iter().enumerate();
    let cards =
        cards.filter(|(_, card)| part(card, today) == Some(wanted) && review.shown.shows(card));
    let mut cards: Vec<(usize, &Card)> = cards.collect();
    match wanted {
        Part::Stuck => cards.sort_by_key(|(_, card)| {
            Reverse(
                card.stuck
                    .as_ref()
                    .map(crate::insight::cohort::Stuck::weight),
            )
        }),
        Part::Old => cards.sort_by_key(|(_, card)| card.header.written()),
        Part::Pauses => cards.sort_by_key(|(_, card)| Reverse(card.pulse.pause)),
        Part::Absent => {}
    }
    cards
        .into_iter()
        .map(|(index, _)| Item::Card(wanted, index))
        .collect()
}

fn absent(review: &Review) -> Vec<Item> {
    let absent = review.cohort.absent.iter().enumerate();
    let absent = absent.filter(|(_, absent)| review.shown.shows_absent(absent));
    absent.map(|(index, _)| Item::Absent(index)).collect()
}

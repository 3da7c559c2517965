//! What the list of the postings shows, in order, with a cursor among it.

use std::rc::Rc;

use crate::curriculum::{Key, Place};
use crate::insight::skill::Owner;
use crate::tui::command::Motion;
use crate::tui::known::Known;
use crate::tui::postings::{Posting, Postings};
use crate::tui::widget::Cursor;

/// The rows, and what they were made of.
#[derive(Debug, Default)]
pub(super) struct Listed {
    pub(super) rows: Vec<Entry>,
    cursor: Cursor<Name>,
    /// What was read last, so that it stays in sight while it is read anew.
    pub(super) postings: Rc<Postings>,
    /// The digest of the curriculum for which that was read.
    digest: String,
}

/// A row: what follows, or something that the cursor can be on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    Heading(Part),
    Item(Item),
}

/// A part of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Postings,
    Skills,
    Road,
}

/// Something that the cursor can be on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    /// The posting of this index.
    Posting(usize),
    /// The skill of this index in the demand.
    Skill(usize),
    /// A milestone that would close gaps.
    Milestone(Place),
}

/// What the cursor is on, whatever becomes of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Name {
    Posting(u8),
    Skill(Owner, String),
    Milestone(Key),
}

impl Listed {
    fn items(&self) -> Vec<Item> {
        let items = self.rows.iter().filter_map(|entry| match entry {
            Entry::Item(item) => Some(*item),
            Entry::Heading(_) => None,
        });
        items.collect()
    }

    /// What is under the cursor.
    pub(super) fn item(&self) -> Option<Item> {
        self.items().get(self.cursor.index()).copied()
    }

    /// The items from the one under the cursor down.
    pub(super) fn down(&self) -> impl Iterator<Item = Item> {
        self.items().into_iter().skip(self.cursor.index())
    }

    /// The posting under the cursor.
    pub(super) fn posting(&self) -> Option<&Posting> {
        match self.item()? {
            Item::Posting(index) => self.postings.all.get(index),
            _ => None,
        }
    }

    /// The place of the cursor: "3 of 8".
    pub(super) fn place(&self) -> String {
        self.cursor.place(self.items().len())
    }

    /// The row that is under the cursor.
    pub(super) fn row(&self) -> Option<usize> {
        let here = self.item().map(Entry::Item);
        self.rows.iter().position(|entry| Some(*entry) == here)
    }

    pub(super) fn go(&mut self, motion: Motion, known: &Known) {
        self.point(known, |cursor, names| {
            let name = |index: usize| names[index].clone();
            cursor.go(motion, known.page(), names.len(), name);
        });
    }

    /// Puts the cursor on the item of this row.
    pub(super) fn put(&mut self, row: usize, known: &Known) {
        let is_item = |entry: &&Entry| matches!(entry, Entry::Item(_));
        let index = self.rows.iter().take(row).filter(is_item).count();
        self.point(known, |cursor, names| {
            cursor.put(index, names.len(), |index| names[index].clone());
        });
    }

    /// Lists what is known now.
    pub(super) fn settle(&mut self, known: &Known) {
        let digest = &known.curriculum().digest;
        if let Some(postings) = &known.postings {
            self.postings = Rc::clone(postings);
            self.digest.clone_from(digest);
        } else if self.digest != *digest {
            self.postings = Rc::default();
        }
        self.rows = rows(&self.postings);
        self.point(known, |cursor, names| {
            cursor.settle(names.len(), |index| names[index].clone());
        });
    }

    /// Does something with the cursor, over the names of all items.
    fn point(&mut self, known: &Known, change: impl FnOnce(&mut Cursor<Name>, &[Name])) {
        let items = self.items().into_iter();
        let names: Vec<Name> = items.map(|item| self.name(item, known)).collect();
        change(&mut self.cursor, &names);
    }

    fn name(&self, item: Item, known: &Known) -> Name {
        match item {
            Item::Posting(index) => Name::Posting(self.postings.all[index].place),
            Item::Skill(index) => {
                let asked = &self.postings.demand.asked[index];
                let skill = &self.postings.skills[asked.skill];
                Name::Skill(skill.owner, skill.keyword.term.clone())
            }
            Item::Milestone(place) => Name::Milestone(known.milestone(place).key.clone()),
        }
    }
}

/// All rows.
fn rows(postings: &Postings) -> Vec<Entry> {
    let mut rows = Vec::new();
    let mut part = |part: Part, items: Vec<Item>| {
        if !items.is_empty() {
            rows.push(Entry::Heading(part));
            rows.extend(items.into_iter().map(Entry::Item));
        }
    };
    part(
        Part::Postings,
        (0..postings.all.len()).map(Item::Posting).collect(),
    );
    part(
        Part::Skills,
        (0..postings.demand.asked.len()).map(Item::Skill).collect(),
    );
    let road = postings.road.places.iter();
    part(
        Part::Road,
        road.map(|place| Item::Milestone(*place)).collect(),
    );
    rows
}

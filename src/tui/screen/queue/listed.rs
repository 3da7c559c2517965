//! What the queue lists, in order, with a cursor among it.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use uuid::Uuid;

use super::item::{Found, Item, Part, found};
use crate::curriculum::{Key, Place};
use crate::insight::cohort::{self, Absent, Bad, Card, Cohort, Draft, Drafts, Submitted, Waiting};
use crate::session;
use crate::tui::command::Motion;
use crate::tui::review::{Review, Shown};
use crate::tui::widget::Cursor;

/// The rows, and what they were made of.
#[derive(Debug, Default)]
pub(super) struct Listed {
    cohort: Rc<Cohort>,
    drafts: Rc<Drafts>,
    shown: Shown,
    /// All that the cursor can be on, in order.
    pub(super) items: Vec<Item>,
    /// The milestones of the answers that are not sent.
    answered: Vec<Key>,
    /// How many of the items stand below each heading.
    parts: Vec<(Part, usize)>,
    cursor: Cursor<Name>,
    /// What is marked for the next answer, with what was submitted when it was.
    pub(super) marks: HashMap<(Uuid, Key), Submitted>,
}

/// What the cursor is on, whatever becomes of the list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Name {
    /// A milestone of a learner.
    Submission(Part, Uuid, Key),
    /// A file, by its name.
    Bad(String),
    /// A learner.
    Remarks(Uuid),
    /// A line of the roster.
    Absent(usize),
}

/// A submission of the list, which waits or is answered, with what is known of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Submission<'listed> {
    /// Whose it is.
    pub(super) card: &'listed Card,
    /// What waits; `None` of what is answered though it does not wait, or no more in this way.
    pub(super) waiting: Option<&'listed Waiting>,
    /// The milestone.
    pub(super) milestone: &'listed Key,
    /// Where the milestone is; `None` where the curriculum has it no more.
    pub(super) place: Option<Place>,
    /// What was submitted: what an answer is to.
    pub(super) seen: Submitted,
    /// What is answered to that, and not sent.
    pub(super) answer: Option<&'listed Draft>,
}

/// What a row shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    /// What follows, and how much of it there is.
    Heading(Part, usize),
    /// The item of this index.
    Item(usize),
}

impl Listed {
    /// The cohort that the items are of.
    pub(super) fn cohort(&self) -> &Cohort {
        &self.cohort
    }

    /// Whether there is nothing to list.
    pub(super) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// How many rows there are.
    pub(super) fn rows(&self) -> usize {
        self.items.len() + self.parts.len()
    }

    /// What the row of this index shows.
    pub(super) fn entry(&self, row: usize) -> Option<Entry> {
        let (mut left, mut item) = (row, 0);
        for (part, count) in &self.parts {
            match left.checked_sub(1) {
                None => return Some(Entry::Heading(*part, *count)),
                Some(below) if below < *count => return Some(Entry::Item(item + below)),
                Some(below) => left = below - count,
            }
            item += count;
        }
        None
    }

    /// The row of the cursor.
    pub(super) fn row(&self) -> Option<usize> {
        let mut row = self.cursor.index();
        let mut item = 0;
        for (_, count) in &self.parts {
            row += 1;
            item += count;
            if self.cursor.index() < item {
                return Some(row);
            }
        }
        None
    }

    /// The item of this index.
    pub(super) fn item(&self, index: usize) -> Option<Item> {
        self.items.get(index).copied()
    }

    /// What is under the cursor.
    pub(super) fn here(&self) -> Option<Item> {
        self.item(self.cursor.index())
    }

    /// The name of what is under the cursor.
    pub(super) fn at(&self) -> Option<&Name> {
        self.cursor.name()
    }

    /// The place of the cursor among all items: "3 of 8".
    pub(super) fn place(&self) -> String {
        self.cursor.place(self.items.len())
    }

    /// The submission that an item is, if it is one.
    pub(super) fn submission(&self, item: Item) -> Option<Submission<'_>> {
        match item {
            Item::Open(card, waiting) => {
                let card = self.cohort.cards.get(card)?;
                let waiting = card.waiting.get(waiting)?;
                let milestones = &self.cohort.course(card).curriculum.milestones;
                Some(Submission {
                    card,
                    waiting: Some(waiting),
                    milestone: &milestones.get(waiting.place)?.key,
                    place: Some(waiting.place),
                    seen: waiting.submitted(),
                    answer: None,
                })
            }
            Item::Answered(card, answer) => {
                let card = self.cohort.cards.get(card)?;
                let milestone = self.answered.get(answer)?;
                let draft = self.drafts.get(card.learner(), milestone)?;
                let answered = cohort::Queue::answered(draft, card, &self.cohort);
                Some(Submission {
                    card,
                    waiting: answered.waiting,
                    milestone,
                    place: answered.place,
                    seen: Submitted::answered(draft),
                    answer: Some(draft),
                })
            }
            Item::Bad(_) | Item::Remarks(_) | Item::Absent(_) => None,
        }
    }

    /// What an answer is for: what is marked, in the order of the list, else what is under the cursor.
    pub(super) fn targets(&self) -> Vec<session::Submission> {
        let targets: Vec<Item> = if self.has_marks() {
            let items = self.items.iter().copied();
            items.filter(|item| self.is_marked(*item)).collect()
        } else {
            self.here().into_iter().collect()
        };
        let all = targets.into_iter().filter_map(|item| self.submission(item));
        let all = all.map(|known| session::Submission {
            learner: known.card.learner(),
            milestone: known.milestone.clone(),
            seen: known.seen,
        });
        all.collect()
    }

    /// Puts the cursor on what waits of this milestone of a learner, or on the first that waits of theirs; `None` where it is
    /// not listed.
    pub(super) fn show(&mut self, learner: Uuid, milestone: Option<&Key>) -> Option<()> {
        let is_it = |index: &usize| {
            let known = self.item(*index).and_then(|item| self.submission(item));
            known.is_some_and(|known| {
                known.card.learner() == learner
                    && milestone.is_none_or(|milestone| known.milestone == milestone)
            })
        };
        let index = (0..self.items.len()).find(is_it)?;
        self.point(|cursor, count, name| cursor.put(index, count, name));
        Some(())
    }

    /// Moves the cursor among the parts of the list.
    pub(super) fn go_by_part(&mut self, motion: Motion) {
        let mut starts = Vec::new();
        let mut next = 0;
        for (_, count) in self.parts.iter().filter(|(_, count)| *count > 0) {
            starts.push(next);
            next += count;
        }
        let here = starts.partition_point(|start| *start <= self.cursor.index());
        let to = motion.from(here.saturating_sub(1), starts.len(), starts.len());
        if let Some(start) = starts.get(to).copied() {
            self.point(|cursor, count, name| cursor.put(start, count, name));
        }
    }

    /// Moves the cursor among the items, of which so many are in sight.
    pub(super) fn go(&mut self, motion: Motion, page: usize) {
        self.point(|cursor, count, name| cursor.go(motion, page, count, name));
    }

    /// Puts the cursor on the item of this row, if it is one; on that below, if it is a heading.
    pub(super) fn put(&mut self, row: usize) {
        let item = match self.entry(row) {
            Some(Entry::Heading(..)) => self.entry(row + 1),
            entry => entry,
        };
        if let Some(Entry::Item(index)) = item {
            self.point(|cursor, count, name| cursor.put(index, count, name));
        }
    }

    /// Lists what there is now. The cursor stays on what it is on; where that is gone, it goes on to what follows.
    pub(super) fn settle(&mut self, review: &Review) {
        // Mostly a learner's file was read, and nothing else is there than before.
        if self.is_of(review) {
            return;
        }
        let Found {
            items,
            answered,
            parts,
        } = found(review);
        let former = Self {
            cohort: std::mem::replace(&mut self.cohort, Rc::clone(&review.cohort)),
            drafts: std::mem::replace(&mut self.drafts, Rc::clone(&review.drafts)),
            shown: std::mem::replace(&mut self.shown, review.shown.clone()),
            items: std::mem::replace(&mut self.items, items),
            answered: std::mem::replace(&mut self.answered, answered),
            parts: std::mem::replace(&mut self.parts, parts),
            cursor: self.cursor.clone(),
            marks: HashMap::new(),
        };
        // What was submitted since it was marked has not been looked at.
        let there = self.items.iter().filter_map(|item| self.submission(*item));
        let there: HashSet<_> = there.map(|known| (known.key(), known.seen)).collect();
        self.marks
            .retain(|key, seen| there.contains(&(key.clone(), *seen)));
        self.point(|cursor, count, name| cursor.settle(count, name));
        let is_gone = former.cursor.name().is_some() && self.cursor.name() != former.cursor.name();
        if let (true, Some(index)) = (is_gone, self.following(&former)) {
            self.point(|cursor, count, name| cursor.put(index, count, name));
        }
    }

    /// Whether it lists just what there is.
    fn is_of(&self, review: &Review) -> bool {
        Rc::ptr_eq(&self.cohort, &review.cohort)
            && Rc::ptr_eq(&self.drafts, &review.drafts)
            && self.shown == review.shown
    }

    /// The index of what followed the cursor in a former list, and is there still; else of what came before it. What waits
    /// is followed by what waits.
    fn following(&self, former: &Self) -> Option<usize> {
        let part = former.part(former.cursor.index());
        let there: HashSet<Name> = (0..self.items.len())
            .filter(|index| self.part(*index) == part)
            .map(|index| self.name(index))
            .collect();
        let is_there = |index: &usize| there.contains(&former.name(*index));
        let at = former.cursor.index();
        let later = at + 1..former.items.len();
        let found = later.into_iter().find(is_there);
        let found = found.or_else(|| (0..at).rev().find(is_there))?;
        let wanted = former.name(found);
        (0..self.items.len()).find(|index| self.name(*index) == wanted)
    }

    /// Does something with the cursor, over so many items with their names.
    fn point(&mut self, change: impl FnOnce(&mut Cursor<Name>, usize, &dyn Fn(usize) -> Name)) {
        let mut cursor = std::mem::take(&mut self.cursor);
        change(&mut cursor, self.items.len(), &|index| self.name(index));
        self.cursor = cursor;
    }

    fn part(&self, index: usize) -> Option<Part> {
        Some(match self.items.get(index)? {
            Item::Open(..) => Part::Open,
            Item::Answered(..) => Part::Answered,
            Item::Bad(_) => Part::Bad,
            Item::Remarks(_) => Part::Remarks,
            Item::Absent(_) => Part::Absent,
        })
    }

    /// The name of the item of this index.
    fn name(&self, index: usize) -> Name {
        let item = self.items[index];
        let submission = |part: Part| {
            let known = self.submission(item);
            known.map(|known| Name::Submission(part, known.card.learner(), known.milestone.clone()))
        };
        let name = match item {
            Item::Open(..) => submission(Part::Open),
            Item::Answered(..) => submission(Part::Answered),
            Item::Bad(bad) => self.bad(bad).map(|bad| Name::Bad(bad.file.clone())),
            Item::Remarks(card) => {
                let card = self.cohort.cards.get(card);
                card.map(|card| Name::Remarks(card.learner()))
            }
            Item::Absent(absent) => self.absent(absent).map(|absent| Name::Absent(absent.line)),
        };
        name.unwrap_or(Name::Absent(0))
    }

    /// The card of this index.
    pub(super) fn card(&self, index: usize) -> Option<&Card> {
        self.cohort.cards.get(index)
    }

    /// The bad file of this index.
    pub(super) fn bad(&self, index: usize) -> Option<&Bad> {
        self.cohort.bad.get(index)
    }

    /// The absent one of this index.
    pub(super) fn absent(&self, index: usize) -> Option<&Absent> {
        self.cohort.absent.get(index)
    }
}

impl Submission<'_> {
    /// By what it is marked.
    pub(super) fn key(&self) -> (Uuid, Key) {
        (self.card.learner(), self.milestone.clone())
    }
}

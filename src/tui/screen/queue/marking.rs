//! What is marked in the queue, for one answer to all of it.

use std::collections::HashMap;

use super::item::Item;
use super::listed::{Listed, Submission};
use crate::tui::command::Motion;

impl Listed {
    /// Whether an item is marked.
    pub(super) fn is_marked(&self, item: Item) -> bool {
        let is_it = |known: Submission<'_>| self.marks.get(&known.key()) == Some(&known.seen);
        self.has_marks() && self.submission(item).is_some_and(is_it)
    }

    /// How many are marked.
    pub(super) fn marked(&self) -> usize {
        self.marks.len()
    }

    /// Whether something is marked.
    pub(super) fn has_marks(&self) -> bool {
        !self.marks.is_empty()
    }

    /// Lets go of all that is marked.
    pub(super) fn unmark(&mut self) {
        self.marks.clear();
    }

    /// Marks what is under the cursor, or lets go of it, and goes on.
    pub(super) fn mark(&mut self) {
        let known = self.here().and_then(|item| self.submission(item));
        let Some((key, seen)) = known.map(|known| (known.key(), known.seen)) else {
            return;
        };
        if self.marks.get(&key) == Some(&seen) {
            self.marks.remove(&key);
        } else {
            self.marks.insert(key, seen);
        }
        self.go(Motion::Down(1), 1);
    }

    /// Marks all that waits; lets go of all, where all of it is marked.
    pub(super) fn mark_all(&mut self) {
        let open = self
            .items
            .iter()
            .filter(|item| matches!(item, Item::Open(..)));
        let open = open.filter_map(|item| self.submission(*item));
        let all: HashMap<_, _> = open.map(|known| (known.key(), known.seen)).collect();
        let is_marked = |(key, seen)| self.marks.get(key) == Some(seen);
        let is_all = all.iter().all(is_marked);
        self.marks = if is_all { HashMap::new() } else { all };
    }
}

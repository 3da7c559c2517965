//! The lists of the gap, each with a cursor of its own.

use super::item::{Item, Name, Part};
use crate::insight::Gap;
use crate::tui::known::Known;
use crate::tui::widget::Cursor;

/// Items with a cursor among them.
#[derive(Debug, Default)]
pub(super) struct Listed {
    pub(super) items: Vec<Item>,
    cursor: Cursor<Name>,
}

/// How many rows two lists have, drawn one after the other with a heading between them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Both {
    pub(super) needs: usize,
    pub(super) missing: usize,
}

impl Listed {
    pub(super) fn item(&self) -> Option<Item> {
        self.items.get(self.at()).copied()
    }

    /// The index of the item under the cursor.
    pub(super) fn at(&self) -> usize {
        self.cursor.index()
    }

    /// Puts the cursor on the item of this index, of what lists this gap.
    pub(super) fn put(&mut self, at: usize, gap: Option<&Gap>, known: &Known) {
        let name = |index: usize| self.items[index].name(gap, known);
        self.cursor.put(at, self.items.len(), name);
    }

    /// Lists these from now on, and one that is kept at an index, whether it is among them or not.
    pub(super) fn relist(
        &mut self,
        items: Vec<Item>,
        kept: Option<(Item, usize)>,
        gap: Option<&Gap>,
        known: &Known,
    ) {
        self.items = items;
        if let Some((kept, at)) = kept {
            self.items.retain(|item| *item != kept);
            self.items.insert(at.min(self.items.len()), kept);
        }
        let name = |index: usize| self.items[index].name(gap, known);
        self.cursor.settle(self.items.len(), name);
    }

    /// The place of the cursor: "3 of 8".
    pub(super) fn place(&self) -> String {
        self.cursor.place(self.items.len())
    }
}

impl Both {
    /// How many items there are.
    pub(super) fn count(self) -> usize {
        self.needs + self.missing
    }

    /// The index among all items of one of a part.
    pub(super) fn index(self, part: Part, at: usize) -> usize {
        match part {
            Part::Targets | Part::Needs => at,
            Part::Missing => self.needs + at,
        }
    }

    /// The part of an item, and its index there.
    pub(super) fn part(self, index: usize) -> (Part, usize) {
        match index.checked_sub(self.needs) {
            Some(at) => (Part::Missing, at),
            None => (Part::Needs, index),
        }
    }

    /// How many rows there are, the heading among them.
    pub(super) fn rows(self) -> usize {
        self.count() + usize::from(self.has_heading())
    }

    /// The row of an item.
    pub(super) fn row(self, part: Part, at: usize) -> usize {
        let heading = part == Part::Missing && self.has_heading();
        self.index(part, at) + usize::from(heading)
    }

    /// What a row shows; the heading is none of the items.
    pub(super) fn item(self, row: usize) -> Option<(Part, usize)> {
        match row.checked_sub(self.needs) {
            Some(0) if self.has_heading() => None,
            Some(below) if self.has_heading() => Some((Part::Missing, below - 1)),
            _ => Some(self.part(row)),
        }
    }

    fn has_heading(self) -> bool {
        self.needs > 0 && self.missing > 0
    }
}

#[cfg(test)]
mod tests {
    use super::{Both, Part};

    #[test]
    fn rows_and_items_lead_to_each_other() {
        for (needs, missing) in [(0, 0), (3, 0), (0, 3), (2, 4)] {
            let both = Both { needs, missing };
            for index in 0..both.count() {
                let (part, at) = both.part(index);
                assert_eq!(both.index(part, at), index);
                assert_eq!(both.item(both.row(part, at)), Some((part, at)));
            }
        }
        let both = Both {
            needs: 2,
            missing: 4,
        };
        assert_eq!(both.item(2), None);
        assert_eq!(both.item(3), Some((Part::Missing, 0)));
    }
}

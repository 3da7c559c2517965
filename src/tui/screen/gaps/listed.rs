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
    under_cursor: UnderCursor,
}

/// What the cursor is on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum UnderCursor {
    /// A milestone that is still to be settled.
    Open,
    /// A milestone that was settled there: it stays in its place until the cursor goes on, to be proven or taken back.
    Kept,
    /// Something else.
    #[default]
    Other,
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

    /// Puts the cursor on the item of this index, of what lists this gap; says whether an item that was only kept under it is
    /// to be let go by listing all anew.
    pub(super) fn put(&mut self, at: usize, gap: Option<&Gap>, known: &Known) -> bool {
        let before = (self.under_cursor, self.at());
        let name = |index: usize| self.items[index].name(gap, known);
        self.cursor.put(at, self.items.len(), name);
        if before == (UnderCursor::Kept, self.at()) {
            return false;
        }
        self.under_cursor = self.look(known);
        before.0 == UnderCursor::Kept
    }

    /// Lists these from now on.
    pub(super) fn relist(&mut self, items: Vec<Item>, gap: Option<&Gap>, known: &Known) {
        let kept = self.kept(gap, known);
        self.items = items;
        if let Some(kept) = kept {
            self.items
                .retain(|item| Some(&item.name(gap, known)) != self.cursor.name());
            let at = self.cursor.index().min(self.items.len());
            self.items.insert(at, kept);
        }
        let name = |index: usize| self.items[index].name(gap, known);
        self.cursor.settle(self.items.len(), name);
        self.under_cursor = match kept {
            Some(_) => UnderCursor::Kept,
            None => self.look(known),
        };
    }

    /// What was open under the cursor, and is settled now, as this gap has it.
    fn kept(&self, gap: Option<&Gap>, known: &Known) -> Option<Item> {
        if self.under_cursor == UnderCursor::Other {
            return None;
        }
        self.cursor.name()?.settled_milestone(gap?, known)
    }

    fn look(&self, known: &Known) -> UnderCursor {
        match self.item() {
            Some(Item::Milestone(_, place))
                if !known.snapshot.standing.at(place).status.settles() =>
            {
                UnderCursor::Open
            }
            _ => UnderCursor::Other,
        }
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

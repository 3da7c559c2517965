//! The cursor of a list: it is on a thing by its name, and stays on it whatever becomes of the list.

use crate::tui::command::Motion;

/// A cursor in a list whose things have names; in one that never changes, their indexes may be their names.
#[derive(Debug, Clone)]
pub struct Cursor<Name = usize> {
    index: usize,
    /// The name of what it is on; `None` where it is on nothing yet.
    name: Option<Name>,
}

impl<Name> Default for Cursor<Name> {
    fn default() -> Self {
        Self {
            index: 0,
            name: None,
        }
    }
}

impl Cursor {
    /// A cursor on the thing of this index, in a list that never changes.
    pub fn at(index: usize) -> Self {
        Self {
            index,
            name: Some(index),
        }
    }

    /// Moves among so many things, of which `page` are in sight.
    pub fn step(&mut self, motion: Motion, page: usize, count: usize) {
        self.go(motion, page, count, |index| index);
    }
}

impl<Name: PartialEq> Cursor<Name> {
    /// The index of the thing that it is on; in an empty list, of the one that it was on.
    pub fn index(&self) -> usize {
        self.index
    }

    /// The name of the thing that it is on, or was on before the list was empty.
    pub fn name(&self) -> Option<&Name> {
        self.name.as_ref()
    }

    /// Its place among so many things: "3 of 8"; empty where there are none.
    pub fn place(&self, count: usize) -> String {
        match count {
            0 => String::new(),
            count => format!("{} of {count}", self.index + 1),
        }
    }

    /// Puts it on the thing of this index, or the last, of so many that have these names.
    pub fn put(&mut self, index: usize, count: usize, name: impl Fn(usize) -> Name) {
        if let Some(last) = count.checked_sub(1) {
            self.index = index.min(last);
            self.name = Some(name(self.index));
        }
    }

    /// Moves it among so many things that have these names, of which `page` are in sight.
    pub fn go(&mut self, motion: Motion, page: usize, count: usize, name: impl Fn(usize) -> Name) {
        self.put(motion.from(self.index, count, page), count, name);
    }

    /// Finds its thing again in another list; where that is gone, it is on what stands there now.
    pub fn settle(&mut self, count: usize, name: impl Fn(usize) -> Name) {
        let is_same = |index: &usize| Some(name(*index)) == self.name;
        // Most lists stay as they are.
        let here = Some(self.index).filter(|index| *index < count);
        let found = here.filter(is_same).or_else(|| (0..count).find(is_same));
        self.put(found.unwrap_or(self.index), count, name);
    }
}

#[cfg(test)]
mod tests {
    use super::{Cursor, Motion};

    /// The index and the name after the cursor was on this one of "abcd", and the list became another.
    fn settled(index: usize, list: &str) -> (usize, Option<char>) {
        let name = |list: &str, index: usize| list.chars().nth(index).unwrap();
        let mut cursor = Cursor::default();
        cursor.put(index, 4, |index| name("abcd", index));
        cursor.settle(list.len(), |index| name(list, index));
        (cursor.index(), cursor.name().copied())
    }

    #[test]
    fn a_cursor_stays_on_its_thing_or_where_that_was() {
        for (index, list, expected) in [
            (1, "xxabcd", (3, Some('b'))),
            (1, "acd", (1, Some('c'))),
            (3, "abc", (2, Some('c'))),
            (2, "", (2, Some('c'))),
        ] {
            assert_eq!(settled(index, list), expected, "{index} of abcd in {list}");
        }
    }

    #[test]
    fn a_place_counts_from_one() {
        let mut cursor = Cursor::at(1);
        assert_eq!(cursor.place(3), "2 of 3");
        cursor.step(Motion::Last, 2, 3);
        assert_eq!(cursor.place(3), "3 of 3");
        assert_eq!(Cursor::at(0).place(0), "");
    }
}

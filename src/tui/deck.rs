//! All screens, of which one is in sight: the others wait as they were left.

use super::known::Known;
use super::screen::{Screen, Settles};

/// The screens of whoever sits at the terminal, in the order of the [rows](super::role::Role::rows).
pub struct Deck {
    slots: Vec<Slot>,
    current: usize,
}

struct Slot {
    screen: Box<dyn Screen>,
    /// Whether it found its place in what is known now. Of a long path that is too much work to be done for what nobody
    /// sees.
    is_settled: bool,
}

impl Deck {
    /// Each screen at its beginning, with the first in sight.
    pub fn of(known: &Known) -> Self {
        let slots = known.role().rows().iter().map(|row| Slot {
            screen: (row.open)(known),
            is_settled: row.settles == Settles::AsItOpens,
        });
        let mut deck = Self {
            slots: slots.collect(),
            current: 0,
        };
        deck.at(0, known);
        deck
    }

    /// Begins each screen anew, for what they were left at means nothing any more; the same one stays in sight.
    pub fn begin(&mut self, known: &Known) {
        let current = self.current;
        *self = Self::of(known);
        self.turn_to(current, known);
    }

    /// The index of the screen in sight.
    pub fn current(&self) -> usize {
        self.current
    }

    /// The screen in sight.
    pub fn screen(&self) -> &dyn Screen {
        self.slots[self.current].screen.as_ref()
    }

    /// The screen in sight, to be changed.
    pub fn screen_mut(&mut self) -> &mut dyn Screen {
        self.slots[self.current].screen.as_mut()
    }

    /// The screen of this index, wherever it is, to be changed.
    pub fn at(&mut self, index: usize, known: &Known) -> &mut dyn Screen {
        let slot = &mut self.slots[index];
        if !std::mem::replace(&mut slot.is_settled, true) {
            slot.screen.settle(known);
        }
        slot.screen.as_mut()
    }

    /// Brings the screen of this index into sight.
    pub fn turn_to(&mut self, index: usize, known: &Known) {
        if index != self.current {
            self.screen_mut().let_go(known);
        }
        self.at(index, known);
        self.current = index;
    }

    /// Lets the screen in sight find its place in what is known now, and each other one when it is needed.
    pub fn settle(&mut self, known: &Known) {
        for slot in &mut self.slots {
            slot.is_settled = false;
        }
        self.at(self.current, known);
    }
}

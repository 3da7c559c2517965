//! Changed cells as the bytes that draw them, in as few as most terminals understand: what a terminal's line takes in at
//! once is some four thousand bytes, and a screen in more of them is seen later.

use ratatui::buffer::Cell;

use super::ink::{Ink, is_blank};
use super::sequence::{sequence, stand};

/// From this many blanks on, one sequence takes less than writing them: to erase them, or to pass over them.
const SOME: u16 = 5;

/// From this many blanks on, two sequences take less than writing them: to erase them, and to pass over them.
const MANY: u16 = 10;

/// What writes the cells, and knows where it stands and how it writes.
pub(super) struct Pen<'out> {
    out: &'out mut Vec<u8>,
    ink: Ink,
    /// The column and row behind what was written, where something was.
    at: Option<(u16, u16)>,
    /// Blanks before that place that are not written yet.
    blanks: u16,
    /// Blanks behind those and before that place that are in sight already.
    passed: u16,
    trust: Trust,
    /// Room for the numbers of a sequence.
    numbers: Vec<u16>,
}

/// Whether the terminal is sure to be in the column that we believe it to be in: terminals differ in how wide they take
/// letters beyond ASCII to be.
#[derive(Clone, Copy, PartialEq)]
enum Trust {
    Sure,
    Likely,
}

impl<'out> Pen<'out> {
    /// A pen on a terminal that writes plain letters.
    pub(super) fn new(out: &'out mut Vec<u8>) -> Self {
        Self {
            out,
            ink: Ink::default(),
            at: None,
            blanks: 0,
            passed: 0,
            trust: Trust::Likely,
            numbers: Vec::new(),
        }
    }

    /// Empties the terminal, whatever it wrote in before.
    pub(super) fn wipe(&mut self) {
        self.sequence(&[], b'm');
        self.sequence(&[2], b'J');
    }

    /// Writes a cell whose letter terminals take to be of different widths: whatever stood in its columns goes first.
    pub(super) fn write_over(&mut self, x: u16, y: u16, cell: &Cell, columns: u16) {
        self.reach(x, y);
        self.dip(self.ink.next(cell));
        self.out.extend((0..columns).map(|_| b' '));
        self.sequence(&[x + 1], b'G');
        self.letter(cell.symbol());
        self.at = Some((x.saturating_add(1), y));
    }

    /// Writes one cell. Those of a row come from left to right.
    pub(super) fn write(&mut self, x: u16, y: u16, cell: &Cell) {
        let letter = cell.symbol();
        let ink = self.ink.next(cell);
        let is_blank = is_blank(letter) && ink.is_plain();
        if is_blank && ink == self.ink && self.at == Some((x, y)) {
            self.blanks += std::mem::take(&mut self.passed) + 1;
        } else {
            self.reach(x, y);
            self.dip(ink);
            if is_blank {
                self.blanks = 1;
            } else {
                self.letter(letter);
            }
        }
        self.at = Some((x.saturating_add(1), y));
    }

    /// Passes a cell that is in sight already. A few blanks are as quickly written again as passed over, if more follows.
    pub(super) fn pass(&mut self, x: u16, y: u16, cell: &Cell) {
        if self.at != Some((x, y)) {
            return;
        }
        let letter = cell.symbol();
        let is_in_ink = is_blank(letter) && self.ink.next(cell) == self.ink;
        if is_in_ink && self.ink.is_plain() {
            self.passed += 1;
            self.at = Some((x.saturating_add(1), y));
        }
    }

    /// Writes what is left, and leaves the terminal writing plain letters again.
    pub(super) fn finish(mut self) {
        self.write_blanks();
        self.dip(Ink::default());
    }

    fn letter(&mut self, letter: &str) {
        self.out.extend_from_slice(letter.as_bytes());
        if !letter.is_ascii() {
            self.trust = Trust::Likely;
        }
    }

    /// Goes on at this place, with all blanks before it written.
    fn reach(&mut self, x: u16, y: u16) {
        let gap = self.blanks + self.passed;
        if self.at == Some((x, y)) && self.passed < SOME && gap < MANY {
            (self.blanks, self.passed) = (0, 0);
            self.out.extend((0..gap).map(|_| b' '));
            return;
        }
        let from = self.write_blanks();
        if from != Some((x, y)) {
            self.go(from, x, y);
        }
    }

    /// Writes the blanks that wait, and answers with where the terminal's cursor stands then.
    fn write_blanks(&mut self) -> Option<(u16, u16)> {
        let blanks = std::mem::take(&mut self.blanks);
        let passed = std::mem::take(&mut self.passed);
        let (column, row) = self.at?;
        let start = column - passed - blanks;
        if blanks < SOME {
            self.out.extend((0..blanks).map(|_| b' '));
            Some((start + blanks, row))
        } else {
            self.sequence(&[blanks], b'X');
            Some((start, row))
        }
    }

    fn go(&mut self, from: Option<(u16, u16)>, x: u16, y: u16) {
        match from {
            Some((column, row)) if row == y && column < x => match self.trust {
                Trust::Sure => self.forward(x - column),
                Trust::Likely => self.sequence(&[x + 1], b'G'),
            },
            Some((_, row)) if row + 1 == y => {
                self.out.extend_from_slice(b"\r\n");
                if x > 0 {
                    self.forward(x);
                }
            }
            _ => stand(x, y, self.out),
        }
        self.trust = Trust::Sure;
    }

    fn forward(&mut self, columns: u16) {
        match columns {
            1 => self.sequence(&[], b'C'),
            columns => self.sequence(&[columns], b'C'),
        }
    }

    fn dip(&mut self, ink: Ink) {
        let before = std::mem::replace(&mut self.ink, ink);
        if ink != before {
            self.numbers.clear();
            ink.numbers_after(before, &mut self.numbers);
            sequence(&self.numbers, b'm', self.out);
        }
    }

    fn sequence(&mut self, numbers: &[u16], end: u8) {
        sequence(numbers, end, self.out);
    }
}

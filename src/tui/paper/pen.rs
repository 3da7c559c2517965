//! Changed cells as the bytes that draw them, in as few as most terminals understand: what a terminal's line takes in at
//! once is some four thousand bytes, and a screen in more of them is seen later.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// From this many blanks on, one sequence takes less than writing them: to erase them, or to pass over them.
const SOME: u16 = 5;

/// From this many blanks on, two sequences take less than writing them: to erase them, and to pass over them.
const MANY: u16 = 10;

/// What of a style shows where no letter is.
const SHOWS_ON_BLANKS: Modifier = Modifier::UNDERLINED
    .union(Modifier::REVERSED)
    .union(Modifier::CROSSED_OUT);

/// What is switched on and off by which number (ECMA-48, Select Graphic Rendition).
const MODIFIERS: [(Modifier, u16, u16); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

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

/// How letters look.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Ink {
    letters: Color,
    ground: Color,
    modifier: Modifier,
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
        self.dip(self.ink_for(cell.symbol(), cell));
        self.out.extend((0..columns).map(|_| b' '));
        self.sequence(&[x + 1], b'G');
        self.letter(cell.symbol());
        self.at = Some((x.saturating_add(1), y));
    }

    /// Writes one cell. Those of a row come from left to right.
    pub(super) fn write(&mut self, x: u16, y: u16, cell: &Cell) {
        let letter = cell.symbol();
        let ink = self.ink_for(letter, cell);
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
        let is_in_ink = is_blank(letter) && self.ink_for(letter, cell) == self.ink;
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

    /// How the cell looks; of a blank, where only some of it shows, as much as possible stays as it is.
    fn ink_for(&self, letter: &str, cell: &Cell) -> Ink {
        let is_seen = !is_blank(letter) || cell.modifier.intersects(SHOWS_ON_BLANKS);
        Ink {
            ground: cell.bg,
            letters: if is_seen { cell.fg } else { self.ink.letters },
            modifier: if is_seen {
                cell.modifier
            } else {
                self.ink.modifier - SHOWS_ON_BLANKS
            },
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
        if ink == before {
            return;
        }
        if ink == Ink::default() {
            return self.sequence(&[], b'm');
        }
        let gone = before.modifier - ink.modifier;
        let mut new = ink.modifier - before.modifier;
        let weight = Modifier::BOLD | Modifier::DIM;
        if gone.intersects(weight) {
            // One number takes both away.
            new |= ink.modifier & weight;
        }
        let of = |wanted: Modifier| MODIFIERS.iter().filter(move |row| wanted.contains(row.0));
        self.numbers.clear();
        self.numbers.extend(of(gone).map(|(_, _, off)| off));
        self.numbers.extend(of(new).map(|(_, on, _)| on));
        if ink.letters != before.letters {
            colour(ink.letters, 0, &mut self.numbers);
        }
        if ink.ground != before.ground {
            colour(ink.ground, 10, &mut self.numbers);
        }
        sequence(&self.numbers, b'm', self.out);
    }

    fn sequence(&mut self, numbers: &[u16], end: u8) {
        sequence(numbers, end, self.out);
    }
}

impl Ink {
    /// Whether a blank in it looks like one that was erased.
    fn is_plain(self) -> bool {
        self.ground == Color::Reset && !self.modifier.intersects(SHOWS_ON_BLANKS)
    }
}

fn is_blank(letter: &str) -> bool {
    letter.as_bytes() == [b' ']
}

/// Puts the terminal's cursor into a column and a row.
pub(super) fn stand(x: u16, y: u16, out: &mut Vec<u8>) {
    sequence(&[y.saturating_add(1), x.saturating_add(1)], b'H', out);
}

/// Writes a control sequence.
fn sequence(numbers: &[u16], end: u8, out: &mut Vec<u8>) {
    out.extend_from_slice(b"\x1b[");
    for (index, number) in numbers.iter().enumerate() {
        if index > 0 {
            out.push(b';');
        }
        write_number(*number, out);
    }
    out.push(end);
}

fn write_number(number: u16, out: &mut Vec<u8>) {
    if number >= 10 {
        write_number(number / 10, out);
    }
    out.push(b'0' + (number % 10) as u8);
}

/// The numbers of a colour: of letters, or of the ground, whose numbers are higher by `beyond`.
fn colour(colour: Color, beyond: u16, numbers: &mut Vec<u16>) {
    let dark = |index: u16| 30 + beyond + index;
    let bright = |index: u16| 90 + beyond + index;
    let one = match colour {
        Color::Reset => 39 + beyond,
        Color::Black => dark(0),
        Color::Red => dark(1),
        Color::Green => dark(2),
        Color::Yellow => dark(3),
        Color::Blue => dark(4),
        Color::Magenta => dark(5),
        Color::Cyan => dark(6),
        Color::Gray => dark(7),
        Color::DarkGray => bright(0),
        Color::LightRed => bright(1),
        Color::LightGreen => bright(2),
        Color::LightYellow => bright(3),
        Color::LightBlue => bright(4),
        Color::LightMagenta => bright(5),
        Color::LightCyan => bright(6),
        Color::White => bright(7),
        Color::Indexed(index) => {
            return numbers.extend([38 + beyond, 5, u16::from(index)]);
        }
        Color::Rgb(red, green, blue) => {
            let parts = [red, green, blue].map(u16::from);
            numbers.extend([38 + beyond, 2]);
            return numbers.extend(parts);
        }
    };
    numbers.push(one);
}

//! How letters look, and the numbers that make a terminal write them so.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

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

/// How letters look.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Ink {
    letters: Color,
    ground: Color,
    modifier: Modifier,
}

impl Ink {
    /// How the cell looks, after another one; of a blank, where only some of it shows, as much as possible stays as it was.
    pub(super) fn next(self, cell: &Cell) -> Self {
        let is_seen = !is_blank(cell.symbol()) || cell.modifier.intersects(SHOWS_ON_BLANKS);
        Self {
            ground: cell.bg,
            letters: if is_seen { cell.fg } else { self.letters },
            modifier: if is_seen {
                cell.modifier
            } else {
                self.modifier - SHOWS_ON_BLANKS
            },
        }
    }

    /// Whether a blank in it looks like one that was erased.
    pub(super) fn is_plain(self) -> bool {
        self.ground == Color::Reset && !self.modifier.intersects(SHOWS_ON_BLANKS)
    }

    /// What tells a terminal that wrote otherwise before to write so; for plain letters no number at all.
    pub(super) fn numbers_after(self, before: Self, numbers: &mut Vec<u16>) {
        if self == Self::default() {
            return;
        }
        let gone = before.modifier - self.modifier;
        let mut new = self.modifier - before.modifier;
        let weight = Modifier::BOLD | Modifier::DIM;
        if gone.intersects(weight) {
            // One number takes both away.
            new |= self.modifier & weight;
        }
        let of = |wanted: Modifier| MODIFIERS.iter().filter(move |row| wanted.contains(row.0));
        numbers.extend(of(gone).map(|(_, _, off)| off));
        numbers.extend(of(new).map(|(_, on, _)| on));
        if self.letters != before.letters {
            colour(self.letters, 0, numbers);
        }
        if self.ground != before.ground {
            colour(self.ground, 10, numbers);
        }
    }
}

/// Whether a cell shows nothing but its ground.
pub(super) fn is_blank(letter: &str) -> bool {
    letter.as_bytes() == [b' ']
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

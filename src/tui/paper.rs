//! What the terminal shows, and how it comes to show the next frame: only the cells that differ are written.

mod pen;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Rect, Size};

use crate::text::is_simple;
use pen::Pen;

/// A terminal's sheet of cells, as it is and as it is drawn next.
#[derive(Debug)]
pub struct Paper {
    shown: Buffer,
    next: Buffer,
    cursor: Cursor,
    state: State,
}

/// Whether the terminal shows its cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cursor {
    Seen,
    Hidden,
}

/// Whether what is in sight is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Known,
    /// Something else may stand there: all is wiped before the next frame.
    Unknown,
}

impl Default for Paper {
    fn default() -> Self {
        Self {
            shown: Buffer::default(),
            next: Buffer::default(),
            cursor: Cursor::Seen,
            state: State::Unknown,
        }
    }
}

impl Paper {
    /// Something else has used the terminal.
    pub fn forget(&mut self) {
        self.state = State::Unknown;
        self.cursor = Cursor::Seen;
    }

    /// Draws a frame of this size; `draw` answers with where the cursor is to stand, if anywhere. What the terminal is
    /// to be told is put behind `out`.
    pub fn turn(
        &mut self,
        size: Size,
        out: &mut Vec<u8>,
        draw: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) {
        let area = Rect::from(size);
        if self.shown.area != area {
            self.shown.resize(area);
            self.next.resize(area);
            self.state = State::Unknown;
        }
        self.next.reset();
        let cursor = draw(&mut self.next);
        let mut pen = Pen::new(out);
        if std::mem::replace(&mut self.state, State::Known) == State::Unknown {
            self.shown.reset();
            pen.wipe();
        }
        let width = usize::from(area.width).max(1);
        let shown = self.shown.content.chunks(width);
        let next = self.next.content.chunks(width);
        for (y, (before, after)) in (0..).zip(shown.zip(next)) {
            write_row(y, before, after, &mut pen);
        }
        pen.finish();
        self.place(cursor, out);
        std::mem::swap(&mut self.shown, &mut self.next);
    }

    fn place(&mut self, cursor: Option<Position>, out: &mut Vec<u8>) {
        let before = self.cursor;
        self.cursor = match cursor {
            Some(Position { x, y }) => {
                pen::stand(x, y, out);
                Cursor::Seen
            }
            None => Cursor::Hidden,
        };
        if self.cursor != before {
            out.extend_from_slice(match self.cursor {
                Cursor::Seen => b"\x1b[?25h",
                Cursor::Hidden => b"\x1b[?25l",
            });
        }
    }
}

/// Writes what is different in a row.
fn write_row(y: u16, before: &[Cell], after: &[Cell], pen: &mut Pen<'_>) {
    let mut pairs = before.iter().zip(after);
    let Some(first) = pairs.position(|(before, after)| before != after) else {
        return;
    };
    if is_ragged(before) || is_ragged(after) {
        return write_ragged(y, first, after, pen);
    }
    for (x, (before, after)) in (0..).zip(before.iter().zip(after)).skip(first) {
        if before == after {
            pen.pass(x, y, after);
        } else {
            pen.write(x, y, after);
        }
    }
}

/// Whether a letter of the row is not one column wide.
fn is_ragged(row: &[Cell]) -> bool {
    let is_odd = |cell: &Cell| !is_simple(cell.symbol()) && cell.cell_width() != 1;
    row.iter().any(is_odd)
}

/// Writes a row from its first difference on to its end: what a terminal makes of the halves of letters that are two
/// columns wide is its own affair.
fn write_ragged(y: u16, first: usize, row: &[Cell], pen: &mut Pen<'_>) {
    let mut covered = 0;
    for (index, (x, cell)) in (0..).zip(row).enumerate() {
        if index < covered {
            continue;
        }
        covered = index + usize::from(cell.cell_width()).max(1);
        if covered > first {
            pen.write(x, y, cell);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZero;

    use proptest::prelude::{Strategy, prop, prop_assert_eq, proptest};
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Modifier, Style};

    use super::{Buffer, Cell, Cursor, Paper, State};

    const COLUMNS: NonZero<u16> = NonZero::new(30).unwrap();
    const ROWS: NonZero<u16> = NonZero::new(3).unwrap();
    const AREA: Rect = Rect::new(0, 0, COLUMNS.get(), ROWS.get());

    fn of(shown: &Buffer) -> Paper {
        Paper {
            shown: shown.clone(),
            next: shown.clone(),
            cursor: Cursor::Hidden,
            state: State::Known,
        }
    }

    /// What a terminal is told so that it shows this page.
    fn told(paper: &mut Paper, page: &Buffer) -> Vec<u8> {
        let mut bytes = Vec::new();
        paper.turn(AREA.into(), &mut bytes, |next| {
            next.clone_from(page);
            None
        });
        bytes
    }

    fn text(from: &Buffer, to: &Buffer) -> String {
        String::from_utf8(told(&mut of(from), to)).unwrap()
    }

    fn page(words: &[(u16, u16, &str, Style)]) -> Buffer {
        let mut page = Buffer::empty(AREA);
        for (x, y, word, style) in words {
            page.set_stringn(*x, *y, word, usize::from(AREA.width - x), *style);
        }
        page
    }

    #[test]
    fn what_did_not_change_is_passed_over() {
        let before = page(&[(0, 0, "one two three", Style::new())]);
        let after = page(&[(0, 0, "one six three", Style::new())]);
        assert_eq!(text(&before, &after), "\x1b[1;5Hsix");
        let after = page(&[(0, 0, "two two threw", Style::new())]);
        assert_eq!(text(&before, &after), "\x1b[1;1Htwo\x1b[9Cw");
        let after = page(&[(0, 0, "on€ two threw", Style::new())]);
        assert_eq!(text(&before, &after), "\x1b[1;3H€\x1b[13Gw");
    }

    #[test]
    fn many_blanks_are_erased_and_few_are_written() {
        let after = page(&[(0, 1, "a", Style::new()), (21, 1, "e", Style::new())]);
        let sparse = page(&[(0, 1, "a word", Style::new())]);
        assert_eq!(text(&sparse, &page(&[])), "\x1b[2;1H      ");
        let dense = page(&[(0, 1, "one-long-word-and-more", Style::new())]);
        assert_eq!(text(&dense, &after), "\x1b[2;1Ha\x1b[20X\x1b[20C");
    }

    #[test]
    fn a_colour_is_told_once_for_a_row_of_words_and_taken_back_at_the_end() {
        let red = Style::new().fg(Color::Red);
        let both = page(&[
            (0, 0, "a", red),
            (1, 0, " ", Style::new()),
            (2, 0, "b", red),
        ]);
        let dark = page(&[(0, 0, "#  #", Style::new())]);
        assert_eq!(text(&dark, &both), "\x1b[1;1H\x1b[31ma b \x1b[m");
    }

    #[test]
    fn bold_stays_where_dim_goes() {
        let both = Style::new().add_modifier(Modifier::BOLD | Modifier::DIM);
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let after = page(&[(0, 0, "a", both), (1, 0, "b", bold)]);
        assert_eq!(
            text(&page(&[]), &after),
            "\x1b[1;1H\x1b[1;2ma\x1b[22;1mb\x1b[m"
        );
    }

    fn style() -> impl Strategy<Value = Style> {
        let colours = [
            Color::Reset,
            Color::Red,
            Color::White,
            Color::Indexed(200),
            Color::Rgb(1, 2, 3),
        ];
        let modifiers = [
            Modifier::empty(),
            Modifier::BOLD,
            Modifier::ITALIC,
            Modifier::UNDERLINED,
            Modifier::REVERSED | Modifier::BOLD,
        ];
        let colour = || prop::sample::select(colours.to_vec());
        let modifier = prop::sample::select(modifiers.to_vec());
        (colour(), colour(), modifier)
            .prop_map(|(fg, bg, modifier)| Style::new().fg(fg).bg(bg).add_modifier(modifier))
    }

    fn pages() -> impl Strategy<Value = Buffer> {
        let word = prop::sample::select(vec![
            "word",
            "two words",
            "                ",
            "€",
            "日本",
            "é",
        ]);
        let place = (0..AREA.width, 0..AREA.height, word, style());
        prop::collection::vec(place, 0..12).prop_map(|words| page(&words))
    }

    /// What is seen of a cell; of a blank, only what shows on it.
    fn seen(
        letter: &str,
        below: (vt100::Color, bool, bool),
        above: (vt100::Color, bool, bool),
    ) -> String {
        let (_, lined, turned) = below;
        match letter {
            "" | " " if !lined && !turned => format!("{below:?}"),
            "" => format!("{below:?} {:?} {above:?}", " "),
            letter => format!("{below:?} {letter:?} {above:?}"),
        }
    }

    fn vt_colour(colour: Color) -> vt100::Color {
        match colour {
            Color::Red => vt100::Color::Idx(1),
            Color::White => vt100::Color::Idx(15),
            Color::Indexed(index) => vt100::Color::Idx(index),
            Color::Rgb(red, green, blue) => vt100::Color::Rgb(red, green, blue),
            _ => vt100::Color::Default,
        }
    }

    fn drawn(cell: &Cell) -> String {
        let has = |modifier| cell.modifier.contains(modifier);
        seen(
            cell.symbol(),
            (
                vt_colour(cell.bg),
                has(Modifier::UNDERLINED),
                has(Modifier::REVERSED),
            ),
            (
                vt_colour(cell.fg),
                has(Modifier::BOLD),
                has(Modifier::ITALIC),
            ),
        )
    }

    proptest! {
        #[test]
        fn a_terminal_shows_what_was_drawn(pages in prop::collection::vec(pages(), 1..4)) {
            let mut terminal = vt100::Parser::new(ROWS, COLUMNS, 0);
            terminal.process(b"something else was here before");
            let mut paper = Paper::default();
            for page in pages {
                terminal.process(&told(&mut paper, &page));
                for (index, cell) in page.content.iter().enumerate() {
                    let (x, y) = page.pos_of(index);
                    let shown = terminal.screen().cell(y, x).unwrap();
                    if !shown.is_wide_continuation() {
                        let below = (shown.bgcolor(), shown.underline(), shown.inverse());
                        let above = (shown.fgcolor(), shown.bold(), shown.italic());
                        prop_assert_eq!(seen(shown.contents(), below, above), drawn(cell), "{} {}", x, y);
                    }
                }
            }
        }
    }
}

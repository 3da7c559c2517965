//! What a terminal is told so that it shows the next frame.

use std::num::NonZero;

use milepost::tui::paper::Paper;
use proptest::prelude::{Strategy, prop, prop_assert_eq, proptest};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Rect, Size};
use ratatui::style::{Color, Modifier, Style};

const COLUMNS: NonZero<u16> = NonZero::new(30).unwrap();
const ROWS: NonZero<u16> = NonZero::new(3).unwrap();
const AREA: Rect = Rect::new(0, 0, COLUMNS.get(), ROWS.get());

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
    let mut paper = Paper::default();
    told(&mut paper, from);
    String::from_utf8(told(&mut paper, to)).unwrap()
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
    let row = |text: &str| page(&[(0, 1, text, Style::new())]);
    for (before, after, told) in [
        ("word", "", "\x1b[2;1H    "),
        ("a word", "", "\x1b[2;1H\x1b[6X"),
        ("one word", "o      z", "\x1b[2;2H      z"),
        (
            "one-long-word-and-more",
            "o                    z",
            "\x1b[2;2H\x1b[20X\x1b[20Cz",
        ),
        // Blanks that are there already are passed over with those that were erased.
        (
            "one-long-w           d",
            "o                    z",
            "\x1b[2;2H\x1b[9X\x1b[20Cz",
        ),
        (
            "one                  d",
            "o                    z",
            "\x1b[2;2H  \x1b[18Cz",
        ),
        ("one   d", "o     z", "\x1b[2;2H     z"),
    ] {
        assert_eq!(text(&row(before), &row(after)), told, "{before}");
    }
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
        terminal.process(b"\x1b[41mit was red here before");
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

#[test]
fn the_cursor_is_told_of_where_it_stands_and_hidden_once_where_it_is_not() {
    let mut paper = Paper::default();
    let mut turn = |at: Option<(u16, u16)>| {
        let mut bytes = Vec::new();
        paper.turn(AREA.into(), &mut bytes, |_| at.map(Into::into));
        String::from_utf8(bytes).unwrap()
    };
    assert_eq!(turn(None), "\x1b[m\x1b[2J\x1b[?25l");
    assert_eq!(turn(None), "");
    assert_eq!(turn(Some((4, 1))), "\x1b[2;5H\x1b[?25h");
    assert_eq!(turn(Some((5, 1))), "\x1b[2;6H");
    assert_eq!(turn(None), "\x1b[?25l");
}

#[test]
fn a_terminal_of_another_size_is_drawn_anew() {
    let mut paper = Paper::default();
    let word = page(&[(0, 0, "word", Style::new())]);
    told(&mut paper, &word);
    assert_eq!(told(&mut paper, &word), b"");
    paper.forget();
    assert_eq!(
        told(&mut paper, &word),
        b"\x1b[m\x1b[2J\x1b[1;1Hword\x1b[?25l"
    );
    let mut bytes = Vec::new();
    paper.turn(Size::new(2, 1), &mut bytes, |page| {
        page.set_string(0, 0, "wo", Style::new());
        None
    });
    assert_eq!(bytes, b"\x1b[m\x1b[2J\x1b[1;1Hwo");
}

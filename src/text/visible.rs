//! Makes what is hidden in a text visible, or says where it is.

use std::borrow::Cow;

use super::hidden::Reader;
use super::width::is_printable;

/// How many columns a tab becomes.
const TAB: &str = "    ";

/// The frame around a digit that makes it a key cap.
const KEY_CAP: char = '\u{20E3}';

/// A character that its reader would not see, or that would steer the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the invisible character U+{:04X}", u32::from(*char))]
pub struct BadChar {
    /// The character.
    pub char: char,
    /// Where it begins, in bytes from the start of the text.
    pub offset: usize,
}

/// The text as it may be shown in one line: controls (line ends too), marks of direction, characters without width and
/// the like appear by their number, as `<U+001B>`.
pub fn visible(text: &str) -> Cow<'_, str> {
    match is_plain(text) {
        Ok(()) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(shown(text)),
    }
}

/// The letters of a text of one line, each with whether [`visible`] would show it by its number.
pub fn letters(text: &str) -> impl Iterator<Item = (char, bool)> {
    Reader::new(text).map(|(_, char, hidden)| (char, hidden))
}

/// The text as it may be shown in several lines: like [`visible`], but line ends stay and a tab becomes four spaces.
pub fn visible_lines(text: &str) -> Cow<'_, str> {
    if !text.contains(['\t', '\r']) && is_plain_lines(text).is_ok() {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n").replace('\t', TAB);
    let lines: Vec<_> = text.split('\n').map(visible).collect();
    Cow::Owned(lines.join("\n"))
}

/// A letter that is typed behind this line, as it may be shown there: by its number unless what is typed next may give it
/// something to do.
pub fn visible_behind(line: &str, letter: char) -> String {
    if matches!(letter, ' '..='~') {
        return letter.to_string();
    }
    // What a joiner joins would be such as what is there already; what else matters is whether a key cap follows.
    let is_look = |char: &char| matches!(char, '\u{FE00}'..='\u{FE0F}');
    let same = line.chars().rev().find(|char| !is_look(char));
    let is_seen = |next: char| {
        let text: String = line.chars().chain([letter, next]).collect();
        let hides = |(at, _, hidden)| at == line.len() && hidden;
        !Reader::new(&text).any(hides)
    };
    if is_seen(same.unwrap_or(letter)) || is_seen(KEY_CAP) {
        letter.to_string()
    } else {
        by_number(letter)
    }
}

/// Checks that a text of one line has nothing that [`visible`] would have to show by its number.
///
/// # Errors
///
/// The first character that it would show so.
pub fn is_plain(text: &str) -> Result<(), BadChar> {
    if is_printable(text) {
        return Ok(());
    }
    let bad = Reader::new(text).find(|&(_, _, hidden)| hidden);
    bad.map_or(Ok(()), |(offset, char, _)| Err(BadChar { char, offset }))
}

/// Checks a text of several lines: like [`is_plain`], but line ends and tabs may stand in it.
///
/// # Errors
///
/// The first character that [`visible_lines`] would show by its number.
pub fn is_plain_lines(text: &str) -> Result<(), BadChar> {
    let mut start = 0;
    for piece in text.split_inclusive(['\n', '\t']) {
        let line = piece
            .strip_suffix("\r\n")
            .or(piece.strip_suffix(['\n', '\t']))
            .unwrap_or(piece);
        is_plain(line).map_err(|bad| BadChar {
            offset: start + bad.offset,
            ..bad
        })?;
        start += piece.len();
    }
    Ok(())
}

fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len() + 16);
    for (_, char, hidden) in Reader::new(text) {
        if hidden {
            shown.push_str(&by_number(char));
        } else {
            shown.push(char);
        }
    }
    shown
}

fn by_number(char: char) -> String {
    format!("<U+{:04X}>", u32::from(char))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::{BadChar, is_plain, is_plain_lines, visible, visible_behind, visible_lines};

    #[test]
    fn what_people_write_stays_as_it_is() {
        for text in [
            "",
            "Joins, and 6 behind it ~",
            "Żółć, naïve, Ελλάδα, Привет, 日本語, 한국어, עברית",
            "e\u{301}\u{302}", // two marks on one letter
            "می\u{200C}خواهم", // Persian, with a joiner between its letters
            "ක්\u{200D}රම",     // Sinhala
            "क्\u{200D}ष",      // Devanagari
            "👩\u{200D}💻 👁\u{FE0F}\u{200D}🗨\u{FE0F} 🏃🏽\u{200D}♀\u{FE0F} ❤\u{FE0F} 1\u{FE0F}\u{20E3} 🇵🇱", // pictures
            "葛\u{E0100}城",  // a Japanese name with its own variant
            "ᠮᠣᠩᠭᠣᠯ\u{180B}", // Mongolian
            "ไม่รู้เลย, שָׁלוֹם, العَرَبِيَّة",
            "\u{3000}\u{A0}spaces",
        ] {
            assert!(
                matches!(visible(text), Cow::Borrowed(same) if same == text),
                "{text:?} became {:?}",
                visible(text)
            );
        }
    }

    #[test]
    fn what_is_typed_letter_by_letter_is_shown_as_if_it_came_at_once() {
        for text in [
            "e\u{301}\u{302} naïve",
            "می\u{200C}خواهم",
            "ක්\u{200D}රම",
            "👩\u{200D}💻 👁\u{FE0F}\u{200D}🗨\u{FE0F} 🏃🏽\u{200D}♀\u{FE0F} 1\u{FE0F}\u{20E3}",
            "葛\u{E0100}城",
            "\x1b[31m \u{202E}a\u{200B}b\u{200D}c\0\u{9B}",
            "e\u{301}\u{301}\u{301}\u{301}\u{301}",
        ] {
            let mut typed = String::new();
            for letter in text.chars() {
                typed.push_str(&visible_behind(&typed, letter));
            }
            assert_eq!(typed, visible(text), "{text:?}");
        }
    }

    #[test]
    fn what_steers_hides_or_reorders_is_shown_by_its_number() {
        for (text, shown) in [
            (
                "\x1b[31mred\x1b]8;;http://x\x07",
                "<U+001B>[31mred<U+001B>]8;;http://x<U+0007>",
            ),
            ("a\nb\rc\td\0", "a<U+000A>b<U+000D>c<U+0009>d<U+0000>"),
            ("\u{7F}\u{9B}31m\u{85}", "<U+007F><U+009B>31m<U+0085>"),
            (
                "user\u{202E}gnp.exe\u{2066}\u{200F}\u{61C}",
                "user<U+202E>gnp.exe<U+2066><U+200F><U+061C>",
            ),
            (
                "a\u{200B}b\u{FEFF}c\u{2060}d\u{AD}e\u{34F}",
                "a<U+200B>b<U+FEFF>c<U+2060>d<U+00AD>e<U+034F>",
            ),
            ("\u{2028}\u{2029}", "<U+2028><U+2029>"),
            (
                "\u{3164}\u{FFA0}\u{115F}\u{2800}",
                "<U+3164><U+FFA0><U+115F><U+2800>",
            ),
            ("ok\u{E0041}\u{E007F}", "ok<U+E0041><U+E007F>"),
            (
                "\u{E0B0}\u{FFFF}\u{1FFFE}\u{FDD0}\u{10FFFF}",
                "<U+E0B0><U+FFFF><U+1FFFE><U+FDD0><U+10FFFF>",
            ),
        ] {
            assert_eq!(visible(text), shown);
        }
    }

    #[test]
    fn joiners_stand_only_between_letters_that_join_and_in_pictures() {
        for (text, shown) in [
            ("pass\u{200D}word", "pass<U+200D>word"),
            ("\u{200C}می", "<U+200C>می"),
            ("می\u{200C}", "می<U+200C>"),
            ("می\u{200C}\u{200C}خ", "می<U+200C><U+200C>خ"),
            ("می\u{200C}a", "می<U+200C>a"),
            ("👩\u{200C}💻", "👩<U+200C>💻"),
            ("👩\u{200D}x", "👩<U+200D>x"),
        ] {
            assert_eq!(visible(text), shown);
        }
    }

    #[test]
    fn variation_selectors_cannot_carry_a_message() {
        for (text, shown) in [
            ("a\u{FE0F}", "a<U+FE0F>"),
            ("1\u{FE0F}", "1<U+FE0F>"),
            ("😀\u{E0100}\u{E0101}", "😀<U+E0100><U+E0101>"),
            ("😀\u{FE0F}\u{FE0F}", "😀\u{FE0F}<U+FE0F>"),
            ("葛\u{E0100}\u{E0101}", "葛\u{E0100}<U+E0101>"),
            ("\u{FE0F}", "<U+FE0F>"),
        ] {
            assert_eq!(visible(text), shown);
        }
    }

    #[test]
    fn the_fifth_mark_on_a_letter_and_a_mark_on_nothing_are_shown() {
        assert_eq!(
            visible("e\u{301}\u{301}\u{301}\u{301}\u{301}x\u{301}"),
            "e\u{301}\u{301}\u{301}\u{301}<U+0301>x\u{301}"
        );
        assert_eq!(visible("\u{301}e"), "<U+0301>e");
        assert_eq!(visible("\u{200B}\u{301}"), "<U+200B><U+0301>");
    }

    #[test]
    fn several_lines_keep_their_ends_and_lose_their_tabs() {
        assert!(matches!(
            visible_lines("one\ntwo"),
            Cow::Borrowed("one\ntwo")
        ));
        assert_eq!(
            visible_lines("one\r\n\ttwo\x1b\r\n"),
            "one\n    two<U+001B>\n"
        );
        assert_eq!(visible_lines("a\r\n"), "a\n");
        assert_eq!(
            visible_lines("one\n\u{301}\u{2028}"),
            "one\n<U+0301><U+2028>"
        );
        assert_eq!(visible_lines("lone\rreturn"), "lone<U+000D>return");
    }

    #[test]
    fn the_first_bad_character_is_named_with_its_place() {
        assert_eq!(
            is_plain("né\u{202E}x"),
            Err(BadChar {
                char: '\u{202E}',
                offset: 3
            })
        );
        assert_eq!(
            is_plain("a\nb"),
            Err(BadChar {
                char: '\n',
                offset: 1
            })
        );
        assert_eq!(
            is_plain_lines("a\n\tb\r\nc\x07"),
            Err(BadChar {
                char: '\x07',
                offset: 7
            })
        );
        assert_eq!(is_plain_lines("a\n\tb\r\nc"), Ok(()));
        assert_eq!(
            is_plain("\u{200B}").unwrap_err().to_string(),
            "the invisible character U+200B"
        );
    }

    proptest! {
        #[test]
        fn what_is_shown_is_plain_and_stays_as_it_is(text in "\\PC*|(?s:.){0,40}|[a\u{301}\u{200C}\u{200D}\u{FE0F}می👩\t\r\n]{0,20}") {
            prop_assert_eq!(is_plain(&visible(&text)), Ok(()));
            let lines = visible_lines(&text);
            prop_assert!(is_plain_lines(&lines).is_ok() && !lines.contains(['\t', '\r']));
            prop_assert_eq!(visible_lines(&lines), lines.clone());
        }
    }
}

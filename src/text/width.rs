//! How many columns of a terminal a text takes, and how it is cut where there are fewer.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What stands where a text was cut.
const ELLIPSIS: &str = "…";

/// How many columns the text takes on a terminal, letter by letter as people see them.
pub fn columns(text: &str) -> usize {
    if is_printable(text) {
        return text.len();
    }
    if text.chars().all(is_alone) {
        return text.chars().count();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// Whether each character is a letter by itself and takes one column. Most texts are so, and need no look at which
/// characters belong together.
pub fn is_simple(text: &str) -> bool {
    is_printable(text) || text.chars().all(is_alone)
}

/// Whether all of the text is letters, digits, punctuation and blanks of ASCII. All that is drawn is asked for that,
/// so eight bytes are looked at together.
pub fn is_printable(text: &str) -> bool {
    let every = |byte: u8| u64::from_ne_bytes([byte; 8]);
    let is_odd = |eight: [u8; 8]| {
        let bytes = u64::from_ne_bytes(eight);
        // The top bit is set in what is beyond ASCII, in what is below a blank, and in what is above a tilde.
        let below = bytes.wrapping_sub(every(b' '));
        let above = bytes.wrapping_add(every(0x7F - b'~'));
        (bytes | below | above) & every(0x80) != 0
    };
    let (eights, rest) = text.as_bytes().as_chunks();
    !eights.iter().copied().any(is_odd) && rest.iter().all(|byte| matches!(byte, b' '..=b'~'))
}

/// Whether a character takes one column and joins with none of its kind: plain and accented Latin letters, punctuation,
/// and the signs that screens are drawn with.
fn is_alone(character: char) -> bool {
    matches!(
        character,
        ' '..='~' | '¡'..='\u{AC}' | '®'..='\u{2FF}' | '‐'..='‧' | '←'..='⇿' | '≠'..='≥' | '⊘' | '─'..='◼' | '✓'..='✗'
    )
}

/// The text cut to at most `most` columns, between two letters and with an ellipsis where something is missing.
pub fn clip(text: &str, most: usize) -> Cow<'_, str> {
    if columns(text) <= most {
        return Cow::Borrowed(text);
    }
    let Some(room) = most.checked_sub(columns(ELLIPSIS)) else {
        return Cow::Borrowed("");
    };
    let end = if is_simple(text) {
        text.char_indices().nth(room).map_or(0, |(end, _)| end)
    } else {
        last_boundary(text, room)
    };
    Cow::Owned(format!("{}{ELLIPSIS}", text[..end].trim_end()))
}

/// Where the last letter ends that fits in so many columns.
fn last_boundary(text: &str, room: usize) -> usize {
    let mut used = 0;
    let fits = |&(_, letter): &(usize, &str)| {
        used += columns(letter);
        used <= room
    };
    text.grapheme_indices(true)
        .take_while(fits)
        .last()
        .map_or(0, |(start, letter)| start + letter.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use unicode_segmentation::UnicodeSegmentation;
    use unicode_width::UnicodeWidthStr;

    use super::{clip, columns, is_alone, is_printable};

    #[test]
    fn columns_are_counted_as_people_see_letters() {
        for (text, count) in [
            ("", 0),
            ("Joins", 5),
            ("naïve", 5),
            ("e\u{301}", 1),
            ("日本", 4),
            ("👩\u{200D}💻", 2),
            ("🇵🇱", 2),
        ] {
            assert_eq!(columns(text), count, "{text}");
        }
    }

    #[test]
    fn what_is_printable_is_told_at_every_place() {
        for character in '\0'..='\u{FF}' {
            for before in 0..20 {
                let text = format!("{}{character}{}", "~".repeat(before), " ".repeat(9));
                let expected = matches!(character, ' '..='~');
                assert_eq!(is_printable(&text), expected, "{text:?}");
            }
        }
        assert!(is_printable(""));
    }

    #[test]
    fn a_character_that_stands_alone_takes_one_column_beside_any_other() {
        let alone = || (' '..='\u{FFFF}').filter(|character| is_alone(*character));
        assert!(alone().count() > 600);
        for character in alone() {
            let text = format!("{character}a{character}{character}");
            assert_eq!(text.graphemes(true).count(), 4, "{character:?}");
            assert_eq!(UnicodeWidthStr::width(text.as_str()), 4, "{character:?}");
        }
    }

    #[test]
    fn a_text_that_fits_is_not_cut() {
        assert_eq!(clip("Joins", 5), "Joins");
        assert_eq!(clip("日本", 4), "日本");
        assert_eq!(clip("", 0), "");
    }

    #[test]
    fn a_cut_never_splits_a_letter() {
        assert_eq!(clip("Joins", 4), "Joi…");
        assert_eq!(clip("日本語", 4), "日…");
        assert_eq!(clip("👩\u{200D}💻👩\u{200D}💻", 3), "👩\u{200D}💻…");
        assert_eq!(clip("one two", 5), "one…");
        assert_eq!(clip("Joins", 1), "…");
        assert_eq!(clip("Joins", 0), "");
    }

    proptest! {
        #[test]
        fn a_cut_text_never_takes_more_than_its_room(text in "\\PC{0,20}", most in 0_usize..12) {
            prop_assert!(columns(&clip(&text, most)) <= most);
        }
    }
}

//! The letters, such as every font has, that stand for signs that some have not.

use std::borrow::Cow;

/// What stands for a sign that is not in every font; each takes one column, as the sign does.
const INSTEAD: &[(&str, &str)] = &[
    ("✓", "*"),
    ("◐", "%"),
    ("▶", "o"),
    ("·", "."),
    ("⊘", "-"),
    ("↷", "/"),
    ("◇", "="),
    ("✎", "!"),
    ("✗", "X"),
    ("›", ">"),
    ("▾", "v"),
    ("▸", "+"),
    ("●", "@"),
    ("★", "V"),
    ("☆", "S"),
    ("↻", "&"),
    ("↩", "<"),
    ("»", ">"),
    ("…", "~"),
    ("–", "-"),
    ("—", "-"),
    ("×", "x"),
    ("≤", "<"),
    ("≥", ">"),
    ("→", ">"),
    ("←", "<"),
    ("↑", "^"),
    ("↓", "v"),
    ("█", "#"),
    ("▉", "#"),
    ("▊", "#"),
    ("▋", "#"),
    ("▌", "="),
    ("▍", "="),
    ("▎", "-"),
    ("▏", "|"),
    ("▕", "|"),
    ("▁", "_"),
    ("▂", "_"),
    ("▃", "-"),
    ("▄", "-"),
    ("▅", "="),
    ("▆", "="),
    ("▇", "#"),
    ("░", ":"),
    ("▒", "+"),
    ("▓", "%"),
    ("─", "-"),
    ("━", "="),
    ("│", "|"),
    ("┃", "|"),
    ("╭", "+"),
    ("╮", "+"),
    ("╰", "+"),
    ("╯", "+"),
    ("┏", "+"),
    ("┓", "+"),
    ("┗", "+"),
    ("┛", "+"),
    ("“", "\""),
    ("”", "\""),
    ("‘", "'"),
    ("’", "'"),
];

/// The letter that stands for this sign; `None` where there is none, or where none is needed.
pub fn plain_letter(sign: &str) -> Option<&'static str> {
    let found = INSTEAD.iter().find(|(known, _)| *known == sign);
    found.map(|(_, plain)| *plain)
}

/// The text with a plain letter in the place of each sign for which there is one; it takes as many columns as before.
pub fn in_plain_letters(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        let mut sign = [0; 4];
        let sign: &str = letter.encode_utf8(&mut sign);
        plain.push_str(plain_letter(sign).unwrap_or(sign));
    }
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::{INSTEAD, in_plain_letters};
    use crate::text::columns;

    #[test]
    fn a_plain_letter_takes_the_column_of_its_sign() {
        for (sign, plain) in INSTEAD {
            assert!(plain.is_ascii(), "{plain}");
            assert_eq!((columns(sign), columns(plain)), (1, 1), "{sign}");
        }
    }

    #[test]
    fn what_has_no_plain_letter_stays_as_it_is() {
        assert_eq!(in_plain_letters("✓ naïve · 日本…"), "* naïve . 日本~");
    }
}

//! Words in the head of a mail that are not in ASCII: `=?UTF-8?Q?J=C3=BCnger?=`.

use super::charset::Charset;
use super::{base64, quoted};

/// The most bytes of such a word: more than any program writes.
const LONGEST: usize = 200;

/// A text with these words as they were meant; the charsets of those that cannot be read are added to `unread`.
pub(super) fn decoded(text: &str, unread: &mut Vec<String>) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    // The blanks between two of them are none of the text.
    let mut is_behind_one = false;
    while let Some((before, after)) = rest.split_once("=?") {
        if !(is_behind_one && before.trim().is_empty()) {
            decoded.push_str(before);
        }
        if let Some((word, behind)) = Word::at(after) {
            decoded.push_str(&word.text(unread));
            rest = behind;
            is_behind_one = true;
        } else {
            decoded.push_str("=?");
            rest = after;
            is_behind_one = false;
        }
    }
    decoded.push_str(rest);
    decoded
}

/// Such a word.
struct Word<'a> {
    charset: &'a str,
    is_base64: bool,
    code: &'a str,
}

impl<'a> Word<'a> {
    /// The one that begins here, behind its first signs, and what follows it.
    fn at(text: &'a str) -> Option<(Self, &'a str)> {
        let is_end = |at: &usize| text.as_bytes()[*at..].starts_with(b"?");
        let mut signs = (0..text.len().min(LONGEST)).filter(is_end);
        let (first, second, last) = (signs.next()?, signs.next()?, signs.next()?);
        let code = &text[second + 1..last];
        let behind = text[last + 1..].strip_prefix('=')?;
        let is_base64 = match &text[first + 1..second] {
            "B" | "b" => true,
            "Q" | "q" => false,
            _ => return None,
        };
        let charset = text[..first].split('*').next()?;
        let is_word = !code.contains(char::is_whitespace) && !charset.contains(char::is_whitespace);
        let word = Self {
            charset,
            is_base64,
            code,
        };
        is_word.then_some((word, behind))
    }

    fn text(&self, unread: &mut Vec<String>) -> String {
        let Some(charset) = Charset::named(self.charset) else {
            unread.push(self.charset.to_owned());
            return "…".to_owned();
        };
        charset.text(&if self.is_base64 {
            base64::decoded(self.code)
        } else {
            quoted::decoded(&self.code.replace('_', " "))
        })
    }
}

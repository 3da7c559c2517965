//! Finds a word in a text: it has to occur somewhere in it, best as a word of its own or at the start of one.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// What a letter of a word that begins where a word of the text begins is worth, and one of any other; and that it begins
/// there, and that it ends where that ends.
const LETTER_AT_START: u32 = 24;
const LETTER_INSIDE: u32 = 20;
const START: u32 = 8;
const WHOLE: u32 = 2;

/// How many occurrences of a word are looked at for one that begins a word of the text.
const MOST_TRIED: usize = 3;

/// A word that was typed, in lower case.
#[derive(Debug)]
pub(super) struct Word(String);

/// Where a word occurs.
struct Occurrence {
    /// The byte at which it begins.
    at: usize,
    is_start: bool,
}

impl Word {
    /// A word as it was typed.
    pub(super) fn of(typed: &str) -> Self {
        let mut lower = String::new();
        push_lower(&mut lower, typed);
        Self(lower)
    }

    /// How well it fits a text, which is in lower case or ASCII; `None` where it does not occur.
    pub(super) fn score(&self, text: &str) -> Option<u32> {
        let Occurrence { at, is_start } = occurrence(&self.0, text)?;
        let letters = u32::try_from(self.0.chars().count()).unwrap_or(u32::MAX);
        if !is_start {
            return Some(letters.saturating_mul(LETTER_INSIDE));
        }
        let whole = if is_end(at + self.0.len(), text) {
            WHOLE
        } else {
            0
        };
        Some(letters.saturating_mul(LETTER_AT_START) + START + whole)
    }

    /// The letters of such a text at which it occurs, as indexes of grapheme clusters; none where it does not.
    pub(super) fn letters(&self, text: &str) -> Option<Vec<u32>> {
        let at = occurrence(&self.0, text)?.at;
        let range: Range<usize> = at..at + self.0.len();
        let letters = (0_u32..).zip(text.grapheme_indices(true));
        let typed = letters.filter(|(_, (at, letter))| {
            let end = at + letter.len();
            range.start < end && *at < range.end
        });
        Some(typed.map(|(index, _)| index).collect())
    }
}

/// Appends a text in lower case, letter by letter: whatever stands behind a letter, it becomes the same.
pub(super) fn push_lower(lower: &mut String, text: &str) {
    if text.is_ascii() {
        let from = lower.len();
        lower.push_str(text);
        lower[from..].make_ascii_lowercase();
    } else {
        lower.extend(text.chars().flat_map(char::to_lowercase));
    }
}

/// The first place where the word begins a word of the text, else the first where it occurs at all.
fn occurrence(word: &str, text: &str) -> Option<Occurrence> {
    let mut first = None;
    for at in occurrences(word.as_bytes(), text.as_bytes()).take(MOST_TRIED) {
        if is_start(at, text) {
            return Some(Occurrence { at, is_start: true });
        }
        first = first.or(Some(at));
    }
    first.map(|at| Occurrence {
        at,
        is_start: false,
    })
}

/// The bytes at which a word occurs. A plain walk: a search that prepares itself takes longer to do so than such short
/// texts take to walk through.
fn occurrences<'a>(word: &'a [u8], text: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let first = word.first().copied().unwrap_or_default();
    let windows = text.windows(word.len().max(1)).enumerate();
    let same = windows.filter(move |(_, window)| {
        window[0].eq_ignore_ascii_case(&first) && window.eq_ignore_ascii_case(word)
    });
    same.map(|(at, _)| at)
}

/// Whether a word of the text begins at this byte.
fn is_start(at: usize, text: &str) -> bool {
    match text.as_bytes()[..at].last() {
        None => true,
        Some(byte) if byte.is_ascii() => !byte.is_ascii_alphanumeric(),
        Some(_) => {
            let before = text[..at].chars().next_back();
            before.is_none_or(|letter| !letter.is_alphanumeric())
        }
    }
}

/// Whether a word of the text ends before this byte.
fn is_end(at: usize, text: &str) -> bool {
    let next = text.get(at..).and_then(|rest| rest.chars().next());
    next.is_none_or(|letter| !letter.is_alphanumeric())
}

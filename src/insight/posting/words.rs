//! The words of a posting, what stands between them, and what their capitals say.

mod address;
mod gap;
mod signs;

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::passage::{Passage, in_line};
use super::terms::{Term, Terms};
use address::addresses;
pub(super) use gap::Gap;
use signs::{is_dotted, signs};

/// The letters of a line that is so long that the next one may go on with its sentence.
const WRAPPED: usize = 50;

/// The words before the last entry of a list.
const JOINTS: [&str; 2] = ["and", "or"];

/// The words of a text, in order.
pub(super) struct Words<'a> {
    text: &'a str,
    all: Vec<Word>,
    /// Where the lines begin, in bytes.
    lines: Vec<usize>,
}

/// A word of a text.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Where it stands, in bytes.
    range: Range<usize>,
    /// Which word of a name it is, if it is one.
    pub(super) term: Option<Term>,
    /// Whether it is that word with a plural `s` behind it.
    pub(super) is_plural: bool,
    /// What stands between it and the word before.
    pub(super) gap: Gap,
    /// What its capitals say.
    pub(super) case: Case,
    /// Whether it belongs to an address.
    pub(super) is_address: bool,
    /// Whether it begins a line that does not go on with the one before.
    is_afresh: bool,
}

/// What the capitals of a word say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// They are the writer's.
    Meant,
    /// It begins a sentence, or stands in a heading with a capital on every word: one at its beginning says nothing.
    Beginning,
    /// It stands in a line of capitals: none says anything.
    Shouted,
}

impl<'a> Words<'a> {
    /// The words of a text, as names are made of them.
    pub(super) fn of(text: &'a str, terms: &Terms) -> Self {
        let mut words = Self {
            text,
            all: Vec::new(),
            lines: Vec::new(),
        };
        let mut start = 0;
        let mut before = "";
        for line in text.split_inclusive('\n') {
            let first = words.all.len();
            words.lines.push(start);
            for (at, chunk) in line.split_word_bound_indices() {
                for (inside, word) in alphanumeric(chunk) {
                    words.add(start + at + inside, word, terms);
                }
            }
            words.mark_addresses(start, line, first);
            words.mark_case(first, before);
            before = line;
            start += line.len();
        }
        words
    }

    pub(super) fn all(&self) -> &[Word] {
        &self.all
    }

    /// What is written in these words and between them, in one line.
    pub(super) fn written(&self, words: &Range<usize>) -> String {
        in_line(&self.text[self.extent(words)])
    }

    /// Where these words stand, as whoever looks for them finds them.
    pub(super) fn passage(&self, words: &Range<usize>) -> Passage {
        let own = self.extent(words);
        let line = self.lines.partition_point(|start| *start <= own.start);
        let before = &self.text[self.lines[line - 1]..own.start];
        let behind = self.text[own.end..].lines().next().unwrap_or_default();
        Passage::of(line, before, self.written(words), behind)
    }

    /// Where these words stand, in bytes, with the signs that belong to a name such as `C++` or `.NET`.
    fn extent(&self, words: &Range<usize>) -> Range<usize> {
        let (start, end) = (
            self.all[words.start].range.start,
            self.all[words.end - 1].range.end,
        );
        let dot = usize::from(is_dotted(self.before(words.start)));
        let behind = self.before(words.end);
        start - dot..end + signs(behind).len()
    }

    /// What stands between a word and the one before it.
    pub(super) fn before(&self, word: usize) -> &'a str {
        let start = word.checked_sub(1);
        let start = start.map_or(0, |before| self.all[before].range.end);
        let end = self.all.get(word);
        &self.text[start..end.map_or(self.text.len(), |word| word.range.start)]
    }

    /// What stands between a word and the one before it, without the signs of names such as `C#` and `.NET`.
    pub(super) fn between(&self, word: usize) -> &'a str {
        let before = self.before(word);
        let own = &before[signs(before).len()..];
        let dot = usize::from(is_dotted(own));
        &own[..own.len() - dot]
    }

    /// Where a word begins, in bytes.
    pub(super) fn start(&self, word: usize) -> usize {
        self.all[word].range.start
    }

    /// The letters of a word.
    pub(super) fn letters(&self, word: usize) -> &'a str {
        &self.text[self.all[word].range.clone()]
    }

    /// Whether a word begins a line, a sentence, or else something new.
    pub(super) fn breaks_before(&self, word: usize) -> bool {
        self.all[word].gap == Gap::Break || self.before(word).contains('\n')
    }

    /// Whether the sentence of the word before has ended.
    pub(super) fn begins_sentence(&self, word: usize) -> bool {
        let ends = |(before, _): (&str, &str)| before.ends_with(['.', '!', '?', ';']);
        let Some(begun) = self.all.get(word) else {
            return true;
        };
        begun.is_afresh
            || self
                .before(word)
                .split_once(char::is_whitespace)
                .is_some_and(ends)
    }

    /// Whether a word is written as names are: with a capital that says something of it, or with a digit among its letters.
    pub(super) fn is_name(&self, word: usize) -> bool {
        if self.all[word].case == Case::Shouted {
            return false;
        }
        let letters = self.letters(word);
        letters.contains(char::is_uppercase)
            || (letters.contains(char::is_alphabetic) && letters.contains(char::is_numeric))
    }

    /// Whether a word joins the last two entries of a list.
    pub(super) fn is_joint(&self, word: usize) -> bool {
        let letters = self.letters(word);
        JOINTS
            .iter()
            .any(|joint| letters.eq_ignore_ascii_case(joint))
    }

    fn add(&mut self, at: usize, word: &str, terms: &Terms) {
        let before = self.all.last().map_or(0, |last| last.range.end);
        let between = &self.text[before..at];
        if between.trim_end_matches(' ') == "-\n" && self.joined(at + word.len(), terms) {
            return;
        }
        let (term, is_plural) = terms.term(word);
        self.all.push(Word {
            range: at..at + word.len(),
            term,
            is_plural,
            gap: Gap::of(between),
            case: Case::Meant,
            is_address: false,
            is_afresh: false,
        });
    }

    /// Puts a word of a name together again that was divided at the end of a line; `false` where it was none.
    fn joined(&mut self, end: usize, terms: &Terms) -> bool {
        let Some(last) = self.all.last_mut() else {
            return false;
        };
        let divided = &self.text[last.range.start..end];
        let whole: String = divided
            .chars()
            .filter(|letter| letter.is_alphanumeric())
            .collect();
        let (term, is_plural) = terms.term(&whole);
        if term.is_some() {
            last.range.end = end;
            last.term = term;
            last.is_plural = is_plural;
        }
        term.is_some()
    }

    /// Marks the words of the addresses in the line that begins with this word.
    fn mark_addresses(&mut self, start: usize, line: &str, first: usize) {
        let mut words = self.all[first..].iter_mut().peekable();
        for address in addresses(line) {
            while let Some(word) = words.next_if(|word| word.range.start < start + address.end) {
                word.is_address = word.range.start >= start + address.start;
            }
        }
    }

    /// Finds out where capitals say nothing in the line that begins with this word, and may go on with the one
    /// before.
    fn mark_case(&mut self, first: usize, before: &str) {
        let goes_on = before.chars().count() > WRAPPED;
        let shapes = self.all[first..].iter();
        let shapes = shapes.map(|word| Shape::of(&self.text[word.range.clone()]));
        let shapes: Vec<Shape> = shapes.collect();
        let mut long = shapes.iter().filter(|shape| shape.letters > 3);
        let is_titled = long.clone().count() > 1 && long.all(|shape| shape.begins_upper);
        let is_shouted = shapes.iter().filter(|shape| shape.letters > 1).count() > 1
            && !shapes.iter().any(|shape| shape.has_lower);
        for (index, word) in self.all[first..].iter_mut().enumerate() {
            word.is_afresh = index == 0 && (word.gap == Gap::Break || !goes_on);
            let begins = word.gap == Gap::Break || word.is_afresh;
            if is_shouted {
                word.case = Case::Shouted;
            } else if begins || is_titled {
                word.case = Case::Beginning;
            }
        }
    }
}

/// What is to be seen of the letters of a word.
struct Shape {
    letters: usize,
    begins_upper: bool,
    has_lower: bool,
}

impl Shape {
    fn of(word: &str) -> Self {
        Self {
            letters: word.chars().filter(|letter| letter.is_alphabetic()).count(),
            begins_upper: !word.starts_with(char::is_lowercase),
            has_lower: word.contains(char::is_lowercase),
        }
    }
}

/// The runs of letters and digits in a piece of text, with their offsets.
fn alphanumeric(chunk: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_mark = |letter: char| matches!(letter, '\u{300}'..='\u{36F}');
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + chunk[rest..].find(char::is_alphanumeric)?;
        let length =
            chunk[start..].find(|letter: char| !letter.is_alphanumeric() && !is_mark(letter));
        rest = length.map_or(chunk.len(), |length| start + length);
        Some((start, &chunk[start..rest]))
    })
}

//! What a posting names and does not ask for, as in "no PHP required" or "Java ist nicht nötig".
//!
//! A name is refused in one of three ways, all within its sentence:
//!
//! - Before it stands "no", "without", "not" or the like, and nothing between but words about knowing and needing: in
//!   "no degree needed, but Java" and in "not only Java" there is more. What follows it must be such a word, too, for
//!   "no Java certificate" speaks of the certificate. It holds for all names of a list up to the last "or" or slash.
//! - Behind it stands that it is not needed, or only "not either" where the sentence said so before. It holds for all
//!   names that an "and" or "or" joins with it; of "Docker, Git: not required" for the last alone, as commas join clauses,
//!   too.
//! - Before it stand "not required" or the like, and nothing of which that is said, and a colon. It holds for all names of
//!   the list that begins there, and for nothing behind it.
//!
//! It is asked for all the same where the sentence turns with a "but" and welcomes it, where it only says what holds *if*
//! somebody does not know it, and where another "no" takes back the first. Whatever is not understood is asked for.

mod list;
mod sense;
mod vocabulary;

use super::lexicon::Hit;
use super::words::Words;
use sense::{Sense, Senses};
use vocabulary::Vocabulary;

/// How many words around a name are looked at, on to a praise or back from a colon, and before a "no".
const NEAR: usize = 8;
const FAR: usize = 24;
const CASE: usize = 4;

/// Which of these names a text does not ask for.
pub(super) fn refused(words: &Words<'_>, hits: &[Hit]) -> Vec<bool> {
    let senses = Senses::known();
    // Each name looks at the words around it, and names may stand close: what a word says is looked up once.
    let said = (0..words.all().len()).map(|word| senses.of(words.letters(word)));
    let said: Vec<Sense> = said.collect();
    let named = Named {
        words,
        hits,
        said: &said,
    };
    let mut refused = vec![false; hits.len()];
    for hit in 0..hits.len() {
        if named.has_no_before(hit) {
            let last = named.last_of_or(hit);
            refused[hit..=last].fill(named.ends_refusal(last) && !named.is_praised(last));
        }
        let is_denied = named.is_denied_behind(hit) || named.is_denied_too(hit);
        if is_denied && !named.is_praised(hit) {
            refused[named.first_of_and(hit)..=hit].fill(true);
        }
        if named.begins_under_colon(hit) {
            let last = named.last_of_list(hit);
            refused[hit..=last].fill(!named.is_praised(last));
        }
        refused[hit] |= named.is_forgone(hit);
    }
    refused
}

/// The names in a text.
struct Named<'a> {
    words: &'a Words<'a>,
    hits: &'a [Hit],
    /// What each of the words says.
    said: &'a [Sense],
}

impl Named<'_> {
    /// Whether a "no" stands before a name and reaches it.
    fn has_no_before(&self, hit: usize) -> bool {
        let Some(no) = self.no_before(self.hits[hit].words.start) else {
            return false;
        };
        let mut cases = self.back(no).take(CASE);
        let is_case = cases.any(|word| self.is(word, Vocabulary::Cases));
        let is_double = self.back(no).next().is_some_and(|word| self.says_no(word))
            || (self.is(no, Vocabulary::Without) && self.has_no_around(no, hit));
        !is_case && !is_double
    }

    /// The "no" before a word, with nothing between but what may be.
    fn no_before(&self, start: usize) -> Option<usize> {
        let reaches = |word: &usize| {
            let is_two = || *word > 0 && self.says_no_with_next(word - 1);
            let is_part = self.is_about(*word) || self.says_no(*word) || is_two();
            self.is_close(word + 1) && is_part
        };
        let mut near = self.back(start).take(NEAR).take_while(reaches);
        near.find(|word| self.says_no(*word))
    }

    /// Whether another "no" stands before this one, or behind the name, with no comma between.
    fn has_no_around(&self, no: usize, hit: usize) -> bool {
        let is_apart = |word: usize| self.words.before(word).contains(',');
        let before = self.back(no).take(CASE);
        let mut before = before.take_while(|word| !is_apart(word + 1));
        let behind = self.ahead(self.hits[hit].words.end).take(NEAR);
        let mut behind = behind.take_while(|word| !is_apart(*word));
        before.any(|word| self.says_no(word))
            || behind.any(|word| self.says_no(word) || self.is(word, Vocabulary::Nothing))
    }

    /// Whether what follows a name lets a "no" before it be about the name.
    fn ends_refusal(&self, hit: usize) -> bool {
        let end = self.hits[hit].words.end;
        self.ends_before(end) || self.is_about(end) || self.is(end, Vocabulary::Next)
    }

    /// Whether it says behind a name that it is not needed.
    fn is_denied_behind(&self, hit: usize) -> bool {
        let name = &self.hits[hit].words;
        let mut before = self.back(name.start).take(2);
        let mut is_needed = before.any(|word| self.is(word, Vocabulary::Needing));
        let mut is_denied = false;
        for word in self.ahead(self.end_of_or(name.end)).take(NEAR) {
            let denies = self.denies(word);
            if !denies && !self.follows(word) {
                return false;
            }
            is_denied |= denies;
            is_needed |= self.is(word, Vocabulary::Needing);
            if is_denied && is_needed && self.can_end_before(word + 1) {
                return true;
            }
        }
        false
    }

    /// Whether it only says "not either" behind a name, in a sentence that spoke of what is not needed.
    fn is_denied_too(&self, hit: usize) -> bool {
        let name = &self.hits[hit].words;
        let says_too = self.is(name.end, Vocabulary::Too)
            && self.is_not(name.end + 1)
            && self.ends_before(name.end + 2);
        let before = || self.back(name.start).take(NEAR);
        says_too
            && before().any(|word| self.says_no(word))
            && before().any(|word| self.is(word, Vocabulary::Needing))
    }

    /// Whether it says around a name that one does without it, as in "auf Java verzichten wir".
    fn is_forgone(&self, hit: usize) -> bool {
        let name = &self.hits[hit].words;
        let mut before = self.back(name.start).take(NEAR);
        before
            .next()
            .is_some_and(|word| self.is(word, Vocabulary::Upon))
            && self.is(name.end, Vocabulary::Forgoing)
            && !self.ends_before(name.end)
            && !before.any(|word| self.says_no(word))
            && !self
                .ahead(name.end)
                .take(NEAR)
                .any(|word| self.is_not(word))
    }

    /// Whether a word is a "not", or a "no" before what is no requirement.
    fn denies(&self, word: usize) -> bool {
        let is_no = self.is(word, Vocabulary::No) && !self.is(word, Vocabulary::Without);
        let is_no = is_no && self.is(word + 1, Vocabulary::Requirement);
        (is_no || self.is_not(word)) && !self.words.before(word).contains(',')
    }

    /// Whether a word can stand between a name and what says that it is not needed.
    fn follows(&self, word: usize) -> bool {
        !self.ends_before(word) && (self.is_about(word) || self.is(word, Vocabulary::Article))
    }

    /// Whether a predicate can end before a word.
    fn can_end_before(&self, word: usize) -> bool {
        let goes_on = [Vocabulary::Small, Vocabulary::Next];
        self.ends_before(word) || goes_on.iter().any(|known| self.is(word, *known))
    }

    /// Whether a "not required" and a colon stand before a name, and nothing between but words about knowing it.
    fn begins_under_colon(&self, hit: usize) -> bool {
        let start = self.hits[hit].words.start;
        let is_colon = |word: usize| self.words.before(word).contains(':');
        let of = [Vocabulary::Knowing, Vocabulary::Of];
        let is_of_it = |word: usize| of.iter().any(|known| self.is(word, *known));
        let mut before = (0..=start).rev().take(NEAR);
        let first = before.find(|word| is_colon(*word) || *word == 0 || !is_of_it(word - 1));
        first.is_some_and(|first| is_colon(first) && self.is_not_needed(first))
    }

    /// Whether what ends before this word says that something is not needed, and not what.
    fn is_not_needed(&self, end: usize) -> bool {
        let said: Vec<usize> = self.back(end).take(FAR).collect();
        let says = |known| said.iter().any(|word| self.is(*word, known));
        let is_part = |word: &usize| {
            self.is_not(*word) || self.is_about(*word) || self.is(*word, Vocabulary::Following)
        };
        // "Experience is not required: Python, Docker" tells what is taught instead.
        let is_open = says(Vocabulary::Following) || !says(Vocabulary::Knowing);
        is_open
            && said.iter().all(is_part)
            && said.iter().any(|word| self.is_not(*word))
            && says(Vocabulary::Needing)
    }

    /// Whether the sentence turns behind a name and welcomes it, before it names another.
    fn is_praised(&self, hit: usize) -> bool {
        let next = self.hits.get(hit + 1);
        let next = next.map_or(usize::MAX, |next| next.words.start);
        let rest = self.ahead(self.hits[hit].words.end).take(FAR);
        let rest = rest.take_while(|word| *word < next);
        let mut turned = rest.skip_while(|word| !self.is(*word, Vocabulary::Turns));
        turned.any(|word| self.is(word, Vocabulary::Praise))
    }

    /// The words before one, back to the beginning of its sentence.
    fn back(&self, word: usize) -> impl Iterator<Item = usize> {
        let is_same = |before: &usize| !self.words.begins_sentence(before + 1);
        (0..word).rev().take_while(is_same)
    }

    /// The words from one on, up to the end of the sentence before it.
    fn ahead(&self, word: usize) -> impl Iterator<Item = usize> {
        let is_same = |word: &usize| !self.words.begins_sentence(*word);
        (word..self.words.all().len()).take_while(is_same)
    }

    /// Whether a sentence, or a part of one, ends before a word.
    fn ends_before(&self, word: usize) -> bool {
        let is_compound = self.words.between(word) == "-";
        self.words.begins_sentence(word) || !(is_compound || self.is_close(word))
    }

    /// Whether no sign separates a word from the one before it.
    fn is_close(&self, word: usize) -> bool {
        let joins = |sign: char| sign.is_whitespace() || "\"'“”„‘’«»(*_.".contains(sign);
        self.words.between(word).chars().all(joins)
    }

    fn says_no(&self, word: usize) -> bool {
        self.is(word, Vocabulary::No) || self.is_not(word) || self.says_no_with_next(word)
    }

    /// Whether a word and the one behind it say no together.
    fn says_no_with_next(&self, word: usize) -> bool {
        let mut pairs = Vocabulary::PAIRS.into_iter();
        pairs.any(|(first, next)| self.is(word, first) && self.is(word + 1, next))
    }

    fn is_not(&self, word: usize) -> bool {
        self.is(word, Vocabulary::Not) && (self.words.letters(word) != "t" || self.is_cut(word))
    }

    /// Whether a word stands behind an apostrophe.
    fn is_cut(&self, word: usize) -> bool {
        matches!(self.words.before(word), "'" | "\u{2019}")
    }

    /// Whether a word is a small one, a number, or about knowing or needing.
    fn is_about(&self, word: usize) -> bool {
        if word >= self.words.all().len() {
            return false;
        }
        let letters = self.words.letters(word);
        let is_do = self.is_not(word + 1) && self.words.letters(word + 1).eq_ignore_ascii_case("t");
        let known = [Vocabulary::Needing, Vocabulary::Knowing, Vocabulary::Small];
        is_do || letters.parse::<u16>().is_ok() || known.iter().any(|known| self.is(word, *known))
    }

    /// Whether a word is one of these, whatever its capitals.
    fn is(&self, word: usize, known: Vocabulary) -> bool {
        self.said.get(word).is_some_and(|said| said.is(known))
    }
}

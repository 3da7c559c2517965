//! The words of which the names of skills consist, and the rules about such names.

use std::collections::HashMap;

/// One of the words.
pub(super) type Term = u32;

/// The fewest letters of a name behind which a number without a blank is that of a version.
const SHORTEST_STEM: usize = 3;

/// All of the words, in small letters.
#[derive(Debug, Default)]
pub(super) struct Terms {
    known: HashMap<String, Term>,
}

impl Terms {
    /// Which of them a word is, as `php8` is `php`, and whether it has a plural `s` behind it.
    pub(super) fn term(&self, word: &str) -> (Option<Term>, bool) {
        let lower = word.to_lowercase();
        let unversioned = lower.trim_end_matches(|digit: char| digit.is_ascii_digit());
        let unversioned = Some(unversioned).filter(|stem| stem.len() >= SHORTEST_STEM);
        let known = |word: &str| self.known.get(word).copied();
        if let Some(term) = known(&lower).or_else(|| unversioned.and_then(known)) {
            return (Some(term), false);
        }
        let singular = lower.strip_suffix('s');
        let term = singular.and_then(|singular| self.known.get(singular));
        (term.copied(), term.is_some())
    }

    /// The words of a name or phrase, which are among them from now on, and what stands before, between and behind them.
    pub(super) fn parts(&mut self, written: &str) -> (Vec<Term>, Vec<String>) {
        let mut words = Vec::new();
        let mut signs = vec![String::new()];
        let mut word = String::new();
        for letter in written.trim().chars() {
            if letter.is_alphanumeric() {
                word.extend(letter.to_lowercase());
                continue;
            }
            if !word.is_empty() {
                words.push(self.term_for(std::mem::take(&mut word)));
                signs.push(String::new());
            }
            if let Some(signs) = signs.last_mut() {
                signs.push(letter);
            }
        }
        if !word.is_empty() {
            words.push(self.term_for(word));
            signs.push(String::new());
        }
        (words, signs)
    }

    fn term_for(&mut self, word: String) -> Term {
        let fresh = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        *self.known.entry(word).or_insert(fresh)
    }
}

//! Words of a posting that the curriculum does not have, and that look like names of skills.

use std::collections::HashSet;
use std::ops::Range;

use super::lexicon::Hit;
use super::words::{Gap, Words};

/// The most of them that are told: whoever lists more lists something else.
const MOST: usize = 40;

/// The most words of such a name.
const LONGEST: usize = 3;

/// The names that stand in a list with a skill: each an entry by itself, on the same line, and every word of it with a
/// capital or a digit. Which of them are technologies nobody can know from their looks. What is a name of the
/// curriculum (`known` says which words are of one) is none, even if it is in doubt whether it was meant.
pub(super) fn beside(words: &Words<'_>, hits: &[Hit], known: &[bool]) -> Vec<String> {
    let mut owned = vec![false; words.all().len()];
    for hit in hits {
        owned[hit.words.clone()].fill(true);
    }
    let mut names = Vec::new();
    let mut seen = HashSet::new();
    for list in Lists::of(words, &owned) {
        let has_skill = |entry: &Range<usize>| owned[entry.clone()].contains(&true);
        if !list.iter().any(has_skill) {
            continue;
        }
        let is_other = |entry: &Range<usize>| {
            !has_skill(entry) && known[entry.clone()].contains(&false) && !is_version(words, entry)
        };
        let others = list.into_iter().filter(is_other);
        for entry in others.filter(|entry| entry.len() <= LONGEST) {
            let name = words.written(&entry);
            if names.len() < MOST && seen.insert(name.to_lowercase()) {
                names.push(name);
            }
        }
    }
    names
}

/// Whether it is the number of a version, such as `v20`.
fn is_version(words: &Words<'_>, entry: &Range<usize>) -> bool {
    let number = words.letters(entry.start).strip_prefix(['v', 'V']);
    let is_number = |text: &str| !text.is_empty() && text.chars().all(|one| one.is_ascii_digit());
    entry.len() == 1 && number.is_some_and(is_number)
}

/// The lists of a text, each as its entries.
struct Lists<'a> {
    words: &'a Words<'a>,
    owned: &'a [bool],
    next: usize,
}

impl<'a> Lists<'a> {
    fn of(words: &'a Words<'a>, owned: &'a [bool]) -> Self {
        Self {
            words,
            owned,
            next: 0,
        }
    }

    /// Where the entry ends that begins with this word: names with nothing but blanks between them. The word itself
    /// where no entry begins.
    fn entry(&self, start: usize) -> usize {
        let is_name = |word: usize| self.owned[word] || self.is_named(word);
        let is_apart =
            |word: usize| word > start && (self.words.breaks_before(word) || self.ends_entry(word));
        let mut rest = start..self.owned.len();
        let end = rest.find(|word| is_apart(*word) || !is_name(*word));
        end.unwrap_or(self.owned.len())
    }

    /// Where the next entry of the list begins, behind the end of one.
    fn following(&self, end: usize) -> Option<usize> {
        let is_near = |word: usize| word < self.owned.len() && !self.words.breaks_before(word);
        if is_near(end) && self.separates(end) {
            return Some(end);
        }
        let is_joint = is_near(end) && is_near(end + 1) && self.words.is_joint(end);
        is_joint.then_some(end + 1)
    }

    /// Whether a sign stands before a word that separates the entries of a list. What stands in brackets is no entry: it
    /// says more of the one before.
    fn separates(&self, word: usize) -> bool {
        let before = self.words.before(word);
        let is_sign = self.words.all()[word].gap == Gap::List || before.trim() == "/";
        is_sign && !before.contains('(')
    }

    /// Whether anything but blanks and what joins words stands before a word.
    fn ends_entry(&self, word: usize) -> bool {
        self.words.all()[word].gap == Gap::List || self.separates(word)
    }

    fn is_named(&self, word: usize) -> bool {
        !self.words.all()[word].is_address && self.words.is_name(word)
    }
}

impl Iterator for Lists<'_> {
    type Item = Vec<Range<usize>>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut list = Vec::new();
        let mut start = self.next;
        while start < self.owned.len() {
            let end = self.entry(start);
            if end > start {
                list.push(start..end);
            }
            let following = self.following(end).filter(|_| end > start);
            match following {
                Some(following) => start = following,
                None if list.is_empty() => start = end.max(start + 1),
                None => {
                    self.next = end.max(start + 1);
                    return Some(list);
                }
            }
        }
        self.next = start;
        (!list.is_empty()).then_some(list)
    }
}

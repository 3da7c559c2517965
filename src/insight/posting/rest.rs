//! What of a learner's own words names no skill.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::source::Plain;
use super::words::{Gap, Words};

impl Lexicon {
    /// What of a text names no skill, in order: each run of words as it is written. A skill, the next entry of a list and
    /// words that say nothing end a run; such a word within a name, as in `sign-in`, belongs to it.
    pub fn rest(&self, text: &str, says_nothing: impl Fn(&str) -> bool) -> Vec<String> {
        let plain = Plain::of(text);
        let words = Words::of(&plain.text, self.terms());
        let mut is_read = vec![false; words.all().len()];
        for hit in self.hits(&words) {
            is_read[hit.words].fill(true);
        }
        let is_joined = |word: usize| {
            let gap = words.all().get(word).map(|word| word.gap);
            word > 0 && gap == Some(Gap::Joined)
        };
        let mut runs: Vec<Range<usize>> = Vec::new();
        for (at, word) in words.all().iter().enumerate() {
            let is_within = is_joined(at) || is_joined(at + 1);
            if is_read[at] || (!is_within && says_nothing(words.letters(at))) {
                continue;
            }
            let goes_on = matches!(word.gap, Gap::Blank | Gap::Joined);
            match runs.last_mut().filter(|run| run.end == at && goes_on) {
                Some(run) => run.end = at + 1,
                None => runs.push(at..at + 1),
            }
        }
        runs.iter().map(|run| words.written(run)).collect()
    }
}

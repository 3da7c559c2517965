//! Finds milestones while one types: by their titles, ids, options, keywords, questions and resources.

mod index;
mod text;
mod words;

use std::cmp::Reverse;
use std::rc::Rc;

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher};

use crate::curriculum::Place;
use index::end;
use words::Word;

pub use index::Index;
pub use text::Field;

/// Which part of what the matcher gives letters that are scattered over a name counts: so they fit worse than any word.
const SCATTERED: u32 = 4;

/// A milestone that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its place.
    pub place: Place,
    /// Where what was typed is found best.
    pub field: Field,
    /// The text of that field, as a terminal may show it.
    pub text: String,
    /// Which letters of the text were typed: the indexes of its grapheme clusters, ascending.
    pub letters: Vec<u32>,
    /// How well it fits; more is better.
    pub score: u32,
}

/// A search while it is typed.
#[derive(Debug)]
pub struct Search {
    index: Rc<Index>,
    matcher: Matcher,
    last: Last,
}

/// What was typed last, and the entries that fit it: whoever goes on typing finds among those.
#[derive(Debug, Default)]
struct Last {
    typed: String,
    found: Vec<u32>,
}

/// One word of what was typed, as the two ways to search need it.
struct Term {
    word: Word,
    scattered: Atom,
}

/// The best entry of a milestone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Best {
    score: Reverse<u32>,
    field: Field,
    entry: u32,
}

impl Search {
    /// A search in this index.
    pub fn of(index: Rc<Index>) -> Self {
        Self {
            index,
            matcher: Matcher::new(Config::DEFAULT),
            last: Last::default(),
        }
    }

    /// The milestones that fit what was typed, the best first and at most so many; none while nothing is typed.
    ///
    /// Each word has to occur in the text; in titles and ids it is enough that all of its letters do, in their order.
    pub fn find(&mut self, typed: &str, most: usize) -> Vec<Hit> {
        let query: Vec<Term> = typed.split_whitespace().map(Term::of).collect();
        if query.is_empty() {
            return Vec::new();
        }
        let last = std::mem::take(&mut self.last);
        let narrows = !last.typed.trim().is_empty() && typed.starts_with(&last.typed);
        let found = if narrows {
            self.fitting(&query, last.found.into_iter())
        } else {
            self.fitting(&query, 0..end(self.index.entries.len()))
        };
        self.last = Last {
            typed: typed.to_owned(),
            found: found.iter().map(|best| best.entry).collect(),
        };
        let mut best = best_of_each(&found, &self.index);
        if best.len() > most {
            best.select_nth_unstable(most);
            best.truncate(most);
        }
        best.sort_unstable();
        best.iter().map(|best| self.hit(*best, &query)).collect()
    }

    /// Those of some entries that fit, in their order.
    fn fitting(&mut self, query: &[Term], among: impl Iterator<Item = u32>) -> Vec<Best> {
        let mut found = Vec::new();
        for entry in among {
            if let Some(score) = self.score(entry as usize, query) {
                found.push(Best {
                    score: Reverse(score),
                    field: self.index.entries[entry as usize].field,
                    entry,
                });
            }
        }
        found
    }

    fn score(&mut self, entry: usize, query: &[Term]) -> Option<u32> {
        let Self { index, matcher, .. } = self;
        let field = index.entries[entry].field;
        let mut score = 0;
        for term in query {
            score += match term.word.score(index.wording(entry)) {
                Some(score) => score,
                None if field.is_name() => {
                    let fit = term.scattered.score(index.name(entry), matcher)?;
                    u32::from(fit) / SCATTERED
                }
                None => return None,
            };
        }
        Some(score.saturating_sub(field.handicap()))
    }

    fn hit(&mut self, best: Best, query: &[Term]) -> Hit {
        let index = best.entry as usize;
        let text = self.index.text(index).to_owned();
        let mut letters = Vec::new();
        for term in query {
            if let Some(found) = term.word.letters(self.index.wording(index)) {
                letters.extend(found);
                continue;
            }
            let name = self.index.name(index);
            term.scattered
                .indices(name, &mut self.matcher, &mut letters);
        }
        letters.sort_unstable();
        letters.dedup();
        Hit {
            place: self.index.entries[index].place as usize,
            field: best.field,
            text,
            letters,
            score: best.score.0,
        }
    }
}

impl Term {
    fn of(word: &str) -> Self {
        let (case, normal) = (CaseMatching::Ignore, Normalization::Smart);
        Self {
            word: Word::of(word),
            scattered: Atom::new(word, case, normal, AtomKind::Fuzzy, false),
        }
    }
}

/// The best entry of each milestone that has one.
fn best_of_each(found: &[Best], index: &Index) -> Vec<Best> {
    let places = index.entries.iter().map(|entry| entry.place as usize + 1);
    let mut best: Vec<Option<Best>> = vec![None; places.max().unwrap_or(0)];
    for one in found {
        let known = &mut best[index.entries[one.entry as usize].place as usize];
        *known = Some(known.map_or(*one, |known| known.min(*one)));
    }
    best.into_iter().flatten().collect()
}

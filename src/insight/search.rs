//! Finds milestones while one types: by their titles, ids, keywords, questions and resources.

mod text;
mod words;

use std::cmp::Reverse;
use std::ops::Range;
use std::rc::Rc;

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use unicode_segmentation::UnicodeSegmentation;

use super::snapshot::Snapshot;
use crate::curriculum::{Appendix, Applies, Detail, Place};
use crate::text::visible;
pub use text::Field;
use words::Words;

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

/// All that can be searched of a curriculum, for one picture of the learner's progress: other choices need a new index.
#[derive(Debug)]
pub struct Index {
    /// All texts, one behind the other.
    text: String,
    /// The same in lower case, of the fields that are searched by words and are not ASCII.
    lower: String,
    /// The first letter of each grapheme cluster, of names that are not ASCII.
    letters: Vec<char>,
    entries: Vec<Entry>,
}

/// One text of the index; each of its parts begins where that of the entry before ends.
#[derive(Debug, Clone, Copy)]
struct Entry {
    place: u32,
    field: Field,
    text: u32,
    lower: u32,
    letters: u32,
}

/// What was typed last, and the entries that fit it: whoever goes on typing finds among those.
#[derive(Debug, Default)]
struct Last {
    typed: String,
    found: Vec<u32>,
}

/// What was typed, as the two ways to search need it.
struct Query {
    fuzzy: Vec<Atom>,
    words: Words,
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
    /// Titles and ids fit by all letters of each word in their order, the other fields by the words themselves.
    pub fn find(&mut self, typed: &str, most: usize) -> Vec<Hit> {
        let query = Query::of(typed);
        if query.fuzzy.is_empty() {
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
        let mut best = self.index.best_of_each(&found);
        if best.len() > most {
            best.select_nth_unstable(most);
            best.truncate(most);
        }
        best.sort_unstable();
        best.iter().map(|best| self.hit(*best, &query)).collect()
    }

    /// Those of some entries that fit, in their order.
    fn fitting(&mut self, query: &Query, among: impl Iterator<Item = u32>) -> Vec<Best> {
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

    fn score(&mut self, entry: usize, query: &Query) -> Option<u32> {
        let Entry { field, .. } = self.index.entries[entry];
        if !field.is_name() {
            let score = query.words.score(self.index.wording(entry))?;
            return Some(score.saturating_sub(field.handicap()));
        }
        let letters = self.index.range(entry, |entry| entry.letters);
        let text = self.index.range(entry, |entry| entry.text);
        let name = name(&self.index.text[text], &self.index.letters[letters]);
        let mut score = 0;
        for atom in &query.fuzzy {
            score += u32::from(atom.score(name, &mut self.matcher)?);
        }
        Some(score)
    }

    fn hit(&mut self, best: Best, query: &Query) -> Hit {
        let index = best.entry as usize;
        let text = self.index.text[self.index.range(index, |entry| entry.text)].to_owned();
        let mut letters = Vec::new();
        if best.field.is_name() {
            let range = self.index.range(index, |entry| entry.letters);
            let name = name(&text, &self.index.letters[range]);
            for atom in &query.fuzzy {
                atom.indices(name, &mut self.matcher, &mut letters);
            }
        } else {
            letters = query.words.letters(self.index.wording(index));
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

impl Index {
    /// The index over the titles and ids of a snapshot.
    ///
    /// Milestones that are retired or do not apply under the choices made are left out, here and later.
    pub fn over(snapshot: &Snapshot) -> Self {
        let mut index = Self {
            text: String::new(),
            lower: String::new(),
            letters: Vec::new(),
            entries: Vec::new(),
        };
        for place in 0..snapshot.curriculum.milestones.len() {
            if applies(place, snapshot) {
                index.add(place, Field::Title, &snapshot.title(place));
                let id = snapshot.curriculum.milestones[place].key.id();
                index.add(place, Field::Id, id);
            }
        }
        index
    }

    /// Adds what is known of the milestone at this place in detail.
    pub fn add_detail(&mut self, place: Place, detail: &Detail, snapshot: &Snapshot) {
        if applies(place, snapshot) {
            text::of_detail(place, detail, snapshot, |field, text| {
                self.add(place, field, text);
            });
        }
    }

    /// Adds what there is to learn from.
    pub fn add_resources(&mut self, appendix: &Appendix, snapshot: &Snapshot) {
        text::of_resources(appendix, snapshot, |place, title| {
            if applies(place, snapshot) {
                self.add(place, Field::Resource, title);
            }
        });
    }

    /// Adds a text of a milestone.
    pub fn add(&mut self, place: Place, field: Field, text: &str) {
        let text = visible(text);
        self.text.push_str(&text);
        if text.is_ascii() {
            // It is its own row of letters, and compared whatever the case.
        } else if field.is_name() {
            let letters = text.graphemes(true);
            self.letters
                .extend(letters.filter_map(|letter| letter.chars().next()));
        } else {
            words::push_lower(&mut self.lower, &text);
        }
        self.entries.push(Entry {
            place: end(place),
            field,
            text: end(self.text.len()),
            lower: end(self.lower.len()),
            letters: end(self.letters.len()),
        });
    }

    /// The text of an entry that is searched by words: in lower case, or ASCII.
    fn wording(&self, entry: usize) -> &str {
        match self.range(entry, |entry| entry.lower) {
            none if none.is_empty() => &self.text[self.range(entry, |entry| entry.text)],
            lower => &self.lower[lower],
        }
    }

    /// The best entry of each milestone that has one.
    fn best_of_each(&self, found: &[Best]) -> Vec<Best> {
        let places = self.entries.iter().map(|entry| entry.place as usize + 1);
        let mut best: Vec<Option<Best>> = vec![None; places.max().unwrap_or(0)];
        for one in found {
            let known = &mut best[self.entries[one.entry as usize].place as usize];
            *known = Some(known.map_or(*one, |known| known.min(*one)));
        }
        best.into_iter().flatten().collect()
    }

    /// Where a part of an entry stands, told where the parts end.
    fn range(&self, entry: usize, part: impl Fn(&Entry) -> u32) -> Range<usize> {
        let before = entry.checked_sub(1).map(|before| &self.entries[before]);
        let start = before.map_or(0, &part);
        start as usize..part(&self.entries[entry]) as usize
    }
}

impl Query {
    fn of(typed: &str) -> Self {
        let fuzzy = typed.split_whitespace().map(|word| {
            let (case, normal) = (CaseMatching::Ignore, Normalization::Smart);
            Atom::new(word, case, normal, AtomKind::Fuzzy, false)
        });
        Self {
            fuzzy: fuzzy.collect(),
            words: Words::of(typed),
        }
    }
}

fn applies(place: Place, snapshot: &Snapshot) -> bool {
    snapshot.standing.at(place).applies != Applies::No
}

/// A name as the matcher takes it. Its own reading of texts counts bytes instead of letters where accents stand apart.
fn name<'a>(text: &'a str, letters: &'a [char]) -> Utf32Str<'a> {
    if letters.is_empty() {
        Utf32Str::Ascii(text.as_bytes())
    } else {
        Utf32Str::Unicode(letters)
    }
}

/// An offset in 32 bits; a curriculum's texts are limited to far less.
fn end(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

//! Job postings: which skills of the curriculum a text asks for, and which words of it the curriculum does not have.

mod beside;
mod closable;
mod demand;
mod doubt;
mod html;
mod lexicon;
mod mail;
mod others;
mod passage;
mod refusal;
mod rest;
mod source;
mod terms;
mod words;

pub use closable::Closable;
pub use demand::{Asked, Demand, Mention};
pub use lexicon::Lexicon;
pub use passage::Passage;
pub use source::{LARGEST, Unreadable, is_binary, is_unseen, text};

use std::collections::HashSet;

use lexicon::Hit;
use source::Plain;
use words::Words;

/// What a posting asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The subject of a mail, else the first line below its head that says something, as its reader sees it; it may hold what a terminal must not see.
    pub title: String,
    /// The skills that are named, in the order in which they come up first.
    pub found: Vec<Found>,
    /// The skills that it names only to say that it does not ask for them.
    pub refused: Vec<Found>,
    /// Words that stand in a list with a skill, look like a name and are not in the curriculum; as they are written
    /// first, each once.
    pub beside: Vec<String>,
    /// The line, from 1 on, from which it tells of other postings, and is not read.
    pub others: Option<usize>,
    /// The charsets of those parts of a mail that cannot be read.
    pub unread: Vec<String>,
}

/// A skill that a posting names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its index in the list of which the lexicon was made.
    pub skill: usize,
    /// How often it is named.
    pub times: usize,
    /// Where it is named first.
    pub first: Passage,
}

impl Lexicon {
    /// Reads a posting: plain text, a mail as it was sent, or a page with its tags.
    ///
    /// - A skill is named by its term, an alias, or the spelling that a rule prefers, as whole words. Case does not
    ///   matter, the last word may have a plural `s`, and words may be joined by a blank, the end of a line, a hyphen, a
    ///   slash or a dot alike; the longest name wins. Of a name that a rule calls literal, all punctuation has to be there.
    /// - A name with a rule is taken as [`crate::curriculum::detail::Ambiguous`] says. Nearby is what stands at most
    ///   twelve words before or behind it. Where capitals matter and say nothing (in a line of capitals, in a heading
    ///   with a capital on every word, at the beginning of a sentence) the name has to stand in a list with other
    ///   skills, or alone on its line.
    /// - Addresses of pages and mails name nothing.
    /// - What is named only to be refused, as in "no PHP required", is not asked for.
    /// - Behind a heading such as "Similar jobs", once a skill was named, other postings stand, which are not read.
    ///
    /// It takes time in proportion to the length of the text.
    pub fn read(&self, posting: &str) -> Reading {
        let plain = Plain::of(posting);
        let text = &plain.text;
        let whole = Words::of(text, self.terms());
        let hits = self.hits(&whole);
        let mut reading = match others(text, &whole, &hits) {
            Some((line, end)) => {
                let words = Words::of(&text[..end], self.terms());
                let hits = self.hits(&words);
                Reading {
                    others: Some(line),
                    ..self.told(&words, hits)
                }
            }
            None => self.told(&whole, hits),
        };
        let named = reading.found.iter_mut().chain(&mut reading.refused);
        for line in named
            .map(|found| &mut found.first.line)
            .chain(&mut reading.others)
        {
            *line = plain.line(*line);
        }
        Reading {
            title: mail::subject(text)
                .or_else(|| mail::first_line(text))
                .unwrap_or_default()
                .to_owned(),
            unread: plain.unread.clone(),
            ..reading
        }
    }

    /// What these words say, in which these skills are named.
    fn told(&self, words: &Words<'_>, hits: Vec<Hit>) -> Reading {
        let refused = refusal::refused(words, &hits);
        let (mut asked, mut not_asked) = (Vec::new(), Vec::new());
        for (hit, is_refused) in hits.into_iter().zip(refused) {
            if is_refused {
                not_asked.push(hit);
            } else {
                asked.push(hit);
            }
        }
        let found = self.each(words, &asked);
        let known: HashSet<usize> = found.iter().map(|found| found.skill).collect();
        let mut refused = self.each(words, &not_asked);
        refused.retain(|one| !known.contains(&one.skill));
        Reading {
            beside: beside::beside(words, &asked, &self.named(words)),
            found,
            refused,
            ..Reading::default()
        }
    }

    /// The skills that are named here, each once.
    fn each(&self, words: &Words<'_>, hits: &[Hit]) -> Vec<Found> {
        let mut each: Vec<Found> = Vec::new();
        let mut known = vec![None; self.skills()];
        for hit in hits {
            let found = *known[hit.skill].get_or_insert_with(|| {
                each.push(Found {
                    skill: hit.skill,
                    times: 0,
                    first: words.passage(&hit.words),
                });
                each.len() - 1
            });
            each[found].times += 1;
        }
        each
    }
}

/// The line from which a text tells of other postings, from 1 on, and where that begins: what stands before the first
/// skill is no end.
fn others(text: &str, words: &Words<'_>, hits: &[Hit]) -> Option<(usize, usize)> {
    let first = words.start(hits.first()?.words.start);
    let mut start = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        if start > first && others::is_heading(line) {
            return Some((index + 1, start));
        }
        start += line.len();
    }
    None
}

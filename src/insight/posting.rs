//! Job postings: which skills of the curriculum a text asks for, and which words of it the curriculum does not have.

mod beside;
mod demand;
mod doubt;
mod html;
mod lexicon;
mod mail;
mod passage;
mod source;
mod words;

pub use demand::{Asked, Demand};
pub use lexicon::Lexicon;
pub use passage::Passage;
pub use source::{LARGEST, Unreadable, is_binary, is_unseen, text};

use source::Plain;
use words::Words;

/// What a posting asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The subject of a mail, else its first line that says something, as its reader sees it; it may hold what a terminal must not see.
    pub title: String,
    /// The skills that are named, in the order in which they come up first.
    pub found: Vec<Found>,
    /// Words that stand in a list with a skill, look like a name and are not in the curriculum; as they are written
    /// first, each once.
    pub beside: Vec<String>,
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
    ///
    /// It takes time in proportion to the length of the text.
    pub fn read(&self, posting: &str) -> Reading {
        let Plain { text, unread } = Plain::of(posting);
        let words = Words::of(&text, self);
        let hits = self.hits(&words);
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let first = lines.next().unwrap_or_default();
        let mut reading = Reading {
            title: mail::subject(&text).unwrap_or(first).to_owned(),
            unread,
            ..Reading::default()
        };
        let mut known = vec![None; self.skills()];
        for hit in &hits {
            let found = *known[hit.skill].get_or_insert_with(|| {
                reading.found.push(Found {
                    skill: hit.skill,
                    times: 0,
                    first: words.passage(&hit.words),
                });
                reading.found.len() - 1
            });
            reading.found[found].times += 1;
        }
        reading.beside = beside::beside(&words, &hits, &self.named(&words));
        reading
    }
}

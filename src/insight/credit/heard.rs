//! What a learner says of themselves, word by word: what they know, what they say they do not, and what they may have meant.

use crate::curriculum::nearest;
use crate::insight::skill::Skill;

/// The words with which somebody says that they do not know what follows.
const DENIALS: [&str; 10] = [
    "no", "not", "never", "without", "don't", "kein", "keine", "nicht", "nie", "ohne",
];

/// The fewest letters of a word that may be misspelt; shorter ones are near to too much.
const FEWEST: usize = 4;

/// An entry of a learner's list.
pub(super) struct Heard<'a> {
    /// What they say they know; may be empty.
    pub(super) known: &'a str,
    /// What they say they do not know, with the word that says so.
    pub(super) denied: Option<&'a str>,
}

impl<'a> Heard<'a> {
    /// What an entry says: all from the first word on that denies is denied.
    pub(super) fn of(entry: &'a str) -> Self {
        let mut start = 0;
        for word in entry.split(char::is_whitespace) {
            if DENIALS.contains(&word.to_lowercase().as_str()) {
                let (known, denied) = entry.split_at(start);
                return Self {
                    known: known.trim(),
                    denied: Some(denied),
                };
            }
            start += word.len()
                + entry[start + word.len()..]
                    .chars()
                    .next()
                    .map_or(0, char::len_utf8);
        }
        Self {
            known: entry,
            denied: None,
        }
    }
}

/// The skill that is written nearly like an entry, or like one of its words; the first letter is hardly ever mistyped.
pub(super) fn near<'a>(entry: &str, skills: &'a [Skill]) -> Option<&'a str> {
    let terms = skills.iter().map(|skill| skill.keyword.term.as_str());
    let terms: Vec<(String, &str)> = terms.map(|term| (term.to_lowercase(), term)).collect();
    let words = std::iter::once(entry).chain(entry.split_whitespace());
    let mut long = words.filter(|word| word.chars().count() >= FEWEST);
    long.find_map(|word| {
        let lower = word.to_lowercase();
        let known = terms.iter().map(|(term, _)| term.as_str());
        let known = known.filter(|term| term.chars().count() >= FEWEST);
        let known = known.filter(|term| term.chars().next() == lower.chars().next());
        let meant = nearest(&lower, known)?;
        let mut terms = terms.iter();
        terms.find(|(term, _)| term == meant).map(|(_, term)| *term)
    })
}

#[cfg(test)]
mod tests {
    use super::Heard;

    #[test]
    fn what_somebody_does_not_know_is_told_apart() {
        for (entry, known, denied) in [
            ("some sql", "some sql", None),
            ("no python", "", Some("no python")),
            ("git but not docker", "git but", Some("not docker")),
            ("Kein Java", "", Some("Kein Java")),
            ("notes about c", "notes about c", None),
        ] {
            let heard = Heard::of(entry);
            assert_eq!((heard.known, heard.denied), (known, denied));
        }
    }
}

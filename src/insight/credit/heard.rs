//! What a learner says of themselves, word by word: what they know, what they say they do not, and what they may have meant.

use crate::curriculum::nearest;
use crate::insight::skill::Skill;

/// The words with which somebody says that they do not know what follows.
const DENIALS: [&str; 16] = [
    "no", "not", "never", "without", "don't", "don’t", "dont", "none", "nothing", "zero", "kein",
    "keine", "nicht", "nichts", "nie", "ohne",
];

/// Words around skills that name none.
const FILLERS: &str = "\
    a about after all already also always am an and any anything as at basic basics been before bit but by can code \
    coded coding company developed developer developing development did do doing done drei ein eine engineer etwas \
    experience experienced few five for four from fundamentals good habe had hardly have having i ich im in is it \
    jahr jahre jahren job kann know knowing knowledge known knows learned learning learnt less little ll long lot m \
    many me mit monate month months more mostly much my now of on one only or other per practice professional \
    professionally programmed programmer s seit several since skills small so software some something still stuff t \
    team ten that the then there these things this three to too two und used using ve very viel was we week weeks \
    well wenig were what with work worked working written wrote year years yet zwei";

/// The fewest letters of a word that may be misspelt; shorter ones are near to too much.
const FEWEST: usize = 4;

/// An entry of a learner's list.
pub(super) struct Heard<'a> {
    /// What they say they know; may be empty.
    pub(super) known: &'a str,
    /// What they say they do not know, with the word that says so.
    pub(super) denied: Option<&'a str>,
}

/// Whether a word names nothing by itself: it stands around skills, or says how many.
pub(super) fn says_nothing(word: &str) -> bool {
    let lower = word.to_lowercase();
    let is_number = lower.chars().all(|letter| letter.is_ascii_digit());
    is_number || FILLERS.split(' ').any(|filler| filler == lower)
}

impl<'a> Heard<'a> {
    /// What an entry says: all from the first word on that denies is denied.
    pub(super) fn of(entry: &'a str) -> Self {
        let mut start = 0;
        for word in entry.split(char::is_whitespace) {
            if denies(word) {
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

    /// Whether all that it says is that somebody knows nothing.
    pub(super) fn is_nothing(&self) -> bool {
        let words = [Some(self.known), self.denied].into_iter().flatten();
        let mut words = words.flat_map(str::split_whitespace);
        self.denied.is_some() && words.all(|word| denies(word) || says_nothing(bare(word)))
    }
}

fn denies(word: &str) -> bool {
    DENIALS.contains(&bare(word).to_lowercase().as_str())
}

/// A word without the signs around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|sign: char| !sign.is_alphanumeric())
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
            ("nothing.", "", Some("nothing.")),
            ("notes about c", "notes about c", None),
        ] {
            let heard = Heard::of(entry);
            assert_eq!((heard.known, heard.denied), (known, denied));
        }
    }

    #[test]
    fn whoever_knows_nothing_may_say_so_in_several_ways() {
        for entry in [
            "none",
            "I know nothing.",
            "No experience yet",
            "I don't know anything",
        ] {
            assert!(Heard::of(entry).is_nothing(), "{entry}");
        }
        for entry in ["no python", "git, but not much", "two years", ""] {
            assert!(!Heard::of(entry).is_nothing(), "{entry}");
        }
    }
}

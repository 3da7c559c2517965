//! Backgrounds that a learner names in passing: the words of a title that carry its meaning.

use super::heard::says_nothing;
use crate::insight::snapshot::Snapshot;

/// The backgrounds of a path, by what their titles say without the words that say nothing by themselves.
pub(super) struct Titled {
    /// The letters of each, in one word: `frontend` for "Front-end experience".
    names: Vec<String>,
}

/// What words that name no skill name instead.
#[derive(Default)]
pub(super) struct Parts {
    /// Backgrounds, by index.
    pub(super) backgrounds: Vec<usize>,
    /// What is left of the words.
    pub(super) rest: Vec<String>,
}

impl Titled {
    pub(super) fn of(snapshot: &Snapshot) -> Self {
        let backgrounds = snapshot.curriculum.backgrounds.iter();
        let names = backgrounds.map(|background| name(&background.title));
        Self {
            names: names.collect(),
        }
    }

    /// Finds the backgrounds that these words name, however they are joined: `front-end`, `front end`, `frontend`.
    pub(super) fn parts(&self, words: &str) -> Parts {
        let all: Vec<&str> = words.split_whitespace().collect();
        let mut parts = Parts::default();
        let mut rest = Vec::new();
        let mut next = 0;
        while next < all.len() {
            let named = (next + 1..=all.len()).find_map(|end| {
                let background = self.background(&all[next..end])?;
                Some((background, end))
            });
            let Some((background, end)) = named else {
                rest.push(all[next]);
                next += 1;
                continue;
            };
            parts.backgrounds.push(background);
            parts.rest.extend(joined(&mut rest));
            next = end;
        }
        parts.rest.extend(joined(&mut rest));
        parts
    }

    fn background(&self, words: &[&str]) -> Option<usize> {
        let written = letters(&words.concat());
        let is_it = |name: &String| !name.is_empty() && written.trim_end_matches('s') == name;
        self.names.iter().position(is_it)
    }
}

/// What a title says, in one word.
fn name(title: &str) -> String {
    let words = title.split_whitespace();
    let words: String = words.filter(|word| !says_nothing(word)).collect();
    letters(&words).trim_end_matches('s').to_owned()
}

fn letters(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The words that were put aside, as one.
fn joined(words: &mut Vec<&str>) -> Option<String> {
    let written = std::mem::take(words).join(" ");
    (!written.is_empty()).then_some(written)
}

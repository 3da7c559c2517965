//! Names that are ordinary words, too: whether the skill is meant where such a word stands.

use std::ops::Range;

use super::terms::Term;
use super::words::{Case, Gap, Words};
use crate::curriculum::detail::Ambiguous;

/// How words begin that are put behind the name of a technology with a hyphen, as German does; no other word makes an
/// ordinary word a name.
const HEADS: [&str; 22] = [
    "anwendung",
    "api",
    "backend",
    "based",
    "basiert",
    "code",
    "dienst",
    "developer",
    "endpunkt",
    "engineer",
    "entwickl",
    "erfahrung",
    "framework",
    "kenntnis",
    "know",
    "programm",
    "projekt",
    "schnittstell",
    "server",
    "service",
    "stack",
    "team",
];

/// How many words before or behind a name are nearby.
const NEARBY: usize = 12;

/// What a rule of the curriculum says of a name.
#[derive(Debug)]
pub(super) struct Doubt {
    case_matters: bool,
    /// The phrases in which it is not meant, with the place in each at which the name stands.
    reject: Vec<(usize, Vec<Term>)>,
    /// The phrases of which one has to stand nearby.
    hints: Vec<Vec<Term>>,
}

/// The names in a text that are in no doubt, as the words that they consist of.
pub(super) struct Certain<'a> {
    /// Those without a rule, in the order of the text.
    pub(super) sure: &'a [Range<usize>],
    /// The last one before the name in question, whose doubt was dispelled.
    pub(super) before: Option<&'a Range<usize>>,
}

impl Doubt {
    /// The rule for a name of these words.
    pub(super) fn of(
        rule: &Ambiguous,
        name: &[Term],
        mut words: impl FnMut(&str) -> Vec<Term>,
    ) -> Self {
        let mut reject = Vec::new();
        for phrase in &rule.reject {
            let phrase = words(phrase);
            let places = phrase.windows(name.len()).enumerate();
            let places = places.filter(|(_, part)| *part == name);
            reject.extend(places.map(|(place, _)| (place, phrase.clone())));
        }
        Self {
            case_matters: rule.case_sensitive,
            reject,
            hints: rule.hints.iter().map(|hint| words(hint)).collect(),
        }
    }

    /// Whether the skill is meant where its name stands, which has capitals as this.
    pub(super) fn is_dispelled(
        &self,
        name: &str,
        own: &Range<usize>,
        words: &Words<'_>,
        certain: &Certain<'_>,
    ) -> bool {
        if self.is_rejected(own.start, words) || self.is_date(own, words) {
            return false;
        }
        if !self.hints.is_empty() {
            return self.has_right_case(name, own, words) && self.has_hint(own, words);
        }
        if !self.case_matters {
            return true;
        }
        self.has_right_case(name, own, words)
            && (has_head(own, words) || !is_compound(own, words))
            && (has_head(own, words)
                || says_case(name, own, words)
                || is_alone(own, words)
                || is_listed(own, words, certain))
    }

    /// Whether one of the phrases stands here in which the name is not meant.
    fn is_rejected(&self, at: usize, words: &Words<'_>) -> bool {
        self.reject.iter().any(|(place, phrase)| {
            at.checked_sub(*place)
                .is_some_and(|start| stands_at(phrase, start, words))
        })
    }

    /// Whether it is an ordinary word with a year behind it.
    fn is_date(&self, own: &Range<usize>, words: &Words<'_>) -> bool {
        let is_year = |word: &str| {
            word.len() == 4
                && (word.starts_with("19") || word.starts_with("20"))
                && word.parse::<u16>().is_ok()
        };
        !self.hints.is_empty() && own.end < words.all().len() && is_year(words.letters(own.end))
    }

    fn has_hint(&self, own: &Range<usize>, words: &Words<'_>) -> bool {
        let start = own.start.saturating_sub(NEARBY);
        let end = (own.end + NEARBY).min(words.all().len());
        let nearby = (start..own.start).chain(own.end..end);
        nearby.into_iter().any(|at| {
            let mut hints = self.hints.iter();
            hints.any(|hint| stands_at(hint, at, words))
        })
    }

    /// Whether the name is written with its own capitals, or in a line of capitals.
    fn has_right_case(&self, name: &str, own: &Range<usize>, words: &Words<'_>) -> bool {
        !self.case_matters
            || words.all()[own.start].case == Case::Shouted
            || letters(&words.written(own)).eq(letters(name))
    }
}

/// Whether the capitals of a name say something where it stands.
fn says_case(name: &str, own: &Range<usize>, words: &Words<'_>) -> bool {
    let mut rest = name.chars().skip(1);
    match words.all()[own.start].case {
        Case::Meant => true,
        Case::Beginning => rest.any(char::is_uppercase),
        Case::Shouted => false,
    }
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| letter.is_alphanumeric())
}

/// Whether these words stand here one after the other, or as one with an apostrophe; the last one may be a plural.
fn stands_at(phrase: &[Term], start: usize, words: &Words<'_>) -> bool {
    let end = start + phrase.len();
    let follows = |word: usize| {
        words.all()[word].gap != Gap::Break || matches!(words.before(word), "'" | "\u{2019}")
    };
    let found = words.all().get(start..end);
    found.is_some_and(|found| {
        found
            .iter()
            .zip(phrase)
            .all(|(word, term)| word.term == Some(*term))
            && (start + 1..end).all(follows)
    })
}

/// Whether the name is a part of a longer word, as in `Rust-free`.
fn is_compound(own: &Range<usize>, words: &Words<'_>) -> bool {
    let behind = words.all().get(own.end);
    words.all()[own.start].gap == Gap::Joined || behind.is_some_and(|word| word.gap == Gap::Joined)
}

/// Whether it is the first part of a word for something of a technology, as in `REST-Schnittstellen`.
fn has_head(own: &Range<usize>, words: &Words<'_>) -> bool {
    let is_joined = |word: usize| {
        words
            .all()
            .get(word)
            .is_some_and(|word| word.gap == Gap::Joined)
    };
    if is_joined(own.start) || !is_joined(own.end) || words.before(own.end) == "." {
        return false;
    }
    let head = words.letters(own.end).to_lowercase();
    HEADS.iter().any(|known| head.starts_with(known))
}

/// Whether the name is all that stands on its line, or behind a sign on it, and nobody calls it out.
fn is_alone(own: &Range<usize>, words: &Words<'_>) -> bool {
    let is_last = own.end == words.all().len() || words.before(own.end).contains('\n');
    let is_called = words.before(own.end).starts_with(['!', '?']);
    (own.start == 0 || words.breaks_before(own.start)) && is_last && !is_called
}

/// Whether it stands in a list: with a name that is in no doubt, or between commas with another word that looks like one.
fn is_listed(own: &Range<usize>, words: &Words<'_>, certain: &Certain<'_>) -> bool {
    let place = certain.sure.partition_point(|name| name.start < own.start);
    let before = place.checked_sub(1).map(|before| &certain.sure[before]);
    let before = before.into_iter().chain(certain.before);
    let mut behind = certain.sure[place..].iter();
    let behind = behind.find(|name| name.start >= own.end);
    before
        .into_iter()
        .any(|before| are_neighbours(before.end, own.start, words))
        || behind.is_some_and(|behind| are_neighbours(own.end, behind.start, words))
        || is_entry(own, words)
}

/// Whether nothing but a sign of a list, a slash, or "and" stands between what ends here and what begins there.
fn are_neighbours(end: usize, start: usize, words: &Words<'_>) -> bool {
    let is_near = |word: usize| words.all()[word].gap != Gap::Break;
    match start.checked_sub(end) {
        Some(0) => words.all()[start].gap == Gap::List || words.before(start).trim() == "/",
        Some(1) => words.is_joint(end) && is_near(end) && is_near(start),
        _ => false,
    }
}

/// Whether a comma or the like separates it from another name. Where all is in capitals, everything looks like one.
fn is_entry(own: &Range<usize>, words: &Words<'_>) -> bool {
    let is_separate = |word: usize| words.all()[word].gap == Gap::List;
    let before = own.start.checked_sub(1);
    words.all()[own.start].case == Case::Beginning
        && (before.is_some_and(|before| is_separate(own.start) && words.is_name(before))
            || (own.end < words.all().len() && is_separate(own.end) && words.is_name(own.end)))
}

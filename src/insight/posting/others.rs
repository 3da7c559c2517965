//! Where a page ends with other postings: "Similar jobs", "Ähnliche Stellen".

/// What such a heading begins with, of what it speaks, and how it may go on.
const OTHER: &str =
    "similar related other more recommended ähnliche weitere andere verwandte passende";
const POSTINGS: &str = "job jobs jobangebote openings opportunities positions postings roles stellen stellenangebote \
stellenanzeigen vacancies";
const REST: &str = "at bei by für for from in like near that von";

/// The most words of such a heading.
const LONGEST: usize = 7;

/// Whether a line is the heading of other postings.
pub(super) fn is_heading(line: &str) -> bool {
    let line = line.trim_matches(|sign: char| !sign.is_alphanumeric() && !":.?!".contains(sign));
    let (heading, is_list) = match line.split_once(':') {
        Some((heading, _)) => (heading, true),
        None => (line, false),
    };
    if heading.ends_with(['.', '?', '!']) {
        return false;
    }
    let mut words = heading.split_whitespace().map(str::to_lowercase);
    let is = |word: Option<String>, known: &str| {
        word.is_some_and(|word| known.split(' ').any(|known| known == word))
    };
    if !is(words.next(), OTHER) || !is(words.next(), POSTINGS) {
        return false;
    }
    match words.next() {
        None => true,
        Some(next) if next.starts_with('(') => true,
        next => !is_list && is(next, REST) && words.count() + 3 <= LONGEST,
    }
}

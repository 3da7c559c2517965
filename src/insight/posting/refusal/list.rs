//! The lists in which a posting names skills.

use super::{NEAR, Named, Vocabulary};

/// What stands between two names that follow one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    Comma,
    And,
    Or,
}

impl Named<'_> {
    /// The last name of a list that begins with this one, up to its last "or".
    pub(super) fn last_of_or(&self, first: usize) -> usize {
        let (mut last, mut at) = (first, first);
        while let Some(link) = self.link(at).filter(|link| *link != Link::And) {
            at += 1;
            if link == Link::Or {
                last = at;
            }
        }
        last
    }

    /// The last name of a list that begins with this one.
    pub(super) fn last_of_list(&self, first: usize) -> usize {
        let mut rest = first..;
        let last = rest.find(|at| self.link(*at).is_none());
        last.unwrap_or(first)
    }

    /// The first name of a list that ends with this one, if an "and" or "or" stands before it.
    pub(super) fn first_of_and(&self, last: usize) -> usize {
        let before = |at: usize| at.checked_sub(1).and_then(|before| self.link(before));
        if before(last).is_none_or(|link| link == Link::Comma) {
            return last;
        }
        let mut first = last;
        while before(first).is_some() {
            first -= 1;
        }
        first
    }

    /// What stands between a name and the next one, if nothing else does.
    fn link(&self, hit: usize) -> Option<Link> {
        let end = self.hits[hit].words.end;
        let start = self.hits.get(hit + 1)?.words.start;
        if start > end + 1 || (end..=start).any(|word| self.words.begins_sentence(word)) {
            return None;
        }
        match (start - end, self.words.between(end).trim()) {
            (0, ",") => Some(Link::Comma),
            (0, "/") => Some(Link::Or),
            (1, "" | ",") if self.is(end, Vocabulary::And) => Some(Link::And),
            (1, "" | ",") if self.is(end, Vocabulary::Or) => Some(Link::Or),
            _ => None,
        }
    }

    /// Behind a name, where others end that an "or" joins with it, and of which nothing is known.
    pub(super) fn end_of_or(&self, mut end: usize) -> usize {
        for _ in 0..NEAR {
            let is_or = self.is(end, Vocabulary::Or) && self.is_close(end);
            let next = if is_or { end + 1 } else { end };
            let is_joined = is_or || self.words.between(end) == "/";
            let is_apart = self.words.begins_sentence(next) || self.is_about(next);
            if !is_joined || is_apart || !self.words.is_name(next) {
                break;
            }
            end = next + 1;
        }
        end
    }
}

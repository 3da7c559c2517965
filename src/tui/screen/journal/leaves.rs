//! The leaves of the journal: where each begins and ends, and the lines of those that are in sight.

use std::ops::Range;

use uuid::Uuid;

use crate::progress::Order;
use crate::tui::journal::{Leaf, Line, Rest};

/// What is known of the journal.
#[derive(Debug, Default)]
pub(super) struct Leaves {
    parts: Vec<Part>,
    has_ended: bool,
}

/// A leaf that was read once.
#[derive(Debug)]
struct Part {
    /// The oldest place of the log that belongs to it.
    until: Order,
    /// How many lines it had when it was read last.
    count: usize,
    /// Its lines, while they are needed.
    lines: Option<Vec<Line>>,
}

impl Leaves {
    /// How many lines are known.
    pub(super) fn count(&self) -> usize {
        self.parts.iter().map(|part| part.count).sum()
    }

    /// The most lines that there may be.
    pub(super) fn most(&self) -> usize {
        if self.has_ended {
            self.count()
        } else {
            usize::MAX
        }
    }

    /// Whether all of it was read once.
    pub(super) fn has_ended(&self) -> bool {
        self.has_ended
    }

    /// The line of this index, if its leaf is at hand.
    pub(super) fn line(&self, index: usize) -> Option<&Line> {
        let (part, range) = self.ranges().find(|(_, range)| range.contains(&index))?;
        let lines = self.parts[part].lines.as_ref()?;
        lines.get(index - range.start)
    }

    /// The first leaf that has to be read before all these lines are at hand: behind which place it begins, and with which
    /// it ends.
    pub(super) fn wanted(&self, seen: &Range<usize>) -> Option<(Option<Order>, Option<Order>)> {
        let mut ranges = self.ranges();
        let missing =
            ranges.find(|(part, range)| self.parts[*part].lines.is_none() && touch(range, seen));
        match missing {
            Some((part, _)) => Some((self.before(part), Some(self.parts[part].until))),
            None if !self.has_ended && seen.end > self.count() => {
                Some((self.before(self.parts.len()), None))
            }
            None => None,
        }
    }

    /// The line of this event, if its leaf is at hand.
    pub(super) fn find(&self, event: Uuid) -> Option<usize> {
        self.ranges().find_map(|(part, range)| {
            let mut lines = self.parts[part].lines.as_ref()?.iter();
            let within = lines.position(|line| line.id == event)?;
            Some(range.start + within)
        })
    }

    /// Takes up a leaf that was read.
    pub(super) fn take_in(&mut self, leaf: Leaf) {
        let asked = leaf.asked.until;
        let mut parts = self.parts.iter();
        let at = asked.and_then(|until| parts.position(|part| part.until == until));
        let last = leaf.lines.last().map(|line| line.order);
        let part = |until: Order| Part {
            until,
            count: leaf.lines.len(),
            lines: Some(leaf.lines),
        };
        match (at, leaf.rest, last) {
            (Some(at), Rest::None, _) => self.parts[at] = part(self.parts[at].until),
            // It has grown: what did not fit stays behind it.
            (Some(at), Rest::More, Some(last)) => self.parts.insert(at, part(last)),
            (None, rest, last) => {
                self.has_ended = rest == Rest::None;
                self.parts.extend(last.map(part));
            }
            (Some(_), Rest::More, None) => {}
        }
    }

    /// Lets go of the lines of leaves that are not near these.
    pub(super) fn let_go_of_all_but(&mut self, seen: &Range<usize>) {
        let far: Vec<usize> = self
            .ranges()
            .filter(|(_, range)| !touch(range, seen))
            .map(|(part, _)| part)
            .collect();
        for part in far {
            self.parts[part].lines = None;
        }
    }

    /// Everything has to be read again: the log has changed.
    pub(super) fn forget(&mut self) {
        for part in &mut self.parts {
            part.lines = None;
        }
        self.has_ended = false;
    }

    /// The place of the log behind which a leaf begins.
    fn before(&self, part: usize) -> Option<Order> {
        let newer = part.checked_sub(1)?;
        self.parts.get(newer).map(|part| part.until)
    }

    /// Which lines each leaf has.
    fn ranges(&self) -> impl Iterator<Item = (usize, Range<usize>)> + '_ {
        let mut start = 0;
        self.parts.iter().enumerate().map(move |(index, part)| {
            let range = start..start + part.count;
            start = range.end;
            (index, range)
        })
    }
}

fn touch(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

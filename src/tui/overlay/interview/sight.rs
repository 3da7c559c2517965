//! How much of a question is in sight where not all of it fits, and where one reads on.

/// The lines of a question, and how many of them there is room for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sight {
    /// Its lines, without what stands below them.
    pub(super) lines: usize,
    /// How many are seen at once where more follow.
    pub(super) before: usize,
    /// How many are seen at once at the end, where how to go on is said in more words or fewer.
    pub(super) last: usize,
}

impl Sight {
    /// The first line in sight where so many are scrolled away: never more than bring the end in sight.
    pub(super) fn first(self, scrolled: usize) -> usize {
        scrolled.min(self.lines.saturating_sub(self.last.max(1)))
    }

    /// The first line in sight further on; `None` where the end is in sight.
    pub(super) fn next(self, scrolled: usize) -> Option<usize> {
        let first = self.first(scrolled);
        let next = self.first(first + self.before.max(1));
        (next > first).then_some(next)
    }

    /// How many lines are in sight.
    pub(super) fn count(self, scrolled: usize) -> usize {
        match self.next(scrolled) {
            Some(_) => self.before.max(1),
            None => self.last.max(1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Sight;

    #[test]
    fn each_line_comes_into_sight_as_one_reads_on() {
        for (lines, before, last) in [(9, 4, 3), (9, 3, 4), (4, 4, 4), (5, 0, 0), (0, 2, 2)] {
            let sight = Sight {
                lines,
                before,
                last,
            };
            let mut seen = 0;
            let mut first = 0;
            loop {
                assert!(sight.first(first) <= seen, "a line is left out");
                seen = sight.first(first) + sight.count(first);
                match sight.next(first) {
                    Some(next) => first = next,
                    None => break,
                }
            }
            assert!(seen >= lines, "{lines} {before} {last}");
        }
    }
}

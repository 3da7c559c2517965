//! The ways to move in a list or a text.

/// A way to move in a list or a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// So many up.
    Up(usize),
    /// So many down.
    Down(usize),
    /// Half a page up.
    PageUp,
    /// Half a page down.
    PageDown,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// To the one of this index.
    To(usize),
}

impl Motion {
    /// Where the motion leads from `at`, among `count` rows of which `page` are in sight.
    pub fn from(self, at: usize, count: usize, page: usize) -> usize {
        let half = (page / 2).max(1);
        let last = count.saturating_sub(1);
        match self {
            Self::Up(rows) => at.saturating_sub(rows),
            Self::Down(rows) => at.saturating_add(rows),
            Self::PageUp => at.saturating_sub(half),
            Self::PageDown => at.saturating_add(half),
            Self::First => 0,
            Self::Last => last,
            Self::To(row) => row,
        }
        .min(last)
    }

    /// Where the motion leads from `at` on a round of `count` places, where the first follows the last.
    pub fn around(self, at: usize, count: usize) -> usize {
        let count = count.max(1);
        match self {
            Self::Up(steps) => (at + count - steps % count) % count,
            Self::Down(steps) => (at + steps) % count,
            _ => self.from(at, count, count),
        }
    }

    /// The motion after a number was typed before its key.
    #[must_use]
    pub(super) fn times(self, count: usize) -> Self {
        match self {
            // As in vi, a number before `ctrl-d` is how many lines it goes.
            Self::Up(_) | Self::PageUp => Self::Up(count),
            Self::Down(_) | Self::PageDown => Self::Down(count),
            Self::First | Self::Last => Self::To(count.saturating_sub(1)),
            Self::To(_) => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Motion;

    #[test]
    fn a_motion_stays_within_the_rows() {
        for (motion, at, arrives) in [
            (Motion::Up(1), 0, 0),
            (Motion::Down(1), 8, 9),
            (Motion::Down(1), 9, 9),
            (Motion::Down(usize::MAX), 3, 9),
            (Motion::PageDown, 1, 4),
            (Motion::PageDown, 8, 9),
            (Motion::PageUp, 2, 0),
            (Motion::Last, 0, 9),
            (Motion::First, 9, 0),
            (Motion::To(4), 0, 4),
            (Motion::To(40), 0, 9),
        ] {
            assert_eq!(motion.from(at, 10, 6), arrives, "{motion:?} from {at}");
        }
        assert_eq!(Motion::Down(1).from(0, 0, 6), 0);
    }

    #[test]
    fn a_round_has_no_end() {
        for (motion, at, arrives) in [
            (Motion::Up(1), 0, 4),
            (Motion::Down(1), 4, 0),
            (Motion::Down(7), 0, 2),
            (Motion::Up(7), 0, 3),
            (Motion::Last, 0, 4),
        ] {
            assert_eq!(motion.around(at, 5), arrives, "{motion:?} from {at}");
        }
        assert_eq!(Motion::Down(1).around(0, 0), 0);
    }

    #[test]
    fn a_number_says_how_often_or_where() {
        assert_eq!(Motion::Down(1).times(5), Motion::Down(5));
        assert_eq!(Motion::Last.times(3), Motion::To(2));
        assert_eq!(Motion::PageUp.times(4), Motion::Up(4));
    }
}

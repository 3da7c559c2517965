//! What a cohort keeps of one milestone of one learner: a few bytes.

use serde::{Deserialize, Serialize};

use crate::progress::Day;

/// Where a learner stands with a milestone, as a mentor sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Phase {
    /// It does not belong to their path.
    Away,
    /// An open choice decides whether it does.
    Undecided,
    /// Something comes before it.
    Locked,
    /// It can be begun.
    Open,
    /// It is begun.
    Started,
    /// It is passed over.
    Skipped,
    /// It is claimed with a background.
    Credited,
    /// It is done, and asks for no evidence.
    Done,
    /// It is done and waits for a mentor's answer.
    Waiting,
    /// A mentor returned it, and the learner has not answered that yet.
    Returned,
    /// A mentor took back that it holds, and the learner has not answered that yet.
    Revoked,
    /// A mentor verified it.
    Verified,
    /// A mentor verified it, and the evidence or its text has changed since.
    Stale,
}

/// A day in two bytes, or none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Stamp(u16);

/// What a cohort keeps of one milestone of one learner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Where the learner stands with it.
    pub phase: Phase,
    /// How often a mentor returned it.
    pub returned: u8,
    /// To how many of its checks the last answer is unsure or no.
    pub unsure: u8,
    open: u16,
    done: Stamp,
    verified: Stamp,
}

impl Phase {
    /// All of them, in the order in which a legend explains them.
    pub const ALL: [Self; 13] = [
        Self::Waiting,
        Self::Returned,
        Self::Revoked,
        Self::Verified,
        Self::Stale,
        Self::Done,
        Self::Credited,
        Self::Started,
        Self::Open,
        Self::Locked,
        Self::Skipped,
        Self::Undecided,
        Self::Away,
    ];

    /// One column that tells it without colour.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Away => " ",
            Self::Undecided => "?",
            Self::Locked => "⊘",
            Self::Open => "·",
            Self::Started => "▶",
            Self::Skipped => "↷",
            Self::Credited => "◇",
            Self::Done => "✓",
            Self::Waiting => "●",
            Self::Returned => "✎",
            Self::Revoked => "✗",
            Self::Verified => "★",
            Self::Stale => "☆",
        }
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Away => "not on their path",
            Self::Undecided => "waits for a choice",
            Self::Locked => "locked",
            Self::Open => "open",
            Self::Started => "started",
            Self::Skipped => "skipped",
            Self::Credited => "credited",
            Self::Done => "done",
            Self::Waiting => "waits for an answer",
            Self::Returned => "returned",
            Self::Revoked => "revoked",
            Self::Verified => "verified",
            Self::Stale => "verified, stale",
        }
    }

    /// Whether it belongs to the learner's path.
    pub fn belongs(self) -> bool {
        !matches!(self, Self::Away | Self::Undecided)
    }

    /// Whether the learner ticked it, or it is credited.
    pub fn counts(self) -> bool {
        matches!(
            self,
            Self::Credited
                | Self::Done
                | Self::Waiting
                | Self::Returned
                | Self::Revoked
                | Self::Verified
                | Self::Stale
        )
    }
}

impl Stamp {
    fn of(day: Option<Day>) -> Self {
        let days = day.map(|day| day.days_after(Day::FIRST) + 1);
        // The last decades before 2200 are told as their first day.
        Self(days.map_or(0, |days| u16::try_from(days).unwrap_or(u16::MAX)))
    }

    fn day(self) -> Option<Day> {
        let days = self.0.checked_sub(1)?;
        Day::FIRST.later(days.into()).ok()
    }
}

impl Cell {
    /// A milestone in this phase, and nothing else is known of it.
    pub fn of(phase: Phase) -> Self {
        Self {
            phase,
            returned: 0,
            unsure: 0,
            open: u16::MAX,
            done: Stamp::default(),
            verified: Stamp::default(),
        }
    }

    /// For how many days it was open from its first deed to its tick, that it was done on this day, and verified on that.
    #[must_use]
    pub fn dated(self, open: Option<u32>, done: Option<Day>, verified: Option<Day>) -> Self {
        let most = u32::from(u16::MAX - 1);
        let open = open.and_then(|days| u16::try_from(days.min(most)).ok());
        Self {
            open: open.unwrap_or(u16::MAX),
            done: Stamp::of(done),
            verified: Stamp::of(verified),
            ..self
        }
    }

    /// How many days lay between its first deed and its tick, if both are known.
    pub fn days_open(self) -> Option<u16> {
        (self.open < u16::MAX).then_some(self.open)
    }

    /// The day on which it was done.
    pub fn done(self) -> Option<Day> {
        self.done.day()
    }

    /// The day on which somebody trusted verified it.
    pub fn verified(self) -> Option<Day> {
        self.verified.day()
    }

    /// Whether it is verified now.
    pub fn is_verified(self) -> bool {
        self.phase == Phase::Verified
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Phase};

    #[test]
    fn a_cell_takes_ten_bytes_and_keeps_its_days() {
        assert_eq!(size_of::<Cell>(), 10);
        let day = |text: &str| Some(text.parse().unwrap());
        let cell = Cell::of(Phase::Verified);
        assert_eq!(
            (cell.days_open(), cell.done(), cell.verified()),
            (None, None, None)
        );
        let dated = cell.dated(Some(3), day("2026-11-20"), day("2000-01-01"));
        assert_eq!(dated.days_open(), Some(3));
        assert_eq!(
            (dated.done(), dated.verified()),
            (day("2026-11-20"), day("2000-01-01"))
        );
    }
}

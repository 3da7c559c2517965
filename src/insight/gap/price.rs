//! What a set of milestones costs, so that of two sets one is always known to be better.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Sub, SubAssign};

/// What milestones cost: first their minutes; of equal ones their number; of equal ones how late they stand in what the
/// author lists. Prices add up, whatever sets they are of, and can be shared out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Price(u128);

/// One of what a price counts, so that what is below it never adds up to one: shares of a rank, ranks, milestones.
const RANK: u128 = 1 << 16;
const MILESTONE: u128 = RANK << 40;
const MINUTE: u128 = MILESTONE << 24;

impl Price {
    /// What nothing costs.
    pub(super) const NOTHING: Self = Self(0);

    /// What one milestone costs.
    pub(super) fn of(minutes: u64, rank: usize) -> Self {
        let [minutes, rank] = [u128::from(minutes), rank as u128];
        Self(minutes * MINUTE + MILESTONE + rank * RANK)
    }

    /// The least that milestones can cost which cost no less than this: shares are rounded up to whole ones.
    pub(super) fn rounded_up(self) -> Self {
        Self(self.0.next_multiple_of(RANK))
    }
}

impl Add for Price {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Price {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Price {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl SubAssign for Price {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Div<usize> for Price {
    type Output = Self;

    fn div(self, shares: usize) -> Self {
        Self(self.0 / shares as u128)
    }
}

impl Sum for Price {
    fn sum<I: Iterator<Item = Self>>(prices: I) -> Self {
        prices.fold(Self::NOTHING, Add::add)
    }
}

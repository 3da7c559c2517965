//! Numbers that look like chance and are the same every time.

use uuid::{Builder, Uuid};

/// A source of such numbers: splitmix64.
pub(super) struct Chance(u64);

/// What the state of the source grows by, and what its numbers are stirred with.
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;
const STIR: [u64; 2] = [0xBF58_476D_1CE4_E5B9, 0x94D0_49BB_1331_11EB];

impl Chance {
    /// The source of this number under a seed; no two of them go together.
    pub(super) fn new(seed: u64, number: u64) -> Self {
        let mut of_seed = Self(seed);
        Self(of_seed.next() ^ stirred(number.wrapping_mul(STEP)))
    }

    /// Any number.
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        stirred(self.0)
    }

    /// A number from the first to the last, both included.
    pub(super) fn within(&mut self, (first, last): (i64, i64)) -> i64 {
        let width = last.abs_diff(first).saturating_add(1);
        let above = i64::try_from(self.next() % width).unwrap_or(0);
        first.min(last).saturating_add(above)
    }

    /// Whether something happens that happens so often in a hundred times.
    pub(super) fn happens(&mut self, percent: u64) -> bool {
        self.next() % 100 < percent
    }

    /// One of these; of none, the blank one.
    pub(super) fn of<T: Copy + Default>(&mut self, items: &[T]) -> T {
        let count = u64::try_from(items.len()).unwrap_or(0).max(1);
        let index = usize::try_from(self.next() % count).unwrap_or(0);
        items.get(index).copied().unwrap_or_default()
    }

    /// An id that is made at this time, in seconds since 1970.
    pub(super) fn id(&mut self, seconds: i64) -> Uuid {
        let millis = u64::try_from(seconds.saturating_mul(1000)).unwrap_or(0);
        let mut random = [0; 10];
        random[..8].copy_from_slice(&self.next().to_le_bytes());
        random[8..].copy_from_slice(&self.next().to_le_bytes()[..2]);
        Builder::from_unix_timestamp_millis(millis + self.next() % 1000, &random).into_uuid()
    }
}

/// The number to which another is shuffled; no two to the same.
pub(super) fn shuffled(number: u32) -> u32 {
    let number = (number ^ (number >> 16)).wrapping_mul(0x7FEB_352D);
    let number = (number ^ (number >> 15)).wrapping_mul(0x846C_A68B);
    number ^ (number >> 16)
}

fn stirred(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(STIR[0]);
    let number = (number ^ (number >> 27)).wrapping_mul(STIR[1]);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn the_numbers_are_those_of_splitmix64() {
        let mut chance = Chance(1_234_567);
        assert_eq!(
            [chance.next(), chance.next()],
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]
        );
    }

    #[test]
    fn a_number_lies_between_its_ends_and_reaches_both() {
        let mut chance = Chance::new(1, 2);
        let numbers: Vec<i64> = (0..200).map(|_| chance.within((-2, 3))).collect();
        assert_eq!(numbers.iter().min(), Some(&-2));
        assert_eq!(numbers.iter().max(), Some(&3));
        assert_eq!(chance.of::<u8>(&[]), 0);
    }
}

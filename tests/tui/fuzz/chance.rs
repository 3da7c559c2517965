//! A small generator of numbers (xorshift), so that a seed tells the whole story again.

pub(super) struct Chance(pub(super) u64);

impl Chance {
    /// A number below this.
    pub(super) fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % most
    }

    /// One of these.
    pub(super) fn of<T: Copy>(&mut self, things: &[T]) -> T {
        things[self.below(things.len())]
    }
}

//! Where any, or so many, of some milestones are enough: the cheapest of them.

use super::walk::Walk;
use crate::curriculum::Place;

/// The most combinations of which each is tried; of more, the milestones that are cheapest by themselves are taken.
const MOST_TRIED: u64 = 1_000;

/// A choice of milestones that a requirement leaves, and what is taken as the cheapest way through it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// What there is to choose from: it applies, and is not done.
    pub among: Vec<Place>,
    /// How many of them are needed.
    pub needed: usize,
    /// Those that are cheapest by the hours left, prerequisites included; in the author's order.
    pub taken: Vec<Place>,
}

impl Way {
    /// A choice of which nothing is taken yet.
    pub(super) fn among(among: Vec<Place>, needed: usize) -> Self {
        Self {
            needed: needed.min(among.len()),
            among,
            taken: Vec::new(),
        }
    }

    /// Takes the cheapest way over what is taken already.
    pub(super) fn take(&mut self, walk: &mut Walk<'_>) {
        self.taken = if combinations(self.among.len(), self.needed) <= MOST_TRIED {
            self.cheapest(walk)
        } else {
            self.cheapest_alone(walk)
        };
        self.taken.iter().for_each(|place| walk.take(*place));
    }

    /// The combination that costs least together; of several, the first.
    fn cheapest(&self, walk: &mut Walk<'_>) -> Vec<Place> {
        let mut best = Vec::new();
        let mut least = u64::MAX;
        let mut picks: Vec<usize> = (0..self.needed).collect();
        loop {
            let places: Vec<Place> = picks.iter().map(|pick| self.among[*pick]).collect();
            // One that costs as much is not better, so it may be given up a minute earlier.
            if let Some(cost) = walk.cost(&places, least.saturating_sub(1)) {
                least = cost;
                best = places;
            }
            if least == 0 || !advance(&mut picks, self.among.len()) {
                return best;
            }
        }
    }

    /// Those that each cost least.
    fn cheapest_alone(&self, walk: &mut Walk<'_>) -> Vec<Place> {
        let mut least: Vec<(u64, usize)> = Vec::new();
        for (index, place) in self.among.iter().enumerate() {
            let is_full = least.len() == self.needed;
            let most = least.last().filter(|_| is_full);
            let most = most.map_or(u64::MAX, |(cost, _)| cost.saturating_sub(1));
            if let Some(cost) = walk.cost(&[*place], most) {
                least.truncate(self.needed.saturating_sub(1));
                let at = least.partition_point(|known| *known < (cost, index));
                least.insert(at, (cost, index));
            }
        }
        let mut picks: Vec<usize> = least.into_iter().map(|(_, index)| index).collect();
        picks.sort_unstable();
        picks.into_iter().map(|pick| self.among[pick]).collect()
    }
}

/// In how many ways so many can be picked; `u64::MAX` where that is more than one would count.
fn combinations(of: usize, picked: usize) -> u64 {
    let picked = picked.min(of - picked);
    let mut ways = 1_u64;
    for index in 0..picked {
        ways = ways.saturating_mul((of - index) as u64) / (index as u64 + 1);
        if ways > MOST_TRIED {
            return u64::MAX;
        }
    }
    ways
}

/// Goes on to the next combination of picks in ascending order; `false` after the last.
fn advance(picks: &mut [usize], of: usize) -> bool {
    let count = picks.len();
    let movable = (0..count)
        .rev()
        .find(|index| picks[*index] < of - count + index);
    let Some(index) = movable else {
        return false;
    };
    picks[index] += 1;
    for later in index + 1..count {
        picks[later] = picks[later - 1] + 1;
    }
    true
}

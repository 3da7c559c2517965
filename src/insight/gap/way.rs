//! Where any, or so many, of some milestones are enough: a way through that, and the cheapest by itself.

use std::collections::BinaryHeap;

use super::walk::Walk;
use crate::curriculum::Place;

/// The most combinations of which each is tried; of more, the milestones that are cheapest by themselves are taken.
const MOST_TRIED: usize = 1_000;

/// How many of what there is to choose from a sentence names.
const MOST_NAMED: usize = 6;

/// The most steps along prerequisites that one choice may take; a try has an equal share of them.
const MOST_STEPS: usize = 300_000;

/// A choice of milestones that a requirement leaves, and what is taken as the cheapest way through it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// What there is to choose from: it applies, and is not done.
    pub among: Vec<Place>,
    /// How many of them are needed.
    pub needed: usize,
    /// Those that are taken because they, with all else that the target needs, are cheapest by the hours left,
    /// prerequisites included; in the author's order.
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

    /// Whether more is there to choose from than is needed.
    pub fn is_choice(&self) -> bool {
        self.among.len() > self.needed
    }

    /// What was taken and why, where milestones go by these names.
    pub fn sentence(&self, name: impl Fn(Place) -> String) -> String {
        let listed = |places: &[Place]| {
            let named = places.iter().take(MOST_NAMED).map(|place| name(*place));
            let named = named.collect::<Vec<_>>().join(", ");
            match places.len().saturating_sub(MOST_NAMED) {
                0 => named,
                more => format!("{named} and {more} more"),
            }
        };
        let (needed, among, taken) = (self.needed, listed(&self.among), listed(&self.taken));
        let are = if needed == 1 { "is" } else { "are" };
        format!(
            "{needed} of these {are} enough: {among}. Counted with the cheapest way from where you stand: {taken}."
        )
    }

    /// Takes what of it is taken anyway, as many as are needed.
    pub(super) fn follow(&mut self, whole: &Walk<'_>) {
        let taken = self.among.iter().filter(|place| whole.is_taken(**place));
        self.taken = taken.take(self.needed).copied().collect();
    }

    /// Takes the way that is cheapest by itself over what is taken already.
    pub(super) fn take(&mut self, walk: &mut Walk<'_>) {
        let tries = combinations(self.among.len(), self.needed);
        self.taken = if tries <= MOST_TRIED {
            self.cheapest(walk, MOST_STEPS / tries.max(1))
        } else {
            self.cheapest_alone(walk, MOST_STEPS / self.among.len())
        };
        for place in &self.taken {
            walk.take(*place);
        }
    }

    /// The combination that costs least together; of several, the first.
    fn cheapest(&self, walk: &mut Walk<'_>, steps: usize) -> Vec<Place> {
        let mut best = Vec::new();
        let mut least = u64::MAX;
        let mut picks: Vec<usize> = (0..self.needed).collect();
        loop {
            let places: Vec<Place> = picks.iter().map(|pick| self.among[*pick]).collect();
            // One that costs as much is not better, so it may be given up a minute earlier.
            if let Some(cost) = walk.cost(&places, least.saturating_sub(1), steps) {
                least = cost;
                best = places;
            }
            if least == 0 || !advance(&mut picks, self.among.len()) {
                return best;
            }
        }
    }

    /// Those that each cost least.
    fn cheapest_alone(&self, walk: &mut Walk<'_>, steps: usize) -> Vec<Place> {
        let mut costs: Vec<(u64, usize)> = Vec::new();
        let mut least = BinaryHeap::new();
        for (index, place) in self.among.iter().enumerate() {
            let most = least.peek().filter(|_| least.len() == self.needed);
            let most = most.map_or(u64::MAX, |most: &u64| most.saturating_sub(1));
            if let Some(cost) = walk.cost(&[*place], most, steps) {
                if least.len() == self.needed {
                    least.pop();
                }
                least.push(cost);
                costs.push((cost, index));
            }
        }
        costs.sort_unstable();
        costs.truncate(self.needed);
        costs.sort_unstable_by_key(|(_, index)| *index);
        costs
            .into_iter()
            .map(|(_, pick)| self.among[pick])
            .collect()
    }
}

/// In how many ways so many can be picked; `usize::MAX` where that is more than are tried.
fn combinations(of: usize, picked: usize) -> usize {
    let mut ways = 1_usize;
    for index in 0..picked.min(of - picked) {
        ways = ways.saturating_mul(of - index) / (index + 1);
        if ways > MOST_TRIED {
            return usize::MAX;
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

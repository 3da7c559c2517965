//! The cheapest set of milestones with which all ways are gone: found by weighing them against each other, with what
//! cannot be cheaper than the best so far left out.

use super::bound::{Bound, Scales};
use super::price::Price;
use super::terrain::Terrain;
use crate::curriculum::Place;

/// The picks that a search came to.
#[derive(Debug)]
pub(super) struct Found {
    /// The milestones to take; what they take along stands aside.
    pub(super) places: Vec<Place>,
    /// Whether nothing costs less.
    pub(super) is_least: bool,
}

/// Looks for the cheapest picks, in so many steps at most. `None` where it found no picks at all in those.
pub(super) fn least(terrain: &Terrain, steps: usize) -> Option<Found> {
    let mut found = Found {
        places: Vec::new(),
        is_least: true,
    };
    let mut left = steps;
    for group in terrain.groups() {
        let mut search = Search::of(terrain, &group, left);
        search.go();
        left = search.left;
        found.is_least &= !search.is_cut;
        let (_, picks) = search.best?;
        found
            .places
            .extend(picks.into_iter().map(|pick| terrain.picks[pick].place));
    }
    Some(found)
}

/// A search among ways that have to do with each other.
struct Search<'a> {
    terrain: &'a Terrain,
    group: &'a [usize],
    scales: Scales,
    /// Which blocks are taken.
    taken: Vec<bool>,
    /// What they cost.
    spent: Price,
    /// How often each pick was decided against.
    refused: Vec<u32>,
    /// The picks that were taken.
    picks: Vec<usize>,
    best: Option<(Price, Vec<usize>)>,
    left: usize,
    /// The steps that it takes to see which ways are not gone yet.
    breadth: usize,
    /// Whether something was left out because no steps were left.
    is_cut: bool,
}

impl<'a> Search<'a> {
    fn of(terrain: &'a Terrain, group: &'a [usize], steps: usize) -> Self {
        let blocks = terrain.prices.len();
        Self {
            terrain,
            group,
            scales: Scales::of(blocks),
            taken: vec![false; blocks],
            spent: Price::NOTHING,
            refused: vec![0; terrain.picks.len()],
            picks: Vec::new(),
            best: None,
            left: steps,
            breadth: group
                .iter()
                .map(|way| terrain.stretches[*way].picks.len())
                .sum(),
            is_cut: false,
        }
    }

    /// Goes on from what is taken and refused, as far as that can lead to something better.
    fn go(&mut self) {
        if self.left == 0 {
            self.is_cut = true;
            return;
        }
        let Some(open) = self.open() else {
            return;
        };
        if open.is_empty() {
            self.keep(self.spent, self.picks.clone());
            return;
        }
        let Bound {
            at_least,
            likely,
            next,
        } = self.scales.bound(&open, self.terrain, &self.taken);
        self.left = self.left.saturating_sub(self.breadth + self.scales.steps());
        let likely_price = self.spent + self.price(&likely);
        let likely = self.picks.iter().copied().chain(likely).collect();
        self.keep(likely_price, likely);
        let at_least = self.spent + at_least.rounded_up();
        let best = self.best.as_ref();
        if best.is_some_and(|(best, _)| *best <= at_least) {
            return;
        }
        self.with(next);
        self.without(next);
    }

    /// What each way that is not gone yet still needs, and of which picks; `None` where one cannot be gone any more.
    fn open(&self) -> Option<Vec<(usize, Vec<usize>)>> {
        let mut open = Vec::new();
        for index in self.group {
            let stretch = &self.terrain.stretches[*index];
            let is_taken = |pick: &&usize| self.taken[self.terrain.picks[**pick].block];
            let taken = stretch.picks.iter().filter(is_taken).count();
            let needed = stretch.needed.saturating_sub(taken);
            if needed == 0 {
                continue;
            }
            let free = stretch.picks.iter().filter(|pick| !is_taken(pick));
            let free = free.filter(|pick| self.refused[**pick] == 0).copied();
            let free: Vec<usize> = free.collect();
            if free.len() < needed {
                return None;
            }
            open.push((needed, free));
        }
        Some(open)
    }

    /// Keeps these picks, if they are the best so far.
    fn keep(&mut self, price: Price, picks: Vec<usize>) {
        if self.best.as_ref().is_none_or(|(best, _)| price < *best) {
            self.best = Some((price, picks));
        }
    }

    /// What these picks cost over what is taken.
    fn price(&mut self, picks: &[usize]) -> Price {
        let before = self.spent;
        let mut taken = Vec::new();
        for pick in picks {
            self.take(*pick, &mut taken);
        }
        let price = self.spent - before;
        self.give_back(taken);
        price
    }

    fn with(&mut self, pick: usize) {
        let mut taken = Vec::new();
        self.take(pick, &mut taken);
        self.picks.push(pick);
        self.go();
        self.picks.pop();
        self.give_back(taken);
    }

    /// Goes on without a pick, and so without all that take it along.
    fn without(&mut self, pick: usize) {
        let above = &self.terrain.picks[pick].above;
        for above in above {
            self.refused[*above] += 1;
        }
        self.go();
        for above in above {
            self.refused[*above] -= 1;
        }
    }

    fn take(&mut self, pick: usize, taken: &mut Vec<usize>) {
        for block in &self.terrain.picks[pick].blocks {
            if !std::mem::replace(&mut self.taken[*block], true) {
                self.spent += self.terrain.prices[*block];
                taken.push(*block);
            }
        }
    }

    fn give_back(&mut self, taken: Vec<usize>) {
        for block in taken {
            self.taken[block] = false;
            self.spent -= self.terrain.prices[block];
        }
    }
}

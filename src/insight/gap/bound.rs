//! What ways cost at least that have milestones in common: the price of each block is shared out among those that need it.

use super::price::Price;
use super::terrain::Terrain;

/// Room in which blocks are counted, kept from one bound to the next.
#[derive(Debug)]
pub(super) struct Scales {
    /// How many ways may need each block.
    ways: Vec<u32>,
    /// How many picks of the way at hand may need it.
    picks: Vec<u32>,
    steps: usize,
}

/// What open ways cost at least.
#[derive(Debug)]
pub(super) struct Bound {
    /// No picks cost less together.
    pub(super) at_least: Price,
    /// The picks that seem cheapest: enough for each way.
    pub(super) likely: Vec<usize>,
    /// The pick to be decided next.
    pub(super) next: usize,
}

impl Scales {
    /// Room for so many blocks.
    pub(super) fn of(blocks: usize) -> Self {
        Self {
            ways: vec![0; blocks],
            picks: vec![0; blocks],
            steps: 0,
        }
    }

    /// How many steps the last bound took.
    pub(super) fn steps(&self) -> usize {
        self.steps
    }

    /// What these ways cost at least over what is taken; each is how many are needed of which picks.
    ///
    /// A block that several ways may need costs each of them a share. Within a way it costs each pick a share as well: no
    /// more of those that need it are chosen than are needed. So shares never add up to more than the block costs.
    pub(super) fn bound(
        &mut self,
        open: &[(usize, Vec<usize>)],
        terrain: &Terrain,
        taken: &[bool],
    ) -> Bound {
        self.steps = 1;
        self.count_ways(open, terrain, taken);
        let mut bound = Bound {
            at_least: Price::NOTHING,
            likely: Vec::new(),
            next: 0,
        };
        let mut alone = Price::NOTHING;
        let mut narrowest = usize::MAX;
        for (needed, picks) in open {
            let mut costs = self.costs(*needed, picks, terrain, taken);
            let last = needed - 1;
            costs.select_nth_unstable_by_key(last, |cost| (cost.whole, cost.pick));
            alone = alone.max(costs[last].whole);
            costs.select_nth_unstable_by_key(last, |cost| (cost.share, cost.pick));
            let cheapest = &mut costs[..*needed];
            cheapest.sort_unstable_by_key(|cost| (cost.share, cost.pick));
            bound.at_least += cheapest.iter().map(|cost| cost.share).sum();
            bound.likely.extend(cheapest.iter().map(|cost| cost.pick));
            if picks.len() - needed < narrowest {
                narrowest = picks.len() - needed;
                bound.next = cheapest[0].pick;
            }
        }
        bound.at_least = bound.at_least.max(alone);
        self.forget(open, terrain);
        bound
    }

    /// Counts how many ways may need each block.
    fn count_ways(&mut self, open: &[(usize, Vec<usize>)], terrain: &Terrain, taken: &[bool]) {
        for (_, picks) in open {
            for block in free(picks, terrain, taken) {
                self.steps += 1;
                if self.picks[block] == 0 {
                    self.ways[block] += 1;
                }
                self.picks[block] += 1;
            }
            for block in free(picks, terrain, taken) {
                self.picks[block] = 0;
            }
        }
    }

    /// What each pick of a way costs: all that it takes, and its share of that.
    fn costs(
        &mut self,
        needed: usize,
        picks: &[usize],
        terrain: &Terrain,
        taken: &[bool],
    ) -> Vec<Cost> {
        for block in free(picks, terrain, taken) {
            self.picks[block] += 1;
        }
        let mut costs = Vec::with_capacity(picks.len());
        for pick in picks {
            let mut cost = Cost {
                pick: *pick,
                whole: Price::NOTHING,
                share: Price::NOTHING,
            };
            for block in free(&[*pick], terrain, taken) {
                let price = terrain.prices[block];
                let picks = needed.min(self.picks[block] as usize);
                cost.whole += price;
                cost.share += price / (self.ways[block] as usize * picks);
            }
            costs.push(cost);
        }
        for block in free(picks, terrain, taken) {
            self.picks[block] = 0;
        }
        costs
    }

    fn forget(&mut self, open: &[(usize, Vec<usize>)], terrain: &Terrain) {
        for pick in open.iter().flat_map(|(_, picks)| picks) {
            let blocks = terrain.picks[*pick].blocks.iter();
            blocks.for_each(|block| self.ways[*block] = 0);
        }
    }
}

/// What a pick costs.
struct Cost {
    pick: usize,
    whole: Price,
    share: Price,
}

/// The blocks that these picks take beside what is taken; one that several need stands there for each.
fn free<'a>(
    picks: &'a [usize],
    terrain: &'a Terrain,
    taken: &'a [bool],
) -> impl Iterator<Item = usize> + 'a {
    let blocks = picks.iter().flat_map(|pick| &terrain.picks[*pick].blocks);
    blocks.copied().filter(|block| !taken[*block])
}

//! All ways that a target leaves open, seen together: what each of their milestones takes, in blocks that are walked as one.

use std::collections::HashMap;

use super::price::Price;
use super::walk::Walk;
use super::way::Way;
use crate::curriculum::Place;

/// The milestones from which open ways can choose, and what taking each of them takes along.
#[derive(Debug, Default)]
pub(super) struct Terrain {
    /// What there is to choose from, each once.
    pub(super) picks: Vec<Pick>,
    /// What each block costs. The milestones of a block are needed by the same picks, so they are taken together.
    pub(super) prices: Vec<Price>,
    /// The ways, by what they leave to choose from.
    pub(super) stretches: Vec<Stretch>,
}

/// A milestone that can be chosen.
#[derive(Debug)]
pub(super) struct Pick {
    /// The milestone.
    pub(super) place: Place,
    /// The block that is its own.
    pub(super) block: usize,
    /// All blocks that taking it takes, its own among them.
    pub(super) blocks: Vec<usize>,
    /// The picks that take it along, itself among them.
    pub(super) above: Vec<usize>,
}

/// How many of some picks are needed.
#[derive(Debug)]
pub(super) struct Stretch {
    pub(super) needed: usize,
    pub(super) picks: Vec<usize>,
}

impl Terrain {
    /// What these ways leave to choose over what is taken; `None` where that takes more than so many steps to find out.
    pub(super) fn of(ways: &[Way], walk: &mut Walk<'_>, steps: usize) -> Option<Self> {
        let mut terrain = Self::default();
        let mut known = HashMap::new();
        let mut reaches: Vec<Vec<Place>> = Vec::new();
        let mut left = steps;
        for way in ways {
            let taken = way.among.iter().filter(|place| walk.is_taken(**place));
            let needed = way.needed.saturating_sub(taken.count());
            if needed == 0 {
                continue;
            }
            let mut picks = Vec::new();
            for place in &way.among {
                if walk.is_taken(*place) {
                    continue;
                }
                if !known.contains_key(place) {
                    let reach = walk.reach(*place, left)?;
                    left -= reach.len();
                    known.insert(*place, reaches.len());
                    reaches.push(reach);
                    terrain.picks.push(Pick::of(*place));
                }
                picks.push(known[place]);
            }
            terrain.stretches.push(Stretch { needed, picks });
        }
        terrain.divide(&reaches, &known, walk);
        Some(terrain)
    }

    /// Divides into blocks what the picks take: whatever is needed by the same of them.
    fn divide(&mut self, reaches: &[Vec<Place>], known: &HashMap<Place, usize>, walk: &Walk<'_>) {
        let mut blocks: HashMap<Place, usize> = HashMap::new();
        let mut count = 0;
        for reach in reaches {
            let mut parts: HashMap<Option<usize>, usize> = HashMap::new();
            for place in reach {
                let part = parts.entry(blocks.get(place).copied()).or_insert_with(|| {
                    count += 1;
                    count - 1
                });
                blocks.insert(*place, *part);
            }
        }
        self.prices = vec![Price::NOTHING; count];
        for (place, block) in &blocks {
            let rank = known.get(place).copied().unwrap_or(0);
            self.prices[*block] += Price::of(walk.minutes(&[*place]), rank);
        }
        for (pick, reach) in self.picks.iter_mut().zip(reaches) {
            pick.block = blocks[&pick.place];
            pick.blocks = reach.iter().map(|place| blocks[place]).collect();
            pick.blocks.sort_unstable();
            pick.blocks.dedup();
        }
        for (above, reach) in reaches.iter().enumerate() {
            let along = reach.iter().filter_map(|place| known.get(place));
            along.for_each(|pick| self.picks[*pick].above.push(above));
        }
    }

    /// The ways in groups that have nothing to do with each other, by their indexes.
    pub(super) fn groups(&self) -> Vec<Vec<usize>> {
        // Each way leads to an earlier one of its group, the first of them to itself.
        let mut earlier: Vec<usize> = (0..self.stretches.len()).collect();
        let mut met_by: Vec<Option<usize>> = vec![None; self.prices.len()];
        for (index, stretch) in self.stretches.iter().enumerate() {
            let picks = stretch.picks.iter();
            for block in picks.flat_map(|pick| &self.picks[*pick].blocks) {
                let other = *met_by[*block].get_or_insert(index);
                let [one, other] = [index, other].map(|way| first(way, &mut earlier));
                earlier[one.max(other)] = one.min(other);
            }
        }
        let mut groups: Vec<Vec<usize>> = vec![Vec::new(); self.stretches.len()];
        for index in 0..self.stretches.len() {
            groups[first(index, &mut earlier)].push(index);
        }
        groups.retain(|group| !group.is_empty());
        groups
    }
}

/// The first way of the group of this one.
fn first(mut way: usize, earlier: &mut [usize]) -> usize {
    while earlier[way] != way {
        earlier[way] = earlier[earlier[way]];
        way = earlier[way];
    }
    way
}

impl Pick {
    /// A milestone of which nobody knows yet what it takes along.
    fn of(place: Place) -> Self {
        Self {
            place,
            block: 0,
            blocks: Vec::new(),
            above: Vec::new(),
        }
    }
}

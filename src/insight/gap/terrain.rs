//! All ways that a target leaves open, seen together: what each of their milestones takes, in blocks that are walked as one.

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
        let mut known: Vec<Option<usize>> = vec![None; walk.len()];
        let mut reaches: Vec<Vec<Place>> = Vec::new();
        let mut left = steps;
        for way in ways {
            let free = way.among.iter().filter(|place| !walk.is_taken(**place));
            let free: Vec<Place> = free.copied().collect();
            let needed = (way.needed + free.len()).saturating_sub(way.among.len());
            if needed == 0 {
                continue;
            }
            let mut picks = Vec::new();
            for place in free {
                let pick = if let Some(pick) = known[place] {
                    pick
                } else {
                    let reach = walk.reach(place, left)?;
                    left -= reach.len();
                    reaches.push(reach);
                    terrain.picks.push(Pick::of(place));
                    *known[place].insert(terrain.picks.len() - 1)
                };
                picks.push(pick);
            }
            terrain.stretches.push(Stretch { needed, picks });
        }
        terrain.divide(&reaches, &known, walk);
        Some(terrain)
    }

    /// Divides into blocks what the picks take: whatever is needed by the same of them.
    fn divide(&mut self, reaches: &[Vec<Place>], known: &[Option<usize>], walk: &Walk<'_>) {
        let blocks = Blocks::of(reaches, known.len());
        self.prices = vec![Price::NOTHING; blocks.count];
        for (place, block) in blocks.of.iter().enumerate() {
            if let Some(block) = block {
                let rank = known[place].unwrap_or(0);
                self.prices[*block] += Price::of(walk.minutes(&[place]), rank);
            }
        }
        for (above, reach) in reaches.iter().enumerate() {
            let mut within: Vec<usize> =
                reach.iter().filter_map(|place| blocks.of[*place]).collect();
            within.sort_unstable();
            within.dedup();
            self.picks[above].blocks = within;
            self.picks[above].block = blocks.of[self.picks[above].place].unwrap_or_default();
            let along = reach.iter().filter_map(|place| known[*place]);
            along.for_each(|pick| self.picks[pick].above.push(above));
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

/// The block of each milestone that some pick takes, and how many blocks there are.
struct Blocks {
    of: Vec<Option<usize>>,
    count: usize,
}

impl Blocks {
    /// Takes apart, for each of these reaches, what is in it and what is not.
    fn of(reaches: &[Vec<Place>], places: usize) -> Self {
        let mut of: Vec<Option<usize>> = vec![None; places];
        // Which reach took a part of each block last, and what that part is called.
        let mut parts: Vec<Option<(usize, usize)>> = Vec::new();
        for (index, reach) in reaches.iter().enumerate() {
            let mut fresh = None;
            for place in reach {
                let begun = match of[*place] {
                    Some(block) => parts[block].filter(|(last, _)| *last == index),
                    None => fresh,
                };
                let (_, part) = begun.unwrap_or_else(|| {
                    parts.push(None);
                    (index, parts.len() - 1)
                });
                match of[*place].replace(part) {
                    Some(block) => parts[block] = Some((index, part)),
                    None => fresh = Some((index, part)),
                }
            }
        }
        Self::numbered(of, parts.len())
    }

    /// The blocks that are left, without gaps in their numbers.
    fn numbered(mut of: Vec<Option<usize>>, names: usize) -> Self {
        let mut numbers: Vec<Option<usize>> = vec![None; names];
        let mut count = 0;
        for block in of.iter_mut().flatten() {
            *block = *numbers[*block].get_or_insert_with(|| {
                count += 1;
                count - 1
            });
        }
        Self { of, count }
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

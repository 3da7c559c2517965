//! Which milestone comes before which: order, cycles, and what one opens.

use super::model::{Curriculum, Place};

/// The most cycles that are told apart; each may be as long as the curriculum.
const MOST_CYCLES: usize = 100;

/// How many that stand behind a milestone are counted; nobody tells more of them apart.
pub const MANY_BEHIND: usize = 1_000;

/// The prerequisites of a list of milestones, in both directions.
#[derive(Debug, Clone)]
pub struct Graph {
    before: Vec<Vec<Place>>,
    after: Vec<Vec<Place>>,
}

/// What doing a milestone opens.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opens {
    /// The milestones that name it as a prerequisite, in order.
    pub direct: Vec<Place>,
    /// How many more stand behind those, up to [`MANY_BEHIND`].
    pub behind: usize,
}

impl Graph {
    /// The prerequisites of a curriculum's milestones.
    pub fn of(curriculum: &Curriculum) -> Self {
        Self::over(
            curriculum
                .milestones
                .iter()
                .map(|milestone| milestone.requires.clone())
                .collect(),
        )
    }

    /// A graph from the prerequisites of each milestone; all of them are places in that list.
    pub fn over(before: Vec<Vec<Place>>) -> Self {
        let mut after = vec![Vec::new(); before.len()];
        for (place, required) in before.iter().enumerate() {
            for &required in required {
                after[required].push(place);
            }
        }
        Self { before, after }
    }

    /// The milestones that name this one as a prerequisite, in order.
    pub fn after(&self, place: Place) -> impl Iterator<Item = Place> + '_ {
        self.after.get(place).into_iter().flatten().copied()
    }

    /// What the milestone opens, at once and in the end, among those that are wanted.
    pub fn opens(&self, place: Place, wanted: impl Fn(Place) -> bool) -> Opens {
        let direct: Vec<Place> = self.after(place).filter(|place| wanted(*place)).collect();
        let mut seen = vec![false; self.after.len()];
        for &place in &direct {
            seen[place] = true;
        }
        let mut waiting = direct.clone();
        let mut behind = 0;
        while behind < MANY_BEHIND
            && let Some(place) = waiting.pop()
        {
            for next in self.after(place) {
                if !seen[next] && wanted(next) {
                    seen[next] = true;
                    behind += 1;
                    waiting.push(next);
                }
            }
        }
        Opens {
            direct,
            behind: behind.min(MANY_BEHIND),
        }
    }

    /// All milestones, each behind its prerequisites, as near to the author's order as that allows.
    ///
    /// Milestones in or behind a cycle, which a checked curriculum does not have, are left out.
    pub fn order(&self) -> Vec<Place> {
        let mut missing: Vec<usize> = self.before.iter().map(Vec::len).collect();
        let free = (0..missing.len()).filter(|place| missing[*place] == 0);
        let mut ready: std::collections::BinaryHeap<_> = free.map(std::cmp::Reverse).collect();
        let mut order = Vec::with_capacity(missing.len());
        while let Some(std::cmp::Reverse(place)) = ready.pop() {
            order.push(place);
            for &next in &self.after[place] {
                missing[next] -= 1;
                if missing[next] == 0 {
                    ready.push(std::cmp::Reverse(next));
                }
            }
        }
        order
    }

    /// The cycles, each from its first milestone on: every one requires the next, the last requires the first.
    /// Cycles that share milestones are found one after the other as the author breaks them.
    pub(super) fn cycles(&self) -> Vec<Vec<Place>> {
        let mut inside = vec![true; self.before.len()];
        for place in self.order() {
            inside[place] = false;
        }
        let mut walk = Walk {
            graph: self,
            inside,
            seen: vec![Seen::Not; self.before.len()],
            cycles: Vec::new(),
        };
        for place in 0..self.before.len() {
            walk.from(place);
        }
        walk.cycles
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Seen {
    Not,
    OnTheWay(usize),
    Done,
}

/// A walk along the prerequisites that notices when it comes back to its own way.
struct Walk<'a> {
    graph: &'a Graph,
    inside: Vec<bool>,
    seen: Vec<Seen>,
    cycles: Vec<Vec<Place>>,
}

impl Walk<'_> {
    /// Walks on from one place, without recursion, for a chain may be as long as the curriculum.
    fn from(&mut self, start: Place) {
        if !self.inside[start] || self.seen[start] != Seen::Not {
            return;
        }
        let mut way = vec![(start, 0)];
        self.seen[start] = Seen::OnTheWay(0);
        while let Some((place, next)) = way.last_mut() {
            let place = *place;
            let Some(&required) = self.graph.before[place].get(*next) else {
                self.seen[place] = Seen::Done;
                way.pop();
                continue;
            };
            *next += 1;
            match self.seen[required] {
                Seen::Not if self.inside[required] => {
                    self.seen[required] = Seen::OnTheWay(way.len());
                    way.push((required, 0));
                }
                Seen::OnTheWay(since) => self.found(&way[since..]),
                Seen::Not | Seen::Done => {}
            }
        }
    }

    fn found(&mut self, way: &[(Place, usize)]) {
        if self.cycles.len() == MOST_CYCLES {
            return;
        }
        let mut cycle: Vec<Place> = way.iter().map(|(place, _)| *place).collect();
        let first = cycle
            .iter()
            .enumerate()
            .min_by_key(|(_, place)| **place)
            .map_or(0, |(at, _)| at);
        cycle.rotate_left(first);
        self.cycles.push(cycle);
    }
}

#[cfg(test)]
mod tests {
    use super::{Graph, MANY_BEHIND, Opens};

    /// 1 and 2 require 0; 3 requires both; 4 requires 3.
    fn diamond() -> Graph {
        Graph::over(vec![vec![], vec![0], vec![0], vec![1, 2], vec![3]])
    }

    #[test]
    fn the_order_puts_prerequisites_first_and_else_keeps_the_authors() {
        assert_eq!(diamond().order(), [0, 1, 2, 3, 4]);
        assert_eq!(
            Graph::over(vec![vec![2], vec![], vec![]]).order(),
            [1, 2, 0]
        );
    }

    #[test]
    fn what_a_milestone_opens_counts_each_one_behind_it_once() {
        let opens = diamond().opens(0, |_| true);
        assert_eq!(
            opens,
            Opens {
                direct: vec![1, 2],
                behind: 2
            }
        );
        let rest = diamond().opens(0, |place| place != 1 && place != 4);
        assert_eq!(
            rest,
            Opens {
                direct: vec![2],
                behind: 1
            }
        );
    }

    #[test]
    fn what_stands_far_behind_a_milestone_is_not_counted_to_its_end() {
        let chain = |length: usize| {
            let before = (0..length).map(|place| place.checked_sub(1).into_iter().collect());
            Graph::over(before.collect())
        };
        assert_eq!(chain(1_001).opens(0, |_| true).behind, 999);
        assert_eq!(chain(1_002).opens(0, |_| true).behind, MANY_BEHIND);
        assert_eq!(chain(10_000).opens(0, |_| true).behind, MANY_BEHIND);
    }

    #[test]
    fn a_cycle_is_named_whole_and_once_and_what_hangs_behind_it_is_not_part_of_it() {
        let graph = Graph::over(vec![vec![2], vec![0], vec![1], vec![2], vec![]]);
        assert_eq!(graph.cycles(), [vec![0, 2, 1]]);
        assert_eq!(graph.order(), [4]);
        assert!(diamond().cycles().is_empty());
    }

    #[test]
    fn a_chain_as_long_as_a_large_curriculum_is_no_trouble() {
        let length = 100_000;
        let mut chain: Vec<Vec<usize>> = (0..length)
            .map(|place| vec![(place + 1) % length])
            .collect();
        assert_eq!(Graph::over(chain.clone()).cycles()[0].len(), length);
        chain[length - 1].clear();
        assert_eq!(Graph::over(chain).order().len(), length);
    }
}

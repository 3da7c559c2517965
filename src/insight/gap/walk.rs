//! A walk along prerequisites: what a milestone still takes, from where the learner stands.

use std::collections::BTreeSet;

use crate::curriculum::{Applies, Place};
use crate::insight::snapshot::Snapshot;

/// What a way costs that is too long to reckon.
const FAR: u64 = u64::MAX - 1;

/// What is taken so far, with all prerequisites that are not settled.
#[derive(Clone)]
pub(super) struct Walk<'a> {
    snapshot: &'a Snapshot,
    taken: Vec<bool>,
    /// The prerequisites of what is taken of which an open choice decides whether they are.
    undecided: BTreeSet<Place>,
    /// In which search each milestone was met last, so that a search leaves nothing to clean up.
    met: Vec<u32>,
    search: u32,
    /// All that is taken, each behind its prerequisites; set by [`Walk::in_order`].
    order: Vec<Place>,
}

impl<'a> Walk<'a> {
    /// Nothing is taken yet.
    pub(super) fn over(snapshot: &'a Snapshot) -> Self {
        let milestones = snapshot.curriculum.milestones.len();
        Self {
            snapshot,
            taken: vec![false; milestones],
            undecided: BTreeSet::new(),
            met: vec![0; milestones],
            search: 0,
            order: Vec::new(),
        }
    }

    /// Takes a milestone, and what must be settled before it.
    pub(super) fn take(&mut self, place: Place) {
        if self.taken[place] {
            return;
        }
        let mut waiting = vec![place];
        while let Some(place) = waiting.pop() {
            if !std::mem::replace(&mut self.taken[place], true) {
                for (before, applies) in self.unsettled(place) {
                    match applies {
                        Applies::Yes => waiting.push(before),
                        Applies::Open => drop(self.undecided.insert(before)),
                        Applies::No => {}
                    }
                }
            }
        }
    }

    /// How many milestones there are, taken or not.
    pub(super) fn len(&self) -> usize {
        self.taken.len()
    }

    /// How many are taken.
    pub(super) fn count(&self) -> usize {
        self.taken.iter().filter(|taken| **taken).count()
    }

    /// Whether the milestone is taken.
    pub(super) fn is_taken(&self, place: Place) -> bool {
        self.taken[place]
    }

    /// The prerequisites of what is taken of which an open choice decides whether they are.
    pub(super) fn undecided(&self) -> impl Iterator<Item = Place> + '_ {
        self.undecided.iter().copied()
    }

    /// The minutes that taking these would add to what is taken; `None` if they are more than `most`. What
    /// takes so many steps to find out counts as more than anything else.
    pub(super) fn cost(&mut self, places: &[Place], most: u64, steps: usize) -> Option<u64> {
        self.search += 1;
        let mut waiting = places.to_vec();
        let mut cost = 0;
        let mut left = steps;
        while let Some(place) = waiting.pop() {
            if self.taken[place]
                || std::mem::replace(&mut self.met[place], self.search) == self.search
            {
                continue;
            }
            cost += self.weight(place);
            if cost > most {
                return None;
            }
            left = left.saturating_sub(1);
            if left == 0 {
                return Some(FAR).filter(|far| *far <= most);
            }
            waiting.extend(self.before(place));
        }
        Some(cost)
    }

    /// What taking a milestone would add to what is taken, itself among it; `None` if that is more than so many.
    pub(super) fn reach(&mut self, place: Place, most: usize) -> Option<Vec<Place>> {
        self.search += 1;
        let mut reach = Vec::new();
        let mut waiting = vec![place];
        while let Some(place) = waiting.pop() {
            if self.taken[place]
                || std::mem::replace(&mut self.met[place], self.search) == self.search
            {
                continue;
            }
            if reach.len() == most {
                return None;
            }
            reach.push(place);
            waiting.extend(self.before(place));
        }
        Some(reach)
    }

    /// What all that is taken weighs, in minutes, and how many that are.
    pub(super) fn weight_taken(&self) -> (u64, usize) {
        let minutes = self.all_taken().map(|place| self.weight(place)).sum();
        (minutes, self.count())
    }

    /// All that is taken, in the curriculum's order.
    fn all_taken(&self) -> impl Iterator<Item = Place> + '_ {
        let taken = self.taken.iter().enumerate();
        taken.filter_map(|(place, taken)| taken.then_some(place))
    }

    /// All that is taken, each behind its prerequisites, otherwise in the curriculum's order.
    pub(super) fn in_order(&mut self) -> Vec<Place> {
        let mut order = Vec::new();
        let mut placed = vec![false; self.taken.len()];
        // A chain may be as long as the curriculum, so each step waits in a list until what it needs is placed.
        let mut waiting = Vec::new();
        for start in (0..self.taken.len()).filter(|place| self.taken[*place]) {
            waiting.push((start, false));
            while let Some((place, is_ready)) = waiting.pop() {
                if placed[place] {
                    continue;
                }
                if is_ready {
                    placed[place] = true;
                    order.push(place);
                } else {
                    waiting.push((place, true));
                    let from = waiting.len();
                    let before = self.before(place).filter(|before| !placed[*before]);
                    waiting.extend(before.map(|before| (before, false)));
                    waiting[from..].sort_unstable_by(|one, other| other.cmp(one));
                }
            }
        }
        self.order.clone_from(&order);
        order
    }

    /// These milestones with all that must be settled before them, each once; in the order found before.
    pub(super) fn with_prerequisites(&mut self, places: &[Place]) -> Vec<Place> {
        self.search += 1;
        let mut waiting = places.to_vec();
        while let Some(place) = waiting.pop() {
            if std::mem::replace(&mut self.met[place], self.search) != self.search {
                waiting.extend(self.before(place));
            }
        }
        self.met_in_order()
    }

    /// These milestones, each once; in the order found before.
    pub(super) fn sorted(&mut self, places: &[Place]) -> Vec<Place> {
        self.search += 1;
        for place in places {
            self.met[*place] = self.search;
        }
        self.met_in_order()
    }

    /// What the last search met.
    fn met_in_order(&self) -> Vec<Place> {
        let met = |place: &&Place| self.met[**place] == self.search;
        self.order.iter().filter(met).copied().collect()
    }

    /// What counts of these, of all that is taken and of all that comes before either, in minutes.
    pub(super) fn minutes_behind(&mut self, places: &[Place]) -> u64 {
        self.search += 1;
        let mut waiting: Vec<Place> = self.all_taken().chain(places.iter().copied()).collect();
        let mut minutes = 0;
        while let Some(place) = waiting.pop() {
            if std::mem::replace(&mut self.met[place], self.search) == self.search {
                continue;
            }
            if !self.taken[place] && self.snapshot.standing.at(place).status.counts() {
                minutes += self.weight(place);
            }
            let requires = self.snapshot.curriculum.milestones[place].requires.iter();
            let applies =
                |before: &Place| self.snapshot.standing.at(*before).applies == Applies::Yes;
            waiting.extend(requires.copied().filter(applies));
        }
        minutes
    }

    /// What these weigh, in minutes.
    pub(super) fn minutes(&self, places: &[Place]) -> u64 {
        places.iter().map(|place| self.weight(*place)).sum()
    }

    /// What must be settled before a milestone.
    fn before(&self, place: Place) -> impl Iterator<Item = Place> + 'a {
        let unsettled = self.unsettled(place);
        unsettled.filter_map(|(before, applies)| (applies == Applies::Yes).then_some(before))
    }

    /// The prerequisites of a milestone that are not settled, and whether they are any.
    fn unsettled(&self, place: Place) -> impl Iterator<Item = (Place, Applies)> + 'a {
        let standing = &self.snapshot.standing;
        let requires = self.snapshot.curriculum.milestones[place].requires.iter();
        requires.filter_map(|before| {
            let position = standing.at(*before);
            (!position.status.settles()).then_some((*before, position.applies))
        })
    }

    fn weight(&self, place: Place) -> u64 {
        u64::from(self.snapshot.curriculum.milestones[place].hours.minutes())
    }
}

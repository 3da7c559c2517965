//! What the learner aims at, how far that is, and what to do next: worked out once somebody asks, and only as far as they
//! do.

use std::cell::OnceCell;

use crate::insight::gap::{Distance, Nearness};
use crate::insight::{Gap, Next, Snapshot};
use crate::progress::Day;

/// How far it is from one snapshot to the target that its learner aims at. Too much work to be done for each frame, and
/// more than most frames ask for.
#[derive(Debug, Default)]
pub struct Aim {
    distance: OnceCell<Option<Distance>>,
    next: OnceCell<Next>,
    nearness: OnceCell<Vec<Nearness>>,
    /// What lies between, by the target; each worked out by itself.
    gaps: OnceCell<Vec<OnceCell<Gap>>>,
}

impl Aim {
    /// How far the target is from this snapshot, the same each time; `None` where the curriculum has no targets.
    pub fn distance(&self, snapshot: &Snapshot) -> Option<Distance> {
        let distance = || {
            let target = snapshot.aim()?;
            Some(Distance::of(target, snapshot))
        };
        *self.distance.get_or_init(distance)
    }

    /// All that lies between this snapshot, the same each time, and the target.
    pub fn gap(&self, snapshot: &Snapshot) -> Option<&Gap> {
        self.gap_to(snapshot.aim()?, snapshot)
    }

    /// What can be done from this snapshot, the same each time.
    pub fn next(&self, snapshot: &Snapshot, today: Option<Day>) -> &Next {
        let next = || Next::of(snapshot, self.gap(snapshot), today);
        self.next.get_or_init(next)
    }

    /// All that lies between this snapshot, the same each time, and the target of this index, if there is one.
    pub fn gap_to(&self, target: usize, snapshot: &Snapshot) -> Option<&Gap> {
        let none = || vec![OnceCell::new(); snapshot.curriculum.targets.len()];
        let gap = self.gaps.get_or_init(none).get(target)?;
        Some(gap.get_or_init(|| Gap::of(target, snapshot)))
    }

    /// How near each of the targets is from this snapshot, the same each time.
    pub fn nearness(&self, snapshot: &Snapshot) -> &[Nearness] {
        self.nearness.get_or_init(|| Nearness::of_all(snapshot))
    }
}

//! What the learner aims at, how far that is, and what to do next: worked out once somebody asks, and only as far as they
//! do.

use std::cell::OnceCell;

use crate::insight::gap::Distance;
use crate::insight::{Gap, Next, Snapshot};
use crate::progress::Day;

/// How far it is from one snapshot to the target that its learner aims at. Too much work to be done for each frame, and
/// more than most frames ask for.
#[derive(Debug, Default)]
pub struct Aim {
    distance: OnceCell<Option<Distance>>,
    gap: OnceCell<Option<Gap>>,
    next: OnceCell<Next>,
    gaps: OnceCell<Vec<Gap>>,
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
        let gap = || {
            let target = snapshot.aim()?;
            Some(Gap::of(target, snapshot))
        };
        self.gap.get_or_init(gap).as_ref()
    }

    /// What can be done from this snapshot, the same each time.
    pub fn next(&self, snapshot: &Snapshot, today: Option<Day>) -> &Next {
        let next = || Next::of(snapshot, self.gap(snapshot), today);
        self.next.get_or_init(next)
    }

    /// All that lies between this snapshot, the same each time, and each of the targets.
    pub fn gaps(&self, snapshot: &Snapshot) -> &[Gap] {
        self.gaps.get_or_init(|| Gap::of_all(snapshot))
    }
}

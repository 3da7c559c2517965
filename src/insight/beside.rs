//! Another path beside the one that a learner follows: what it would add, and what it would drop.

use std::collections::HashSet;

use super::snapshot::Snapshot;
use super::standing::Tally;
use crate::curriculum::{Applies, Key, Place};

/// What changes for a learner who follows another path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    /// What is still to do there, and not here.
    pub added: Work,
    /// What is still to do here, and not there.
    pub dropped: Work,
    /// How much of it is done already.
    pub done: Tally,
    /// How many targets there are to aim at along it.
    pub targets: usize,
}

/// How much there is to do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Work {
    /// How many milestones.
    pub milestones: usize,
    /// What they weigh, in minutes.
    pub minutes: u64,
}

impl Beside {
    /// What changes for a learner who stands here and would stand there.
    pub fn of(here: &Snapshot, there: &Snapshot) -> Self {
        Self {
            added: Work::only(there, here),
            dropped: Work::only(here, there),
            done: there.standing.total(),
            targets: there.curriculum.targets.len(),
        }
    }
}

impl Work {
    /// The hours, rounded up.
    pub fn hours(self) -> u64 {
        self.minutes.div_ceil(60)
    }

    /// What is to do along this path and not along the other: each milestone by its key, or one that it had before.
    fn only(path: &Snapshot, other: &Snapshot) -> Self {
        let wanted: HashSet<Place> = to_do(other).collect();
        let names = other.progress.names();
        let is_wanted = |key: &Key| {
            let place = names.place(key.as_str());
            place.is_some_and(|place| wanted.contains(&place))
        };
        let mut work = Self::default();
        for place in to_do(path) {
            let milestone = &path.curriculum.milestones[place];
            let former = milestone.former.iter().map(|former| &former.key);
            if !std::iter::once(&milestone.key).chain(former).any(is_wanted) {
                work.milestones += 1;
                work.minutes += u64::from(milestone.hours.minutes());
            }
        }
        work
    }
}

/// The required milestones that apply and do not count yet.
fn to_do(snapshot: &Snapshot) -> impl Iterator<Item = Place> + '_ {
    let places = 0..snapshot.curriculum.milestones.len();
    places.filter(|place| {
        let position = snapshot.standing.at(*place);
        position.applies == Applies::Yes
            && !snapshot.curriculum.milestones[*place].optional
            && !position.status.counts()
    })
}

//! The road to some milestones, whatever they are wanted for.

use std::collections::BTreeSet;

use super::walk::Walk;
use crate::curriculum::Place;
use crate::insight::snapshot::Snapshot;

/// What it takes to do some milestones, from where the learner stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Road {
    /// The milestones with their prerequisites that are not settled, each once and each behind what it requires;
    /// otherwise in the curriculum's order.
    pub places: Vec<Place>,
    /// What those weigh, in minutes.
    pub minutes: u64,
    /// The open groups whose decision may add prerequisites, by their index.
    pub open_choices: Vec<usize>,
}

impl Road {
    /// The road to these milestones, which are taken whether they are done or not.
    pub fn to(wanted: impl IntoIterator<Item = Place>, snapshot: &Snapshot) -> Self {
        let mut walk = Walk::over(snapshot);
        for place in wanted {
            walk.take(place);
        }
        let places = walk.in_order();
        let undecided = walk.undecided();
        let open: BTreeSet<usize> = undecided
            .flat_map(|place| snapshot.open_groups(place))
            .collect();
        Self {
            minutes: walk.minutes(&places),
            places,
            open_choices: open.into_iter().collect(),
        }
    }
}

/// What the roads to these weigh, each by itself, in minutes: as [`Road::to`] says of each, without putting them in order.
pub fn minutes_to_each<'a>(
    wanted: impl IntoIterator<Item = &'a [Place]>,
    snapshot: &Snapshot,
) -> Vec<u64> {
    let mut walk = Walk::over(snapshot);
    let wanted = wanted.into_iter();
    let costs = wanted.map(|places| walk.cost(places, u64::MAX, usize::MAX));
    costs.map(Option::unwrap_or_default).collect()
}

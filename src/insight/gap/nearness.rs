//! How near a target is, in figures; what each of its requirements lacks stands aside.

use super::Reckoning;
use super::distance::Distance;
use crate::insight::snapshot::Snapshot;

/// How near a learner is to a target. Far less work than the whole gap, where many targets stand side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearness {
    /// What is to be done first.
    pub distance: Distance,
    /// What the milestones weigh that are still needed, prerequisites included, in minutes.
    pub minutes_left: u64,
    /// What is done or credited of what the target asks for and of what comes before that, in minutes.
    pub minutes_there: u64,
    /// Whether nothing smaller would do. Not known only where so many choices have milestones in common that weighing all
    /// of them against each other would take too long; then the least that was found is taken.
    pub is_least: bool,
}

impl Nearness {
    /// How near the target of this index is.
    pub fn of(target: usize, snapshot: &Snapshot) -> Self {
        Reckoning::of(target, snapshot).nearness()
    }

    /// How near each target is, in the curriculum's order.
    pub fn of_all(snapshot: &Snapshot) -> Vec<Self> {
        let targets = 0..snapshot.curriculum.targets.len();
        targets.map(|target| Self::of(target, snapshot)).collect()
    }

    /// Whether nothing lies between.
    pub fn is_reached(&self) -> bool {
        self.distance == Distance::Reached
    }

    /// The hours that are left, rounded up.
    pub fn hours_left(&self) -> u64 {
        self.minutes_left.div_ceil(60)
    }

    /// The share of its hours that is there, rounded down: of those that are there and those that are left. Where it
    /// takes no hours at all, it is there once nothing lies between.
    pub fn percent(&self) -> u8 {
        let all = self.minutes_there + self.minutes_left;
        let nothing = if self.is_reached() { 100 } else { 0 };
        let share = (self.minutes_there * 100).checked_div(all);
        share.map_or(nothing, |percent| u8::try_from(percent).unwrap_or(100))
    }
}

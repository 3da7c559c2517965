//! The rows of the path: each stage with its milestones below it, as far as nothing is folded or filtered away.

use std::collections::BTreeSet;

use crate::curriculum::{Id, Key, Place};
use crate::insight::Filter;
use crate::tui::known::Known;

/// What a row shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// The stage of this index.
    Stage(usize),
    /// The milestone at this place.
    Milestone(Place),
}

/// A stage or milestone by its name, which it keeps whatever becomes of the rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum At {
    Stage(Id),
    Milestone(Key),
}

/// Which rows there are.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    spots: Vec<Spot>,
}

impl Rows {
    /// The rows of all stages but for what is folded, and what the filter keeps out.
    pub(super) fn of(known: &Known, filter: Filter, folded: &BTreeSet<Id>) -> Self {
        let mut spots = Vec::new();
        for (index, stage) in known.curriculum().stages.iter().enumerate() {
            let members = known.snapshot.members(index);
            let kept = members.filter(|entry| filter.keeps(entry));
            let mut kept = kept.map(|entry| Spot::Milestone(entry.place));
            let first = kept.next();
            if first.is_none() && filter != Filter::All {
                continue;
            }
            spots.push(Spot::Stage(index));
            if !folded.contains(&stage.id) {
                spots.extend(first);
                kept.for_each(|spot| spots.push(spot));
            }
        }
        Self { spots }
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.spots.len()
    }

    /// The row of an index.
    pub(super) fn get(&self, index: usize) -> Option<Spot> {
        self.spots.get(index).copied()
    }

    /// The name of what the row of an index shows.
    pub(super) fn at(&self, index: usize, known: &Known) -> At {
        At::of(self.spots[index], known)
    }

    /// The row of a stage or milestone; the one before where it has none itself.
    pub(super) fn index(&self, spot: Spot, known: &Known) -> usize {
        let wanted = order(spot, known);
        let after = self
            .spots
            .partition_point(|spot| order(*spot, known) <= wanted);
        after.saturating_sub(1)
    }

    /// The milestones in the rows between two of them, both among them.
    pub(super) fn between(&self, one: usize, other: usize) -> Vec<Place> {
        let rows = one.min(other)..=one.max(other);
        let spots = self.spots.get(rows).unwrap_or_default().iter();
        let milestones = spots.filter_map(|spot| match spot {
            Spot::Milestone(place) => Some(*place),
            Spot::Stage(_) => None,
        });
        milestones.collect()
    }

    /// The row of the stage to which a motion leads from the stage of the row of this index.
    pub(super) fn by_stage(&self, at: usize, motion: crate::tui::command::Motion) -> Option<Spot> {
        let stages = self.spots.iter().enumerate();
        let stages: Vec<(usize, Spot)> = stages
            .filter(|(_, spot)| matches!(spot, Spot::Stage(_)))
            .map(|(index, spot)| (index, *spot))
            .collect();
        let here = stages.partition_point(|(index, _)| *index <= at);
        let to = motion.from(here.saturating_sub(1), stages.len(), 1);
        stages.get(to).map(|(_, spot)| *spot)
    }
}

impl At {
    /// The name of what a row shows.
    pub(super) fn of(spot: Spot, known: &Known) -> Self {
        match spot {
            Spot::Stage(index) => Self::Stage(known.curriculum().stages[index].id.clone()),
            Spot::Milestone(place) => Self::Milestone(known.milestone(place).key.clone()),
        }
    }

    /// What has that name now, if anything.
    pub(super) fn spot(&self, known: &Known) -> Option<Spot> {
        match self {
            Self::Stage(id) => {
                let mut stages = known.curriculum().stages.iter();
                stages.position(|stage| stage.id == *id).map(Spot::Stage)
            }
            Self::Milestone(key) => known.place(key).map(Spot::Milestone),
        }
    }
}

/// The stage to which a row belongs; of a retired milestone, the one after all others.
pub(super) fn stage(spot: Spot, known: &Known) -> usize {
    match spot {
        Spot::Stage(index) => index,
        Spot::Milestone(place) => known.curriculum().stage_of(place).unwrap_or(usize::MAX),
    }
}

/// Where a row stands among all that there could be.
fn order(spot: Spot, known: &Known) -> (usize, usize) {
    let within = match spot {
        Spot::Stage(_) => 0,
        Spot::Milestone(place) => place + 1,
    };
    (stage(spot, known), within)
}

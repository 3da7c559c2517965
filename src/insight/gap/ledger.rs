//! What a learner has of the milestones that a target names.

use std::collections::HashSet;

use crate::curriculum::{Applies, Place};
use crate::insight::snapshot::Snapshot;
use crate::insight::standing::Status;

/// What a learner has, as one target sees it.
pub(super) struct Ledger<'a> {
    pub(super) snapshot: &'a Snapshot,
    /// What never satisfies any requirement of the target.
    never: HashSet<Place>,
}

/// What a milestone is to a requirement that names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Held {
    /// It counts.
    Counts,
    /// It is needed.
    Lacks,
    /// An open choice decides whether it is.
    Undecided,
    /// It drops out: it does not apply, or never satisfies this target.
    Out,
}

impl<'a> Ledger<'a> {
    /// The learner's ledger for the target of this index.
    pub(super) fn of(target: usize, snapshot: &'a Snapshot) -> Self {
        let target = &snapshot.curriculum.targets[target];
        let home = target.key.curriculum();
        let names = snapshot.progress.names();
        let never = target.never_satisfied_by.iter();
        Self {
            snapshot,
            never: never
                .filter_map(|id| names.place(&format!("{home}/{id}")))
                .collect(),
        }
    }

    /// What the milestone at this place is to a requirement that names this group.
    pub(super) fn held(&self, place: Place, group: Option<usize>) -> Held {
        let applies = self.snapshot.standing.at(place).applies;
        if applies == Applies::No || self.never.contains(&place) {
            Held::Out
        } else if self.counts(place, group) {
            Held::Counts
        } else if applies == Applies::Open {
            Held::Undecided
        } else {
            Held::Lacks
        }
    }

    /// Whether the milestone is there, under an option of the group that is chosen now.
    fn counts(&self, place: Place, group: Option<usize>) -> bool {
        let mark = self.snapshot.progress.mark(place);
        let Some(tick) = mark.done.as_ref().filter(|_| mark.credited.is_none()) else {
            return mark.counts();
        };
        let selection = &self.snapshot.progress.facts().selection;
        group.is_none_or(|group| {
            let made_under = selection.made_under(group, tick.stamp.order);
            let now = selection.chosen().options(group);
            made_under.is_empty() || now.is_empty() || made_under.iter().any(|id| now.contains(id))
        })
    }

    /// Whether a milestone that is needed is begun.
    pub(super) fn is_started(&self, place: Place, held: Held) -> bool {
        held == Held::Lacks && self.snapshot.standing.at(place).status == Status::Started
    }
}

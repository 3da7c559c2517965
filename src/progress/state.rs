//! The fold of all events over a curriculum: where a learner stands. Nothing of it is ever stored as truth.

mod apply;

use std::collections::HashMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::calendar::Calendar;
use super::event::Order;
use super::facts::Facts;
use super::log::Log;
use super::mark::Mark;
use super::selection::Selection;
use super::undo::Undone;
use crate::curriculum::model::Relation;
use crate::curriculum::{Applies, Curriculum, Id, Key, Names, Place, View};

/// Where a learner stands in a curriculum.
#[derive(Debug, Clone)]
pub struct Progress {
    names: Rc<Names>,
    /// How many former milestones were merged into the milestone at each place that has any.
    merged: Rc<HashMap<Place, usize>>,
    renamed_checks: Rc<HashMap<(Place, Id), Id>>,
    pub(super) marks: Vec<Option<Rc<Mark>>>,
    /// Where each proof was attached.
    pub(super) proofs: Rc<HashMap<Uuid, Vec<Home>>>,
    pub(super) facts: Rc<Facts>,
    pub(super) calendar: Rc<Calendar>,
}

/// The mark that a deed lands on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Home {
    Milestone(Place),
    Archived(Key),
}

/// Folds a whole log.
pub fn fold(log: &Log, curriculum: &Curriculum) -> Progress {
    Progress::nothing(curriculum).after(log, curriculum)
}

impl PartialEq for Progress {
    fn eq(&self, other: &Self) -> bool {
        self.marks == other.marks
            && self.facts == other.facts
            && self.proofs == other.proofs
            && self.calendar == other.calendar
    }
}

impl Progress {
    /// Nothing has happened yet.
    pub fn nothing(curriculum: &Curriculum) -> Self {
        let milestones = || curriculum.milestones.iter().enumerate();
        let parts = |former: &[crate::curriculum::model::Former]| {
            former
                .iter()
                .filter(|former| former.relation == Relation::Merged)
                .count()
        };
        let merged = milestones().map(|(place, milestone)| (place, parts(&milestone.former)));
        let renamed_checks = milestones().flat_map(|(place, milestone)| {
            let checks = milestone.checks.iter();
            checks.flat_map(move |check| {
                check
                    .was
                    .iter()
                    .map(move |was| ((place, was.clone()), check.id.clone()))
            })
        });
        Self {
            names: Rc::new(Names::of(curriculum)),
            merged: Rc::new(merged.filter(|(_, parts)| *parts > 0).collect()),
            renamed_checks: Rc::new(renamed_checks.collect()),
            marks: vec![None; curriculum.milestones.len()],
            proofs: Rc::default(),
            calendar: Rc::default(),
            facts: Rc::new(Facts {
                selection: Selection::nothing(curriculum),
                ..Facts::default()
            }),
        }
    }

    /// Where it leads if nothing has happened yet and then all of this does. Of many learners of one curriculum, each begins
    /// with a clone of the same nothing.
    #[must_use]
    pub fn after(mut self, log: &Log, curriculum: &Curriculum) -> Self {
        let undone = Undone::of(log.events());
        for event in log.events().iter().filter(|event| !undone.contains(event)) {
            self.apply(event, curriculum);
        }
        self
    }

    /// What has happened to the milestone at this place.
    pub fn mark(&self, place: Place) -> &Mark {
        static UNTOUCHED: Mark = Mark::UNTOUCHED;
        self.marks
            .get(place)
            .and_then(Option::as_deref)
            .unwrap_or(&UNTOUCHED)
    }

    /// The milestones to which something else happened than in an earlier progress along the same curriculum, from which
    /// this one came. Some of them may be as they were.
    pub fn changed_since<'a>(&'a self, before: &'a Self) -> impl Iterator<Item = Place> + 'a {
        let both = before.marks.iter().zip(&self.marks).enumerate();
        let changed = both.filter(|(_, marks)| match marks {
            (Some(before), Some(after)) => !Rc::ptr_eq(before, after),
            (before, after) => before.is_some() || after.is_some(),
        });
        changed.map(|(place, _)| place)
    }

    /// What must be settled before a milestone opens: those of its prerequisites that apply.
    pub fn blocked_by<'a>(
        &'a self,
        place: Place,
        curriculum: &'a Curriculum,
        view: &'a View,
    ) -> impl Iterator<Item = Place> + 'a {
        let before = curriculum.milestones[place].requires.iter().copied();
        before.filter(|before| {
            view.applies(*before, curriculum) == Applies::Yes && !self.mark(*before).is_settled()
        })
    }

    /// Whether the proof of that name is attached, to an archived milestone too.
    pub fn is_attached(&self, proof: Uuid) -> bool {
        self.proofs.contains_key(&proof)
    }

    /// What is known beside the milestones.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// On which days the learner did something.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// Finds milestones by their own and former keys.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// The same if these options of the group of this index were chosen now, and no others of it.
    #[must_use]
    pub fn if_chosen(&self, choice: usize, options: Vec<Id>, curriculum: &Curriculum) -> Self {
        let mut then = self.clone();
        let selection = &mut then.facts_mut().selection;
        selection.choose(choice, Order::LAST, options, curriculum);
        then
    }
}

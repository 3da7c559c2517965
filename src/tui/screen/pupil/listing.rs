//! The path of one learner, as the list shows it: who they are, each stage, and each of its milestones that is theirs.

use std::rc::Rc;

use uuid::Uuid;

use crate::curriculum::{Curriculum, Id, Key, Place};
use crate::insight::cohort::{Card, Cohort, Course, Phase};
use crate::tui::command::Motion;
use crate::tui::known::Known;
use crate::tui::review::Review;

/// The rows, and whose they are.
#[derive(Debug, Default)]
pub(super) struct Listing {
    cohort: Rc<Cohort>,
    /// The index of the learner's card.
    card: Option<usize>,
    rows: Vec<Spot>,
}

/// What a row is of, in the curriculum as it is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// The learner.
    Learner,
    /// The stage of this index.
    Stage(usize),
    /// The milestone at this place.
    Milestone(Place),
}

/// What a row is of, whatever becomes of the curriculum; it is the same for all learners of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Name {
    Learner,
    Stage(Id),
    Milestone(Key),
}

impl Listing {
    /// That of the learner who was asked for, else of the first who is listed.
    pub(super) fn of(review: &Review) -> Self {
        let cohort = Rc::clone(&review.cohort);
        let met = review.met.map(|learner| review.place(learner));
        let first = || {
            cohort
                .cards
                .iter()
                .position(|card| review.shown.shows(card))
        };
        let card = met.unwrap_or_else(first);
        let rows = card.and_then(|card| cohort.cards.get(card));
        let rows = rows.map(|card| rows_of(card, &cohort.course(card).curriculum));
        Self {
            rows: rows.unwrap_or_default(),
            card,
            cohort,
        }
    }

    /// What is kept of the learner.
    pub(super) fn card(&self) -> Option<&Card> {
        self.cohort.cards.get(self.card?)
    }

    /// Who it is.
    pub(super) fn learner(&self) -> Option<Uuid> {
        self.card().map(Card::learner)
    }

    /// The course that they follow.
    pub(super) fn course(&self) -> Option<&Course> {
        Some(self.cohort.course(self.card()?))
    }

    /// All learners.
    pub(super) fn cohort(&self) -> &Cohort {
        &self.cohort
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn get(&self, row: usize) -> Option<Spot> {
        self.rows.get(row).copied()
    }

    /// The name of the row of this index, which there is.
    pub(super) fn name(&self, row: usize) -> Name {
        let curriculum = self.course().map(|course| &course.curriculum);
        let name = curriculum.zip(self.get(row)).map(|(it, spot)| match spot {
            Spot::Learner => Name::Learner,
            Spot::Stage(index) => Name::Stage(it.stages[index].id.clone()),
            Spot::Milestone(place) => Name::Milestone(it.milestones[place].key.clone()),
        });
        name.unwrap_or(Name::Learner)
    }

    /// The row of the milestone at this place.
    pub(super) fn row(&self, place: Place) -> Option<usize> {
        self.rows
            .iter()
            .position(|spot| *spot == Spot::Milestone(place))
    }

    /// The place of the milestone of this key.
    pub(super) fn place(&self, key: &Key) -> Option<Place> {
        let milestones = &self.course()?.curriculum.milestones;
        milestones
            .iter()
            .position(|milestone| milestone.key == *key)
    }

    /// The key of the milestone at this place.
    pub(super) fn key(&self, place: Place) -> Option<&Key> {
        let milestone = self.course()?.curriculum.milestones.get(place);
        milestone.map(|milestone| &milestone.key)
    }

    /// The row of the stage so far from this row.
    pub(super) fn by_stage(&self, row: usize, motion: Motion) -> usize {
        let rows = self.rows.iter().enumerate();
        let stages = rows.filter(|(_, spot)| !matches!(spot, Spot::Milestone(_)));
        let stages: Vec<usize> = stages.map(|(row, _)| row).collect();
        let after = stages.partition_point(|stage| *stage <= row);
        let at = after.saturating_sub(1);
        // From within a stage, the way up leads to its own heading first.
        let is_within = stages.get(at).is_some_and(|stage| *stage < row);
        let to = match motion {
            Motion::Up(steps) if is_within => Motion::Up(steps - 1).from(at, stages.len(), 1),
            motion => motion.from(at, stages.len(), 1),
        };
        stages.get(to).copied().unwrap_or(row)
    }

    /// How many lines are said above the path of who this is.
    pub(super) fn heads(&self, known: &Known) -> u16 {
        let lines = super::about::heads(self, known).len();
        u16::try_from(lines).unwrap_or(u16::MAX)
    }
}

fn rows_of(card: &Card, curriculum: &Curriculum) -> Vec<Spot> {
    let mut rows = vec![Spot::Learner];
    for (index, stage) in curriculum.stages.iter().enumerate() {
        let is_theirs = |place: &Place| card.cells[*place].phase != Phase::Away;
        let members: Vec<Place> = stage.members.clone().filter(is_theirs).collect();
        if !members.is_empty() {
            rows.push(Spot::Stage(index));
            rows.extend(members.into_iter().map(Spot::Milestone));
        }
    }
    rows
}

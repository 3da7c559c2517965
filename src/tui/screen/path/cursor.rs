//! Where the learner is on the path: a stage, and in each stage a milestone, all by id.

use std::collections::HashMap;

use crate::curriculum::{Applies, Id, Key, Place};
use crate::insight::Status;
use crate::tui::command::Motion;
use crate::tui::known::Known;

/// The cursor. It comes back to the same milestone when it comes back to a stage.
#[derive(Debug)]
pub(super) struct Cursor {
    stage: Option<Id>,
    milestones: HashMap<Id, Key>,
}

impl Cursor {
    /// On the first thing to do, else on the first milestone there is.
    pub(super) fn at_first_thing_to_do(known: &Known) -> Self {
        let mut cursor = Self {
            stage: None,
            milestones: HashMap::new(),
        };
        match known.first_thing_to_do() {
            Some(place) => cursor.put(place, known),
            None => cursor.settle(known),
        }
        cursor
    }

    /// The index of the stage.
    pub(super) fn stage(&self, known: &Known) -> Option<usize> {
        let id = self.stage.as_ref()?;
        known
            .curriculum()
            .stages
            .iter()
            .position(|stage| stage.id == *id)
    }

    /// The milestones of the stage, in order.
    pub(super) fn members(&self, known: &Known) -> Vec<Place> {
        let stage = self.stage(known);
        stage.map_or_else(Vec::new, |stage| places(stage, known))
    }

    /// The milestone; `None` where the stage has none that applies.
    pub(super) fn milestone(&self, known: &Known) -> Option<Place> {
        let stage = self.stage(known)?;
        let members = places(stage, known);
        let remembered = self
            .milestones
            .get(&known.curriculum().stages[stage].id)
            .and_then(|key| known.place(key))
            .filter(|place| members.contains(place));
        remembered.or_else(|| first_to_do(&members, known))
    }

    /// Moves among the milestones of the stage.
    pub(super) fn go(&mut self, motion: Motion, page: usize, known: &Known) {
        let members = self.members(known);
        let at = self.milestone(known);
        let at = members.iter().position(|place| Some(*place) == at);
        let to = motion.from(at.unwrap_or(0), members.len(), page);
        if let Some(place) = members.get(to) {
            self.put(*place, known);
        }
    }

    /// Moves among the stages.
    pub(super) fn go_by_stage(&mut self, motion: Motion, page: usize, known: &Known) {
        let stages = &known.curriculum().stages;
        let to = motion.from(self.stage(known).unwrap_or(0), stages.len(), page);
        self.stage = stages.get(to).map(|stage| stage.id.clone());
    }

    /// Finds a stage again, should the curriculum have lost the one it was in.
    pub(super) fn settle(&mut self, known: &Known) {
        if self.stage(known).is_none() {
            let first = known.curriculum().stages.first();
            self.stage = first.map(|stage| stage.id.clone());
        }
    }

    fn put(&mut self, place: Place, known: &Known) {
        let Some(stage) = known.curriculum().stage_of(place) else {
            return;
        };
        let id = known.curriculum().stages[stage].id.clone();
        let key = known.milestone(place).key.clone();
        self.milestones.insert(id.clone(), key);
        self.stage = Some(id);
    }
}

fn places(stage: usize, known: &Known) -> Vec<Place> {
    let members = known.snapshot.members(stage);
    members.map(|entry| entry.place).collect()
}

fn first_to_do(members: &[Place], known: &Known) -> Option<Place> {
    let to_do = |place: &&Place| {
        let position = known.snapshot.standing.at(**place);
        position.applies == Applies::Yes
            && matches!(position.status, Status::Open | Status::Started)
    };
    members.iter().find(to_do).or(members.first()).copied()
}

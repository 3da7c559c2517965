//! What is known of a learner beside the milestones of the curriculum in use.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::day::Day;
use super::deed::{Aimed, Deed, Paused, Spent};
use super::event::Event;
use super::mark::{Mark, Note};
use super::record::{Application, Experience, Reference};
use super::selection::Selection;
use crate::curriculum::{Curriculum, Id, Key};

/// What is known of a learner beside the milestones of the curriculum in use.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// The choices.
    pub selection: Selection,
    /// Milestones that the curriculum does not have (any more), by key.
    pub archived: BTreeMap<Key, Mark>,
    /// Choices of other curricula or former versions, by key.
    pub elsewhere: BTreeMap<Key, Vec<Id>>,
    /// Notes on nothing in particular, oldest first.
    pub notes: Vec<Note>,
    /// The target set last.
    #[serde(with = "super::kept::as_json")]
    pub aim: Option<Aimed>,
    /// All time recorded, in the order of the log.
    #[serde(with = "super::kept::spent")]
    pub spent: Vec<Spent>,
    /// All holidays, in the order of the log.
    #[serde(with = "super::kept::as_json")]
    pub pauses: Vec<Pause>,
    /// Ids of other stores that belong to the same learner.
    pub same_learner: BTreeSet<Uuid>,
    /// References of the job search, by id.
    #[serde(with = "super::kept::as_json")]
    pub references: BTreeMap<Uuid, Reference>,
    /// Applications of the job search, by id.
    #[serde(with = "super::kept::as_json")]
    pub applications: BTreeMap<Uuid, Application>,
    /// Earlier work, by id.
    #[serde(with = "super::kept::as_json")]
    pub experience: BTreeMap<Uuid, Experience>,
    /// How many events a newer version of the program wrote.
    pub newer: usize,
}

/// A holiday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// The day on which the learner said so, which is its first.
    pub from: Day,
    /// Until when, and why.
    pub paused: Paused,
}

impl Facts {
    /// The index of the target aimed at; where none is, or one that the curriculum does not have, of its first.
    pub fn target(&self, curriculum: &Curriculum) -> Option<usize> {
        let mut targets = curriculum.targets.iter();
        let aim = self.aim.as_ref();
        let aimed = aim.and_then(|aim| targets.position(|target| target.key == aim.target));
        aimed.or((!curriculum.targets.is_empty()).then_some(0))
    }

    /// The pause that goes on beyond this day, if one does: the latest word counts, which may end an earlier pause.
    pub fn pause(&self, today: Day) -> Option<&Paused> {
        let latest = self.pauses.last().map(|pause| &pause.paused);
        latest.filter(|paused| paused.until > today)
    }

    /// Adds a learner's deed that concerns no milestone.
    pub(super) fn apply(&mut self, event: &Event) {
        match &event.deed {
            Deed::Aimed(aimed) => self.aim = Some(aimed.clone()),
            Deed::Paused(paused) => self.pauses.push(Pause {
                from: event.wall.date(),
                paused: paused.clone(),
            }),
            Deed::SameLearner(same) => drop(self.same_learner.insert(same.id)),
            Deed::Reference(reference) => {
                drop(self.references.insert(reference.id, reference.clone()));
            }
            Deed::Application(application) => drop(
                self.applications
                    .insert(application.id, application.clone()),
            ),
            Deed::Experience(experience) => {
                drop(self.experience.insert(experience.id, experience.clone()));
            }
            Deed::Newer(_) => self.newer += 1,
            _ => {}
        }
    }
}

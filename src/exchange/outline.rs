//! What a progress file says to readers without milepost. Nobody ever reads it back.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::curriculum::{Applies, Id};
use crate::insight::Snapshot;
use crate::insight::snapshot::Entry;

/// The curriculum as the learner sees it: titles in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Outline {
    /// The curriculum's title.
    pub title: String,
    /// Its stages, in order.
    pub stages: Vec<OutlineStage>,
}

/// One stage of the outline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OutlineStage {
    /// The stage's id.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// Its milestones that apply or may still apply, in order.
    pub milestones: Vec<OutlineMilestone>,
}

/// One milestone of the outline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OutlineMilestone {
    /// Its id; qualified, as `curriculum/id`, where it belongs to another curriculum.
    pub id: String,
    /// Its title, with the chosen options' names in it.
    pub title: String,
    /// What it weighs, in hours, rounded down.
    pub hours: u32,
    /// Whether it counts in the percentage.
    pub required: bool,
}

/// Where the learner stood when the file was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Summary {
    /// The share of the required hours that is done, rounded down.
    pub percent: u8,
    /// Required milestones that are done or credited.
    pub done: usize,
    /// Required milestones.
    pub required: usize,
    /// The hours that the done ones weigh, rounded down.
    pub hours_done: u64,
    /// The hours that the required ones weigh, rounded down.
    pub hours_required: u64,
    /// The options chosen, by group.
    pub choices: BTreeMap<String, Vec<Id>>,
}

impl Outline {
    /// The outline of the curriculum under the learner's choices.
    pub fn of(snapshot: &Snapshot) -> Self {
        let stages = snapshot.curriculum.stages.iter().enumerate();
        let stage = |(index, stage): (usize, &crate::curriculum::Stage)| OutlineStage {
            id: stage.id.clone(),
            title: stage.title.clone(),
            milestones: snapshot
                .members(index)
                .map(|entry| milestone(snapshot, entry))
                .collect(),
        };
        Self {
            title: snapshot.curriculum.title.clone(),
            stages: stages.map(stage).collect(),
        }
    }
}

impl Summary {
    /// Where the learner stands.
    pub fn of(snapshot: &Snapshot) -> Self {
        let total = snapshot.standing.total();
        let chosen = |(index, choice): (usize, &crate::curriculum::Choice)| {
            let options = snapshot.chosen().options(index).to_vec();
            (!options.is_empty()).then(|| (choice.key.id().to_owned(), options))
        };
        Self {
            percent: total.percent(),
            done: total.done,
            required: total.required,
            hours_done: total.hours_done(),
            hours_required: total.hours_required(),
            choices: snapshot
                .curriculum
                .choices
                .iter()
                .enumerate()
                .filter_map(chosen)
                .collect(),
        }
    }
}

fn milestone(snapshot: &Snapshot, entry: Entry<'_>) -> OutlineMilestone {
    let key = &entry.milestone.key;
    let own = key.curriculum() == snapshot.curriculum.id.as_str();
    OutlineMilestone {
        id: if own { key.id() } else { key.as_str() }.to_owned(),
        title: snapshot.title(entry.place),
        hours: entry.milestone.hours.minutes() / 60,
        required: !entry.milestone.optional && entry.position.applies == Applies::Yes,
    }
}

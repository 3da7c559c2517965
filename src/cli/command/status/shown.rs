//! Where a learner stands, as a program reads it.

use serde::Serialize;

use crate::cli::name;
use crate::cli::suggested::Suggested;
use crate::curriculum::{Choice, Stage};
use crate::insight::{
    Avoided, Gap, Next, Questions, Reviews, Snapshot, State, Tally, open_choice, unproven,
};
use crate::progress::Day;

/// How many milestones it names as next.
const NEXT: usize = 3;

/// Where a learner stands.
#[derive(Debug, Serialize)]
pub(super) struct Status {
    pub(super) curriculum: Followed,
    pub(super) choices: Vec<Group>,
    pub(super) paused_until: Option<Day>,
    pub(super) questions_due: usize,
    pub(super) unread: Vec<String>,
    #[serde(flatten)]
    pub(super) total: Share,
    pub(super) stages: Vec<StageShare>,
    pub(super) next: Vec<Suggested>,
    pub(super) avoided: Vec<Walked>,
    pub(super) due: Vec<String>,
    pub(super) unproven: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct Followed {
    pub(super) id: String,
    pub(super) version: String,
    pub(super) title: String,
}

/// A choice, and what was chosen.
#[derive(Debug, Serialize)]
pub(super) struct Group {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) options: Vec<Chosen>,
}

#[derive(Debug, Serialize)]
pub(super) struct Chosen {
    pub(super) id: String,
    pub(super) title: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Share {
    pub(super) percent: u8,
    pub(super) hours_done: u64,
    pub(super) hours_required: u64,
    pub(super) done: usize,
    pub(super) required: usize,
}

/// What the learner may be walking around.
#[derive(Debug, Serialize)]
pub(super) struct Walked {
    pub(super) kind: &'static str,
    pub(super) milestone: String,
    pub(super) told: String,
}

#[derive(Debug, Serialize)]
pub(super) struct StageShare {
    pub(super) id: String,
    pub(super) title: String,
    #[serde(skip)]
    pub(super) state: State,
    #[serde(flatten)]
    pub(super) share: Share,
}

impl Status {
    pub(super) fn of(snapshot: &Snapshot, today: Option<Day>) -> Self {
        let curriculum = &snapshot.curriculum;
        let stages = curriculum.stages.iter().enumerate();
        let gap = snapshot.aim().map(|target| Gap::of(target, snapshot));
        let next = Next::of(snapshot, gap.as_ref(), today);
        let suggestions = next.suggestions.iter().take(NEXT);
        let pause = today.and_then(|today| snapshot.progress.facts().pause(today));
        Self {
            curriculum: Followed {
                id: curriculum.id.to_string(),
                version: curriculum.version.clone(),
                title: curriculum.title.clone(),
            },
            choices: curriculum
                .choices
                .iter()
                .enumerate()
                .map(|(index, choice)| Group::of(index, choice, snapshot))
                .collect(),
            paused_until: pause.map(|pause| pause.until),
            unread: unread(snapshot),
            questions_due: today.map_or(0, |today| Questions::of_all(snapshot, today).due),
            total: snapshot.standing.total().into(),
            stages: stages
                .map(|(index, stage)| StageShare::of(index, stage, snapshot))
                .collect(),
            next: suggestions
                .map(|suggestion| Suggested::now(suggestion, snapshot))
                .collect(),
            avoided: next
                .avoided
                .iter()
                .map(|avoided| Walked::of(avoided, snapshot))
                .collect(),
            due: name::choices(open_choice::due(snapshot), snapshot),
            unproven: unproven(snapshot, gap.as_ref())
                .iter()
                .map(|unproven| name::id(unproven.place, snapshot))
                .collect(),
        }
    }
}

/// How one types the milestones on which mentors said something that is unread, the latest first.
fn unread(snapshot: &Snapshot) -> Vec<String> {
    let threads = Reviews::of(snapshot).threads.into_iter();
    let unread = threads.filter(|thread| !thread.unread.is_empty());
    let named = unread.map(|thread| match thread.place(snapshot) {
        Some(place) => name::id(place, snapshot),
        None => thread.key.to_string(),
    });
    named.collect()
}

impl Group {
    pub(super) fn of(index: usize, choice: &Choice, snapshot: &Snapshot) -> Self {
        let chosen = snapshot
            .chosen()
            .options(index)
            .iter()
            .filter_map(|id| choice.option(id.as_str()));
        Self {
            id: choice.key.id().to_owned(),
            title: choice.title.clone(),
            options: chosen
                .map(|option| Chosen {
                    id: option.id.to_string(),
                    title: option.title.clone(),
                })
                .collect(),
        }
    }
}

impl Walked {
    pub(super) fn of(avoided: &Avoided, snapshot: &Snapshot) -> Self {
        Self {
            kind: avoided.word(),
            milestone: name::id(avoided.place(), snapshot),
            told: avoided.told(snapshot),
        }
    }
}

impl StageShare {
    pub(super) fn of(index: usize, stage: &Stage, snapshot: &Snapshot) -> Self {
        Self {
            id: stage.id.to_string(),
            title: stage.title.clone(),
            state: State::of_stage(index, snapshot),
            share: snapshot.standing.stage(index).into(),
        }
    }
}

impl From<Tally> for Share {
    fn from(tally: Tally) -> Self {
        Self {
            percent: tally.percent(),
            hours_done: tally.hours_done(),
            hours_required: tally.hours_required(),
            done: tally.done,
            required: tally.required,
        }
    }
}

//! A gap as programs and people are told it.

use serde::Serialize;

use super::needed::{Records, Requirement};
use crate::cli::name;
use crate::cli::row::Row;
use crate::curriculum::target::Limit;
use crate::curriculum::{Appendix, EvidenceKind, Place};
use crate::insight::gap::{Nearness, Need};
use crate::insight::{Gap, Snapshot, State, avoided, gap};
use crate::progress::Day;

/// What lies between the learner and a target.
#[derive(Debug, Serialize)]
pub(super) struct Told {
    #[serde(flatten)]
    pub(super) goal: Goal,
    pub(super) note: Option<String>,
    pub(super) aimed: bool,
    pub(super) is_least: bool,
    pub(super) requirements: Vec<Requirement>,
    nested: Vec<Nested>,
    pub(super) missing: Vec<Row>,
    pub(super) open_choices: Vec<Open>,
    pub(super) unproven: Vec<Unproven>,
    pub(super) other_targets: Vec<Goal>,
    /// What is asked for of the records of the job search, by the targets within too.
    #[serde(skip)]
    pub(super) records: Vec<Records>,
    /// What is limited, by the targets within too.
    #[serde(skip)]
    pub(super) limits: Vec<Limit>,
    /// The first of what the learner walks around, in words.
    #[serde(skip)]
    pub(super) walked: Option<String>,
}

/// How near a target is.
#[derive(Debug, Serialize)]
pub(super) struct Goal {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) level: Option<String>,
    pub(super) milestones_to_go: usize,
    pub(super) hours_to_go: u64,
    pub(super) percent: u8,
    pub(super) reached: bool,
    /// The same in a word or two.
    #[serde(skip)]
    pub(super) distance: String,
}

/// What one requirement of a target lacks that another requirement names.
#[derive(Debug, Serialize)]
pub(super) struct Nested {
    of: String,
    #[serde(flatten)]
    requirement: Requirement,
}

/// A choice that is open, and what waits for it.
#[derive(Debug, Serialize)]
pub(super) struct Open {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) milestones: Vec<String>,
}

/// What is done without the evidence that is asked for.
#[derive(Debug, Serialize)]
pub(super) struct Unproven {
    pub(super) milestone: String,
    pub(super) kind: EvidenceKind,
    #[serde(skip)]
    pub(super) state: State,
}

impl Told {
    /// What there is to tell of a gap and of what the requirements of the targets within it lack.
    pub(super) fn of(
        gap: &Gap,
        nested: &[Need],
        snapshot: &Snapshot,
        appendix: &Appendix,
        today: Option<Day>,
    ) -> Self {
        let target = gap.target;
        let targets = &snapshot.curriculum.targets;
        let within = gap::within(target, snapshot).into_iter();
        let asked: Vec<_> = within
            .flat_map(|target| &targets[target].requirements)
            .collect();
        let others = (0..targets.len()).filter(|other| *other != target);
        let records = asked.iter().filter_map(|asked| asked.record.as_ref());
        let limits = asked.iter().filter_map(|asked| asked.limit.clone());
        let rows = gap.missing.iter().map(|place| Row::of(*place, snapshot));
        let open = gap.open_choices.iter();
        let open = open.map(|choice| Open::of(*choice, gap, snapshot));
        let unproven = gap.unproven.iter();
        Self {
            goal: Goal::of(target, &gap.nearness, snapshot, appendix),
            walked: walked(gap, snapshot, today),
            note: targets[target].note.clone(),
            aimed: snapshot.aim() == Some(target),
            is_least: gap.nearness.is_least,
            requirements: gap
                .requirements
                .iter()
                .map(|need| Requirement::of(need, snapshot, appendix))
                .collect(),
            nested: nested
                .iter()
                .map(|need| Nested {
                    of: targets[need.of].key.id().to_owned(),
                    requirement: Requirement::of(need, snapshot, appendix),
                })
                .collect(),
            missing: rows.collect(),
            open_choices: open.collect(),
            unproven: unproven
                .map(|unproven| Unproven {
                    milestone: name::id(unproven.place, snapshot),
                    kind: unproven.kind,
                    state: State::of(&snapshot.entry(unproven.place)),
                })
                .collect(),
            other_targets: others
                .map(|other| Goal::of(other, &Nearness::of(other, snapshot), snapshot, appendix))
                .collect(),
            records: records
                .map(|record| Records::of(record, snapshot))
                .collect(),
            limits: limits.collect(),
        }
    }
}

/// The first of what the learner walks around on the way to the target aimed at, whatever gap is looked at.
fn walked(gap: &Gap, snapshot: &Snapshot, today: Option<Day>) -> Option<String> {
    let aim = snapshot.aim().filter(|aim| *aim != gap.target);
    let aimed = aim.map(|aim| Gap::of(aim, snapshot));
    let avoided = avoided::of(snapshot, Some(aimed.as_ref().unwrap_or(gap)), today);
    avoided.first().map(|avoided| avoided.told(snapshot))
}

impl Goal {
    fn of(target: usize, near: &Nearness, snapshot: &Snapshot, appendix: &Appendix) -> Self {
        let target = &snapshot.curriculum.targets[target];
        let level = target.level.as_ref().map(|id| {
            let mut levels = appendix.levels.iter();
            let level = levels.find(|level| level.id == *id);
            level.map_or_else(|| id.to_string(), |level| level.title.clone())
        });
        Self {
            id: target.key.id().to_owned(),
            title: target.title.clone(),
            level,
            milestones_to_go: near.distance.milestones(),
            hours_to_go: near.hours_left(),
            percent: near.percent(),
            reached: near.is_reached(),
            distance: near.distance.to_string(),
        }
    }
}

impl Open {
    fn of(choice: usize, gap: &Gap, snapshot: &Snapshot) -> Self {
        let group = &snapshot.curriculum.choices[choice];
        let waits = |place: &&Place| snapshot.open_groups(**place).any(|open| open == choice);
        let waiting = gap.undecided.iter().filter(waits);
        Self {
            id: group.key.id().to_owned(),
            title: group.title.clone(),
            milestones: waiting.map(|place| name::id(*place, snapshot)).collect(),
        }
    }
}

//! A gap as programs and people are told it.

use serde::Serialize;

use crate::cli::name;
use crate::cli::row::Row;
use crate::curriculum::target::{Limit, RecordKind};
use crate::curriculum::{Appendix, EvidenceKind, Place};
use crate::insight::gap::{self, Lacking, Need, Reach};
use crate::insight::{Gap, Snapshot, State, avoided, filling};
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
    pub(super) nested: Vec<Nested>,
    pub(super) missing: Vec<Row>,
    pub(super) open_choices: Vec<Open>,
    pub(super) unproven: Vec<Unproven>,
    pub(super) other_targets: Vec<Goal>,
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

/// What one requirement lacks.
#[derive(Debug, Serialize)]
pub(super) struct Requirement {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) note: Option<String>,
    #[serde(serialize_with = "word")]
    pub(super) reach: Reach,
    pub(super) hours_to_go: u64,
    asked: Vec<String>,
    pub(super) missing: Vec<String>,
    ways: Vec<Way>,
    /// The ways in sentences.
    #[serde(skip)]
    pub(super) sentences: Vec<String>,
    pub(super) open_choice: Option<String>,
    pub(super) undecided: Vec<String>,
    pub(super) evidence: Option<Proofs>,
    pub(super) records: Option<Records>,
    pub(super) limit: Option<Limit>,
    target: Option<String>,
    pub(super) helps: Vec<Help>,
}

/// Something to learn from that helps with what a requirement lacks.
#[derive(Debug, Serialize)]
pub(super) struct Help {
    id: String,
    pub(super) title: String,
    url: Option<String>,
}

/// What one requirement of a target lacks that another requirement names.
#[derive(Debug, Serialize)]
pub(super) struct Nested {
    of: String,
    #[serde(flatten)]
    pub(super) requirement: Requirement,
}

#[derive(Debug, Serialize)]
struct Way {
    needed: usize,
    among: Vec<String>,
    taken: Vec<String>,
}

/// How much evidence there is, and how much is asked for.
#[derive(Debug, Serialize)]
pub(super) struct Proofs {
    pub(super) kind: EvidenceKind,
    pub(super) have: usize,
    pub(super) at_least: usize,
}

/// How many records there are, and how many are asked for.
#[derive(Debug, Serialize)]
pub(super) struct Records {
    #[serde(rename = "type")]
    pub(super) kind: RecordKind,
    pub(super) have: usize,
    pub(super) at_least: usize,
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
    /// What lies between the learner and the target of this index.
    pub(super) fn of(
        target: usize,
        snapshot: &Snapshot,
        appendix: &Appendix,
        today: Option<Day>,
    ) -> Self {
        let (gap, nested) = Gap::with_nested(target, snapshot);
        let targets = &snapshot.curriculum.targets;
        let others = (0..targets.len()).filter(|other| *other != target);
        let open = gap.open_choices.iter();
        let unproven = gap.unproven.iter();
        Self {
            goal: Goal::of(&gap, snapshot, appendix),
            walked: walked(&gap, snapshot, today),
            note: targets[target].note.clone(),
            aimed: snapshot.aim() == Some(target),
            is_least: gap.is_least,
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
            missing: gap
                .missing
                .iter()
                .map(|place| Row::of(*place, snapshot))
                .collect(),
            open_choices: open
                .map(|choice| Open::of(*choice, &gap, snapshot))
                .collect(),
            unproven: unproven
                .map(|unproven| Unproven {
                    milestone: name::id(unproven.place, snapshot),
                    kind: unproven.kind,
                    state: State::of(&snapshot.entry(unproven.place)),
                })
                .collect(),
            other_targets: others
                .map(|other| Goal::of(&Gap::of(other, snapshot), snapshot, appendix))
                .collect(),
        }
    }

    /// All requirements, those of the targets that they name among them.
    pub(super) fn all(&self) -> impl Iterator<Item = &Requirement> {
        let nested = self.nested.iter().map(|nested| &nested.requirement);
        self.requirements.iter().chain(nested)
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
    fn of(gap: &Gap, snapshot: &Snapshot, appendix: &Appendix) -> Self {
        let target = &snapshot.curriculum.targets[gap.target];
        let level = target.level.as_ref().map(|id| {
            let mut levels = appendix.levels.iter();
            let level = levels.find(|level| level.id == *id);
            level.map_or_else(|| id.to_string(), |level| level.title.clone())
        });
        Self {
            id: target.key.id().to_owned(),
            title: target.title.clone(),
            level,
            milestones_to_go: gap.missing.len(),
            hours_to_go: gap.hours_left(),
            percent: gap.percent(),
            reached: gap.is_closed(),
            distance: gap.distance().to_string(),
        }
    }
}

impl Requirement {
    fn of(need: &Need, snapshot: &Snapshot, appendix: &Appendix) -> Self {
        let helps = filling(&need.asked, snapshot, appendix).into_iter();
        let curriculum = &snapshot.curriculum;
        let ids = |places: &[Place]| {
            let ids = places.iter().map(|place| name::id(*place, snapshot));
            ids.collect::<Vec<_>>()
        };
        let way = |way: &gap::Way| Way {
            needed: way.needed,
            among: ids(&way.among),
            taken: ids(&way.taken),
        };
        let open_choice = need.open_choice.map(|choice| &curriculum.choices[choice]);
        let records = need.records.zip(need.record_kind(curriculum));
        let sentences = need.ways.iter().filter(|way| way.is_choice());
        Self {
            id: need.id.clone(),
            title: need.title.clone(),
            note: need.note.clone(),
            reach: need.reach,
            hours_to_go: need.hours_left(),
            asked: ids(&need.asked),
            missing: ids(&need.missing),
            ways: need.ways.iter().map(way).collect(),
            sentences: sentences
                .map(|way| way.sentence(|place| snapshot.title(place)))
                .collect(),
            open_choice: open_choice.map(|choice| choice.key.id().to_owned()),
            undecided: ids(&need.undecided),
            evidence: need.proofs.as_ref().map(|proofs| Proofs {
                kind: proofs.kind,
                have: proofs.count.have,
                at_least: proofs.count.at_least,
            }),
            records: records.map(|(Lacking { have, at_least }, kind)| Records {
                kind,
                have,
                at_least,
            }),
            limit: need.limit.clone(),
            target: need
                .target
                .map(|target| curriculum.targets[target].key.id().to_owned()),
            helps: helps
                .map(|resource| Help {
                    id: resource.id.to_string(),
                    title: resource.title.clone(),
                    url: resource.url.clone(),
                })
                .collect(),
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

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn word<S: serde::Serializer>(reach: &Reach, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(reach.word())
}

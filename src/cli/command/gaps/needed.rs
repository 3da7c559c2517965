//! What one requirement lacks, as programs and people are told it.

use serde::Serialize;

use crate::cli::name;
use crate::curriculum::target::{Limit, Record, RecordKind};
use crate::curriculum::{Appendix, EvidenceKind, Place};
use crate::insight::gap::{self, Lacking, Need, Reach};
use crate::insight::{Snapshot, filling};

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
    limit: Option<Limit>,
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

impl Requirement {
    pub(super) fn of(need: &Need, snapshot: &Snapshot, appendix: &Appendix) -> Self {
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
            records: need
                .requirement(curriculum)
                .and_then(|requirement| requirement.record.as_ref())
                .map(|record| Records::of(record, snapshot)),
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

impl Records {
    /// How many there are of those that are asked for.
    pub(super) fn of(asked: &Record, snapshot: &Snapshot) -> Self {
        let Lacking { have, at_least } = Lacking::of(asked, snapshot.progress.facts());
        Self {
            kind: asked.kind,
            have,
            at_least,
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

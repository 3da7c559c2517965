//! Readiness goals: what "ready" means, as data that the program can evaluate.

use serde::{Deserialize, Serialize};

use super::closeness::{closeness, says};
use super::id::{Id, Key};
use super::model::{EvidenceKind, Kind, Place};

/// A goal such as "entry floor": a list of requirements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// Its qualified id.
    pub key: Key,
    /// Its title.
    pub title: String,
    /// The level of work it opens, an id of [`super::detail::Appendix::levels`].
    pub level: Option<Id>,
    /// What to know about it.
    pub note: Option<String>,
    /// Whether its requirements are listed in order of importance.
    pub ordered: bool,
    /// Milestones and records that never satisfy any requirement of it.
    pub never_satisfied_by: Vec<Id>,
    /// All of these must hold.
    pub requirements: Vec<Requirement>,
    /// Where it comes from.
    pub sources: Vec<Id>,
}

/// One line of a target. Every part that is given must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requirement {
    /// Its id, unique within its target.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Every one of these is done.
    pub all: Vec<Place>,
    /// At least one of these is done.
    pub any: Vec<Place>,
    /// Every required milestone of this stage (its index) that applies is done.
    pub stage: Option<usize>,
    /// So many of these are done.
    pub count: Option<Count>,
    /// That other target (its index in [`super::Curriculum::targets`]) is reached.
    pub target: Option<usize>,
    /// The group of this index is decided.
    pub choice: Option<usize>,
    /// So many distinct pieces of evidence exist.
    pub evidence: Option<Proof>,
    /// So many records of the job search exist.
    pub record: Option<Record>,
    /// A limit that is shown and never decides.
    pub limit: Option<Limit>,
    /// What to know about it.
    pub note: Option<String>,
    /// Where it comes from.
    pub sources: Vec<Id>,
}

/// At least so many of some milestones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// The milestones that count.
    pub of: Vec<Place>,
    /// How many are needed.
    pub at_least: u16,
}

/// At least so many distinct addresses as evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// The kind of evidence.
    pub kind: EvidenceKind,
    /// How many distinct addresses.
    pub at_least: u16,
    /// Over these milestones; where empty, over those of the requirement.
    pub of: Vec<Place>,
}

/// At least so many records of the learner's job search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// What is recorded.
    #[serde(rename = "type")]
    pub kind: RecordKind,
    /// How many.
    pub at_least: u16,
    /// Relations that do not count, such as `friend`.
    pub not_relation: Vec<String>,
}

/// What the job search records.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum RecordKind {
    /// Somebody who vouches for the learner.
    Reference,
    /// One application.
    Application,
    /// Earlier work.
    Experience,
}

/// A figure that the learner keeps under; shown, never decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    /// What is limited, such as `resume-pages`.
    pub field: Id,
    /// The most.
    pub max: u32,
}

impl Record {
    /// Which of the relations that do not count this one is, if it is one: “A friend of mine” is one of `friend`.
    pub fn excludes(&self, relation: &str) -> Option<&str> {
        let not_relation = self.not_relation.iter().map(String::as_str);
        let mut unfit = not_relation.filter(|unfit| says(relation, unfit));
        unfit.next().or_else(|| closeness(relation))
    }
}

impl RecordKind {
    /// All kinds, those that one meets first before the others.
    pub const ALL: [Self; 3] = [Self::Application, Self::Reference, Self::Experience];

    /// The word that commands, curricula and JSON use for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Reference => "reference",
            Self::Application => "application",
            Self::Experience => "experience",
        }
    }

    /// What several of them are called.
    pub fn plural(self) -> &'static str {
        match self {
            Self::Reference => "references",
            Self::Application => "applications",
            Self::Experience => "earlier work",
        }
    }
}

impl Kind {
    /// The word that curricula, lists and JSON use for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Concept => "concept",
            Self::Practice => "practice",
            Self::Project => "project",
            Self::Career => "career",
        }
    }
}

impl EvidenceKind {
    /// The word that curricula, lists and JSON use for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Note => "note",
            Self::Repository => "repository",
            Self::Deployment => "deployment",
        }
    }
}

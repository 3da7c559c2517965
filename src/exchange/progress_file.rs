//! A learner's progress as a file: what a mentor reviews, and what carries it to the learner's other machine.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::document::{Content, Course};
use super::envelope::{Envelope, check_lengths, sealed, within};
use super::limits::Limits;
use super::outline::{Outline, Summary};
use super::refused::Refused;
use crate::curriculum::{Curriculum, Id};
use crate::progress::wire::Wire;
use crate::progress::{Log, Wall, tail};

/// The format, with the version that this program reads and writes.
pub const FORMAT: &str = "milepost-progress/1";

/// What a progress file holds, as far as milepost reads it back.
#[derive(Debug, Clone, PartialEq)]
pub struct ProgressFile {
    /// For whom it is.
    pub scope: Scope,
    /// Whose progress it is.
    pub learner: Learner,
    /// In which curriculum.
    pub curriculum: Origin,
    /// When it was written.
    pub exported_at: Wall,
    /// What happened.
    pub log: Log,
}

/// For whom a progress file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// For a mentor: without what is private.
    Shared,
    /// For the learner's own other machine: everything.
    Sync,
}

/// Whose progress a file holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Learner {
    /// Who it is: minted at their first deed.
    pub id: Uuid,
    /// How they want to be called. Never an identity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// Which version of which curriculum the learner used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Origin {
    /// The curriculum's id.
    pub id: Id,
    /// Its version, as its author wrote it.
    pub version: String,
    /// SHA-256 of the checked curriculum, written `sha256:…`.
    pub digest: String,
}

impl Origin {
    /// Which version of it this curriculum is.
    pub fn of(curriculum: &Curriculum) -> Self {
        Self {
            id: curriculum.id.clone(),
            version: curriculum.version.clone(),
            digest: curriculum.digest.clone(),
        }
    }
}

impl Scope {
    /// How large such a file may be.
    pub fn limits(self) -> Limits {
        match self {
            Self::Shared => Limits::SHARED,
            Self::Sync => Limits::SYNC,
        }
    }
}

impl ProgressFile {
    /// The name under which it is saved unless another is given: it tells the curriculum and the learner's id, never
    /// their name.
    pub fn name(&self) -> String {
        name(&self.curriculum.id, self.learner.id, self.scope)
    }
}

/// The name under which the file of a learner is saved.
pub(super) fn name(curriculum: &Id, learner: Uuid, scope: Scope) -> String {
    let scope = match scope {
        Scope::Shared => "",
        Scope::Sync => "-sync",
    };
    format!("{curriculum}-{}{scope}.milepost.json", tail(learner))
}

/// Writes a file, with an outline and a summary for readers without milepost.
///
/// # Errors
/// The file would be over a limit, or could not be read back for another reason.
pub fn write(file: &ProgressFile, outline: &Outline, summary: &Summary) -> Result<String, Refused> {
    let text = text(file, outline, summary)?;
    // A file that its reader would refuse must not leave the machine.
    read(text.as_bytes())?;
    Ok(text)
}

/// Reads a file.
///
/// # Errors
/// Anything is wrong with it: nothing of it is taken then.
pub fn read(bytes: &[u8]) -> Result<ProgressFile, Refused> {
    let envelope = Envelope::open(bytes, FORMAT, Limits::SYNC)?;
    let scope: Scope = envelope.header("scope")?;
    within(scope.limits(), bytes)?;
    let events = envelope.events(scope.limits().events)?;
    let file = ProgressFile {
        scope,
        learner: envelope.header("learner")?,
        curriculum: envelope.header("curriculum")?,
        exported_at: envelope.header("exported_at")?,
        log: Log::of(events)?,
    };
    check_lengths(&[
        ("learner", file.learner.name.as_deref().unwrap_or_default()),
        ("curriculum", &file.curriculum.version),
        ("curriculum", &file.curriculum.digest),
    ])?;
    Ok(file)
}

/// Whether a file that cannot be read is meant to be one of these: somewhere in it stands the name of the format.
pub fn is_meant(bytes: &[u8]) -> bool {
    let family = FORMAT.trim_end_matches(|char| char != '/');
    let mut parts = bytes.windows(family.len());
    parts.any(|part| part == family.as_bytes())
}

fn text(file: &ProgressFile, outline: &Outline, summary: &Summary) -> Result<String, Refused> {
    let events: Vec<Wire> = file.log.events().iter().map(Wire::from).collect();
    let content = Content {
        format: FORMAT,
        scope: file.scope,
        learner: &file.learner,
        curriculum: Course {
            origin: &file.curriculum,
            outline,
        },
        exported_at: &file.exported_at,
        summary,
        events: &events,
    };
    sealed(content, events.len())
}

//! A learner's progress as a file: what a mentor reviews, and what carries it to the learner's other machine.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::document::{Content, Course, Document, End};
use super::events;
use super::layout::laid_out;
use super::limits::Limits;
use super::outline::{Outline, Summary};
use super::refused::Refused;
use crate::curriculum::Id;
use crate::json::Fields;
use crate::progress::wire::Wire;
use crate::progress::{Log, Wall};

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
    let learner = learner.simple().to_string();
    let scope = match scope {
        Scope::Shared => "",
        Scope::Sync => "-sync",
    };
    format!("{curriculum}-{}{scope}.milepost.json", &learner[24..])
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
    within(Limits::SYNC, bytes)?;
    // A NUL stands in no JSON, and between all letters of a text in UTF-16.
    if std::str::from_utf8(bytes).is_err() || bytes.contains(&0) {
        return Err(Refused::NotText);
    }
    let mut fields = Fields::read(bytes)?;
    let end = fields.take("end");
    let digest = fields.digest();
    check_format(fields.take("format"))?;
    let scope: Scope = header(&mut fields, "scope")?;
    within(scope.limits(), bytes)?;
    let announced = checked_end(end, &digest)?.events;
    let events = fields.take("events").ok_or(Refused::Altered)?;
    let events = events::read(&events, scope.limits().events)?;
    if events.len() != announced {
        return Err(Refused::Altered);
    }
    let file = ProgressFile {
        scope,
        learner: header(&mut fields, "learner")?,
        curriculum: header(&mut fields, "curriculum")?,
        exported_at: header(&mut fields, "exported_at")?,
        log: Log::of(events)?,
    };
    check_lengths(&file)?;
    Ok(file)
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
    let digest = Fields::read(laid_out(&content).as_bytes())?.digest();
    let end = End {
        events: events.len(),
        digest,
    };
    Ok(laid_out(&Document { content, end }))
}

fn within(limits: Limits, bytes: &[u8]) -> Result<(), Refused> {
    if bytes.len() > limits.bytes {
        return Err(Refused::Large(limits.bytes));
    }
    Ok(())
}

fn check_format(format: Option<String>) -> Result<(), Refused> {
    let format: Option<String> = format.and_then(|text| serde_json::from_str(&text).ok());
    let found = format.ok_or(Refused::Foreign(FORMAT))?;
    if found == FORMAT {
        return Ok(());
    }
    let family = FORMAT.trim_end_matches(|char| char != '/');
    match found.strip_prefix(family) {
        Some(_) => Err(Refused::Newer {
            found: events::readable(&found),
            known: FORMAT,
        }),
        None => Err(Refused::Foreign(FORMAT)),
    }
}

/// The end of a file, if it fits the digest of what stands before it.
fn checked_end(end: Option<String>, digest: &str) -> Result<End, Refused> {
    let end: Option<End> = end.and_then(|text| serde_json::from_str(&text).ok());
    end.filter(|end| end.digest == digest)
        .ok_or(Refused::Altered)
}

/// Takes a field of the header; within it, fields that are not known are ignored.
fn header<T: DeserializeOwned>(fields: &mut Fields, field: &'static str) -> Result<T, Refused> {
    let missing = || Refused::Header {
        field,
        what: "it is missing".to_owned(),
    };
    let text = fields.take(field).ok_or_else(missing)?;
    serde_json::from_str(&text).map_err(|error| Refused::Header {
        field,
        what: events::reason(error),
    })
}

fn check_lengths(file: &ProgressFile) -> Result<(), Refused> {
    let name = file.learner.name.as_deref().unwrap_or_default();
    let texts = [
        ("learner", name),
        ("curriculum", &file.curriculum.version),
        ("curriculum", &file.curriculum.digest),
    ];
    match texts
        .iter()
        .find(|(_, text)| text.len() > Limits::HEADER_BYTES)
    {
        Some(&(field, _)) => {
            let what = format!("it holds a text longer than {} bytes", Limits::HEADER_BYTES);
            Err(Refused::Header { field, what })
        }
        None => Ok(()),
    }
}

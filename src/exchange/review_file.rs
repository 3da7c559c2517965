//! A mentor's answer as a file: verdicts of one reviewer on one learner, and nothing else.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::envelope::{self, Envelope, check_lengths, sealed};
use super::limits::Limits;
use super::progress_file::Origin;
use super::refused::Refused;
use crate::curriculum::{Id, Key};
use crate::progress::event::Reviewer;
use crate::progress::wire::Wire;
use crate::progress::{Deed, Event, Log, tail};

/// The format, with the version that this program reads and writes.
pub const FORMAT: &str = "milepost-review/1";

/// What a review file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewFile {
    /// Who answers.
    pub reviewer: ReviewerCard,
    /// Whom they answer, by the id of that learner's progress file.
    pub learner: Uuid,
    /// The reviewer's own copy of the curriculum.
    pub curriculum: Origin,
    /// The verdicts: each event is one, and by that reviewer.
    pub log: Log,
}

/// How a reviewer introduces themselves. Nothing in it makes them trusted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReviewerCard {
    /// Their signing identity, such as `mentor@school.example`.
    #[schemars(with = "String", regex(pattern = "^[A-Za-z0-9@._+-]{1,254}$"))]
    pub id: Reviewer,
    /// How they want to be called. Never an identity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The fingerprint of the key with which they signed, where they did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
}

/// One reviewer's verdicts on one learner, as milepost writes them.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "milepost review file")]
struct Content<'file> {
    /// The format and its version.
    #[schemars(extend("const" = FORMAT))]
    format: &'static str,
    /// Who answers.
    reviewer: &'file ReviewerCard,
    /// Whom they answer.
    learner: Addressee,
    /// The reviewer's own copy of the curriculum.
    curriculum: &'file Origin,
    /// Verdicts and nothing else, oldest first; each is `by` the reviewer.
    events: &'file [Wire],
}

/// The learner whom a review is for.
#[derive(Serialize, Deserialize, JsonSchema)]
struct Addressee {
    /// Who it is, as their progress file says.
    id: Uuid,
}

impl ReviewFile {
    /// The name under which it is saved: it tells the curriculum and the learner's id, and no name.
    pub fn name(&self) -> String {
        format!("{}-{}.review.json", self.curriculum.id, tail(self.learner))
    }

    /// Makes sure that it is about milestones of these curricula alone: of its own, and of the one that this extends.
    ///
    /// # Errors
    /// One of its verdicts is about another curriculum.
    pub fn check_milestones(&self, curricula: &[Id]) -> Result<(), Refused> {
        let is_known = |key: &Key| {
            let mut curricula = curricula.iter();
            curricula.any(|id| id.as_str() == key.curriculum())
        };
        for (event, number) in self.log.events().iter().zip(1..) {
            if let Some(key) = event.deed.milestone().filter(|key| !is_known(key)) {
                let what = format!("`{key}` is of another curriculum than the review");
                return Err(Refused::Event { number, what });
            }
        }
        Ok(())
    }
}

/// Writes a file.
///
/// # Errors
/// The file would be over a limit, or could not be read back for another reason.
pub fn write(file: &ReviewFile) -> Result<String, Refused> {
    let events: Vec<Wire> = file.log.events().iter().map(Wire::from).collect();
    let content = Content {
        format: FORMAT,
        reviewer: &file.reviewer,
        learner: Addressee { id: file.learner },
        curriculum: &file.curriculum,
        events: &events,
    };
    let text = sealed(content, events.len())?;
    // A file that its reader would refuse must not leave the machine.
    read(text.as_bytes())?;
    Ok(text)
}

/// Reads a file.
///
/// # Errors
/// Anything is wrong with it, or it holds something else than its reviewer's verdicts: nothing of it is taken then.
pub fn read(bytes: &[u8]) -> Result<ReviewFile, Refused> {
    let envelope = Envelope::open(bytes, FORMAT, Limits::SHARED)?;
    let events = envelope.events(Limits::SHARED.events)?;
    let reviewer: ReviewerCard = envelope.header("reviewer")?;
    for (event, number) in events.iter().zip(1..) {
        check(event, &reviewer.id).map_err(|what| Refused::Event { number, what })?;
    }
    let Addressee { id: learner } = envelope.header("learner")?;
    let curriculum: Origin = envelope.header("curriculum")?;
    check_lengths(&[
        ("reviewer", reviewer.name.as_deref().unwrap_or_default()),
        ("reviewer", reviewer.key.as_deref().unwrap_or_default()),
        ("curriculum", &curriculum.version),
        ("curriculum", &curriculum.digest),
    ])?;
    Ok(ReviewFile {
        reviewer,
        learner,
        curriculum,
        log: Log::of(events)?,
    })
}

/// The JSON Schema of a review file, draft 2020-12.
pub fn schema() -> Value {
    envelope::schema::<Content<'_>>()
}

/// A review adds what its reviewer judged, and can do nothing else to a learner's log.
fn check(event: &Event, reviewer: &Reviewer) -> Result<(), String> {
    match &event.deed {
        Deed::Verdict(_) => {}
        Deed::Newer(newer) if newer.kind() == "verdict" => {
            return Err("a newer version of milepost wrote it".to_owned());
        }
        _ => return Err("it is no verdict, and a review holds nothing else".to_owned()),
    }
    match &event.by {
        Some(by) if by == reviewer => Ok(()),
        Some(_) => Err("it is by somebody else than the reviewer".to_owned()),
        None => Err("it does not say that the reviewer gave it".to_owned()),
    }
}

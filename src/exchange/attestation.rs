//! A verdict in a form that anyone can check offline: the exact bytes that a mentor signs, and what they say.

mod bad;
mod blank;
mod carrier;
mod evidence;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::progress_file::Origin;
use crate::curriculum::Key;
use crate::insight::{Seen, seen};
use crate::json;
use crate::progress::deed::LONGEST_TEXT;
use crate::progress::verdict::{Attestation, Level, Ruling};
use crate::progress::{Reviewer, Wall, tail};
use crate::text::base64;

pub use crate::progress::verdict::NAMESPACE;
pub use bad::BadAttestation;
pub use carrier::{Carrier, Difference};

use super::limits::Limits;

/// What a mentor signs. On the wire every value is a string, and one that is not known is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    schema: Schema,
    /// The id of the event that carries it, so that no other event can.
    #[serde(rename = "attestation_id")]
    pub event: Uuid,
    /// The answer.
    pub verdict: Ruling,
    /// How far the work goes.
    #[serde(with = "blank")]
    pub level: Option<Level>,
    /// Whose work it is.
    pub learner: Named<Uuid>,
    /// The curriculum that the mentor had before them.
    pub curriculum: Origin,
    /// The milestone.
    pub milestone: Subject,
    /// The evidence that the mentor saw.
    #[serde(with = "evidence")]
    pub evidence: Vec<Seen>,
    /// Its digest, see [`seen::digest`].
    pub evidence_digest: String,
    /// Who says so.
    pub reviewer: Named<Reviewer>,
    /// When, as the mentor's clock said.
    pub reviewed_at: Wall,
    /// The event of an earlier verdict that this one replaces.
    #[serde(with = "blank")]
    pub supersedes: Option<Uuid>,
}

/// The format and its version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Schema {
    #[serde(rename = "milepost/attestation/v1")]
    First,
}

/// Somebody, by an id, and how they want to be called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named<I> {
    /// Who it is.
    pub id: I,
    /// How they want to be called. Never an identity.
    #[serde(with = "blank", bound(serialize = "", deserialize = ""))]
    pub name: Option<String>,
}

/// The milestone that a statement is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// The milestone, as `curriculum/id`.
    pub id: Key,
    /// Its title, as the mentor saw it.
    pub title: String,
    /// SHA-256 of its text.
    pub digest: String,
}

/// What a statement says beside the verdict itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The learner.
    pub learner: Named<Uuid>,
    /// The curriculum that the mentor has before them.
    pub curriculum: Origin,
    /// The milestone's title.
    pub title: String,
    /// The evidence that the mentor saw.
    pub evidence: Vec<Seen>,
    /// How the mentor wants to be called.
    pub reviewer_name: Option<String>,
}

impl Statement {
    /// What is signed of the verdict in an event.
    pub fn of(carrier: &Carrier<'_>, about: About) -> Self {
        let verdict = carrier.verdict;
        Self {
            schema: Schema::First,
            event: carrier.event,
            verdict: verdict.verdict,
            level: verdict.level,
            learner: about.learner,
            curriculum: about.curriculum,
            milestone: Subject {
                id: verdict.milestone.clone(),
                title: about.title,
                digest: verdict.milestone_digest.clone(),
            },
            evidence: about.evidence,
            evidence_digest: verdict.evidence_digest.clone(),
            reviewer: Named {
                id: carrier.by.clone(),
                name: about.reviewer_name,
            },
            reviewed_at: carrier.wall.clone(),
            supersedes: verdict.supersedes,
        }
    }

    /// The bytes that are signed: the statement in the form of RFC 8785.
    ///
    /// # Errors
    /// Nobody would read them: a text is too long, or the evidence is not that of the digest.
    pub fn payload(&self) -> Result<Vec<u8>, BadAttestation> {
        let payload = self.canonical()?;
        // What its readers would refuse must not be signed.
        Self::read(&payload)?;
        Ok(payload)
    }

    /// Reads what was signed. Whether it was signed, and by whom, is to be asked before.
    ///
    /// # Errors
    /// The bytes are not what [`Statement::payload`] writes.
    pub fn read(payload: &[u8]) -> Result<Self, BadAttestation> {
        if payload.len() > Limits::PAYLOAD_BYTES {
            return Err(BadAttestation::Large);
        }
        let value = json::read(payload)?;
        bad::check_format(value.get("schema"))?;
        let statement: Self = serde_json::from_value(value)?;
        if statement.canonical()? != payload {
            return Err(BadAttestation::Rewritten);
        }
        statement.check()?;
        Ok(statement)
    }

    /// The name under which its bytes are saved: it tells the milestone and the learner's id, never a name.
    pub fn file_name(&self) -> String {
        let milestone = &self.milestone.id;
        let (curriculum, milestone) = (milestone.curriculum(), milestone.id());
        format!("{curriculum}-{milestone}-{}.json", tail(self.learner.id))
    }

    fn canonical(&self) -> Result<Vec<u8>, BadAttestation> {
        let value = serde_json::to_value(self)?;
        Ok(json::canonical(&value).into_bytes())
    }

    /// Whether each text is as long as one of its kind may be, and the evidence that of its digest.
    fn check(&self) -> Result<(), BadAttestation> {
        let headers = [
            ("learner", self.learner.name.as_ref()),
            ("curriculum", Some(&self.curriculum.version)),
            ("curriculum", Some(&self.curriculum.digest)),
            ("milestone", Some(&self.milestone.title)),
            ("milestone", Some(&self.milestone.digest)),
            ("reviewer", self.reviewer.name.as_ref()),
        ];
        let headers = headers
            .iter()
            .map(|(field, text)| (*field, *text, Limits::HEADER_BYTES));
        let seen = self.evidence.iter().flat_map(|seen| {
            let texts = [Some(&seen.content), seen.commit.as_ref()];
            texts.map(|text| ("evidence", text, LONGEST_TEXT))
        });
        let mut texts = headers.chain(seen);
        let long = texts.find(|(_, text, most)| text.is_some_and(|text| text.len() > *most));
        if let Some((field, _, most)) = long {
            return Err(BadAttestation::Long(field, most));
        }
        if seen::digest(&self.evidence) != self.evidence_digest {
            return Err(BadAttestation::Evidence);
        }
        Ok(())
    }
}

/// A payload and the signature over it, as a verdict carries them.
pub fn sealed(payload: &[u8], signature: String) -> Attestation {
    Attestation {
        payload: base64::encoded(payload),
        signature,
    }
}

/// The exact bytes that were signed. What they say is to be read only once they are verified.
///
/// # Errors
/// They are no base64, or there are too many.
pub fn payload(attestation: &Attestation) -> Result<Vec<u8>, BadAttestation> {
    if attestation.payload.len() > Limits::PAYLOAD_BYTES.div_ceil(3) * 4
        || attestation.signature.len() > Limits::SIGNATURE_BYTES
    {
        return Err(BadAttestation::Large);
    }
    base64::decoded(&attestation.payload).ok_or(BadAttestation::Coding)
}

//! Why bytes are no attestation.

use serde_json::Value;

use crate::exchange::events::{readable, reason};
use crate::exchange::limits::Limits;
use crate::json::BadJson;

/// How the name of the format begins in every version, and the version that this program reads.
const FAMILY: &str = "milepost/attestation/";
const KNOWN: &str = "milepost/attestation/v1";

/// Why bytes are no attestation. Its text says why in one line, safe to show.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadAttestation {
    /// Too many bytes.
    #[error("it is larger than {} KiB, or its signature than {} KiB", Limits::PAYLOAD_BYTES >> 10, Limits::SIGNATURE_BYTES >> 10)]
    Large,
    /// No base64, or not in the one way to write it.
    #[error("its payload is no base64")]
    Coding,
    /// Not JSON, or JSON that two readers could take for two things.
    #[error("it is no strict JSON: {0}")]
    Json(#[from] BadJson),
    /// Something else.
    #[error("it is no attestation of milepost")]
    Foreign,
    /// A later version of the format.
    #[error("its format is {0}, and this milepost reads {KNOWN}")]
    Newer(String),
    /// A field is missing, unknown or odd.
    #[error("it cannot be read: {0}")]
    Odd(String),
    /// The same could be said in other bytes.
    #[error("it is not in the form of RFC 8785")]
    Rewritten,
    /// A text is longer than this.
    #[error("its `{0}` holds a text longer than {1} bytes")]
    Long(&'static str, usize),
    /// The evidence is not that of the digest.
    #[error("its evidence does not match its digest")]
    Evidence,
}

/// Whether this says that it is a statement in the version that is known.
pub(super) fn check_format(schema: Option<&Value>) -> Result<(), BadAttestation> {
    match schema.and_then(Value::as_str) {
        Some(KNOWN) => Ok(()),
        Some(other) if other.starts_with(FAMILY) => Err(BadAttestation::Newer(readable(other))),
        _ => Err(BadAttestation::Foreign),
    }
}

impl From<serde_json::Error> for BadAttestation {
    fn from(error: serde_json::Error) -> Self {
        Self::Odd(reason(error))
    }
}

//! What a learner submitted, as a mentor saw it: an answer is to that, and to nothing else.

use uuid::Uuid;

use super::draft::Draft;
use crate::insight::verdict::evidence_digest;
use crate::progress::mark::{Evidence, Mark};

/// What a learner submitted, as a mentor saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Submitted {
    /// The event of what came last.
    pub event: Uuid,
    /// What tells what is attached from anything else: the first digits of its digest.
    pub(super) attached: u64,
}

impl Submitted {
    /// That on a milestone, if anything was.
    pub fn of(mark: &Mark) -> Option<Self> {
        Some(Self {
            event: mark.submission?,
            attached: attached(&mark.evidence),
        })
    }

    /// That which was answered.
    pub fn answered(draft: &Draft) -> Self {
        Self {
            event: draft.answers,
            attached: first(&draft.evidence_digest),
        }
    }
}

/// What tells this evidence from other evidence.
pub(super) fn attached(evidence: &[Evidence]) -> u64 {
    first(&evidence_digest(evidence))
}

/// The first digits of a digest.
fn first(digest: &str) -> u64 {
    let digits = digest
        .rsplit(':')
        .next()
        .and_then(|digits| digits.get(..16));
    let number = digits.and_then(|digits| u64::from_str_radix(digits, 16).ok());
    number.unwrap_or_default()
}

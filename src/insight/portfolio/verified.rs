//! What mentors verified, for whoever can check it.

use crate::curriculum::Place;
use crate::insight::snapshot::Snapshot;
use crate::insight::verdict::shown;
use crate::progress::verdict::Ruling;
use crate::progress::{Day, Reviewer};

/// A milestone that a mentor verified whom the learner trusts, and that is what it was then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The milestone.
    pub place: Place,
    /// The mentor.
    pub by: Reviewer,
    /// The day on which they said so.
    pub day: Day,
}

impl Verified {
    /// All of them, in the curriculum's order: what is done, shows as verified by somebody trusted, and can be handed out
    /// signed. Nothing that is only claimed is among them, and nothing that changed since.
    pub fn all(snapshot: &Snapshot) -> Vec<Self> {
        let places = 0..snapshot.curriculum.milestones.len();
        let verified = places.filter_map(|place| {
            let entry = snapshot.entry(place);
            let judged = shown(&entry)?;
            let given = judged.given;
            let counts = given.verdict.verdict == Ruling::Verified
                && !judged.is_claimed()
                && !judged.is_stale()
                && given.verdict.attestation.is_some()
                && entry.mark.done.is_some();
            counts.then(|| Self {
                place,
                by: given.by.clone(),
                day: given.stamp.wall.date(),
            })
        });
        verified.collect()
    }
}

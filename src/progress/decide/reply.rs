//! What may be replied to a mentor.

use uuid::Uuid;

use super::{Case, worded};
use crate::curriculum::Place;
use crate::progress::deed::{Deed, Replied};
use crate::progress::refusal::Refusal;

impl Case<'_> {
    /// A reply needs a verdict, and nothing else: what a mentor said of a retired milestone can be answered, too.
    pub(super) fn reply(&self, place: Place, verdict: Uuid, text: &str) -> Result<Deed, Refusal> {
        let mut verdicts = self.progress.mark(place).verdicts.iter();
        if !verdicts.any(|given| given.event == verdict) {
            return Err(Refusal::NoChange("what it would answer is not there"));
        }
        Ok(Deed::Replied(Replied {
            milestone: self.curriculum.milestones[place].key.clone(),
            verdict,
            text: worded(text)?,
        }))
    }
}

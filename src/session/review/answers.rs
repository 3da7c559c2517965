//! The mentor's answers, from the first word until they are sent.

use uuid::Uuid;

use super::joined::Joined;
use super::several::{Kept, Submission};
use crate::curriculum::Key;
use crate::insight::cohort::{Draft, Drafts, Submitted};
use crate::progress::verdict::{Level, Ruling};
use crate::session::Session;
use crate::session::error::Error;
use crate::store::Store;

/// What a mentor says to a milestone of a learner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The answer.
    pub verdict: Ruling,
    /// How far it goes.
    pub level: Option<Level>,
    /// What they say to it.
    pub comment: Option<String>,
}

/// How the names of drafts begin that hold answers.
const PREFIX: &str = "verdict:";

/// The answers that were written and are not sent, each by the id that stands for its learner; of two to the same, that which
/// was written last.
pub(super) fn drafts(store: &Store, joined: &Joined) -> Result<Drafts, Error> {
    let kept = store.drafts(PREFIX)?.into_iter();
    let named = kept.filter_map(|(_, body)| {
        let draft = read(&body)?;
        let learner = joined.name(draft.learner);
        Some(Draft { learner, ..draft })
    });
    let mut drafts: Vec<Draft> = named.collect();
    drafts.sort_by_cached_key(|draft| draft.written.instant());
    Ok(drafts.into_iter().collect())
}

/// Where the store keeps this answer, and earlier ones to the same: each a key and what stands under it.
pub(super) fn kept(
    draft: &Draft,
    ids: &[Uuid],
    store: &Store,
) -> Result<Vec<(String, String)>, Error> {
    let mut kept = Vec::new();
    for id in ids {
        kept.extend(store.drafts(&name(*id, &draft.milestone))?);
    }
    kept.retain(|(_, body)| {
        let other = read(body).filter(|other| other.milestone == draft.milestone);
        other.is_some_and(|other| other.written.instant() <= draft.written.instant())
    });
    Ok(kept)
}

fn read(body: &str) -> Option<Draft> {
    serde_json::from_str(body).ok()
}

impl Session {
    /// Keeps an answer to what a learner of the cohort submitted last on a milestone, in the place of the one that was kept
    /// before; it is sent later. Says what was kept before.
    ///
    /// # Errors
    /// There is no such learner or milestone, nothing was submitted, or the store cannot be written.
    pub fn give(
        &mut self,
        learner: Uuid,
        milestone: &Key,
        given: &Given,
    ) -> Result<Vec<Kept>, Error> {
        let unknown = || Error::NothingTo("answer");
        let looked = self.looked(learner).ok_or_else(unknown)?;
        let seen = Submitted::of(looked.entry(milestone).ok_or_else(unknown)?.mark);
        let to = Submission {
            learner,
            milestone: milestone.clone(),
            seen: seen.ok_or_else(unknown)?,
        };
        let kept = self.answered(&to, given, &looked)?;
        self.put_back(&[kept])
    }

    pub(super) fn heed_drafts(&mut self) -> Result<(), Error> {
        if let Some(review) = &mut self.review {
            review.drafts = drafts(&self.store, &review.joined)?.into();
        }
        Ok(())
    }
}

/// Under which name an answer is kept.
pub(super) fn name(learner: Uuid, milestone: &Key) -> String {
    format!("{PREFIX}{learner}:{milestone}")
}

//! Answers to several submissions at once, each to what the mentor saw, and taking them back.

use std::cmp::Reverse;
use std::collections::HashSet;

use uuid::Uuid;

use super::answers::{Given, name};
use super::pupil::LookedAt;
use crate::curriculum::Key;
use crate::insight::cohort::{Draft, Submitted};
use crate::insight::verdict::evidence_digest;
use crate::progress::{Deed, Order};
use crate::session::Session;
use crate::session::error::Error;

/// The most earlier comments that are handed out.
const MOST: usize = 50;

/// What a mentor saw of a milestone of a learner.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Submission {
    /// The learner.
    pub learner: Uuid,
    /// The milestone.
    pub milestone: Key,
    /// What they had submitted.
    pub seen: Submitted,
}

/// What is kept of an answer to a milestone of a learner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The learner.
    pub learner: Uuid,
    /// The milestone.
    pub milestone: Key,
    /// The answer; `None` where there is none that was not sent.
    pub draft: Option<Draft>,
}

impl Session {
    /// Keeps one answer to all of these, or to none; says what was kept before.
    ///
    /// # Errors
    /// There is no such learner or milestone any more, something was submitted since the mentor looked, or the store cannot
    /// be written.
    pub fn give_all(&mut self, to: &[Submission], given: &Given) -> Result<Vec<Kept>, Error> {
        let mut order: Vec<usize> = (0..to.len()).collect();
        order.sort_by_key(|index| to[*index].learner);
        let mut kept = Vec::with_capacity(to.len());
        // The files of a learner are read once for all that is answered to them.
        for theirs in order.chunk_by(|one, other| to[*one].learner == to[*other].learner) {
            let learner = to[theirs[0]].learner;
            let looked = self.looked(learner).ok_or(Error::NothingTo("answer"))?;
            for index in theirs {
                kept.push((*index, self.answered(&to[*index], given, &looked)?));
            }
        }
        kept.sort_unstable_by_key(|(index, _)| *index);
        let kept: Vec<Kept> = kept.into_iter().map(|(_, kept)| kept).collect();
        self.put_back(&kept)
    }

    /// Keeps these answers in the place of those that are kept, all or none; says what was kept before.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn put_back(&mut self, answers: &[Kept]) -> Result<Vec<Kept>, Error> {
        self.heed_drafts()?;
        let now = self.drafts();
        let before = answers.iter().map(|kept| Kept {
            draft: now.get(kept.learner, &kept.milestone).cloned(),
            ..kept.clone()
        });
        let before = before.collect();
        let texts = answers.iter().flat_map(|kept| {
            let body = kept.draft.as_ref();
            let mut body = body.map(|draft| serde_json::to_string(draft).unwrap_or_default());
            let ids = self.ids_of(kept.learner).into_iter();
            // Under the first id that stands for all; what was kept under another goes.
            ids.map(move |id| (name(id, &kept.milestone), body.take()))
        });
        let texts: Vec<_> = texts.collect();
        self.store.set_drafts(&texts)?;
        self.heed_drafts()?;
        Ok(before)
    }

    /// What the mentor said to this milestone before, to whomever, the newest first: in answers that were sent, and in those
    /// that were not.
    pub fn comments_on(&self, milestone: &Key) -> Vec<String> {
        let Some(review) = &self.review else {
            return Vec::new();
        };
        let drafts = review.drafts.iter();
        let mut unsent: Vec<&Draft> = drafts
            .filter(|draft| draft.milestone == *milestone)
            .collect();
        unsent.sort_by_key(|draft| Reverse(draft.written.instant()));
        let mut sent: Vec<(Order, &str)> = review
            .own
            .all()
            .filter_map(|event| match &event.deed {
                Deed::Verdict(verdict) if verdict.milestone == *milestone => {
                    Some((event.order(), verdict.comment.as_deref()?))
                }
                _ => None,
            })
            .collect();
        sent.sort_unstable_by_key(|(order, _)| Reverse(*order));
        let unsent = unsent
            .into_iter()
            .filter_map(|draft| draft.comment.as_deref());
        let comments = unsent.chain(sent.into_iter().map(|(_, comment)| comment));
        let mut told = HashSet::new();
        let fresh = comments.filter(|comment| told.insert(*comment));
        fresh.take(MOST).map(str::to_owned).collect()
    }

    /// What will be kept of an answer to a learner, whose files say this now.
    pub(super) fn answered(
        &self,
        to: &Submission,
        given: &Given,
        looked: &LookedAt,
    ) -> Result<Kept, Error> {
        let entry = looked.entry(&to.milestone);
        let entry = entry.ok_or(Error::NothingTo("answer"))?;
        if Submitted::of(entry.mark) != Some(to.seen) {
            return Err(Error::Unseen(looked.card.name()));
        }
        let draft = Draft {
            learner: to.learner,
            milestone: entry.milestone.key.clone(),
            verdict: given.verdict,
            level: given.level,
            comment: given.comment.clone(),
            answers: to.seen.event,
            evidence_digest: evidence_digest(&entry.mark.evidence),
            milestone_digest: entry.milestone.digest.clone(),
            written: self.now()?.wall,
        };
        Ok(Kept {
            learner: draft.learner,
            milestone: draft.milestone.clone(),
            draft: Some(draft),
        })
    }
}

//! The mentor's answers on their way from a draft to an event, with the bytes to sign.

use super::pupil::LookedAt;
use super::sent::{Held, Sent, Signing};
use crate::exchange;
use crate::exchange::attestation::{About, Carrier, Named, Statement};
use crate::insight::cohort::Draft;
use crate::insight::{Seen, Vouched, seen};
use crate::progress::verdict::Verdict;
use crate::progress::{Deed, Event, Reviewer};
use crate::session::Session;
use crate::session::error::Error;
use crate::session::transfer::NAME;

/// An answer that is about to leave.
pub(super) struct Leaving {
    pub(super) draft: Draft,
    pub(super) event: Event,
    /// What is signed; empty where nothing is.
    pub(super) payload: Vec<u8>,
}

impl Session {
    /// The drafts as events; what cannot leave is held back, with the reason.
    pub(super) fn leaving(
        &mut self,
        reviewer: &Reviewer,
        signing: &Signing,
        sent: &mut Sent,
    ) -> Result<Vec<Leaving>, Error> {
        let drafts = self.drafts();
        let drafts: Vec<&Draft> = drafts.iter().collect();
        let mut leaving = Vec::new();
        // The files of a learner are read once for all that is answered to them.
        for theirs in drafts.chunk_by(|one, other| one.learner == other.learner) {
            let Some(looked) = self.looked(theirs[0].learner) else {
                sent.elsewhere += theirs.len();
                continue;
            };
            let mut newest = looked.log.newest();
            for draft in theirs {
                match self.statement(draft, &looked, reviewer, newest, signing)? {
                    Ok(one) => {
                        newest = one.event.at;
                        leaving.push(one);
                    }
                    Err(why) => sent.held.push(Held {
                        name: looked.card.name(),
                        what: draft.milestone.to_string(),
                        why,
                    }),
                }
            }
        }
        Ok(leaving)
    }

    /// An answer as an event that is later than all that is known of the learner; or why it is none.
    fn statement(
        &mut self,
        draft: &Draft,
        looked: &LookedAt,
        reviewer: &Reviewer,
        newest: i64,
        signing: &Signing,
    ) -> Result<Result<Leaving, String>, Error> {
        let snapshot = &looked.snapshot;
        let Some(entry) = looked.entry(&draft.milestone) else {
            return Ok(Err("it is not on their path any more".to_owned()));
        };
        let evidence = Seen::all(&entry.mark.evidence);
        if seen::digest(&evidence) != draft.evidence_digest {
            let why = "the evidence changed since you answered: look again";
            return Ok(Err(why.to_owned()));
        }
        let mut before = entry.mark.verdicts.iter().rev();
        let before = before.find(|given| {
            given.by == *reviewer && snapshot.trust.of(given.event) == Vouched::Trusted
        });
        let verdict = Verdict {
            milestone: draft.milestone.clone(),
            verdict: draft.verdict,
            level: draft.level,
            comment: draft.comment.clone(),
            answers: draft.answers,
            evidence_digest: draft.evidence_digest.clone(),
            milestone_digest: draft.milestone_digest.clone(),
            supersedes: before.map(|given| given.event),
            attestation: None,
        };
        let event = Event {
            by: Some(reviewer.clone()),
            ..self.pen()?.after(newest).write(Deed::Verdict(verdict))
        };
        if !event.is_timely() {
            let why = "their log stands at the end of 2199, and nothing can follow";
            return Ok(Err(why.to_owned()));
        }
        let about = About {
            learner: Named {
                id: draft.learner,
                name: looked.card.header.name.as_deref().map(str::to_owned),
            },
            curriculum: exchange::Origin::of(&snapshot.curriculum),
            title: snapshot.title(entry.place),
            evidence,
            reviewer_name: self.store.setting(NAME)?,
        };
        let payload = match (signing, Carrier::of(&event)) {
            (Signing::With(_), Some(carrier)) => Statement::of(&carrier, about).payload(),
            _ => Ok(Vec::new()),
        };
        Ok(match payload {
            Ok(payload) => Ok(Leaving {
                draft: draft.clone(),
                event,
                payload,
            }),
            Err(error) => Err(format!("it cannot be signed: {error}")),
        })
    }
}

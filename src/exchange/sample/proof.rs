//! What a learner of a made-up cohort hands in: proofs, and what they make of it when the mentor returned it.

use super::diary::{DAY, HOUR};
use super::life::Life;
use super::mentor::Submission;
use super::words;
use crate::curriculum::{EvidenceKind, Milestone, Place};
use crate::progress::Deed;
use crate::progress::deed::{Proof, ProofRemoved, Replied};
use crate::progress::time::BadTime;

/// How often of what came back another proof is attached, the former one is taken away, and a word is said.
const PROVES_ANEW: u64 = 80;
const TAKES_AWAY: u64 = 30;
const REPLIES: u64 = 65;

/// How long a file takes to the mentor and to be looked at, in days; and when that is, in seconds from midnight.
const LOOKED_AT: (i64, i64) = (1, 6);
const MORNING: (i64, i64) = (8 * HOUR, 11 * HOUR);

impl Life<'_> {
    /// Something that proves a milestone.
    pub(super) fn proof(&mut self, milestone: &Milestone) -> Proof {
        let name = milestone.key.id();
        let handle = &self.handle;
        let (url, text) = match milestone.evidence {
            EvidenceKind::None | EvidenceKind::Note => {
                (None, Some(self.chance.of(&words::NOTES).to_owned()))
            }
            EvidenceKind::Repository => (
                Some(format!("https://code.school.example/{handle}/{name}")),
                None,
            ),
            EvidenceKind::Deployment => {
                (Some(format!("https://{handle}.apps.example/{name}")), None)
            }
        };
        let is_code = milestone.evidence == EvidenceKind::Repository;
        let commit = self.chance.next();
        Proof {
            milestone: milestone.key.clone(),
            evidence: self.chance.id(self.diary.now()),
            kind: match milestone.evidence {
                EvidenceKind::None => EvidenceKind::Note,
                kind => kind,
            },
            url,
            text,
            commit: (is_code && !commit.is_multiple_of(3))
                .then(|| format!("{:010x}", commit >> 24)),
        }
    }

    /// Puts something on the mentor's table, for this round.
    pub(super) fn submit(&mut self, place: Place, round: u32) {
        let days = self.chance.within(LOOKED_AT);
        let now = self.diary.now();
        let midnight = now - now.rem_euclid(DAY);
        let due = midnight + days * DAY + self.chance.within(MORNING);
        self.submitted.push(Submission { place, round, due });
    }

    /// Takes up again what the mentor returned, one thing an evening.
    pub(super) fn take_up_again(&mut self) -> Result<(), BadTime> {
        let now = self.diary.now();
        let is_due = |submission: &Submission| submission.due <= now;
        let Some(index) = self.returned.iter().position(is_due) else {
            return Ok(());
        };
        let Submission { place, round, .. } = self.returned.remove(index);
        let milestone = &self.diary.curriculum.milestones[place];
        let mark = self.diary.progress.mark(place);
        let former = mark.evidence.last().map(|proof| proof.id);
        let verdict = mark.verdicts.last().map(|given| given.event);
        let is_new = former.is_none() || self.chance.happens(PROVES_ANEW);
        if is_new {
            if let Some(evidence) = former
                && self.chance.happens(TAKES_AWAY)
            {
                self.write(Deed::EvidenceRemoved(ProofRemoved { evidence }))?;
            }
            let proof = self.proof(milestone);
            self.write(Deed::Evidence(proof))?;
        }
        if let Some(verdict) = verdict
            && (!is_new || self.chance.happens(REPLIES))
        {
            let text = self.chance.of(&words::REPLIES).to_owned();
            self.write(Deed::Replied(Replied {
                milestone: milestone.key.clone(),
                verdict,
                text,
            }))?;
        }
        self.submit(place, round + 1);
        Ok(())
    }
}

//! The mentor of a made-up cohort, who looks at what learners hand in some days later, and signs nothing.

use super::chance::Chance;
use super::diary::DAY;
use super::life::Life;
use super::words;
use crate::curriculum::Place;
use crate::insight::verdict::evidence_digest;
use crate::progress::event::BadAuthor;
use crate::progress::time::BadTime;
use crate::progress::verdict::{Level, Ruling, Verdict};
use crate::progress::{Deed, Device, Reviewer};

/// Who it is.
const NAME: &str = "mentor@school.example";

/// How many more of a hundred come back of what is hard; and how many fewer with each round.
const HARD: u64 = 25;
const WITH_PATIENCE: u64 = 3;

/// How many of what has no proof are answered all the same.
const WITHOUT_PROOF: u64 = 60;

/// How long a learner leaves lying what came back, in days.
const LIES: (i64, i64) = (1, 9);

/// Something that goes between a learner and the mentor.
#[derive(Debug, Clone, Copy)]
pub(super) struct Submission {
    /// The milestone.
    pub(super) place: Place,
    /// How often it was handed in.
    pub(super) round: u32,
    /// When whose turn it is takes it up, in seconds since 1970.
    pub(super) due: i64,
}

/// The mentor.
pub(super) struct Mentor {
    name: Reviewer,
    device: Device,
}

impl Mentor {
    /// The mentor of this seed.
    pub(super) fn new(seed: u64) -> Result<Self, BadAuthor> {
        let device = Chance::new(seed, u64::MAX).next() >> 32;
        Ok(Self {
            name: NAME.parse()?,
            device: Device(u32::try_from(device).unwrap_or_default()),
        })
    }

    /// Answers what is due by then.
    pub(super) fn answer(&self, life: &mut Life<'_>, until: i64) -> Result<(), BadTime> {
        let overlooked = life.temper.overlooked;
        let silent_from = match overlooked {
            0 => i64::MAX,
            day => life.diary.time(day, 0),
        };
        life.submitted.sort_by_key(|submission| submission.due);
        while let Some(first) = life.submitted.first().copied()
            && first.due <= until
        {
            life.submitted.remove(0);
            if first.due < silent_from {
                self.judge(life, first)?;
            }
        }
        Ok(())
    }

    fn judge(&self, life: &mut Life<'_>, submission: Submission) -> Result<(), BadTime> {
        let milestone = &life.diary.curriculum.milestones[submission.place];
        let mark = life.diary.progress.mark(submission.place);
        let Some(answers) = mark.submission else {
            return Ok(());
        };
        let is_proven = mark.has_evidence(milestone.evidence);
        if !is_proven && !life.chance.happens(WITHOUT_PROOF) {
            return Ok(());
        }
        let evidence_digest = evidence_digest(&mark.evidence);
        let supersedes = mark.verdicts.last().map(|given| given.event);
        let harder = if milestone.hard { HARD } else { 0 };
        let strict = life.temper.returned + harder;
        let strict = match submission.round {
            1 => strict,
            2 => strict * 2 / WITH_PATIENCE,
            _ => strict / WITH_PATIENCE / 2,
        };
        let is_returned = !is_proven || life.chance.happens(strict);
        let chance = &mut life.chance;
        let (verdict, level, comment) = if is_returned {
            let levels = [None, Some(Level::NotYet), Some(Level::Approaching)];
            let remark = chance.of(&words::REMARKS);
            let remark = if is_proven { remark } else { words::MISSING };
            (Ruling::Returned, chance.of(&levels), remark)
        } else {
            let levels = [
                None,
                Some(Level::Meets),
                Some(Level::Meets),
                Some(Level::Exceeds),
            ];
            (
                Ruling::Verified,
                chance.of(&levels),
                chance.of(&words::PRAISE),
            )
        };
        let deed = Deed::Verdict(Verdict {
            milestone: milestone.key.clone(),
            verdict,
            level,
            comment: (!comment.is_empty()).then(|| comment.to_owned()),
            answers,
            evidence_digest,
            milestone_digest: milestone.digest.clone(),
            supersedes,
            attestation: None,
        });
        if is_returned {
            let due = submission.due + life.chance.within(LIES) * DAY;
            life.returned.push(Submission { due, ..submission });
        }
        life.diary.wait_until(submission.due);
        life.diary
            .hear(&self.name, self.device, deed, &mut life.chance)
    }
}

//! A mentor who reads a learner's progress file and answers with a review file.

use std::rc::Rc;

use milepost::curriculum::{Curriculum, Key};
use milepost::exchange::{ProgressFile, ReviewFile, ReviewerCard, progress_file, review_file};
use milepost::insight::verdict::evidence_digest;
use milepost::progress::verdict::{Level, Ruling, Verdict};
use milepost::progress::{Deed, Device, Event, Log, Progress, fold};
use uuid::Uuid;

/// The mentor of most tests.
pub(crate) const MENTOR: &str = "mentor@school.example";

/// A mentor with a learner's progress file before them.
pub(crate) struct Mentor {
    called: &'static str,
    file: ProgressFile,
    curriculum: Rc<Curriculum>,
    progress: Progress,
    events: Vec<Event>,
    day: &'static str,
}

impl Mentor {
    /// A mentor who reads this file, and has the same curriculum.
    pub(crate) fn reading(file: &str, curriculum: Rc<Curriculum>) -> Self {
        let file = progress_file::read(file.as_bytes()).unwrap();
        Self {
            called: MENTOR,
            progress: fold(&file.log, &curriculum),
            curriculum,
            file,
            events: Vec::new(),
            day: "2026-11-20",
        }
    }

    /// The mentor is called so from now on.
    pub(crate) fn called(mut self, called: &'static str) -> Self {
        self.called = called;
        self
    }

    /// It is this day from now on.
    pub(crate) fn on(mut self, day: &'static str) -> Self {
        self.day = day;
        self
    }

    pub(crate) fn verifies(self, milestone: &str) -> Self {
        self.says(milestone, Ruling::Verified, Some(Level::Meets), None)
    }

    pub(crate) fn returns(self, milestone: &str, comment: &str) -> Self {
        let level = Some(Level::Approaching);
        self.says(milestone, Ruling::Returned, level, Some(comment))
    }

    pub(crate) fn revokes(self, milestone: &str, comment: &str) -> Self {
        self.says(milestone, Ruling::Revoked, None, Some(comment))
    }

    /// The milestone's text was another one when the last verdict was given.
    pub(crate) fn of_another_text(mut self) -> Self {
        let last = self.events.last_mut().unwrap();
        let Deed::Verdict(verdict) = &mut last.deed else {
            panic!("{last:?}")
        };
        verdict.milestone_digest = "sha256:0".into();
        self
    }

    fn says(
        mut self,
        milestone: &str,
        verdict: Ruling,
        level: Option<Level>,
        comment: Option<&str>,
    ) -> Self {
        let key: Key = format!("{}/{milestone}", self.curriculum.id)
            .parse()
            .unwrap();
        let place = self.progress.names().place(key.as_str()).unwrap();
        let mark = self.progress.mark(place);
        let verdict = Verdict {
            verdict,
            level,
            comment: comment.map(str::to_owned),
            answers: mark.submission.unwrap(),
            evidence_digest: evidence_digest(&mark.evidence),
            milestone_digest: self.curriculum.milestones[place].digest.clone(),
            supersedes: None,
            attestation: None,
            milestone: key,
        };
        self.events.push(Event {
            id: self.fresh(),
            batch: None,
            at: self.file.log.newest() + 1 + i64::try_from(self.events.len()).unwrap(),
            wall: format!("{}T22:00:00+01:00", self.day).parse().unwrap(),
            device: Device(7),
            by: Some(self.called.parse().unwrap()),
            deed: Deed::Verdict(verdict),
        });
        self
    }

    /// The review so far.
    pub(crate) fn file(&self) -> ReviewFile {
        ReviewFile {
            reviewer: ReviewerCard {
                id: self.called.parse().unwrap(),
                name: None,
                key: None,
            },
            learner: self.file.learner.id,
            curriculum: self.file.curriculum.clone(),
            log: Log::of(self.events.iter().cloned()).unwrap(),
        }
    }

    /// The review so far, as the learner gets it.
    pub(crate) fn review(&self) -> String {
        review_file::write(&self.file()).unwrap()
    }

    /// An id of its own for each verdict of each mentor on each file.
    fn fresh(&self) -> Uuid {
        let called: u128 = self.called.bytes().map(u128::from).sum();
        let read = u128::from(self.file.log.newest().unsigned_abs() & 0xFFFF_FFFF);
        let number = self.events.len() as u128;
        let base = Uuid::parse_str("0198c0de-0000-7000-8000-000000000000").unwrap();
        Uuid::from_u128(base.as_u128() + (called << 40) + (read << 8) + number)
    }
}

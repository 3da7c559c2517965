//! One learner of a cohort, with all that their files say.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::rc::Rc;

use uuid::Uuid;

use super::courses::Named;
use super::own::Answered;
use super::{Is, Review, united};
use crate::curriculum::{Detail, Key, Place};
use crate::insight::Snapshot;
use crate::insight::cohort::{Card, Rounds};
use crate::insight::snapshot::Entry;
use crate::progress::{Log, Wall};
use crate::session::Session;
use crate::session::error::Error;
use crate::session::trust::Notary;

/// One learner of a cohort, with all that their files say.
#[derive(Debug, Clone)]
pub struct Pupil {
    /// What the cohort keeps of them.
    pub card: Card,
    /// Where they stand.
    pub snapshot: Snapshot,
    /// All that their files tell, with what the mentor answered.
    pub log: Rc<Log>,
    /// The back and forth over each milestone.
    pub rounds: HashMap<Place, Rounds>,
    /// The text of each milestone, by its place, as the mentor has it.
    pub details: Rc<[Detail]>,
    /// Their files, the newest first.
    pub files: Vec<SentFile>,
}

/// A file that a learner sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentFile {
    /// Its name, fit for the screen.
    pub name: String,
    /// When it was written.
    pub exported_at: Wall,
}

/// Where a learner of a cohort stands, as their files say now.
pub(super) struct LookedAt {
    pub(super) snapshot: Snapshot,
    pub(super) log: Log,
    pub(super) card: Card,
    files: Vec<SentFile>,
}

impl LookedAt {
    /// The milestone of this key on their path, by any name that it ever had.
    pub(super) fn entry(&self, milestone: &Key) -> Option<Entry<'_>> {
        let place = self.snapshot.progress.names().place(milestone.as_str());
        Some(self.snapshot.entry(place?))
    }
}

impl Session {
    /// All that the files of this learner say; `None` where the cohort has none such any more.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn pupil(&self, learner: Uuid) -> Result<Option<Pupil>, Error> {
        let (Some(review), Some(looked)) = (&self.review, self.looked(learner)) else {
            return Ok(None);
        };
        let LookedAt {
            snapshot,
            log,
            card,
            files,
        } = looked;
        let names = snapshot.progress.names();
        Ok(Some(Pupil {
            rounds: Rounds::of_all(&log, names, &snapshot.trust),
            details: review.courses.details(&snapshot.curriculum, self)?,
            log: Rc::new(log),
            snapshot,
            card,
            files,
        }))
    }
}

impl Session {
    /// Where this learner stands, as their files say now; `None` where there are none such any more.
    pub(super) fn looked(&self, learner: Uuid) -> Option<LookedAt> {
        let review = self.review.as_ref()?;
        review.looked(learner, &self.vouching.notary)
    }

    /// All ids of this learner of the cohort.
    pub(super) fn ids_of(&self, learner: Uuid) -> Vec<Uuid> {
        let review = self.review.as_ref();
        review.map_or_else(|| vec![learner], |review| review.joined.ids(learner))
    }
}

impl Review {
    fn looked(&self, learner: Uuid, notary: &Notary) -> Option<LookedAt> {
        let card = self.cohort.card(learner)?;
        let united = united::unite(&self.folder, &self.files_of(learner))?;
        let mut desk = self.reader(notary).desk();
        let Named::Known(course) = desk.course(&united.newest) else {
            return None;
        };
        let ids = self.joined.ids(learner);
        let Answered { log, trust, .. } = desk.answered(&ids, united.log);
        Some(LookedAt {
            snapshot: desk.snapshot(course, &log, trust),
            log,
            card: card.clone(),
            files: united.files,
        })
    }

    /// The names of this learner's files.
    pub(super) fn files_of(&self, learner: Uuid) -> Vec<&OsStr> {
        let files = self.files.iter();
        let theirs = files.filter(
            |(_, seen)| matches!(&seen.is, Is::Of(of, _) if self.joined.name(*of) == learner),
        );
        theirs.map(|(name, _)| name.as_os_str()).collect()
    }
}

//! One learner of a cohort, with all that their files say.

use std::collections::{HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::rc::Rc;

use uuid::Uuid;

use super::courses::Named;
use super::own::Answered;
use super::reading::bytes;
use super::sheet::{Desk, Unusable};
use super::{Is, Review};
use crate::curriculum::{Detail, Place};
use crate::exchange::{Learner, ProgressFile};
use crate::insight::Snapshot;
use crate::insight::cohort::{Card, Rounds};
use crate::progress::{Log, Wall};
use crate::session::Session;
use crate::session::error::Error;
use crate::session::trust::Notary;
use crate::text::visible;

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

/// The files of one learner together.
pub(super) struct United {
    pub(super) newest: ProgressFile,
    pub(super) log: Log,
    pub(super) files: Vec<SentFile>,
    /// In which of them each event stands, the newest of them.
    pub(super) places: HashMap<Uuid, usize>,
    /// Those that contradict the newer ones.
    pub(super) contradicting: Vec<(OsString, Unusable)>,
}

/// Where a learner of a cohort stands, as their files say now.
pub(super) struct LookedAt {
    /// What they are called, fit for the screen.
    pub(super) name: String,
    pub(super) snapshot: Snapshot,
    log: Log,
    card: Card,
    files: Vec<SentFile>,
}

impl Session {
    /// All that the files of this learner say; `None` where the cohort has none such any more.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn pupil(&self, learner: Uuid) -> Result<Option<Pupil>, Error> {
        let Some(review) = &self.review else {
            return Ok(None);
        };
        let Some(looked) = review.looked(learner, &self.vouching.notary) else {
            return Ok(None);
        };
        let LookedAt {
            snapshot,
            log,
            card,
            files,
            ..
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

impl Review {
    /// Where this learner stands, as their files say now; `None` where there are none such any more.
    pub(super) fn looked(&self, learner: Uuid, notary: &Notary) -> Option<LookedAt> {
        let card = self.cohort.card(learner)?;
        let united = self.unite(&self.files_of(learner))?;
        let mut desk = self.reader(notary).desk();
        let Named::Known(course) = desk.course(&united.newest) else {
            return None;
        };
        let ids = self.joined.ids(learner);
        let Answered { log, trust, .. } = desk.answered(&ids, united.log);
        Some(LookedAt {
            name: card.name(),
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

    /// What is kept of a learner of several files: the newest says who they are and how the rest is to be read, older ones
    /// add what only they have.
    pub(super) fn united(&mut self, files: &[OsString], notary: &Notary) -> Option<Card> {
        let files: Vec<&OsStr> = files.iter().map(AsRef::as_ref).collect();
        let united = self.unite(&files)?;
        for name in &files {
            let why = united.contradicting.iter().find(|(other, _)| other == name);
            if let Some(seen) = self.files.get_mut(*name) {
                seen.contradicts = why.map(|(name, why)| why.row(name));
            }
        }
        let mut desk = self.reader(notary).desk();
        let Named::Known(course) = desk.course(&united.newest) else {
            return None;
        };
        let ids = self.joined.ids(united.newest.learner.id);
        let learner = Learner {
            id: ids[0],
            ..united.newest.learner
        };
        let file = ProgressFile {
            log: united.log,
            learner,
            ..united.newest
        };
        Some(desk.card(course, &ids, file))
    }

    /// These files of one learner together; `None` where none can be read any more.
    pub(super) fn unite(&self, names: &[&OsStr]) -> Option<United> {
        let read = names.iter().filter_map(|name| {
            let file = bytes(&self.folder, name).and_then(|bytes| Desk::file(&bytes));
            Some((*name, file.ok()?))
        });
        let mut files: Vec<(&OsStr, ProgressFile)> = read.collect();
        files.sort_by_cached_key(|(_, file)| {
            std::cmp::Reverse((file.log.newest(), file.exported_at.to_string()))
        });
        let mut files = files.into_iter();
        let (name, newest) = files.next()?;
        let mut united = United {
            log: newest.log.clone(),
            files: vec![sent(name, &newest)],
            places: HashMap::new(),
            newest,
            contradicting: Vec::new(),
        };
        united.place(0, |_| true);
        for (name, file) in files {
            united.add(name, file);
        }
        Some(united)
    }
}

impl United {
    /// Adds an older file.
    fn add(&mut self, name: &OsStr, file: ProgressFile) {
        let sent = sent(name, &file);
        let theirs: HashSet<Uuid> = file.log.events().iter().map(|event| event.id).collect();
        match self.log.clone().union(file.log) {
            Ok(log) => {
                self.log = log;
                self.place(self.files.len(), |event| theirs.contains(&event));
                self.files.push(sent);
            }
            Err(clash) => {
                let why = Unusable::Contradicts(clash.id);
                self.contradicting.push((name.to_owned(), why));
            }
        }
    }

    /// Those events for which that holds stand in this file, as far as they stand in none that is newer.
    fn place(&mut self, file: usize, holds: impl Fn(Uuid) -> bool) {
        for event in self.log.events().iter().filter(|event| holds(event.id)) {
            self.places.entry(event.id).or_insert(file);
        }
    }
}

fn sent(name: &OsStr, file: &ProgressFile) -> SentFile {
    SentFile {
        name: visible(&name.to_string_lossy()).into_owned(),
        exported_at: file.exported_at.clone(),
    }
}

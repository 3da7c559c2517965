//! What a look at a folder leaves for the next start in the store's cache: what is kept of each learner whose files have not
//! changed since. It spares reading them again, and is good for nothing else: whoever looks at one learner, or answers them,
//! reads their files.

use std::collections::HashMap;
use std::ffi::OsString;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Is, Review, Seen};
use crate::curriculum::Id;
use crate::insight::cohort::{Card, Cohort};
use crate::session::error::Error;
use crate::session::{Session, cache};
use crate::system::cohort_folder::Stamp;

/// Under which name it is kept, one folder in the place of the other.
const NAME: &str = "cohort";

/// Raised whenever what is kept changes its shape. A test knows when.
const LAYOUT: u32 = 3;

/// How many learners one part holds, and of how many it is worth the room.
const AT_ONCE: usize = 64;
const MOST: usize = 20_000;

/// Who kept it, and of what: it is good for nothing else.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Label {
    layout: u32,
    program: String,
    folder: Vec<u8>,
    /// The digest of the mentor's answers by then.
    own: String,
    /// Whom they trusted by then.
    trusted: Vec<u8>,
    /// The curricula by then, in the order of their indices: the id and the digest of each.
    courses: Vec<(Id, String)>,
}

/// What is kept of a learner, and of which files it was made.
#[derive(Debug, Serialize, Deserialize)]
struct Remembered<C> {
    files: Vec<RememberedFile>,
    card: C,
}

/// A file that was read, whose it is, and who else they say they are.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct RememberedFile {
    name: Vec<u8>,
    stamp: Stamp,
    learner: Uuid,
    claims: Box<[Uuid]>,
}

impl Session {
    /// Keeps for the next start what this one read of the folder under review. Where it fails, that takes longer, and nothing
    /// else.
    pub(in crate::session) fn keep_review(&mut self) {
        let parts = match &mut self.review {
            Some(review) if !self.store.is_read_only() => review.parts_to_keep(),
            _ => None,
        };
        if let Some(parts) = parts {
            let _ = self.store.keep(NAME, parts.into_iter());
        }
    }
}

impl Review {
    /// Begins with what the last start left, as far as it still holds.
    pub(super) fn recall(&mut self, session: &Session) -> Result<(), Error> {
        self.own.renew(session)?;
        self.courses.begin(session)?;
        if self.unvouched.is_some() {
            return Ok(());
        }
        let mut is_ours = false;
        let mut all: Vec<Remembered<Card>> = Vec::new();
        let is_whole = session.store.recall(NAME, |part| {
            if is_ours {
                all.extend(cache::read::<Vec<Remembered<Card>>>(part)?);
            } else {
                is_ours = self.holds(&cache::read(part)?, session).then_some(true)?;
            }
            Some(())
        })?;
        if is_whole && all.iter().all(|kept| self.fits(&kept.card)) {
            self.take_over(all);
        }
        Ok(())
    }

    /// What the next start should know, if that is more than the last one left.
    fn parts_to_keep(&mut self) -> Option<Vec<Vec<u8>>> {
        let is_news = std::mem::take(&mut self.is_news);
        if !is_news || self.unvouched.is_some() || self.cohort.cards.len() > MOST {
            return None;
        }
        let mut files = self.settled();
        let kept = self.cohort.cards.iter().filter_map(|card| {
            let files = files.remove(&card.learner())?;
            Some(Remembered { files, card })
        });
        let kept: Vec<Remembered<&Card>> = kept.collect();
        let parts = kept.chunks(AT_ONCE).map(|some| cache::bytes(&some));
        let label = [cache::bytes(&self.label())];
        Some(label.into_iter().chain(parts).collect())
    }

    fn label(&self) -> Label {
        let courses = self.courses.shown.iter().map(|course| {
            let curriculum = &course.curriculum;
            (curriculum.id.clone(), curriculum.digest.clone())
        });
        Label {
            layout: LAYOUT,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            folder: self.folder.path().as_os_str().as_bytes().to_owned(),
            own: self.own.digest(),
            trusted: self.basis.clone(),
            courses: courses.collect(),
        }
    }

    /// Whether what stands under this label would be made the same now.
    fn holds(&mut self, label: &Label, session: &Session) -> bool {
        for (id, _) in label.courses.iter().skip(self.courses.shown.len()) {
            if self.courses.load(id.clone(), session).is_err() {
                return false;
            }
        }
        *label == self.label()
    }

    fn fits(&self, card: &Card) -> bool {
        self.courses.shown.get(card.course).is_some_and(|course| {
            let curriculum = &course.curriculum;
            let count = curriculum.milestones.len();
            card.cells.len() == count
                && card.stages.len() == curriculum.stages.len()
                && card.waiting.iter().all(|waiting| waiting.place < count)
        })
    }

    fn take_over(&mut self, all: Vec<Remembered<Card>>) {
        let mut cards = Vec::with_capacity(all.len());
        for Remembered { files, card } in all {
            for file in files {
                let seen = Seen {
                    stamp: Ok(file.stamp),
                    is_settled: true,
                    is: Is::Of(file.learner, file.claims),
                    contradicts: None,
                };
                self.files.insert(OsString::from_vec(file.name), seen);
            }
            cards.push(card);
        }
        self.joined = self.joined_now();
        // The first look puts in order and completes what there is.
        self.cohort = Rc::new(Cohort {
            courses: self.courses.shown.clone(),
            cards,
            ..Cohort::default()
        });
    }

    /// The files of each learner of whom all files are good, and would show in their stamps that they changed.
    fn settled(&self) -> HashMap<Uuid, Vec<RememberedFile>> {
        let mut all: HashMap<Uuid, Option<Vec<RememberedFile>>> = HashMap::new();
        for (name, seen) in &self.files {
            let Is::Of(learner, claims) = &seen.is else {
                continue;
            };
            let is_good = seen.is_settled && seen.contradicts.is_none();
            let stamp = seen.stamp.as_ref().ok().filter(|_| is_good);
            let files = all
                .entry(self.joined.name(*learner))
                .or_insert_with(|| Some(Vec::new()));
            *files = files.take().zip(stamp).map(|(mut files, stamp)| {
                files.push(RememberedFile {
                    name: name.as_bytes().to_owned(),
                    stamp: *stamp,
                    learner: *learner,
                    claims: claims.clone(),
                });
                files
            });
        }
        let settled = all.into_iter();
        settled
            .filter_map(|(learner, files)| Some((learner, files?)))
            .collect()
    }
}

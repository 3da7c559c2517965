//! The one service that joins the pure core and the edges: it opens a store, records what a learner intends, and answers
//! with fresh snapshots.

mod builtin;
mod cache;
mod catalogue;
mod error;
mod fold;
pub mod journal;
mod pen;
mod record;
mod searchable;
mod shelf;
mod source;
mod steps;
mod transfer;

use std::path::Path;
use std::rc::Rc;

use uuid::Uuid;

pub use crate::store::Looked;
pub use catalogue::Catalogue;
pub use error::Error;
pub use record::Recorded;
pub use shelf::Offer;
pub use source::{Found, Origin};
pub use transfer::{Exported, Imported, Joining};

use crate::curriculum::{Appendix, Curriculum, Detail, Place};
use crate::insight::Snapshot;
use crate::progress::{Day, Log, Progress};
use crate::store::{Access, Extent, Fault, Store, StoreError};
use crate::system::clock::{Clock, Now};
use crate::system::ids;
use crate::system::paths::DataFolder;
use pen::Pen;
use record::Unsure;
use shelf::Course;
use source::Stock;

/// How far ahead of the clock the newest event may be before the learner is told, in microseconds: a day.
const AHEAD: i64 = 24 * 60 * 60 * 1_000_000;

/// A learner's open store and where they stand in the curriculum in use.
#[derive(Debug)]
pub struct Session {
    store: Store,
    clock: Clock,
    /// Whose store it is; `None` until the first deed.
    learner: Option<Uuid>,
    course: Course,
    /// Where the learner stands, as far as events were folded.
    snapshot: Snapshot,
    /// How much of the learner's log was folded.
    folded: Extent,
    /// How much of it the fold in the cache knows, if the next start can go on from there.
    kept: Option<Extent>,
    /// The store's counter of changes up to which events were folded.
    seen: i64,
    unsure: Option<Unsure>,
    /// Why the last backup failed, if it did.
    unsaved: Option<StoreError>,
}

impl Session {
    /// Opens the store in this folder, or begins one there.
    ///
    /// # Errors
    /// The store cannot be used, or the curriculum in use cannot be read.
    pub fn open(folder: &DataFolder, clock: Clock) -> Result<Self, Error> {
        let now = clock.now()?;
        let mut store = Store::open(&folder.store(), Access::ReadWrite, now.at)?;
        let learner = store.learner()?;
        let course = Course::in_use(&mut store, &now)?;
        let kept = match learner.filter(|_| course.is_stored()) {
            Some(learner) => cache::fold(&store, learner, &course.curriculum)?,
            None => None,
        };
        let (progress, kept) = kept.unzip();
        let mut session = Self {
            store,
            clock,
            learner,
            snapshot: beginning(&course, progress),
            course,
            folded: kept.unwrap_or_default(),
            kept,
            seen: -1,
            unsure: None,
            unsaved: None,
        };
        session.hear_of_others()?;
        Ok(session)
    }

    /// Where the learner stands.
    pub fn snapshot(&self) -> Snapshot {
        self.snapshot.clone()
    }

    /// What the learner should know about their store, a line each.
    pub fn notices(&self) -> Vec<String> {
        let mut notices = Vec::new();
        if self.store.is_read_only() {
            let file = self.store.file().display();
            notices.push(format!(
                "read-only: {file} cannot be written, so nothing new can be recorded"
            ));
        }
        if let Some(missing) = &self.course.missing {
            let title = &self.course.curriculum.title;
            notices.push(format!(
                "the curriculum in use, {missing:?}, is not here; `{title}` stands in until you `milepost curriculum use` one"
            ));
        }
        let is_behind = |now: Now| self.newest() > now.micros().saturating_add(AHEAD);
        if self.clock.now().is_ok_and(is_behind) {
            notices.push(
                "the clock is behind what was recorded last; new deeds still count as later".into(),
            );
        }
        match self.snapshot.progress.facts().newer {
            0 => {}
            1 => notices
                .push("1 event is from a newer version of milepost and is kept as it is".into()),
            newer => notices.push(format!(
                "{newer} events are from a newer version of milepost and are kept as they are"
            )),
        }
        if let Some(error) = &self.unsaved {
            notices.push(match error.fault {
                Fault::NoBackup { .. } => error.to_string(),
                _ => format!("no backup could be made: {}", error.what()),
            });
        }
        notices
    }

    /// Whether nothing can be recorded.
    pub fn is_read_only(&self) -> bool {
        self.store.is_read_only()
    }

    /// The store's file.
    pub fn file(&self) -> &Path {
        self.store.file()
    }

    /// The day it is, where the learner is.
    ///
    /// # Errors
    /// The clock says a time outside of the centuries that milepost knows.
    pub fn today(&self) -> Result<Day, Error> {
        Ok(self.now()?.today)
    }

    /// The text of a milestone.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn detail(&self, place: Place) -> Result<Detail, Error> {
        self.course.detail(place, &self.store)
    }

    /// Resources, advice, facts and the like.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn appendix(&self) -> Result<Appendix, Error> {
        self.course.appendix(&self.store)
    }

    /// The text that was typed under this name and not sent.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn draft(&self, name: &str) -> Result<Option<String>, Error> {
        Ok(self.store.draft(name)?)
    }

    /// Keeps a text that is being typed in the place of what whoever types it has kept `before`; an empty one is dropped.
    /// What others have kept under that name since stays beside it.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn keep_draft(&mut self, name: &str, text: &str, before: &str) -> Result<(), Error> {
        match text {
            "" => self.store.remove_draft(name, before)?,
            text => self.store.keep_draft(name, text, before)?,
        }
        Ok(())
    }

    /// What the learner prefers under this name, if they ever said.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn preference(&self, name: &str) -> Result<Option<String>, Error> {
        Ok(self.store.setting(&preference(name))?)
    }

    /// Keeps what the learner prefers under this name.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn prefer(&mut self, name: &str, word: &str) -> Result<(), Error> {
        Ok(self.store.set_setting(&preference(name), word)?)
    }

    /// The versions of curricula that can be used: those that come with the program, and those loaded before.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn curricula(&self) -> Result<Vec<Offer>, Error> {
        shelf::offers(&self.store, &self.course.curriculum)
    }

    /// Finds a curriculum by its id, its file or its folder, and checks it. Changes nothing.
    ///
    /// # Errors
    /// There is none, or it is not sound; then every problem is listed.
    pub fn find_curriculum(&self, name: &str) -> Result<Found, Error> {
        source::find(name, Stock::Store(&self.store))
    }

    /// Whether a curriculum of the same id and version, with other content, is known here, whose place this one takes.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn is_another_of_its_name(&self, found: &Found) -> Result<bool, Error> {
        if found.origin != Origin::File {
            return Ok(false);
        }
        let Curriculum {
            id,
            version,
            digest,
            ..
        } = &found.edition.curriculum;
        let known = match self.store.curriculum_digest(id, version)? {
            Some(known) => Some(known),
            None => source::shipped_digest(id, version, &self.store),
        };
        Ok(known.is_some_and(|known| known != *digest))
    }

    /// Takes a curriculum into use, from now on.
    ///
    /// # Errors
    /// The store cannot be written or read; this session goes on along the curriculum that was in use.
    pub fn use_curriculum(&mut self, found: Found) -> Result<(), Error> {
        let now = self.now()?;
        let course = Course::take(found, &mut self.store, &now)?;
        self.follow(course)
    }

    /// Folds the log along this curriculum. Where it cannot be read, all stays as it was: places mean what they did.
    fn follow(&mut self, course: Course) -> Result<(), Error> {
        let snapshot = beginning(&course, None);
        let before = (
            std::mem::replace(&mut self.course, course),
            std::mem::replace(&mut self.snapshot, snapshot),
            std::mem::take(&mut self.folded),
            self.kept.take(),
            std::mem::replace(&mut self.seen, -1),
        );
        let heard = self.hear_of_others();
        if heard.is_err() {
            (
                self.course,
                self.snapshot,
                self.folded,
                self.kept,
                self.seen,
            ) = before;
        } else {
            self.unsure = None;
        }
        heard.map(drop)
    }

    /// All events of the learner.
    fn log(&self) -> Result<Log, Error> {
        Ok(self
            .learner
            .map(|learner| self.store.events(learner))
            .transpose()?
            .unwrap_or_default())
    }

    /// What stamps the next events of this learner on this machine.
    fn pen(&mut self) -> Result<Pen, Error> {
        let device = self.store.device_or(ids::device())?;
        Ok(Pen::new(self.now()?, device, self.newest()))
    }

    /// The learner's id, minted now if this is their first deed.
    fn learner_or(&mut self, fresh: Uuid) -> Result<Uuid, Error> {
        let learner = self.store.learner_or(fresh)?;
        self.learner = Some(learner);
        Ok(learner)
    }

    fn now(&self) -> Result<Now, Error> {
        Ok(self.clock.now()?)
    }
}

/// The setting that keeps what a learner prefers under a name.
fn preference(name: &str) -> String {
    format!("prefers:{name}")
}

/// A curriculum of which this is done, or nothing yet.
fn beginning(course: &Course, progress: Option<Progress>) -> Snapshot {
    let progress = progress.unwrap_or_else(|| Progress::nothing(&course.curriculum));
    Snapshot::of(Rc::clone(&course.curriculum), Rc::new(progress))
}

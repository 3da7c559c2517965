//! The one service that joins the pure core and the edges: it opens a store, records what a learner intends, and answers
//! with fresh snapshots.

mod admission;
mod arrival;
mod beside;
mod builtin;
mod cache;
mod catalogue;
mod curricula;
mod error;
mod fold;
pub mod journal;
mod latest;
mod pen;
mod public;
mod read_marks;
mod record;
mod review;
mod searchable;
mod shelf;
mod source;
mod steps;
mod surroundings;
mod transfer;
pub mod trust;

use std::path::Path;
use std::rc::Rc;

use uuid::Uuid;

pub use crate::store::Looked;
pub use arrival::{Imported, Joining, Received};
pub use catalogue::Catalogue;
pub use error::Error;
pub use record::Recorded;
pub use review::{
    Given, Held, Kept, Pupil, Sent, SentFile, SentReview, Signing, Stories, Story, Submission, Tell,
};
pub use shelf::Offer;
pub use source::{Found, Origin};
pub use surroundings::Surroundings;
pub use transfer::Exported;
pub use trust::{KeyFiles, Notary};

use crate::curriculum::{Appendix, Detail, Place};
use crate::insight::Snapshot;
use crate::progress::{Day, Log, Progress};
use crate::store::{Access, Extent, Fault, Store, StoreError};
use crate::system::clock::{Clock, Now};
use crate::system::ids;
use crate::system::paths::DataFolder;
use crate::text::visible;
use latest::Latest;
use pen::Pen;
use record::Unsure;
use shelf::Course;
use trust::Vouching;

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
    /// The store's version along which the curriculum in use was looked up last.
    version: i64,
    unsure: Option<Unsure>,
    latest: Option<Latest>,
    vouching: Vouching,
    /// Why the last backup failed, if it did.
    unsaved: Option<StoreError>,
    /// What was read of the mentors' verdicts, and the store did not take.
    unkept: Vec<Uuid>,
    /// The folder that is reviewed, if one is.
    review: Option<review::Review>,
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
            version: -1,
            unsure: None,
            latest: None,
            vouching: Vouching::by(KeyFiles::within(folder.path())),
            unsaved: None,
            unkept: Vec::new(),
            review: None,
        };
        session.hear_of_reading()?;
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
        if let Some(why) = self.unvouched() {
            notices.push(format!(
                "signatures were not looked at, so what mentors said counts as claimed: {why}"
            ));
        }
        let review = self.review.iter().flat_map(review::Review::notices);
        notices.extend(review.map(|notice| visible(&notice).into_owned()));
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

    /// All events of the learner, and how much that is: another process may have written since the session last looked.
    fn log(&self) -> Result<(Log, Extent), Error> {
        let mut log = Log::default();
        let Some(learner) = self.learner else {
            return Ok((log, Extent::default()));
        };
        let extent = self.store.walk(learner, |event, _| {
            log.append(event);
        })?;
        Ok((log, extent))
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

//! The curricula that a session knows of, and the one that it follows.

use std::rc::Rc;

use super::error::Error;
use super::shelf::{self, Course, Offer};
use super::source::{self, Found, Origin, Stock};
use super::{Session, beginning};
use crate::curriculum::Curriculum;

impl Session {
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
    pub(super) fn follow(&mut self, course: Course) -> Result<(), Error> {
        let snapshot = beginning(&course, None)
            .trusting(Rc::clone(&self.snapshot.trust))
            .having_read(Rc::clone(&self.snapshot.read));
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
            self.latest = None;
        }
        heard.map(drop)
    }
}

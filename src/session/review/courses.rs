//! The curricula that a cohort's files name, as the mentor has them.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::curriculum::{Appendix, Curriculum, Detail, Id};
use crate::insight::cohort::Course;
use crate::session::Session;
use crate::session::error::Error;
use crate::session::source::{self, Stock};

/// The hours a week that a curriculum reckons with that does not say.
const HOURS_PER_WEEK: u16 = 10;

/// The curricula that files named so far. The index of one stays the same.
#[derive(Debug, Default)]
pub(super) struct Courses {
    pub(super) syllabuses: Syllabuses,
    /// The same, for those who only show them.
    pub(super) shown: Vec<Course>,
    /// The texts of those of which somebody read one, by their digests.
    details: RefCell<HashMap<String, Rc<[Detail]>>>,
}

/// The curricula that files named so far, in a form that several threads can read.
#[derive(Debug, Default)]
pub(super) struct Syllabuses {
    known: Vec<Syllabus>,
    /// The ids of those that the mentor does not have.
    unknown: HashSet<Id>,
}

/// A curriculum as the mentor has it.
#[derive(Debug)]
pub(super) struct Syllabus {
    pub(super) curriculum: Curriculum,
    /// The hours a week that it reckons with.
    pub(super) hours_per_week: u16,
}

/// What is known of a curriculum that a file names.
#[derive(Debug, Clone, Copy)]
pub(super) enum Named {
    /// It is the one of this index.
    Known(usize),
    /// The mentor does not have it.
    Unknown,
    /// Nobody looked for it yet.
    Unheard,
}

impl Courses {
    /// Knows the curriculum that the mentor uses, which most files will name.
    pub(super) fn begin(&mut self, session: &Session) -> Result<(), Error> {
        if self.shown.is_empty() {
            let appendix = session.course.appendix(&session.store)?;
            self.put(&session.course.curriculum, &appendix);
        }
        Ok(())
    }

    /// Looks for the curriculum of this id.
    pub(super) fn load(&mut self, id: Id, session: &Session) -> Result<(), Error> {
        match source::known(&id, Stock::Store(&session.store))? {
            Some(found) => self.put(&found.edition.curriculum, &found.edition.appendix),
            None => drop(self.syllabuses.unknown.insert(id)),
        }
        Ok(())
    }

    /// The text of each milestone of a curriculum, by its place; none, where the mentor has them no more.
    pub(super) fn details(
        &self,
        curriculum: &Curriculum,
        session: &Session,
    ) -> Result<Rc<[Detail]>, Error> {
        if let Some(known) = self.details.borrow().get(&curriculum.digest) {
            return Ok(Rc::clone(known));
        }
        let own = &session.course;
        let read: Rc<[Detail]> = if own.curriculum.digest == curriculum.digest {
            let places = 0..curriculum.milestones.len();
            let details = places.map(|place| own.detail(place, &session.store));
            details.collect::<Result<_, _>>()?
        } else {
            let found = source::known(&curriculum.id, Stock::Store(&session.store))?;
            let same = found.filter(|found| found.edition.curriculum.digest == curriculum.digest);
            same.map_or_else(Rc::default, |found| found.edition.details.clone().into())
        };
        let digest = curriculum.digest.clone();
        self.details.borrow_mut().insert(digest, Rc::clone(&read));
        Ok(read)
    }

    fn put(&mut self, curriculum: &Curriculum, appendix: &Appendix) {
        let pace = appendix.pace.as_ref();
        let hours_per_week = pace.map_or(HOURS_PER_WEEK, |pace| pace.hours_per_week);
        let shown = Course::of(Rc::new(curriculum.clone()), hours_per_week);
        self.shown.push(shown);
        self.syllabuses.known.push(Syllabus {
            curriculum: curriculum.clone(),
            hours_per_week,
        });
    }
}

impl Syllabuses {
    /// What is known of the curriculum of this id.
    pub(super) fn named(&self, id: &Id) -> Named {
        let mut known = self.known.iter();
        match known.position(|syllabus| syllabus.curriculum.id == *id) {
            Some(index) => Named::Known(index),
            None if self.unknown.contains(id) => Named::Unknown,
            None => Named::Unheard,
        }
    }

    /// Those that the mentor has.
    pub(super) fn known(&self) -> &[Syllabus] {
        &self.known
    }
}

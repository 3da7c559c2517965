//! A made-up cohort: progress files and a roster, for trying the screens, for tests and for measuring. The same seed and day
//! always make the same bytes.

mod chance;
mod diary;
mod evenings;
mod learner;
mod life;
mod list;
mod mentor;
mod name;
mod press;
mod proof;
mod temper;
mod words;
mod work;

pub use learner::{HEAD, is_made_up};

use std::iter;
use std::rc::Rc;

use jiff::Timestamp;
use uuid::Uuid;

use super::roster::NAME as ROSTER;
use super::{Learner, Scope, progress_file};
use crate::curriculum::Curriculum;
use crate::insight::Snapshot;
use crate::progress::Progress;
use crate::progress::event::BadAuthor;
use crate::progress::time::BadTime;
use chance::Chance;
use diary::{DAY, Diary};
use life::Life;
use mentor::Mentor;
use press::Press;
use temper::{Sends, temper};

/// The most learners that are made up.
pub const MOST: usize = 100_000;

/// How many days before the first of the two files of one learner was written.
const EARLIER: (i64, i64) = (9, 14);

/// How many days ago the cohort started.
const STARTED: i64 = 49;

/// A made-up cohort, of which nothing is written yet.
pub struct Sample {
    seed: u64,
    learners: usize,
    /// The midnight that ends the last day, in seconds since 1970.
    until: i64,
    blank: Snapshot,
    mentor: Mentor,
    press: Press,
}

/// A file of a made-up cohort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name within the folder.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// Why nothing was made up.
#[derive(Debug, thiserror::Error)]
pub enum Unmade {
    /// The days before this one cannot be written down.
    #[error(transparent)]
    Time(#[from] BadTime),
    /// The mentor cannot be named.
    #[error(transparent)]
    Mentor(#[from] BadAuthor),
    /// A file cannot be written down.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// The roster cannot be written down.
    #[error(transparent)]
    Roster(#[from] csv::Error),
}

impl Sample {
    /// A cohort of so many learners, none of whom did anything after the midnight before this time, as it is in Greenwich.
    ///
    /// # Errors
    /// There is no mentor.
    pub fn new(
        curriculum: Curriculum,
        learners: usize,
        seed: u64,
        now: Timestamp,
    ) -> Result<Self, Unmade> {
        let progress = Progress::nothing(&curriculum);
        Ok(Self {
            seed,
            learners,
            until: now.as_second() - now.as_second().rem_euclid(DAY),
            blank: Snapshot::of(Rc::new(curriculum), Rc::new(progress)),
            mentor: Mentor::new(seed)?,
            press: Press::default(),
        })
    }

    /// The names of all files.
    pub fn names(&self) -> impl Iterator<Item = String> + '_ {
        let named = (0..self.learners).flat_map(|number| match temper(number).sends {
            Sends::Nothing => Vec::new(),
            Sends::File => vec![self.name(number)],
            Sends::Twice => vec![self.name(number), self.earlier_name(number)],
        });
        iter::once(ROSTER.to_owned()).chain(named)
    }

    /// All files, each made when it is asked for.
    pub fn files(&self) -> impl Iterator<Item = Result<File, Unmade>> + '_ {
        let learners = (0..self.learners).flat_map(|number| match self.sent(number) {
            Ok(files) => files.into_iter().map(Ok).collect(),
            Err(error) => vec![Err(error)],
        });
        iter::once_with(|| self.roster()).chain(learners)
    }

    fn roster(&self) -> Result<File, Unmade> {
        let ids = (0..self.learners).map(|number| self.id(number));
        let started = Timestamp::from_second(self.until - STARTED * DAY);
        let started = started.map_err(|_| BadTime::Day)?.strftime("%Y-%m-%d");
        Ok(File {
            name: ROSTER.to_owned(),
            text: list::roster(ids, &started.to_string())?,
        })
    }

    /// What the learner of this number sent.
    fn sent(&self, number: usize) -> Result<Vec<File>, Unmade> {
        let temper = temper(number);
        if temper.sends == Sends::Nothing {
            return Ok(Vec::new());
        }
        let chance = Chance::new(self.seed, number as u64);
        let mut life = Life::new(
            &self.blank,
            self.until,
            name::handle(number),
            temper,
            chance,
        );
        let sent = life.live(&self.mentor)?;
        let mut files = vec![self.file(self.name(number), number, &life.diary, sent)?];
        if temper.sends == Sends::Twice {
            let sent = sent - life.chance.within(EARLIER) * DAY;
            let diary = life.diary.up_to(sent, &self.blank);
            files.push(self.file(self.earlier_name(number), number, &diary, sent)?);
        }
        Ok(files)
    }

    fn file(
        &self,
        name: String,
        number: usize,
        diary: &Diary<'_>,
        sent: i64,
    ) -> Result<File, Unmade> {
        let learner = Learner {
            id: self.id(number),
            name: Some(name::name(number)),
        };
        let snapshot = self.blank.after(Rc::new(diary.progress.clone()));
        let exported_at = diary.wall(sent)?;
        let text = self
            .press
            .print(&learner, &diary.events, &snapshot, &exported_at)?;
        Ok(File { name, text })
    }

    fn id(&self, number: usize) -> Uuid {
        learner::id(self.seed, number)
    }

    fn name(&self, number: usize) -> String {
        progress_file::name(&self.blank.curriculum.id, self.id(number), Scope::Shared)
    }

    fn earlier_name(&self, number: usize) -> String {
        self.name(number).replacen('.', "-earlier.", 1)
    }
}

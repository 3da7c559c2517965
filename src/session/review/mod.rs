//! The mentor's side: a folder of learners' files becomes a cohort, is looked at again, and is answered.

mod answers;
mod assembly;
mod cards;
mod colleagues;
mod courses;
mod joined;
mod kept;
mod leaving;
mod own;
mod pupil;
mod reading;
mod register;
mod review_files;
mod sending;
mod sent;
mod several;
mod sheet;
mod story;
mod united;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::rc::Rc;

use uuid::Uuid;

pub use answers::Given;
pub use pupil::{Pupil, SentFile};
pub use sent::{Held, Sent, SentReview, Signing};
pub use several::{Kept, Submission};
pub use story::{Stories, Story};

use super::Session;
use super::error::Error;
use super::trust::Notary;
use crate::exchange::ProgressFile;
use crate::insight::cohort::{Bad, Card, Cohort, Drafts};
use crate::system::cohort_folder::{CohortFolder, Listed, Stamp};
use crate::system::files::FileFault;
use courses::Courses;
use joined::Joined;
use own::Own;
use reading::{Make, Reader, Row};
use register::Register;
use sheet::Desk;

/// A folder that is reviewed, as it was looked at last.
#[derive(Debug)]
pub(super) struct Review {
    folder: CohortFolder,
    courses: Courses,
    own: Own,
    register: Register,
    joined: Joined,
    /// Each file, and what it turned out to be.
    files: BTreeMap<OsString, Seen>,
    cohort: Rc<Cohort>,
    drafts: Rc<Drafts>,
    /// Whether there is more to keep for the next start than what the last one left.
    is_news: bool,
    /// Why the folder could not be read the last time, if it could not.
    trouble: Option<String>,
    /// Whom the mentor trusted when the cohort was read.
    basis: Vec<u8>,
    /// Why signatures of other mentors could not be looked at, if so.
    unvouched: Option<String>,
}

/// A file as it was read last.
#[derive(Debug)]
struct Seen {
    stamp: Result<Stamp, FileFault>,
    /// Whether a change since would show in the stamp, however soon it came.
    is_settled: bool,
    is: Is,
    /// What it contradicts, where it is one of several files of a learner and says something else than a newer one.
    contradicts: Option<Bad>,
}

/// What a file turned out to be.
#[derive(Debug, Clone)]
enum Is {
    /// The file of the learner of that id, who says that these are theirs, too.
    Of(Uuid, Box<[Uuid]>),
    Bad(Bad),
    Other,
}

/// How far the reading of a folder is: so many files of so many.
pub type Tell<'a> = &'a mut dyn FnMut(usize, usize);

impl Session {
    /// Begins to review the files in a folder, and reads all of them; tells how far it is as it goes.
    ///
    /// # Errors
    /// There is no such folder, it has too many files, or the store cannot be read.
    pub fn review(&mut self, folder: &Path, tell: Tell<'_>) -> Result<(), Error> {
        let mut review = Review::of(folder)?;
        review.begin_to_vouch(self);
        review.recall(self)?;
        self.review = Some(review);
        self.look_again(tell).map(drop)
    }

    /// The folder under review.
    pub fn reviewed(&self) -> Option<&Path> {
        Some(self.review.as_ref()?.folder.path())
    }

    /// The cohort in the folder under review, as it was looked at last.
    pub fn cohort(&self) -> Rc<Cohort> {
        let review = self.review.as_ref();
        review.map_or_else(Rc::default, |review| Rc::clone(&review.cohort))
    }

    /// The answers that were written and are not sent.
    pub fn drafts(&self) -> Rc<Drafts> {
        let review = self.review.as_ref();
        review.map_or_else(Rc::default, |review| Rc::clone(&review.drafts))
    }

    /// Looks at the folder again, and reads what changed in it since; answers with whether anything did, there or among the
    /// answers.
    ///
    /// # Errors
    /// The folder or the store cannot be read.
    pub fn look_again(&mut self, tell: Tell<'_>) -> Result<bool, Error> {
        let Some(mut review) = self.review.take() else {
            return Ok(false);
        };
        review.begin_to_vouch(self);
        let looked = review.look(self, tell);
        review.trouble = looked.as_ref().err().map(Review::trouble);
        self.review = Some(review);
        looked
    }
}

impl Review {
    /// Begins with a folder of which nothing is read yet.
    fn of(folder: &Path) -> Result<Self, Error> {
        Ok(Self {
            folder: CohortFolder::open(folder)?,
            courses: Courses::default(),
            own: Own::default(),
            register: Register::default(),
            joined: Joined::default(),
            files: BTreeMap::new(),
            cohort: Rc::default(),
            drafts: Rc::default(),
            is_news: false,
            trouble: None,
            basis: Vec::new(),
            unvouched: None,
        })
    }

    /// What a mentor should know about what cannot be read any more, or not looked at.
    pub(super) fn notices(&self) -> impl Iterator<Item = String> {
        let unvouched = self.unvouched.iter().map(|why| {
            format!("signatures of other mentors were not looked at, so what they answered counts as claimed: {why}")
        });
        self.trouble.iter().cloned().chain(unvouched)
    }

    fn trouble(error: &Error) -> String {
        let (what, why) = (error.what(), error.why());
        format!("{what}: {why}; what you see is as it was read last")
    }

    fn look(&mut self, session: &Session, tell: Tell<'_>) -> Result<bool, Error> {
        let drafts = answers::drafts(&session.store, &self.joined)?;
        let is_redrafted = drafts != *self.drafts;
        self.drafts = Rc::new(drafts);
        let now = session.now()?;
        let listed = self.folder.list()?;
        let mut affected = self.own.renew(session)?;
        let known = self.files.len();
        let changed = self.changed(&listed, &mut affected);
        let has_lost = self.files.len() < known;
        let is_listed_anew = self.register.renew(&self.folder);
        if changed.is_empty() && affected.is_empty() && !has_lost && !is_listed_anew {
            return Ok(is_redrafted);
        }
        let card = |desk: &mut Desk<'_>, course, file: ProgressFile| {
            let learner = file.learner.id;
            Box::new(desk.card(course, &[learner], file))
        };
        let read = self.read(&changed, card, session, tell)?;
        let mut fresh: HashMap<Uuid, Card> = HashMap::new();
        for (listed, row) in changed.iter().zip(read) {
            let is = match row {
                Row::Of(card) => {
                    let learner = card.learner();
                    let claims = card.others.clone();
                    affected.insert(learner);
                    fresh.insert(learner, *card);
                    Is::Of(learner, claims)
                }
                Row::Bad(bad) => Is::Bad(bad),
                Row::Other => Is::Other,
            };
            let stamp = listed.stamp.clone();
            let seen = Seen {
                is_settled: stamp.as_ref().is_ok_and(|stamp| stamp.is_settled(now.at)),
                stamp,
                is,
                contradicts: None,
            };
            self.files.insert(listed.name.clone(), seen);
        }
        self.is_news |= !changed.is_empty() || !affected.is_empty() || has_lost;
        let before = self.joined.clone();
        let affected = self.join(affected);
        if self.joined != before {
            self.drafts = Rc::new(answers::drafts(&session.store, &self.joined)?);
        }
        let cards = self.cards(&affected, fresh, &session.vouching.notary);
        self.cohort = Rc::new(self.assembled(cards, now.today));
        Ok(true)
    }

    /// The files that are new or not as they were; those that are gone are let go of. Whose they were is affected.
    fn changed(&mut self, listed: &[Listed], affected: &mut BTreeSet<Uuid>) -> Vec<Listed> {
        let is_there = |name: &OsStr| {
            let found = listed.binary_search_by(|file| file.name.as_os_str().cmp(name));
            found.is_ok()
        };
        self.files.retain(|name, seen| {
            let stays = is_there(name);
            if let (false, Is::Of(learner, _)) = (stays, &seen.is) {
                affected.insert(*learner);
            }
            stays
        });
        let changed = listed.iter().filter(|file| {
            let seen = self.files.get(&file.name);
            let is_same = seen.is_some_and(|seen| seen.stamp == file.stamp);
            if let (false, Some(Is::Of(learner, _))) = (is_same, seen.map(|seen| &seen.is)) {
                affected.insert(*learner);
            }
            !is_same
        });
        changed.cloned().collect()
    }

    /// Reads files, and the curricula that they need.
    fn read<T: Send>(
        &mut self,
        files: &[Listed],
        make: Make<T>,
        session: &Session,
        tell: Tell<'_>,
    ) -> Result<Vec<Row<T>>, Error> {
        self.courses.begin(session)?;
        let mut rows: Vec<Option<Row<T>>> = files.iter().map(|_| None).collect();
        loop {
            let missing = rows.iter().enumerate().filter(|(_, row)| row.is_none());
            let missing: Vec<usize> = missing.map(|(index, _)| index).collect();
            if missing.is_empty() {
                return Ok(rows.into_iter().flatten().collect());
            }
            let unread: Vec<&Listed> = missing.iter().map(|index| &files[*index]).collect();
            let done = files.len() - unread.len();
            let outcomes = self
                .reader(&session.vouching.notary)
                .read_all(&unread, make, |count| tell(done + count, files.len()));
            let mut unknown = BTreeSet::new();
            for (index, outcome) in missing.into_iter().zip(outcomes) {
                match outcome {
                    Ok(row) => rows[index] = Some(row),
                    Err(id) => drop(unknown.insert(id)),
                }
            }
            for id in unknown {
                self.courses.load(id, session)?;
            }
        }
    }

    fn reader<'a>(&'a self, notary: &'a Notary) -> Reader<'a> {
        Reader {
            folder: &self.folder,
            syllabuses: &self.courses.syllabuses,
            own: &self.own,
            notary,
        }
    }
}

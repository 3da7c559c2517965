//! All that the files of a cohort tell, one learner after the other: of none is anything kept but their id and the names of
//! their files.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::ffi::{OsStr, OsString};
use std::path::Path;

use uuid::Uuid;

use super::colleagues;
use super::joined::{Joined, claims};
use super::own::Answered;
use super::reading::Row;
use super::sheet::{Desk, Unusable};
use super::{Review, Tell, united};
use crate::curriculum::Id;
use crate::exchange::ProgressFile;
use crate::insight::Trust;
use crate::insight::cohort::Bad;
use crate::progress::{Event, Log};
use crate::session::Session;
use crate::session::error::Error;
use crate::session::trust::{AT_ONCE, Notary};

/// The learners of a cohort with all that their files tell, one after the other. Files that turn out to contradict others,
/// or to be gone, stand between them.
#[derive(Debug)]
pub struct Stories {
    review: Review,
    notary: Notary,
    /// How many signatures of other mentors may still be looked at.
    looks: usize,
    /// Those who are still to come, by the name of their first file.
    learners: VecDeque<(Uuid, Vec<OsString>)>,
    /// The files that are no learner's, and were not told yet.
    bad: VecDeque<Bad>,
}

/// All that the files of one learner tell, with what the mentor answered.
#[derive(Debug)]
pub struct Story {
    /// Who it is.
    pub learner: Uuid,
    /// How they want to be called.
    pub name: Option<String>,
    /// The curriculum that they follow.
    pub curriculum: Id,
    /// Their events, oldest first.
    pub log: Log,
    /// What vouches for the verdicts among them.
    pub trust: Trust,
    /// Their files, the newest first, fit for the screen.
    files: Vec<String>,
    /// In which of them an event stands, of those that stand in one.
    places: HashMap<Uuid, usize>,
}

impl Session {
    /// All that the files in a folder tell, one learner after the other; tells as it begins how far it is with finding out
    /// whose they are. It takes no more memory for many files than their names do.
    ///
    /// # Errors
    /// There is no such folder, it has too many files, or the store cannot be read.
    pub fn stories(&mut self, folder: &Path, tell: Tell<'_>) -> Result<Stories, Error> {
        let mut review = Review::of(folder)?;
        review.begin_to_vouch(self);
        review.own.renew(self)?;
        let files = review.folder.list()?;
        let whose = |_: &mut Desk<'_>, _, file: ProgressFile| (file.learner.id, claims(&file.log));
        let rows = review.read(&files, whose, self, tell)?;
        let told = rows.iter().filter_map(|row| match row {
            Row::Of((learner, claims)) => Some((*learner, &**claims)),
            Row::Bad(_) | Row::Other => None,
        });
        review.joined = Joined::of(told);
        let mut bad = VecDeque::new();
        let mut theirs: HashMap<Uuid, Vec<OsString>> = HashMap::new();
        for (file, row) in files.into_iter().zip(rows) {
            match row {
                Row::Of((id, _)) => {
                    let learner = review.joined.name(id);
                    theirs.entry(learner).or_default().push(file.name);
                }
                Row::Bad(row) => bad.push_back(row),
                Row::Other => {}
            }
        }
        let by_file = theirs.into_iter().map(|(id, files)| (files, id));
        let by_file: BTreeMap<Vec<OsString>, Uuid> = by_file.collect();
        Ok(Stories {
            review,
            notary: self.vouching.notary.another(self.today()?, &self.store)?,
            looks: AT_ONCE,
            learners: by_file.into_iter().map(|(files, id)| (id, files)).collect(),
            bad,
        })
    }
}

impl Stories {
    /// How many learners are still to come.
    pub fn learners(&self) -> usize {
        self.learners.len()
    }

    fn story(&mut self, learner: Uuid, names: &[OsString]) -> Option<Story> {
        let names: Vec<&OsStr> = names.iter().map(AsRef::as_ref).collect();
        let united = united::unite(&self.review.folder, &names)?;
        let unusable = united.unusable.iter();
        self.bad.extend(unusable.map(|(name, why)| why.row(name)));
        let ids = self.review.joined.ids(learner);
        let mut answered = self.review.own.with(&ids, united.log);
        // Where signatures cannot be looked at, what others said stays claimed.
        let looked = colleagues::look_at(&answered, &ids, &mut self.notary, self.looks);
        self.looks -= looked.unwrap_or(self.looks);
        colleagues::vouch(&mut answered, &ids, &self.notary);
        let Answered { log, trust, .. } = answered;
        Some(Story {
            learner,
            name: united.newest.learner.name,
            curriculum: united.newest.curriculum.id,
            places: united.places,
            files: united.files.into_iter().map(|file| file.name).collect(),
            log,
            trust,
        })
    }
}

impl Iterator for Stories {
    type Item = Result<Story, Bad>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(bad) = self.bad.pop_front() {
            return Some(Err(bad));
        }
        let (learner, files) = self.learners.pop_front()?;
        let gone = || Unusable::Gone.row(files.first().map_or(OsStr::new(""), AsRef::as_ref));
        Some(self.story(learner, &files).ok_or_else(gone))
    }
}

impl Story {
    /// The name of the file in which an event stands, the newest of them; `None` for an answer of the mentor that the learner
    /// does not have yet.
    pub fn file(&self, event: &Event) -> Option<&str> {
        let place = self.places.get(&event.id)?;
        self.files.get(*place).map(String::as_str)
    }
}

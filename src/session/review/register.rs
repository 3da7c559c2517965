//! The roster beside the files: who is expected, and what the mentor keeps of each.

use std::ffi::OsStr;

use uuid::Uuid;

use super::joined::Joined;
use crate::exchange::roster::{self, KnownId, Person, Roster};
use crate::insight::cohort::{Absent, Bad, Card, Enrolled, Remark};
use crate::system::cohort_folder::{CohortFolder, Stamp};
use crate::system::files::FileFault;
use crate::text::visible;

/// What to do about a row that cannot be read.
const HINT: &str = "correct the row in roster.csv";

/// The roster, as it was read last.
#[derive(Debug, Default)]
pub(super) struct Register {
    /// The file by then; `None` before anybody looked.
    stamp: Option<Result<Stamp, FileFault>>,
    roster: Option<Roster>,
    bad: Vec<Bad>,
}

/// A learner's card with the names of their files.
pub(super) type Sender<'a> = (&'a mut Card, Vec<String>);

impl Register {
    /// Reads the roster again if its file changed; answers with whether it did.
    pub(super) fn renew(&mut self, folder: &CohortFolder) -> bool {
        let name = OsStr::new(roster::NAME);
        let stamp = folder.stamp(name);
        if self.stamp.as_ref() == Some(&stamp) {
            return false;
        }
        let is_there = stamp != Err(FileFault::Missing);
        self.stamp = Some(stamp);
        self.roster = None;
        self.bad.clear();
        if is_there {
            self.read(folder);
        }
        true
    }

    fn read(&mut self, folder: &CohortFolder) {
        let bytes = folder.read(OsStr::new(roster::NAME), roster::LARGEST as u64);
        let row = |why: String, hint: &str| Bad {
            file: roster::NAME.to_owned(),
            why: visible(&why).into_owned(),
            hint: hint.to_owned(),
        };
        match bytes.map(|bytes| roster::read(&bytes)) {
            Ok(Ok(read)) => {
                let problems = read.problems.iter();
                self.bad = problems
                    .map(|problem| row(problem.to_string(), HINT))
                    .collect();
                self.roster = Some(read);
            }
            Ok(Err(unreadable)) => self
                .bad
                .push(row(unreadable.to_string(), unreadable.hint())),
            Err(fault) => self
                .bad
                .push(row(fault.to_string(), "put a readable file there, or none")),
        }
    }

    /// What is wrong with it.
    pub(super) fn bad(&self) -> &[Bad] {
        &self.bad
    }

    /// The titles of its further columns.
    pub(super) fn columns(&self) -> Vec<Box<str>> {
        let columns = self.roster.iter().flat_map(|roster| &roster.columns);
        columns.map(|title| title.as_str().into()).collect()
    }

    /// Tells each learner's card what the roster says of them, and answers with those who sent nothing.
    pub(super) fn enrol(&self, senders: &mut [Sender<'_>], joined: &Joined) -> Vec<Absent> {
        for (card, _) in &mut *senders {
            card.enrolled = None;
        }
        let Some(roster) = &self.roster else {
            return Vec::new();
        };
        let owners = owners(roster, senders, joined);
        let mut absent = Vec::new();
        for (row, owner) in roster.rows.iter().zip(owners) {
            let enrolled = enrolled(row);
            match owner {
                Some(owner) => senders[owner].0.enrolled = Some(enrolled),
                None => absent.push(Absent {
                    line: row.line,
                    id: row.id.map(|id: KnownId| id.to_string().into()),
                    enrolled,
                }),
            }
        }
        for (card, _) in &mut *senders {
            if card.enrolled.is_none() {
                card.remarks.push(Remark::NotEnrolled);
            }
        }
        absent
    }
}

/// Whose each row is.
fn owners(roster: &Roster, senders: &[Sender<'_>], joined: &Joined) -> Vec<Option<usize>> {
    let ids = senders.iter().map(|(card, _)| joined.ids(card.learner()));
    let ids: Vec<Vec<Uuid>> = ids.collect();
    let files = senders
        .iter()
        .map(|(_, files)| files.iter().map(String::as_str).collect::<Vec<&str>>());
    let files: Vec<Vec<&str>> = files.collect();
    let people = senders.iter().zip(&ids).zip(&files);
    let people = people.map(|(((card, _), ids), files)| Person {
        ids,
        name: card.header.name.as_deref(),
        files,
    });
    roster.owners(&people.collect::<Vec<Person<'_>>>())
}

fn enrolled(row: &roster::Row) -> Enrolled {
    let boxed = |text: &Option<String>| text.as_deref().map(Box::from);
    Enrolled {
        name: boxed(&row.name),
        handle: boxed(&row.handle),
        group: boxed(&row.group),
        extra: row.extra.iter().map(|cell| cell.as_str().into()).collect(),
    }
}

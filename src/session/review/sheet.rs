//! What one file of a cohort says, as far as it concerns a mentor.

use std::rc::Rc;

use uuid::Uuid;

use super::colleagues;
use super::courses::{Named, Syllabus, Syllabuses};
use super::own::{Answered, Own};
use crate::curriculum::Id;
use crate::exchange::{self, Limits, ProgressFile, Refused, Scope};
use crate::insight::cohort::{Bad, Card, Header, Look};
use crate::insight::{Snapshot, Trust};
use crate::progress::Log;
use crate::session::trust::Notary;
use crate::system::files::FileFault;
use crate::text::visible;

/// Why a file of a cohort is no learner's.
#[derive(Debug)]
pub(super) enum Unusable {
    /// It cannot be read.
    Fault(FileFault),
    /// What is in it is refused.
    Refused(Refused),
    /// It is for the learner's own other machine.
    Private,
    /// Its curriculum is not known to the mentor.
    Curriculum(Id),
    /// It contradicts another file of the same learner.
    Contradicts(Uuid),
    /// The other files of the same learner leave no room for it.
    Overfull,
    /// It was another one when the reading began.
    Gone,
}

/// Reads progress files of learners of many curricula, on one thread.
#[derive(Debug)]
pub(super) struct Desk<'a> {
    syllabuses: &'a Syllabuses,
    own: &'a Own,
    notary: &'a Notary,
    looks: Vec<Option<Look>>,
}

impl<'a> Desk<'a> {
    pub(super) fn over(syllabuses: &'a Syllabuses, own: &'a Own, notary: &'a Notary) -> Self {
        Self {
            looks: syllabuses.known().iter().map(|_| None).collect(),
            syllabuses,
            own,
            notary,
        }
    }

    /// What a file of these bytes says.
    pub(super) fn file(bytes: &[u8]) -> Result<ProgressFile, Unusable> {
        if bytes.len() > Limits::SHARED.bytes {
            return Err(Unusable::Refused(Refused::Large(Limits::SHARED.bytes)));
        }
        let file = exchange::progress_file::read(bytes).map_err(Unusable::Refused)?;
        match file.scope {
            Scope::Shared => Ok(file),
            Scope::Sync => Err(Unusable::Private),
        }
    }

    /// What is known of the curriculum that a file names.
    pub(super) fn course(&self, file: &ProgressFile) -> Named {
        self.syllabuses.named(&file.curriculum.id)
    }

    /// What is kept of the learner of a file, who has these ids, and who follows the course of this index.
    pub(super) fn card(&mut self, course: usize, ids: &[Uuid], file: ProgressFile) -> Card {
        let digest = &self.syllabuses.known()[course].curriculum.digest;
        let is_same = file.curriculum.digest == *digest;
        let header = Header {
            learner: file.learner.id,
            name: file.learner.name.as_deref().map(Box::from),
            other_version: (!is_same).then(|| file.curriculum.version.as_str().into()),
            other_curriculum: None,
            exported_at: file.exported_at,
        };
        let answered = self.answered(ids, file.log);
        let trust = Rc::new(answered.trust);
        let mut card = self.look(course).card(header, &answered.log, trust);
        card.course = course;
        card.unlooked = answered.unlooked;
        card.on_the_way = u16::try_from(answered.on_the_way).unwrap_or(u16::MAX);
        card
    }

    /// The log of the learner of these ids with the mentor's answers, and what the answers of all mentors are worth.
    pub(super) fn answered(&self, ids: &[Uuid], log: Log) -> Answered {
        let mut answered = self.own.with(ids, log);
        colleagues::vouch(&mut answered, ids, self.notary);
        answered
    }

    /// Where the learner of a log stands, who follows the course of this index.
    pub(super) fn snapshot(&mut self, course: usize, log: &Log, trust: Trust) -> Snapshot {
        self.look(course).snapshot(log, Rc::new(trust))
    }

    fn look(&mut self, course: usize) -> &Look {
        let Syllabus {
            curriculum,
            hours_per_week,
        } = &self.syllabuses.known()[course];
        let begin = || Look::at(Rc::new(curriculum.clone()), *hours_per_week);
        self.looks[course].get_or_insert_with(begin)
    }
}

impl Unusable {
    /// The row of the file of that name.
    pub(super) fn row(&self, file: &std::ffi::OsStr) -> Bad {
        let (why, hint) = match self {
            Self::Fault(fault) => (fault.to_string(), "Ask for the file again."),
            Self::Refused(refused) => (refused.to_string(), refused.hint()),
            Self::Private => (
                "it is a learner's sync file, with all that is private".to_owned(),
                "Delete it, and ask for what `milepost export` writes without --sync.",
            ),
            Self::Curriculum(id) => (
                format!("its curriculum `{id}` is not known here"),
                "Take that curriculum in with `milepost curriculum use`.",
            ),
            Self::Contradicts(event) => (
                format!("event {event} says something else in another file of the same learner"),
                "Ask for a new file; one of the two was tampered with.",
            ),
            Self::Overfull => (
                format!(
                    "with it, the files of the same learner would hold more than {} events",
                    Limits::SYNC.events
                ),
                "Ask for a new file, and delete the older ones.",
            ),
            Self::Gone => (
                "it was changed or taken away while the folder was read".to_owned(),
                "Run the command again.",
            ),
        };
        Bad {
            file: visible(&file.to_string_lossy()).into_owned(),
            why: visible(&why).into_owned(),
            hint: hint.to_owned(),
        }
    }
}

//! The files of one learner together: the newest says who they are and how the rest is to be read, older ones add what only
//! they have.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ffi::{OsStr, OsString};

use uuid::Uuid;

use super::courses::Named;
use super::pupil::SentFile;
use super::reading::{Reader, bytes};
use super::sheet::{Desk, Unusable};
use crate::curriculum::Id;
use crate::exchange::{Learner, Limits, ProgressFile};
use crate::insight::cohort::{Bad, Card};
use crate::progress::{Gathering, Log};
use crate::system::cohort_folder::CohortFolder;
use crate::text::visible;

/// How many files of one learner are held at once while their order is found; of more, each is read a second time.
const AT_HAND: usize = 4;

/// The files of one learner together.
pub(super) struct United {
    /// The newest of them, without its log.
    pub(super) newest: ProgressFile,
    /// What all of them tell.
    pub(super) log: Log,
    pub(super) files: Vec<SentFile>,
    /// In which of them each event stands, the newest of them.
    pub(super) places: HashMap<Uuid, usize>,
    /// Those that add nothing, for they contradict the newer ones, or there is no room.
    pub(super) unusable: Vec<(OsString, Unusable)>,
    /// Another curriculum than that of the newest, where an older one is of that.
    other: Option<Id>,
}

/// What is kept of a learner of several files, and why some of those are not heeded.
pub(super) struct Together {
    /// None, where no file can be read any more.
    pub(super) card: Option<Card>,
    pub(super) unusable: Vec<(OsString, Bad)>,
}

impl Reader<'_> {
    /// What is kept of the learner of several files, who has these ids: the newest says who they are and how the rest is to be
    /// read.
    pub(super) fn together(
        self,
        (names, ids): &(Vec<OsString>, Vec<Uuid>),
        desk: &mut Desk<'_>,
    ) -> Together {
        let names: Vec<&OsStr> = names.iter().map(AsRef::as_ref).collect();
        let Some(united) = unite(self.folder, &names) else {
            return Together {
                card: None,
                unusable: Vec::new(),
            };
        };
        let unusable = united.unusable.iter();
        let unusable = unusable.map(|(name, why)| (name.clone(), why.row(name)));
        let unusable = unusable.collect();
        let card = match desk.course(&united.newest) {
            Named::Known(course) => {
                let other = united.other.as_ref().map(|id| id.as_str().into());
                let mut card = desk.card(course, ids, united.file(ids));
                card.header.other_curriculum = other;
                Some(card)
            }
            Named::Unknown | Named::Unheard => None,
        };
        Together { card, unusable }
    }
}

impl United {
    /// All of it as one file of the learner, for whom the first of these ids stands.
    fn file(self, ids: &[Uuid]) -> ProgressFile {
        let own = self.newest.learner;
        let learner = Learner {
            id: ids.first().copied().unwrap_or(own.id),
            ..own
        };
        ProgressFile {
            log: self.log,
            learner,
            ..self.newest
        }
    }
}

/// These files of one learner together; `None` where none can be read any more.
pub(super) fn unite(folder: &CohortFolder, names: &[&OsStr]) -> Option<United> {
    let read = |name: &OsStr| {
        let bytes = bytes(folder, name);
        bytes.and_then(|bytes| Desk::file(&bytes)).ok()
    };
    let mut files: Vec<_> = names
        .iter()
        .filter_map(|name| {
            let file = read(name)?;
            let age = Reverse((file.log.newest(), file.exported_at.instant()));
            Some((age, *name, (names.len() <= AT_HAND).then_some(file)))
        })
        .collect();
    files.sort_by_key(|(age, ..)| *age);
    let mut files = files
        .into_iter()
        .filter_map(|(_, name, file)| Some((name, file.or_else(|| read(name))?)));
    let (name, mut newest) = files.next()?;
    let log = std::mem::take(&mut newest.log);
    let mut united = Uniting::default();
    united.add(name, &newest, log);
    let mut other = None;
    for (name, mut file) in files {
        let id = &file.curriculum.id;
        other = other.or_else(|| (*id != newest.curriculum.id).then(|| id.clone()));
        let log = std::mem::take(&mut file.log);
        united.add(name, &file, log);
    }
    Some(United {
        newest,
        log: united.events.log(),
        files: united.files,
        places: united.places,
        unusable: united.unusable,
        other,
    })
}

/// Files of one learner that come together, from the newest on.
#[derive(Default)]
struct Uniting {
    events: Gathering,
    files: Vec<SentFile>,
    places: HashMap<Uuid, usize>,
    unusable: Vec<(OsString, Unusable)>,
}

impl Uniting {
    /// Adds an older file, whose log this is.
    fn add(&mut self, name: &OsStr, file: &ProgressFile, log: Log) {
        let ids = log.events().iter().map(|event| event.id);
        let ids: Vec<Uuid> = ids.collect();
        let added = if self.events.count_with(&log) > Limits::SYNC.events {
            Err(Unusable::Overfull)
        } else {
            let clashes = self.events.add(log);
            clashes.map_err(|clash| Unusable::Contradicts(clash.id))
        };
        if let Err(why) = added {
            self.unusable.push((name.to_owned(), why));
            return;
        }
        for id in ids {
            self.places.entry(id).or_insert(self.files.len());
        }
        self.files.push(SentFile {
            name: visible(&name.to_string_lossy()).into_owned(),
            exported_at: file.exported_at.clone(),
        });
    }
}

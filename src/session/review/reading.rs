//! Reading many files at once, on as many threads as there are processors; none of them outlives the reading.

use std::ffi::OsStr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;

use serde::de::IgnoredAny;

use super::courses::{Named, Syllabuses};
use super::own::Own;
use super::sheet::{Desk, Unusable};
use crate::curriculum::Id;
use crate::exchange::{Limits, ProgressFile, progress_file};
use crate::insight::cohort::Bad;
use crate::session::trust::Notary;
use crate::system::cohort_folder::{ByName, CohortFolder, Listed};

/// How many files a thread takes at once.
const AT_ONCE: usize = 16;

/// What is needed to read a cohort's files.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) folder: &'a CohortFolder,
    pub(super) syllabuses: &'a Syllabuses,
    pub(super) own: &'a Own,
    pub(super) notary: &'a Notary,
}

/// What became of a file.
#[derive(Debug)]
pub(super) enum Row<T> {
    Of(T),
    Bad(Bad),
    /// It is nothing for a cohort.
    Other,
}

/// What became of a file, or the curriculum that has to be looked for before that can be told.
pub(super) type Outcome<T> = Result<Row<T>, Id>;

/// What is made of a learner's file, who follows the course of this index.
pub(super) type Make<T> = fn(&mut Desk<'_>, usize, ProgressFile) -> T;

impl<'a> Reader<'a> {
    /// What reads files on one thread.
    pub(super) fn desk(self) -> Desk<'a> {
        Desk::over(self.syllabuses, self.own, self.notary)
    }

    /// What became of each of these files, in their order, or which curriculum has to be looked for first.
    pub(super) fn read_all<T: Send>(
        self,
        files: &[&Listed],
        make: Make<T>,
        tell: impl FnMut(usize),
    ) -> Vec<Outcome<T>> {
        let row = |desk: &mut Desk<'_>, file: &&Listed| self.row(file, make, desk);
        self.spread(files, row, tell)
    }

    /// What is made of each of these, in their order, on as many threads as are of use; tells of how many it is, again and
    /// again.
    pub(super) fn spread<I: Sync, T: Send>(
        self,
        items: &[I],
        make: impl Fn(&mut Desk<'a>, &I) -> T + Sync,
        mut tell: impl FnMut(usize),
    ) -> Vec<T> {
        let next = AtomicUsize::new(0);
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let threads = threads.min(items.len().div_ceil(AT_ONCE));
        let mut done: Vec<(usize, Vec<T>)> = Vec::with_capacity(items.len().div_ceil(AT_ONCE));
        thread::scope(|scope| {
            let (sender, receiver) = mpsc::channel();
            for _ in 0..threads {
                let sender = sender.clone();
                let (next, make) = (&next, &make);
                scope.spawn(move || self.work(items, make, next, &sender));
            }
            drop(sender);
            let mut count = 0;
            for some in receiver {
                count += some.1.len();
                done.push(some);
                tell(count);
            }
        });
        done.sort_unstable_by_key(|(from, _)| *from);
        done.into_iter().flat_map(|(_, some)| some).collect()
    }

    /// What one thread does: takes some after some until none is left.
    fn work<I, T>(
        self,
        items: &[I],
        make: impl Fn(&mut Desk<'a>, &I) -> T,
        next: &AtomicUsize,
        told: &Sender<(usize, Vec<T>)>,
    ) {
        let mut desk = self.desk();
        loop {
            let from = next.fetch_add(AT_ONCE, Ordering::Relaxed);
            let some = items.get(from..items.len().min(from + AT_ONCE));
            let Some(some) = some.filter(|some| !some.is_empty()) else {
                return;
            };
            let some = some.iter().map(|item| make(&mut desk, item)).collect();
            if told.send((from, some)).is_err() {
                return;
            }
        }
    }

    fn row<T>(self, file: &Listed, make: Make<T>, desk: &mut Desk<'_>) -> Outcome<T> {
        let row = |why: Unusable| Ok(Row::Bad(why.row(&file.name)));
        if let Err(fault) = &file.stamp {
            return row(Unusable::Fault(fault.clone()));
        }
        let is_named = file.named == ByName::Progress;
        let read = match bytes(self.folder, &file.name) {
            Ok(bytes) => match Desk::file(&bytes) {
                Ok(read) => read,
                Err(why) if is_named || is_meant(&bytes) => return row(why),
                Err(_) => return Ok(Row::Other),
            },
            Err(why) if is_named => return row(why),
            Err(_) => return Ok(Row::Other),
        };
        match desk.course(&read) {
            Named::Known(course) => Ok(Row::Of(make(desk, course, read))),
            Named::Unknown => row(Unusable::Curriculum(read.curriculum.id)),
            Named::Unheard => Err(read.curriculum.id),
        }
    }
}

/// Whether a file that is no progress file may have been meant to be one: it says so somewhere, or is not even JSON, so that
/// nobody can tell.
fn is_meant(bytes: &[u8]) -> bool {
    progress_file::is_meant(bytes) || serde_json::from_slice::<IgnoredAny>(bytes).is_err()
}

/// The bytes of a file.
pub(super) fn bytes(folder: &CohortFolder, name: &OsStr) -> Result<Vec<u8>, Unusable> {
    let most = Limits::SHARED.bytes as u64;
    folder.read(name, most).map_err(Unusable::Fault)
}

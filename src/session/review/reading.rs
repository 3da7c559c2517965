//! Reading many files at once, on as many threads as there are processors; none of them outlives the reading.

use std::ffi::OsStr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;

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
        mut tell: impl FnMut(usize),
    ) -> Vec<Outcome<T>> {
        let next = AtomicUsize::new(0);
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let threads = threads.min(files.len().div_ceil(AT_ONCE));
        let mut rows: Vec<(usize, Outcome<T>)> = Vec::with_capacity(files.len());
        thread::scope(|scope| {
            let (sender, receiver) = mpsc::channel();
            for _ in 0..threads {
                let sender = sender.clone();
                let next = &next;
                scope.spawn(move || self.work(files, make, next, &sender));
            }
            drop(sender);
            for told in receiver {
                rows.push(told);
                tell(rows.len());
            }
        });
        rows.sort_unstable_by_key(|(index, _)| *index);
        rows.into_iter().map(|(_, row)| row).collect()
    }

    /// What one thread does: takes files until none is left.
    fn work<T>(
        self,
        files: &[&Listed],
        make: Make<T>,
        next: &AtomicUsize,
        told: &Sender<(usize, Outcome<T>)>,
    ) {
        let mut desk = self.desk();
        loop {
            let from = next.fetch_add(AT_ONCE, Ordering::Relaxed);
            let Some(some) = files.get(from..files.len().min(from + AT_ONCE)) else {
                return;
            };
            if some.is_empty() {
                return;
            }
            for (index, file) in (from..).zip(some) {
                if told.send((index, self.row(file, make, &mut desk))).is_err() {
                    return;
                }
            }
        }
    }

    fn row<T>(self, file: &Listed, make: Make<T>, desk: &mut Desk<'_>) -> Outcome<T> {
        let row = |why: Unusable| Ok(Row::Bad(why.row(&file.name)));
        if let Err(fault) = &file.stamp {
            return row(Unusable::Fault(fault.clone()));
        }
        let bytes = bytes(self.folder, &file.name);
        let is_meant = file.named == ByName::Progress
            || bytes
                .as_ref()
                .is_ok_and(|bytes| progress_file::is_meant(bytes));
        let read = match bytes.and_then(|bytes| Desk::file(&bytes)) {
            Ok(read) => read,
            Err(_) if !is_meant => return Ok(Row::Other),
            Err(why) => return row(why),
        };
        match desk.course(&read) {
            Named::Known(course) => Ok(Row::Of(make(desk, course, read))),
            Named::Unknown => row(Unusable::Curriculum(read.curriculum.id)),
            Named::Unheard => Err(read.curriculum.id),
        }
    }
}

/// The bytes of a file.
pub(super) fn bytes(folder: &CohortFolder, name: &OsStr) -> Result<Vec<u8>, Unusable> {
    let most = Limits::SHARED.bytes as u64;
    folder.read(name, most).map_err(Unusable::Fault)
}

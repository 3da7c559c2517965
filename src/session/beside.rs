//! The other paths beside the one in use, each with the learner's log folded along it.

use std::rc::Rc;

use super::Session;
use super::error::Error;
use super::source::{Editions, Stock, known};
use crate::curriculum::Id;
use crate::insight::{Beside, Snapshot};
use crate::progress::fold;

impl Session {
    /// What each of these paths would add and drop for the learner, in their order; `None` for the one in use, and for one
    /// that cannot be read.
    ///
    /// A path has to be read, checked and folded along for that: some milliseconds each.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn beside(&self, paths: &[Id]) -> Result<Vec<Option<Beside>>, Error> {
        let (log, _) = self.log()?;
        let editions = Editions::over(&self.store);
        let beside = |path: &Id| {
            if *path == self.snapshot.curriculum.id {
                return None;
            }
            let found = known(path, Stock::Kept(&editions)).ok().flatten()?;
            let curriculum = Rc::new(found.edition.curriculum.clone());
            let progress = Rc::new(fold(&log, &curriculum));
            Some(Beside::of(
                &self.snapshot,
                &Snapshot::of(curriculum, progress),
            ))
        };
        Ok(paths.iter().map(beside).collect())
    }
}

//! Where the learner stands, as far as others may know.

use std::rc::Rc;

use super::Session;
use super::error::Error;
use super::transfer::NAME;
use crate::exchange::Scope;
use crate::insight::Snapshot;
use crate::progress::fold;

impl Session {
    /// Where the learner stands by what a file for a mentor tells: without private notes, the reasons of skips and pauses,
    /// the records of the job search, and other curricula. What is made from it cannot tell any of that.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn public(&self) -> Result<Snapshot, Error> {
        let (log, _) = self.told(Scope::Shared)?;
        let progress = fold(&log, &self.course.curriculum);
        let curriculum = Rc::clone(&self.course.curriculum);
        let trust = Rc::clone(&self.snapshot.trust);
        Ok(Snapshot::of(curriculum, Rc::new(progress)).trusting(trust))
    }

    /// How the learner wants to be called, if they ever said.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn name(&self) -> Result<Option<String>, Error> {
        Ok(self.store.setting(NAME)?)
    }
}

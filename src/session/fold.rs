//! How a session keeps up with the log: from what the last one left, by what came since, or by folding all of it.

use std::rc::Rc;

use uuid::Uuid;

use super::error::Error;
use super::shelf::Course;
use super::{Session, cache};
use crate::progress::{Deed, Event, Progress};
use crate::store::{Looked, Since};

/// How many events may be folded at a start before that is worth sparing the next one.
const LATE: u64 = 250;

/// From how many milestones on it is worth sparing the next start to parse them.
const LONG: usize = 500;

impl Session {
    /// Takes up what other processes did since: what they recorded, and the curriculum that they took into use. Answers
    /// with whether there was anything. Places of the snapshot before mean nothing any more.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn refresh(&mut self) -> Result<bool, Error> {
        let version = self.store.version()?;
        let was_read = version != self.version && self.hear_of_reading()?;
        if version == self.version || self.course.is_in_use(&self.store)? {
            self.version = version;
            return Ok(self.hear_of_others()? || was_read);
        }
        let now = self.now()?;
        let course = Course::in_use(&mut self.store, &now)?;
        self.follow(course)?;
        Ok(true)
    }

    /// Takes up what other processes recorded since, along the same curriculum; `true` if there was anything.
    pub(super) fn hear_of_others(&mut self) -> Result<bool, Error> {
        let changes = self.store.changes()?;
        if changes == self.seen {
            return Ok(false);
        }
        self.learner = self.store.learner()?;
        if let Some(learner) = self.learner {
            self.catch_up(learner)?;
        }
        self.seen = changes;
        Ok(true)
    }

    /// Looks at a bit more of the store, while nobody waits for anything; whatever was not looked at before the first
    /// deed is looked at then. A look takes some milliseconds.
    ///
    /// # Errors
    /// The store is damaged, or cannot be read.
    pub fn look_further(&self) -> Result<Looked, Error> {
        Ok(self.store.look_further()?)
    }

    /// Keeps for the next start what took this one long to work out, if it did. Meant for when nobody waits any more:
    /// where it fails, the next start takes longer, and nothing else.
    pub fn rest(&mut self) {
        self.keep_vouched();
        self.keep_review();
        let curriculum = Rc::clone(&self.course.curriculum);
        let is_worth_it = self.kept.is_some() || curriculum.milestones.len() >= LONG;
        let behind = self.kept.map_or(self.folded.events, |kept| {
            self.folded.events.saturating_sub(kept.events)
        });
        let is_late = behind >= LATE || is_worth_it && !self.course.is_kept;
        if self.store.is_read_only() || !self.course.is_stored() || !is_late {
            return;
        }
        if !self.course.is_kept {
            self.course.is_kept = cache::keep_outline(&mut self.store, &curriculum).is_ok();
        }
        if let (Some(learner), 1..) = (self.learner, behind) {
            let fold = (&self.snapshot.progress, self.folded);
            let kept = cache::keep_fold(&mut self.store, learner, &curriculum, fold);
            self.kept = kept.unwrap_or_default().then_some(self.folded);
        }
    }

    /// Makes this what the learner sees from now on.
    pub(super) fn take_up(&mut self, progress: impl Into<Rc<Progress>>) {
        self.snapshot = self.snapshot.after(progress.into());
    }

    /// The hybrid time of the newest event that was folded; 0 where there is none.
    pub(super) fn newest(&self) -> i64 {
        self.folded.newest_at()
    }

    /// Folds what the learner's log has beyond what was folded, or all of it, where that is not enough.
    fn catch_up(&mut self, learner: Uuid) -> Result<(), Error> {
        let since = match self.folded.events {
            0 => Since::Other,
            _ => self.store.since(learner, &self.folded)?,
        };
        match since {
            Since::Nothing => Ok(()),
            Since::Later(events, extent) if !events.iter().any(takes_back) => {
                let mut progress = (*self.snapshot.progress).clone();
                for event in &events {
                    progress.apply(event, &self.course.curriculum);
                }
                self.folded = extent;
                self.take_up(progress);
                Ok(())
            }
            Since::Later(..) | Since::Other => self.fold_anew(learner),
        }
    }

    /// Folds the whole log of the learner.
    pub(super) fn fold_anew(&mut self, learner: Uuid) -> Result<(), Error> {
        let curriculum = &self.course.curriculum;
        let mut progress = Progress::nothing(curriculum);
        self.folded = self.store.walk(learner, |event, undone| {
            if !undone.contains(&event) {
                progress.apply(&event, curriculum);
            }
        })?;
        self.kept = None;
        self.take_up(progress);
        Ok(())
    }
}

/// Whether an event changes what earlier ones mean.
fn takes_back(event: &Event) -> bool {
    matches!(event.deed, Deed::Retracted(_))
}

//! What the learner has read of the mentors' verdicts. That it cannot be kept bothers nobody: it shows as unread again at
//! the next start, and nothing else.

use std::rc::Rc;

use uuid::Uuid;

use super::Session;
use super::error::Error;
use crate::insight::ReadMarks;

impl Session {
    /// The verdicts in the events of these ids are read from now on.
    pub fn mark_read(&mut self, events: &[Uuid]) {
        let read = &self.snapshot.read;
        let news = events.iter().copied().filter(|event| !read.has(*event));
        let news: Vec<Uuid> = news.collect();
        let read = Rc::new(read.and(&news));
        self.snapshot = self.snapshot().having_read(read);
        self.unkept.extend(news);
        let is_kept = self.unkept.is_empty() || self.store.keep_read(&self.unkept).is_ok();
        if is_kept {
            self.unkept.clear();
        }
    }

    /// Takes up what was read in other terminals; `true` if there was anything.
    pub(super) fn hear_of_reading(&mut self) -> Result<bool, Error> {
        let kept: ReadMarks = self.store.read_marks()?.into_iter().collect();
        let read = kept.and(&self.unkept);
        if read == *self.snapshot.read {
            return Ok(false);
        }
        self.snapshot = self.snapshot().having_read(Rc::new(read));
        Ok(true)
    }
}

//! The learners whose files were read last, with all that these say.

use std::rc::Rc;

use uuid::Uuid;

use crate::session::Pupil;

/// How many learners are kept at hand: who goes back and forth among a few reads nobody twice.
const KEPT: usize = 8;

/// The learners whose files were read last, the newest at the end.
#[derive(Debug, Default)]
pub struct Pupils(Vec<(Uuid, Option<Rc<Pupil>>)>);

impl Pupils {
    /// Keeps what the files of this learner say, `None` if there are none any more, and lets go of the oldest.
    pub fn keep(&mut self, learner: Uuid, pupil: Option<Rc<Pupil>>) {
        self.0.retain(|(known, _)| *known != learner);
        if self.0.len() >= KEPT {
            self.0.remove(0);
        }
        self.0.push((learner, pupil));
    }

    /// Whether it was looked what the files of this learner say.
    pub fn knows(&self, learner: Uuid) -> bool {
        self.0.iter().any(|(known, _)| *known == learner)
    }

    /// What the files of this learner say, if that is read and there are some.
    pub fn get(&self, learner: Uuid) -> Option<&Rc<Pupil>> {
        let found = self.0.iter().find(|(known, _)| *known == learner);
        found.and_then(|(_, pupil)| pupil.as_ref())
    }

    /// Lets go of all: something changed in the folder.
    pub(super) fn forget(&mut self) {
        self.0.clear();
    }
}

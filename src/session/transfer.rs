//! A learner's progress leaves for a mentor or a second machine.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::Session;
use super::error::Error;
use crate::curriculum::Id;
use crate::exchange::{self, Learner, LeftOut, Outline, Preview, ProgressFile, Scope, Summary};
use crate::progress::Log;

/// The setting that keeps how the learner wants to be called.
pub(super) const NAME: &str = "name";

/// A progress file that can leave.
#[derive(Debug, Clone)]
pub struct Exported {
    /// The name under which it is saved unless another is given.
    pub name: String,
    /// Its text.
    pub text: String,
    /// What it tells, and what it does not.
    pub preview: Preview,
}

impl Session {
    /// Writes a progress file.
    ///
    /// # Errors
    /// Nothing was ever recorded, or the file would be over a limit.
    pub fn export(&mut self, scope: Scope) -> Result<Exported, Error> {
        self.hear_of_others()?;
        let learner = self.learner.ok_or(Error::NothingTo("export"))?;
        let (log, left_out) = self.told(scope)?;
        let snapshot = self.snapshot();
        let curriculum = &snapshot.curriculum;
        let file = ProgressFile {
            scope,
            learner: Learner {
                id: self.name_of(learner),
                name: self.store.setting(NAME)?,
            },
            curriculum: exchange::Origin::of(curriculum),
            exported_at: self.now()?.wall,
            log,
        };
        let text = exchange::progress_file::write(
            &file,
            &Outline::of(&snapshot),
            &Summary::of(&snapshot),
        )?;
        Ok(Exported {
            name: file.name(),
            text,
            preview: exchange::preview(&file, left_out),
        })
    }

    /// Keeps how the learner wants to be called, for every later export.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn call_me(&mut self, name: &str) -> Result<(), Error> {
        match name.trim() {
            "" => self.store.remove_setting(NAME)?,
            name => self.store.set_setting(NAME, name)?,
        }
        Ok(())
    }

    /// What a file of this scope tells of the log.
    pub(super) fn told(&self, scope: Scope) -> Result<(Log, LeftOut), Error> {
        let (log, _) = self.log()?;
        if scope == Scope::Sync {
            return Ok((log, LeftOut::default()));
        }
        let curriculum = &self.course.curriculum;
        let library = curriculum
            .library
            .as_ref()
            .map(|library| library.id.clone());
        let curricula: Vec<Id> = std::iter::once(curriculum.id.clone())
            .chain(library)
            .collect();
        let share = exchange::share(&log, &curricula);
        Ok((share.log, share.left_out))
    }

    /// Every id that names this learner.
    pub(super) fn ids(&self, learner: Uuid) -> BTreeSet<Uuid> {
        let joined = self.snapshot.progress.facts().same_learner.iter().copied();
        joined.chain([learner]).collect()
    }

    /// The id that stands for all of this learner's: the smallest.
    fn name_of(&self, learner: Uuid) -> Uuid {
        self.ids(learner).first().copied().unwrap_or(learner)
    }
}

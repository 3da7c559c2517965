//! A learner's progress leaves for a mentor or a second machine, and comes in from one.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::error::{Error, Foreign};
use super::{Session, source};
use crate::curriculum::Id;
use crate::exchange::{
    self, Learner, LeftOut, Outline, Preview, ProgressFile, Refused, Scope, Summary,
};
use crate::progress::deed::SameLearner;
use crate::progress::{Deed, Event, Log};
use crate::store::Purge;

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

/// What an import brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imported {
    /// How many events were not known before.
    pub events: usize,
    /// How many known events were forgotten on the other machine, and now here.
    pub forgotten: usize,
    /// How many of the file's events were recorded on a day that is still to come, as their clock said.
    pub ahead: usize,
}

/// What to do with the progress of a store that began apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joining {
    /// Refuse it: it may be somebody else's.
    Refuse,
    /// Unite the two: the learner says that both are theirs.
    SameLearner,
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

    /// Unites the events of a progress file with the learner's own. Doing so again, or in another order, changes nothing.
    ///
    /// # Errors
    /// The file is cut, altered, somebody else's or of an unknown curriculum; nothing of it is taken then.
    pub fn import(&mut self, text: &[u8], joining: Joining) -> Result<Imported, Error> {
        self.hear_of_others()?;
        let file = exchange::progress_file::read(text)?;
        self.check_curriculum(&file)?;
        let joins = self.joins(&file, joining)?;
        let mut pen = self.pen()?.after(file.log.newest()).at_once();
        let same = |id: &Uuid| pen.write(Deed::SameLearner(SameLearner { id: *id }));
        let joined = Log::of(joins.iter().map(same)).map_err(Refused::from)?;
        let log = file.log.union(joined).map_err(Refused::from)?;
        self.check_room(&log)?;
        let now = self.now()?.at;
        let ahead = self.ahead(&log)?;
        let purge = match file.scope {
            Scope::Sync => Purge::Backups,
            Scope::Shared => Purge::Nothing,
        };
        let added = match self.learner {
            Some(learner) => self.store.unite(learner, &log, purge, now)?,
            None => self.store.adopt(file.learner.id, &log, purge, now)?,
        };
        self.hear_of_others()?;
        Ok(Imported {
            events: added.events.saturating_sub(joins.len()),
            forgotten: added.forgotten,
            ahead,
        })
    }

    /// The ids that the union joins, for the first time: none where the file was this learner's all along.
    fn joins(&self, file: &ProgressFile, joining: Joining) -> Result<Vec<Uuid>, Error> {
        let Some(learner) = self.learner else {
            return Ok(Vec::new());
        };
        let known = self.ids(learner);
        if known.contains(&file.learner.id) {
            return Ok(Vec::new());
        }
        if joining == Joining::Refuse {
            return Err(Error::Foreign(Foreign::Learner));
        }
        // Both ids are told, so that a third machine knows them from either.
        let told = &self.snapshot.progress.facts().same_learner;
        let both = [learner, file.learner.id];
        Ok(both.into_iter().filter(|id| !told.contains(id)).collect())
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

    /// How many events a clock dated after tomorrow, which begins elsewhere before it does here.
    fn ahead(&self, log: &Log) -> Result<usize, Error> {
        let tomorrow = self.today()?.later(1).map(|day| day.to_string());
        let is_ahead = |event: &&Event| {
            tomorrow
                .as_ref()
                .is_ok_and(|tomorrow| event.wall.day() > *tomorrow)
        };
        Ok(log.events().iter().filter(is_ahead).count())
    }

    /// After what comes in, as much must be possible as before.
    fn check_room(&self, log: &Log) -> Result<(), Error> {
        // What is known already leaves room; so what comes in is all that matters, save in the last second there is.
        if exchange::has_room(log) {
            return Ok(());
        }
        let united = self.log()?.0.union(log.clone()).map_err(Refused::from)?;
        if exchange::has_room(&united) {
            Ok(())
        } else {
            Err(Refused::Late.into())
        }
    }

    /// A shared file's curriculum must be known; a sync file's events are kept whatever they are about.
    fn check_curriculum(&self, file: &ProgressFile) -> Result<(), Error> {
        let id = &file.curriculum.id;
        if file.scope == Scope::Sync || source::knows(id, &self.store)? {
            Ok(())
        } else {
            Err(Error::Foreign(Foreign::Curriculum(id.clone())))
        }
    }
}

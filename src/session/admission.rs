//! Whether a file that comes in belongs here, and whether there is room for it.

use uuid::Uuid;

use super::Session;
use super::arrival::{Arrival, Joining};
use super::error::{Error, Foreign};
use super::source::{self, Stock};
use crate::curriculum::Id;
use crate::exchange::{FileKind, ProgressFile, Refused, ReviewFile, has_room};
use crate::progress::deed::SameLearner;
use crate::progress::{Deed, Event, Log};

impl Session {
    /// The ids that the union joins, for the first time: none where the file was this learner's all along.
    pub(super) fn joins(&self, file: &ProgressFile, joining: Joining) -> Result<Vec<Uuid>, Error> {
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

    /// What tells of these ids that they are this learner's, behind all else.
    pub(super) fn joined(&mut self, ids: &[Uuid], newest: i64) -> Result<Vec<Event>, Error> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut pen = self.pen()?.after(newest).at_once();
        let same = |id: &Uuid| pen.write(Deed::SameLearner(SameLearner { id: *id }));
        Ok(ids.iter().map(same).collect())
    }

    /// How many events a clock dated after tomorrow, which begins elsewhere before it does here.
    pub(super) fn ahead(&self, log: &Log) -> Result<usize, Error> {
        let tomorrow = self.today()?.later(1).map(|day| day.to_string());
        let is_ahead = |event: &&Event| {
            tomorrow
                .as_ref()
                .is_ok_and(|tomorrow| event.wall.day() > *tomorrow)
        };
        Ok(log.events().iter().filter(is_ahead).count())
    }

    /// After what comes in, as much must be possible as before.
    pub(super) fn check_room(&self, arrival: &Arrival) -> Result<(), Error> {
        // What is known already leaves room; so what comes in is all that matters, save in the last second there is.
        if has_room(&arrival.log) {
            return Ok(());
        }
        let united = self.log()?.0.union(arrival.log.clone());
        let united = united.map_err(|clash| arrival.refused(clash.into()))?;
        if has_room(&united) {
            Ok(())
        } else {
            Err(arrival.refused(Refused::Late))
        }
    }

    /// The curriculum of what others wrote must be known.
    pub(super) fn check_curriculum(&self, kind: FileKind, id: &Id) -> Result<(), Error> {
        if source::knows(id, &self.store)? {
            Ok(())
        } else {
            Err(Error::Foreign(Foreign::Curriculum(kind, id.clone())))
        }
    }

    /// A review is about milestones of its curriculum, or of the one that this extends.
    pub(super) fn check_milestones(&self, file: &ReviewFile) -> Result<(), Error> {
        let id = &file.curriculum.id;
        let library = if *id == self.course.curriculum.id {
            self.course.curriculum.library.clone()
        } else {
            let found = source::known(id, Stock::Store(&self.store))?;
            found.and_then(|found| found.edition.curriculum.library.clone())
        };
        let library = library.map(|library| library.id);
        let curricula: Vec<Id> = [id.clone()].into_iter().chain(library).collect();
        let checked = file.check_milestones(&curricula);
        checked.map_err(|refused| Error::Unreadable(FileKind::Review, refused))
    }
}

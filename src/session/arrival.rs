//! What comes in: the progress of the learner's other machine, or a mentor's answer to it.

use std::collections::BTreeSet;
use std::rc::Rc;

use uuid::Uuid;

use super::Session;
use super::error::{Error, Foreign};
use crate::exchange::{self, FileKind, Refused, ReviewerCard, Scope};
use crate::insight::reviews::{News, news};
use crate::progress::{Deed, Log, fold};
use crate::store::{Added, Purge};

/// What an import brought, or would bring.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// How many events were not known before.
    pub events: usize,
    /// How many known events were forgotten on the other machine, and now here.
    pub forgotten: usize,
    /// How many of the file's events were recorded on a day that is still to come, as their clock said.
    pub ahead: usize,
    /// What a mentor answers, if it is that.
    pub review: Option<Received>,
}

/// What a mentor answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Received {
    /// Who they say they are.
    pub reviewer: ReviewerCard,
    /// What they say that was not known before, the oldest first.
    pub news: Vec<News>,
    /// How many of their verdicts were known.
    pub known: usize,
}

/// What to do with the progress of a store that began apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joining {
    /// Refuse it: it may be somebody else's.
    Refuse,
    /// Unite the two: the learner says that both are theirs.
    SameLearner,
}

/// A file that was read and belongs here.
pub(super) struct Arrival {
    /// Whose store it makes this one, if that is nobody's yet.
    learner: Uuid,
    pub(super) log: Log,
    purge: Purge,
    /// How many events of the log were written just now, to join two stores.
    joining: usize,
    reviewer: Option<ReviewerCard>,
}

impl Session {
    /// Takes in a file: unites the events of a progress file with the learner's own, or adds the verdicts of a review. Doing
    /// so again, or in another order, changes nothing.
    ///
    /// # Errors
    /// The file is cut, altered, somebody else's or of an unknown curriculum; nothing of it is taken then.
    pub fn import(&mut self, bytes: &[u8], joining: Joining) -> Result<Imported, Error> {
        let arrival = self.arrival(bytes, joining)?;
        let ahead = self.ahead(&arrival.log)?;
        let unknown = self.unknown(&arrival)?;
        let now = self.now()?.at;
        let added = match self.learner {
            Some(learner) => self
                .store
                .unite(learner, &arrival.log, arrival.purge, now)?,
            None => self
                .store
                .adopt(arrival.learner, &arrival.log, arrival.purge, now)?,
        };
        self.hear_of_others()?;
        if arrival.reviewer.is_some() {
            self.vouch_at_once();
        }
        let review = arrival.received(&unknown, || news(&unknown, &self.snapshot));
        Ok(arrival.imported(added, ahead, review))
    }

    /// What an import of the file would bring; nothing is taken in.
    ///
    /// # Errors
    /// As [`Session::import`], as far as that can be known before.
    pub fn preview(&mut self, bytes: &[u8], joining: Joining) -> Result<Imported, Error> {
        let arrival = self.arrival(bytes, joining)?;
        let ahead = self.ahead(&arrival.log)?;
        let (ours, _) = self.log()?;
        let before = forgotten(&ours);
        let united = ours.clone().union(arrival.log.clone());
        let united = united.map_err(|clash| arrival.refused(clash.into()))?;
        let added = Added {
            events: united.events().len() - ours.events().len(),
            forgotten: forgotten(&united).difference(&before).count(),
        };
        let unknown = arrival.unknown(&ours);
        let review = arrival.received(&unknown, || {
            let progress = fold(&united, &self.course.curriculum);
            let after = self.snapshot.after(Rc::new(progress));
            news(&unknown, &self.vouched(after))
        });
        Ok(arrival.imported(added, ahead, review))
    }

    /// Reads a file, and makes sure that it belongs here and leaves room for what the learner does next.
    fn arrival(&mut self, bytes: &[u8], joining: Joining) -> Result<Arrival, Error> {
        self.hear_of_others()?;
        let arrival = match FileKind::of(bytes) {
            FileKind::Progress => self.progress(bytes, joining)?,
            FileKind::Review => self.answer(bytes)?,
        };
        self.check_room(&arrival)?;
        Ok(arrival)
    }

    fn progress(&mut self, bytes: &[u8], joining: Joining) -> Result<Arrival, Error> {
        let refused = |refused| Error::Unreadable(FileKind::Progress, refused);
        let file = exchange::progress_file::read(bytes).map_err(refused)?;
        // A sync file's events are kept whatever they are about.
        if file.scope == Scope::Shared {
            self.check_curriculum(FileKind::Progress, &file.curriculum.id)?;
        }
        let joins = self.joins(&file, joining)?;
        let joined = self.joined(&joins, file.log.newest())?;
        let events = file.log.into_iter().chain(joined);
        let log = Log::of(events).map_err(|clash| refused(clash.into()))?;
        Ok(Arrival {
            learner: file.learner.id,
            log,
            purge: match file.scope {
                Scope::Sync => Purge::Backups,
                Scope::Shared => Purge::Nothing,
            },
            joining: joins.len(),
            reviewer: None,
        })
    }

    fn answer(&self, bytes: &[u8]) -> Result<Arrival, Error> {
        let refused = |refused| Error::Unreadable(FileKind::Review, refused);
        let file = exchange::review_file::read(bytes).map_err(refused)?;
        let is_mine = |learner| self.ids(learner).contains(&file.learner);
        if !self.learner.is_some_and(is_mine) {
            return Err(Error::Foreign(Foreign::Review));
        }
        self.check_curriculum(FileKind::Review, &file.curriculum.id)?;
        self.check_milestones(&file)?;
        Ok(Arrival {
            learner: file.learner,
            log: file.log,
            purge: Purge::Nothing,
            joining: 0,
            reviewer: Some(file.reviewer),
        })
    }

    /// The events of a review that the store does not know.
    fn unknown(&self, arrival: &Arrival) -> Result<BTreeSet<Uuid>, Error> {
        let Some(learner) = self.learner.filter(|_| arrival.reviewer.is_some()) else {
            return Ok(BTreeSet::new());
        };
        let mut unknown = BTreeSet::new();
        for event in arrival.log.events() {
            if self.store.event(learner, event.id)?.is_none() {
                unknown.insert(event.id);
            }
        }
        Ok(unknown)
    }
}

impl Arrival {
    fn kind(&self) -> FileKind {
        match self.reviewer {
            Some(_) => FileKind::Review,
            None => FileKind::Progress,
        }
    }

    pub(super) fn refused(&self, refused: Refused) -> Error {
        Error::Unreadable(self.kind(), refused)
    }

    /// Those of its events that this log does not have.
    fn unknown(&self, ours: &Log) -> BTreeSet<Uuid> {
        let known: BTreeSet<Uuid> = ours.events().iter().map(|event| event.id).collect();
        let theirs = self.log.events().iter().map(|event| event.id);
        theirs.filter(|id| !known.contains(id)).collect()
    }

    /// What a mentor answers, if it is a review, of whose events these are unknown and tell that.
    fn received(
        &self,
        unknown: &BTreeSet<Uuid>,
        news: impl FnOnce() -> Vec<News>,
    ) -> Option<Received> {
        Some(Received {
            reviewer: self.reviewer.clone()?,
            news: news(),
            known: self.log.events().len().saturating_sub(unknown.len()),
        })
    }

    fn imported(&self, added: Added, ahead: usize, review: Option<Received>) -> Imported {
        Imported {
            events: added.events.saturating_sub(self.joining),
            forgotten: added.forgotten,
            ahead,
            review,
        }
    }
}

/// The events of a log that were forgotten.
fn forgotten(log: &Log) -> BTreeSet<Uuid> {
    let events = log.events().iter();
    let forgotten = events.filter(|event| matches!(event.deed, Deed::Forgotten(_)));
    forgotten.map(|event| event.id).collect()
}

//! Recording what a learner did: decided by the core, stamped, on disk before it is acknowledged.

use std::rc::Rc;

use uuid::Uuid;

use super::Session;
use super::error::Error;
use crate::curriculum::Place;
use crate::insight::{Snapshot, Standing};
use crate::progress::deed::Retracted;
use crate::progress::undo::{Undone, next_redo, next_undo, targets};
use crate::progress::{Deed, Event, Intent, Log, Order, Progress, decide, fold};
use crate::system::ids;

/// What was recorded, and what it changed.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// The deeds; of an undo or redo, the deeds that it acted on.
    pub deeds: Vec<Deed>,
    /// The milestones that are not locked any more.
    pub unlocked: Vec<Place>,
    /// Where the learner stands now.
    pub snapshot: Snapshot,
}

/// Events whose writing failed in a way that leaves open whether they are on disk: the same intents send them again
/// under the same ids.
#[derive(Debug)]
pub(super) struct Unsent {
    intents: Vec<Intent>,
    events: Vec<Event>,
}

impl Session {
    /// Records what a learner intends, all of it or nothing; several intents are one action, undone together.
    ///
    /// # Errors
    /// One of them is refused, or the store cannot be written. Nothing is recorded then.
    pub fn record(&mut self, intents: Vec<Intent>) -> Result<Recorded, Error> {
        self.refresh()?;
        let before = Standing::of(&self.progress, &self.course.curriculum);
        let (events, progress) = match self
            .unsent
            .take()
            .filter(|unsent| unsent.intents == intents)
        {
            Some(unsent) => self.again(unsent.events),
            None => self.decided(&intents)?,
        };
        if let Err(error) = self.append(&events) {
            self.unsent = Some(Unsent { intents, events });
            return Err(error);
        }
        self.progress = Rc::new(progress);
        Ok(self.recorded(
            &before,
            events.into_iter().map(|event| event.deed).collect(),
        ))
    }

    /// Takes back the learner's latest action that still stands.
    ///
    /// # Errors
    /// There is none, or the store cannot be written.
    pub fn undo(&mut self) -> Result<Recorded, Error> {
        self.retract_next(next_undo, "undo")
    }

    /// Does again what the latest undo took back, unless something else was done since.
    ///
    /// # Errors
    /// There is none, or the store cannot be written.
    pub fn redo(&mut self) -> Result<Recorded, Error> {
        self.retract_next(next_redo, "redo")
    }

    /// Forgets what an event says, for good, in backups too.
    ///
    /// # Errors
    /// There is no such event, or the store or a backup cannot be written.
    pub fn forget(&mut self, event: Uuid) -> Result<(), Error> {
        let now = self.now()?.at;
        let learner = self.learner.ok_or(Error::NoSuchEvent)?;
        if !self.store.forget(learner, event, now)? {
            return Err(Error::NoSuchEvent);
        }
        self.refresh()?;
        Ok(())
    }

    fn retract_next(
        &mut self,
        next: fn(&[Event], &Undone) -> Option<Retracted>,
        what: &'static str,
    ) -> Result<Recorded, Error> {
        self.refresh()?;
        let before = Standing::of(&self.progress, &self.course.curriculum);
        let mut log = self.log()?;
        let undone = Undone::of(log.events());
        let target = next(log.events(), &undone).ok_or(Error::NothingTo(what))?;
        let event = self.pen()?.write(Deed::Retracted(target));
        self.append(std::slice::from_ref(&event))?;
        let deeds = acted_on(&log, target, event.order());
        log.append(event);
        self.progress = Rc::new(fold(&log, &self.course.curriculum));
        Ok(self.recorded(&before, deeds))
    }

    /// Decides intents one after the other, each over what the ones before it lead to.
    fn decided(&mut self, intents: &[Intent]) -> Result<(Vec<Event>, Progress), Error> {
        let mut pen = self.pen()?;
        if intents.len() > 1 {
            pen = pen.at_once();
        }
        let curriculum = &self.course.curriculum;
        let mut progress = (*self.progress).clone();
        let mut events = Vec::new();
        for intent in intents {
            let deed = decide(intent.clone(), &progress, curriculum, pen.fresh());
            let deed =
                deed.map_err(|refusal| Error::refused(intent.place(), refusal, &self.snapshot()))?;
            let event = pen.write(deed);
            progress.apply(&event, curriculum);
            events.push(event);
        }
        Ok((events, progress))
    }

    /// The progress with events that were decided before.
    fn again(&self, events: Vec<Event>) -> (Vec<Event>, Progress) {
        let mut progress = (*self.progress).clone();
        for event in &events {
            progress.apply(event, &self.course.curriculum);
        }
        (events, progress)
    }

    /// Writes events, and minds what the learner's first deed brings along.
    fn append(&mut self, events: &[Event]) -> Result<(), Error> {
        let now = self.now()?;
        let learner = self.learner_or(ids::id(now.at))?;
        self.store.append(learner, events)?;
        self.newest = events.last().map_or(self.newest, |event| event.at);
        self.seen = self.store.changes()?;
        // The deed is on disk: a copy that could not be made is told, and takes nothing back.
        self.unsaved = self.store.backup_daily(now.today, now.at).err();
        Ok(())
    }

    fn recorded(&self, before: &Standing, deeds: Vec<Deed>) -> Recorded {
        let snapshot = self.snapshot();
        Recorded {
            deeds,
            unlocked: snapshot.standing.unlocked_since(before),
            snapshot,
        }
    }
}

/// The deeds that a retraction undoes or, being the retraction of one, restores. What it names counts only where it is
/// earlier, so this ends whatever a log holds.
fn acted_on(log: &Log, target: Retracted, before: Order) -> Vec<Deed> {
    let mut deeds = Vec::new();
    for event in targets(log.events(), target).filter(|event| event.order() < before) {
        match event.deed {
            Deed::Retracted(earlier) => deeds.extend(acted_on(log, earlier, event.order())),
            _ => deeds.push(event.deed.clone()),
        }
    }
    deeds
}

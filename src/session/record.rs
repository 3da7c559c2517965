//! Recording what a learner did: decided by the core, stamped, on disk before it is acknowledged.

use std::rc::Rc;

use uuid::Uuid;

use super::Session;
use super::error::Error;
use super::latest::Latest;
use super::pen::Pen;
use crate::curriculum::Place;
use crate::insight::{Snapshot, Standing};
use crate::progress::deed::Retracted;
use crate::progress::undo::{Next, Undone, taking_back};
use crate::progress::{Deed, Event, Intent, Log, Progress, decide, fold};
use crate::store::{Extent, Fault, StoreError};
use crate::system::ids;

/// What was recorded, and what it changed.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// The deeds; of an undo or redo, the deeds that it acted on.
    pub deeds: Vec<Deed>,
    /// The day on which they were done, in ISO 8601, where the learner was.
    pub day: String,
    /// The milestones that are not locked any more.
    pub unlocked: Vec<Place>,
    /// Where the learner stands now.
    pub snapshot: Snapshot,
    /// What they should know about their store now, a line each.
    pub notices: Vec<String>,
}

/// What a learner asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Action {
    Record(Vec<Intent>),
    Retract(Next),
    TakeBack(Uuid),
}

/// An action whose writing failed so that nobody knows whether it is on disk. Asked for again, it has the same ids.
#[derive(Debug)]
pub(super) struct Unsure {
    action: Action,
    events: Vec<Event>,
}

impl Session {
    /// Records what a learner intends, all of it or nothing; several intents are one action, undone together.
    ///
    /// # Errors
    /// One of them is refused, or the store cannot be written. Nothing is recorded then.
    pub fn record(&mut self, intents: Vec<Intent>) -> Result<Recorded, Error> {
        self.act(&Action::Record(intents))
    }

    /// Takes back the learner's latest action that still stands.
    ///
    /// # Errors
    /// There is none, or the store cannot be written.
    pub fn undo(&mut self) -> Result<Recorded, Error> {
        self.act(&Action::Retract(Next::Undo))
    }

    /// Does again what the latest undo took back, unless something else was done since.
    ///
    /// # Errors
    /// There is none, or the store cannot be written.
    pub fn redo(&mut self) -> Result<Recorded, Error> {
        self.act(&Action::Retract(Next::Redo))
    }

    /// Takes back one of the learner's own deeds, wherever it stands in the journal, with all that was done in the same
    /// action.
    ///
    /// # Errors
    /// There is no such event, taking it back would change nothing, or the store cannot be written.
    pub fn undo_event(&mut self, event: Uuid) -> Result<Recorded, Error> {
        self.act(&Action::TakeBack(event))
    }

    /// Forgets what one of the learner's own deeds says, for good, in backups too.
    ///
    /// # Errors
    /// There is no such event, it is none to forget, or the store or a backup cannot be written.
    pub fn forget(&mut self, event: Uuid) -> Result<(), Error> {
        self.hear_of_others()?;
        let learner = self.learner.ok_or(Error::NoSuchEvent)?;
        let known = self.store.event(learner, event)?;
        let known = known.ok_or(Error::NoSuchEvent)?;
        // Without these, others would mean something else.
        let holds_others = matches!(known.deed, Deed::Retracted(_) | Deed::SameLearner(_));
        if known.by.is_some() || holds_others {
            return Err(Error::Unforgettable);
        }
        let now = self.now()?.at;
        self.store.forget(learner, event, now)?;
        self.hear_of_others()?;
        Ok(())
    }

    fn act(&mut self, action: &Action) -> Result<Recorded, Error> {
        self.hear_of_others()?;
        let before = Rc::clone(&self.snapshot.standing);
        let mut pen = self.pen()?;
        let is_there = match &self.unsure {
            Some(unsure) if unsure.action == *action => Some(self.is_there(&unsure.events[0])?),
            _ => None,
        };
        match (self.unsure.take(), is_there) {
            (Some(unsure), Some(true)) => return Ok(self.recorded(&before, unsure.events)),
            (Some(unsure), Some(false)) => pen = pen.again(&unsure.events),
            _ => {}
        }
        let events = match action {
            Action::Record(intents) => self.record_all(intents, pen, action)?,
            Action::Retract(next) => self.step(*next, pen, action)?,
            Action::TakeBack(id) => {
                let (log, extent) = self.log()?;
                let event = log.get(*id).ok_or(Error::NoSuchEvent)?;
                let target = taking_back(event, &Undone::of(log.events()));
                let target =
                    target.map_err(|refusal| Error::refused(None, refusal, &self.snapshot))?;
                self.retract(target, (log, extent), pen, action)?
            }
        };
        Ok(self.recorded(&before, events))
    }

    /// Records what is intended, and answers with its events.
    fn record_all(
        &mut self,
        intents: &[Intent],
        pen: Pen,
        action: &Action,
    ) -> Result<Vec<Event>, Error> {
        let takes_back = intents.iter().any(takes_back);
        // Before anything is written: what is on the disk is never said to have failed.
        let log = takes_back.then(|| self.log()).transpose()?;
        let pen = match &log {
            Some((_, extent)) => pen.after(extent.newest_at()),
            None => pen,
        };
        let (events, mut progress) = self.decided(intents, pen)?;
        let mut folded = self.folded;
        if let Some((mut log, extent)) = log {
            folded = extent;
            for event in &events {
                log.append(event.clone());
            }
            progress = fold(&log, &self.course.curriculum);
        }
        self.append(&events, action, folded)?;
        self.kept = self.kept.filter(|_| !takes_back);
        let earlier = Rc::clone(&self.snapshot.progress);
        self.take_up(progress);
        self.latest = Latest::of(&events, earlier, self).filter(|_| !takes_back);
        Ok(events)
    }

    /// Takes a step back or forth, and answers with the events that this changed.
    fn step(&mut self, next: Next, pen: Pen, action: &Action) -> Result<Vec<Event>, Error> {
        if let Some(leading) = self.leading(next) {
            let event = self.write_retraction(leading.target, pen, action, self.folded)?;
            self.take_up(leading.to);
            return Ok(self.stepped(next, &event));
        }
        let (log, extent) = self.log()?;
        let target = next.target(log.events(), &Undone::of(log.events()));
        let target = target.ok_or(Error::NothingTo(next.word()))?;
        self.retract(target, (log, extent), pen, action)
    }

    /// Retracts something of the log, and answers with the events that this changed.
    fn retract(
        &mut self,
        target: Retracted,
        (mut log, extent): (Log, Extent),
        pen: Pen,
        action: &Action,
    ) -> Result<Vec<Event>, Error> {
        let undone = Undone::of(log.events());
        // Another process may have written what is taken back after this pen was made.
        let pen = pen.after(extent.newest_at());
        let event = self.write_retraction(target, pen, action, extent)?;
        log.append(event);
        self.take_up(fold(&log, &self.course.curriculum));
        Ok(changed(&log, &undone))
    }

    /// Writes that something is taken back. The fold that was kept still has it.
    fn write_retraction(
        &mut self,
        target: Retracted,
        mut pen: Pen,
        action: &Action,
        folded: Extent,
    ) -> Result<Event, Error> {
        let event = pen.write(Deed::Retracted(target));
        self.append(std::slice::from_ref(&event), action, folded)?;
        self.kept = None;
        Ok(event)
    }

    /// Whether an event of which nobody knew whether it was written is there.
    fn is_there(&self, event: &Event) -> Result<bool, Error> {
        let known = self
            .learner
            .map(|learner| self.store.event(learner, event.id));
        Ok(known.transpose()?.flatten().is_some())
    }

    /// Decides intents one after the other, each over what the ones before it lead to.
    fn decided(&self, intents: &[Intent], pen: Pen) -> Result<(Vec<Event>, Progress), Error> {
        // What belongs to no action is taken for a step back.
        let mut pen = if intents.len() > 1 || intents.iter().any(takes_back) {
            pen.at_once()
        } else {
            pen
        };
        let curriculum = &self.course.curriculum;
        let mut progress = (*self.snapshot.progress).clone();
        let mut events = Vec::new();
        for intent in intents {
            let deed = decide(intent.clone(), &progress, curriculum, pen.name());
            let deed =
                deed.map_err(|refusal| Error::refused(intent.place(), refusal, &self.snapshot))?;
            let event = pen.write(deed);
            progress.apply(&event, curriculum);
            events.push(event);
        }
        Ok((events, progress))
    }

    /// Writes events that are folded next to so much of the log, and minds what the learner's first deed brings along.
    fn append(&mut self, events: &[Event], action: &Action, folded: Extent) -> Result<(), Error> {
        if !events.iter().all(Event::is_timely) {
            return Err(Error::EndOfTime);
        }
        let now = self.now()?;
        let learner = self.learner_or(ids::id(now.at))?;
        let added = self.store.append(learner, events).inspect_err(|error| {
            if in_doubt(error) {
                self.unsure = Some(Unsure {
                    action: action.clone(),
                    events: events.to_vec(),
                });
            }
        })?;
        // What another process wrote meanwhile is not counted here, so that the next look takes it up.
        let count = added.events as u64;
        self.seen = self.seen.saturating_add_unsigned(count);
        self.folded = Extent {
            events: folded.events + count,
            changes: folded.changes + count,
            newest: events.last().map(Event::order).max(folded.newest),
        };
        // The deed is on disk: a copy that could not be made is told, and takes nothing back.
        self.unsaved = self.store.backup_daily(now.today, now.at).err();
        Ok(())
    }

    fn recorded(&self, before: &Standing, events: Vec<Event>) -> Recorded {
        let snapshot = self.snapshot();
        Recorded {
            day: events
                .first()
                .map_or_else(String::new, |event| event.wall.day()),
            deeds: events.into_iter().map(|event| event.deed).collect(),
            unlocked: snapshot.standing.unlocked_since(before),
            snapshot,
            notices: self.notices(),
        }
    }
}

/// Whether what is intended changes what earlier events mean.
fn takes_back(intent: &Intent) -> bool {
    matches!(intent, Intent::Unnote(..))
}

/// Whether a failed write may have reached the disk all the same.
fn in_doubt(error: &StoreError) -> bool {
    matches!(error.fault, Fault::Io(_) | Fault::Full)
}

/// The events that stand now and were undone before, or the other way round.
fn changed(log: &Log, before: &Undone) -> Vec<Event> {
    let now = Undone::of(log.events());
    let is_changed = |event: &&Event| now.contains(event) != before.contains(event);
    let changed = log.events().iter().filter(is_changed);
    changed
        .filter(|event| !matches!(event.deed, Deed::Retracted(_)))
        .cloned()
        .collect()
}

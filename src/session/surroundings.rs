//! What stands around the events of a list, for telling and finding them.

use std::collections::HashMap;
use std::rc::Rc;

use uuid::Uuid;

use super::Session;
use super::error::Error;
use crate::curriculum::Place;
use crate::insight::Around;
use crate::progress::deed::Retracted;
use crate::progress::{Deed, Event};

/// How often it is asked what a single named event names itself: a step forth names a step back, which names the removal of
/// a note.
const DEEP: usize = 2;

/// How many others of its action are around an event: one takes the place of what was ended, if any does.
const OTHERS: usize = 2;

/// Finds what stands around events. It reads each action once, however many events name it.
pub struct Surroundings<'a> {
    session: &'a Session,
    actions: HashMap<Uuid, Rc<[Event]>>,
}

impl Session {
    /// What stands around the events of one list.
    pub fn surroundings(&self) -> Surroundings<'_> {
        Surroundings {
            session: self,
            actions: HashMap::new(),
        }
    }
}

impl Surroundings<'_> {
    /// The events around one of the learner's.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn of(&mut self, event: &Event) -> Result<Around, Error> {
        self.within(event, DEEP)
    }

    /// Whether one of the learner's events is about the milestone at this place, by way of what it ended if need be.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn concern(&mut self, event: &Event, place: Place) -> Result<bool, Error> {
        let around = self.of(event)?;
        Ok(around.concerns(&event.deed, place, &self.session.snapshot))
    }

    fn within(&mut self, event: &Event, deep: usize) -> Result<Around, Error> {
        let named = self.named_by(event)?;
        let further = match &*named {
            [only] if deep > 0 => Some(Box::new(self.within(only, deep - 1)?)),
            _ => None,
        };
        Ok(Around {
            named,
            further,
            beside: self.beside(event)?,
        })
    }

    /// What an event takes back or removes: one event, or all of an action; the oldest first.
    pub(super) fn named_by(&mut self, event: &Event) -> Result<Rc<[Event]>, Error> {
        let store = &self.session.store;
        let Some(learner) = self.session.learner else {
            return Ok(Rc::default());
        };
        match &event.deed {
            Deed::Retracted(Retracted::Batch(batch)) => self.action(*batch),
            Deed::Retracted(Retracted::Event(id)) => {
                Ok(store.event(learner, *id)?.into_iter().collect())
            }
            Deed::EvidenceRemoved(removed) => Ok(store.proof(learner, removed.evidence)?.into()),
            _ => Ok(Rc::default()),
        }
    }

    /// What an event that ends something has beside it in its action.
    fn beside(&mut self, event: &Event) -> Result<Vec<Event>, Error> {
        let action = match (&event.deed, event.batch) {
            (Deed::Retracted(_) | Deed::EvidenceRemoved(_), Some(batch)) => self.action(batch)?,
            _ => Rc::default(),
        };
        let others = action.iter().filter(|other| other.id != event.id);
        Ok(others.take(OTHERS).cloned().collect())
    }

    fn action(&mut self, batch: Uuid) -> Result<Rc<[Event]>, Error> {
        if let Some(known) = self.actions.get(&batch) {
            return Ok(Rc::clone(known));
        }
        let learner = self.session.learner;
        let read = learner.map(|learner| self.session.store.action(learner, batch));
        let read: Rc<[Event]> = read.transpose()?.unwrap_or_default().into();
        self.actions.insert(batch, Rc::clone(&read));
        Ok(read)
    }
}

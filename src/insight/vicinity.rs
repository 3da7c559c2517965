//! What stands around the events of a log that is at hand as a whole.

use std::collections::HashMap;
use std::rc::Rc;

use uuid::Uuid;

use super::around::Around;
use crate::progress::deed::Retracted;
use crate::progress::{Deed, Event, Log};

/// How often it is asked what a single named event names itself: a step forth names a step back, which names the removal of
/// a note.
const DEEP: usize = 2;

/// How many others of its action are around an event: one takes the place of what was ended, if any does.
const OTHERS: usize = 2;

/// Finds what stands around the events of a log.
#[derive(Debug)]
pub struct Vicinity<'log> {
    events: HashMap<Uuid, &'log Event>,
    /// What attached each proof.
    proofs: HashMap<Uuid, &'log Event>,
    actions: HashMap<Uuid, Rc<[Event]>>,
}

impl<'log> Vicinity<'log> {
    /// Around the events of this log.
    pub fn of(log: &'log Log) -> Self {
        let mut actions: HashMap<Uuid, Vec<Event>> = HashMap::new();
        let mut proofs = HashMap::new();
        for event in log.events() {
            if let Some(batch) = event.batch {
                actions.entry(batch).or_default().push(event.clone());
            }
            if let Deed::Evidence(proof) = &event.deed {
                proofs.insert(proof.evidence, event);
            }
        }
        let actions = actions.into_iter();
        Self {
            events: log.events().iter().map(|event| (event.id, event)).collect(),
            proofs,
            actions: actions
                .map(|(batch, events)| (batch, events.into()))
                .collect(),
        }
    }

    /// What stands around an event of the log.
    pub fn around(&self, event: &Event) -> Around {
        self.within(event, DEEP)
    }

    fn within(&self, event: &Event, deep: usize) -> Around {
        let named = self.named_by(event);
        let further = match &*named {
            [only] if deep > 0 => Some(Box::new(self.within(only, deep - 1))),
            _ => None,
        };
        Around {
            named,
            further,
            beside: self.beside(event),
        }
    }

    /// What an event takes back or removes: one event, or all of an action.
    fn named_by(&self, event: &Event) -> Rc<[Event]> {
        let single =
            |found: Option<&&Event>| found.map(|event| (*event).clone()).into_iter().collect();
        match &event.deed {
            Deed::Retracted(Retracted::Batch(batch)) => self.action(*batch),
            Deed::Retracted(Retracted::Event(id)) => single(self.events.get(id)),
            Deed::EvidenceRemoved(removed) => single(self.proofs.get(&removed.evidence)),
            _ => Rc::default(),
        }
    }

    /// What an event that ends something has beside it in its action.
    fn beside(&self, event: &Event) -> Vec<Event> {
        let action = match (&event.deed, event.batch) {
            (Deed::Retracted(_) | Deed::EvidenceRemoved(_), Some(batch)) => self.action(batch),
            _ => Rc::default(),
        };
        let others = action.iter().filter(|other| other.id != event.id);
        others.take(OTHERS).cloned().collect()
    }

    fn action(&self, batch: Uuid) -> Rc<[Event]> {
        self.actions.get(&batch).map(Rc::clone).unwrap_or_default()
    }
}

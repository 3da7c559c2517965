//! The latest action of a session, which can be taken back and done again without folding the log anew.

use std::rc::Rc;

use super::Session;
use crate::progress::deed::Retracted;
use crate::progress::undo::{Next, whole};
use crate::progress::{Event, Progress};
use crate::store::Extent;

/// An action that was recorded in this session, with nothing after it but that it was taken back or done again.
#[derive(Debug)]
pub(super) struct Latest {
    action: Retracted,
    events: Vec<Event>,
    /// Where the learner stands without it, and with it.
    without: Rc<Progress>,
    with: Rc<Progress>,
    /// The retraction that undid it, while it is undone.
    undone_by: Option<Retracted>,
    /// The log as it was left.
    folded: Extent,
}

/// A step back or forth of which it is known where it leads.
pub(super) struct Leading {
    pub(super) target: Retracted,
    pub(super) to: Rc<Progress>,
}

impl Latest {
    /// The action of these events, which led the session to where it is from this.
    pub(super) fn of(events: &[Event], without: Rc<Progress>, session: &Session) -> Option<Self> {
        let first = events.first()?;
        Some(Self {
            action: whole(first),
            events: events.to_vec(),
            without,
            with: Rc::clone(&session.snapshot.progress),
            undone_by: None,
            folded: session.folded,
        })
    }
}

impl Session {
    /// Where the next step leads, if it is about the latest action and nothing came after that.
    pub(super) fn leading(&self, next: Next) -> Option<Leading> {
        let latest = self.latest.as_ref()?;
        let (target, to) = match (next, latest.undone_by) {
            (Next::Undo, None) => (latest.action, &latest.without),
            (Next::Redo, Some(retraction)) => (retraction, &latest.with),
            _ => return None,
        };
        (latest.folded == self.folded).then(|| Leading {
            target,
            to: Rc::clone(to),
        })
    }

    /// Keeps in mind that this retraction took the latest action back or did it again, and answers with its events.
    pub(super) fn stepped(&mut self, next: Next, retraction: &Event) -> Vec<Event> {
        let folded = self.folded;
        let Some(latest) = &mut self.latest else {
            return Vec::new();
        };
        latest.folded = folded;
        latest.undone_by = match next {
            Next::Undo => Some(whole(retraction)),
            Next::Redo => None,
        };
        latest.events.clone()
    }
}

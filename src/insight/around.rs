//! What an event is about by way of others: those that it takes back or removes, and those of the same action.

use std::rc::Rc;

use super::snapshot::Snapshot;
use crate::curriculum::{Key, Place};
use crate::progress::{Deed, Event};

/// Of how many events of one action it is asked what they are about: a file may hold very large ones, named again and again.
const MOST: usize = 1_000;

/// The events around one that ended something: an undo, or the removal of a note or of evidence. Around any other there
/// are none, and it is about what its own deed is about.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Around {
    /// Those that it names: what it takes back or removes, the oldest first.
    pub named: Rc<[Event]>,
    /// Where that is a single one: what is around it, as where a step back is done again.
    pub further: Option<Box<Around>>,
    /// The others of the same action, the oldest first.
    pub beside: Vec<Event>,
}

impl Around {
    /// The milestone that a deed among these events is about, by way of them if need be; `None` where that is not one.
    pub fn milestone<'a>(&'a self, deed: &'a Deed) -> Option<&'a Key> {
        let mut about = self.milestones(deed).into_iter();
        let first = about.next()?;
        about.all(|other| other == first).then_some(first)
    }

    /// The choice that a deed among these events is about, by way of them if need be.
    pub fn choice<'a>(&'a self, deed: &'a Deed) -> Option<&'a Key> {
        let by_way = match &*self.named {
            [only] => match &self.further {
                Some(further) => further.choice(&only.deed),
                None => only.deed.choice(),
            },
            _ => None,
        };
        deed.choice().or(by_way)
    }

    /// Whether a deed among these events is about the milestone at this place, under whatever name that had then.
    pub fn concerns(&self, deed: &Deed, place: Place, snapshot: &Snapshot) -> bool {
        let names = snapshot.progress.names();
        self.milestones(deed).iter().any(|key| {
            let mut routes = names.routes(key.as_str()).iter();
            routes.any(|route| route.place == place)
        })
    }

    /// The milestones of the deed itself, else of those nearest to it that have any.
    fn milestones<'a>(&'a self, deed: &'a Deed) -> Vec<&'a Key> {
        let all_of = |events: &'a [Event]| -> Vec<&'a Key> {
            let events = events.iter().take(MOST);
            events.flat_map(|event| event.deed.milestones()).collect()
        };
        let own: Vec<&Key> = deed.milestones().collect();
        if !own.is_empty() {
            return own;
        }
        let by_way = match (&*self.named, &self.further) {
            ([only], Some(further)) => further.milestones(&only.deed),
            (named, _) => all_of(named),
        };
        if by_way.is_empty() {
            all_of(&self.beside)
        } else {
            by_way
        }
    }
}

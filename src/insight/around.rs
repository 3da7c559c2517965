//! What an event is about by way of others: those that it takes back or removes, and those of the same action.

use super::snapshot::Snapshot;
use crate::curriculum::{Key, Place};
use crate::progress::{Deed, Event};

/// The events around one that ends something: an undo, or the removal of a note or of evidence. Of any other, none.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Around {
    /// Those that it names: what it takes back or removes, the oldest first.
    pub named: Vec<Event>,
    /// Where that is a single one which itself ended something, as where a step back is done again: what that one names.
    pub further: Vec<Event>,
    /// The others of the same action, the oldest first.
    pub beside: Vec<Event>,
}

impl Around {
    /// The milestone that a deed among these events is about, by way of them if need be; `None` where that is not one.
    pub fn milestone<'a>(&'a self, deed: &'a Deed) -> Option<&'a Key> {
        let mut about = self.milestones(deed);
        let first = about.next()?;
        about.all(|other| other == first).then_some(first)
    }

    /// The choice that a deed among these events is about, by way of them if need be.
    pub fn choice<'a>(&'a self, deed: &'a Deed) -> Option<&'a Key> {
        let only = |events: &'a [Event]| match events {
            [only] => only.deed.choice(),
            _ => None,
        };
        let own = deed.choice();
        own.or_else(|| only(&self.named))
            .or_else(|| only(&self.further))
    }

    /// Whether a deed among these events is about the milestone at this place, under whatever name that had then.
    pub fn concerns(&self, deed: &Deed, place: Place, snapshot: &Snapshot) -> bool {
        let names = snapshot.progress.names();
        self.milestones(deed).any(|key| {
            let mut routes = names.routes(key.as_str()).iter();
            routes.any(|route| route.place == place)
        })
    }

    /// The milestones of the deed itself, else of those nearest to it that have any.
    fn milestones<'a>(&'a self, deed: &'a Deed) -> impl Iterator<Item = &'a Key> {
        let by_way = [&self.named, &self.further, &self.beside];
        let by_way = by_way.map(|events| {
            let keys = events.iter().flat_map(|event| event.deed.milestones());
            keys.collect::<Vec<_>>()
        });
        let mut near = std::iter::once(deed.milestones().collect()).chain(by_way);
        let nearest = near.find(|keys| !keys.is_empty());
        nearest.into_iter().flatten()
    }
}

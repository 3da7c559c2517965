//! Which steps there are along a learner's own history, for those who offer them.

use super::Session;
use super::error::Error;
use crate::progress::undo::{Next, is_action};
use crate::progress::{Deed, Event};

/// How many events are looked at first: after a deed, what came last is that deed.
const NEWEST: usize = 4;

/// How many events before those are looked at in one go.
const FEW: usize = 64;

impl Session {
    /// The steps that [`undo`](Session::undo) and [`redo`](Session::redo) would find now. It takes a look at the newest
    /// events, as far back as the last deed that stands.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn steps(&self) -> Result<Vec<Next>, Error> {
        let Some(learner) = self.learner else {
            return Ok(Vec::new());
        };
        let newest = self.store.page(learner, None, NEWEST)?;
        let mut own = newest.iter().filter(|event| event.by.is_none());
        // Nothing can have taken back what came last.
        if own.next().is_some_and(is_action) {
            return Ok(vec![Next::Undo]);
        }
        let undone = self.store.undone(learner)?;
        let (mut page, mut redo, mut is_last) = (newest, None, true);
        while let Some(oldest) = page.last().map(Event::order) {
            for event in page.iter().filter(|event| event.by.is_none()) {
                let stands = !undone.contains(event);
                if is_action(event) && stands {
                    return Ok([Some(Next::Undo), redo].into_iter().flatten().collect());
                }
                is_last &= !is_action(event);
                if is_last && stands && redo.is_none() && self.takes_an_action_back(event)? {
                    redo = Some(Next::Redo);
                }
            }
            page = self.store.page(learner, Some(oldest), FEW)?;
        }
        Ok(redo.into_iter().collect())
    }

    fn takes_an_action_back(&self, event: &Event) -> Result<bool, Error> {
        if !matches!(event.deed, Deed::Retracted(_)) {
            return Ok(false);
        }
        let named = self.surroundings().named_by(event)?;
        Ok(named
            .iter()
            .any(|event| event.by.is_none() && is_action(event)))
    }
}

//! Where jumps began, so that one can go back.

use super::rows::{At, Spot};
use crate::tui::known::Known;

/// The most jumps that can be gone back.
const MOST: usize = 100;

/// What was under the cursor before each jump, the newest last.
#[derive(Debug, Default)]
pub(super) struct Trail(Vec<At>);

impl Trail {
    /// A jump begins here.
    pub(super) fn begin(&mut self, at: Option<&At>) {
        self.0.extend(at.cloned());
        if self.0.len() > MOST {
            self.0.remove(0);
        }
    }

    /// Where the last jump began, of those that began at something which is still on the path.
    pub(super) fn back(&mut self, known: &Known) -> Option<At> {
        let is_listed = |at: &At| match at.spot(known) {
            Some(Spot::Milestone(place)) => known.absence(place).is_none(),
            Some(Spot::Stage(_)) => true,
            None => false,
        };
        let last = self.0.iter().rposition(is_listed)?;
        self.0.drain(last..).next()
    }
}

//! What is said while a range of milestones is marked.

use super::Path;
use crate::tui::command::Command;
use crate::tui::keymap;
use crate::tui::known::Known;
use crate::tui::message::Failure;
use crate::tui::said::Said;
use crate::tui::step::Step;

impl Path {
    /// Does something; where that leaves a range, says how many it marks, and where it lets go of one, takes that back.
    pub(super) fn telling_of_range(
        &mut self,
        known: &Known,
        act: impl FnOnce(&mut Self) -> Step,
    ) -> Step {
        let had = self.listing.has_range();
        match (act(self), had, self.listing.has_range()) {
            (Step::Stay, _, true) => Step::Say(Said::Marked(self.listing.marked(known).len())),
            (Step::Stay, true, false) => Step::Say(Said::Nothing),
            (step, ..) => step,
        }
    }
}

/// What a key for milestones says where the range has only stages, of which the milestones may be folded away.
pub(super) fn nothing() -> Failure {
    let fold = keymap::name(Command::Fold);
    let hint = format!("{fold} unfolds a stage, so that its milestones can be");
    Failure::of("no milestone is marked", &hint)
}

//! What changes at a mentor's desk: the files of learners, the answers, and which learners are listed.

use std::rc::Rc;

use super::news::settle_overlays;
use crate::insight::cohort::{Cohort, Drafts};
use crate::tui::model::Model;
use crate::tui::review::Shown;

/// Something is in the folder or among the answers that was not there before, or is there no more.
pub(super) fn take_up(model: &mut Model, cohort: Rc<Cohort>, drafts: Rc<Drafts>) {
    if let Some(review) = &mut model.known.review {
        review.take_up(cohort, drafts);
        model.unreadable.clear();
        settle(model);
    }
}

/// Only these learners are listed from now on, on all screens.
pub(super) fn list(model: &mut Model, shown: Shown) {
    if let Some(review) = &mut model.known.review {
        review.shown = shown;
        settle(model);
    }
}

fn settle(model: &mut Model) {
    model.deck.settle(&model.known);
    settle_overlays(model);
}

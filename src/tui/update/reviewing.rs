//! What changes at a mentor's desk: the files of learners, the answers, and which learners are listed.

use std::rc::Rc;

use uuid::Uuid;

use super::news::settle_overlays;
use crate::curriculum::Key;
use crate::insight::cohort::{Cohort, Drafts};
use crate::session::Pupil;
use crate::tui::model::Model;
use crate::tui::review::Shown;
use crate::tui::said::Said;
use crate::tui::screen;

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

/// All that the files of a learner say was read.
pub(super) fn keep(model: &mut Model, learner: Uuid, pupil: Option<Rc<Pupil>>) {
    if let Some(review) = &mut model.known.review {
        review.keep(learner, pupil);
        model.deck.screen_mut().settle(&model.known);
    }
}

/// All about this learner comes into sight, at the milestone of this key if one is named.
pub(super) fn meet(model: &mut Model, learner: Uuid, milestone: Option<&Key>) {
    let Some(review) = &mut model.known.review else {
        return;
    };
    if model.deck.current() != screen::LEARNER {
        review.from = model.deck.current();
    }
    review.met = Some(learner);
    model.overlays.clear();
    model.known.said = Said::Nothing;
    let known = &model.known;
    let pupil = model.deck.at(screen::LEARNER, known);
    pupil.settle(known);
    if let Some(key) = milestone {
        pupil.show(key, known);
    }
    model.deck.turn_to(screen::LEARNER, known);
}

fn settle(model: &mut Model) {
    model.deck.settle(&model.known);
    settle_overlays(model);
}

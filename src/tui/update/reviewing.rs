//! What changes at a mentor's desk: the files of learners, the answers, and which learners are listed.

use std::rc::Rc;

use uuid::Uuid;

use super::news::{answered as close_answered, settle_overlays};
use crate::curriculum::Key;
use crate::insight::cohort::{Cohort, Drafts};
use crate::session::{Given, Kept, Pupil, Sent, Submission};
use crate::tui::effect::{Effect, Reviewing};
use crate::tui::known::Known;
use crate::tui::message::Reviewed;
use crate::tui::model::Model;
use crate::tui::overlay::{Sending, Verdict};
use crate::tui::review::{Answering, Shown, Way};
use crate::tui::said::{self, Said};
use crate::tui::screen;
use crate::tui::step::Step;
use crate::tui::writing::Draft;

/// Takes in how a mentor's review went on.
pub(super) fn take(model: &mut Model, reviewed: Reviewed) -> Effect {
    match reviewed {
        Reviewed::Changed(cohort, drafts) => take_up(model, cohort, drafts),
        Reviewed::Answering(answering, typed, earlier) => begin(model, answering, typed, earlier),
        Reviewed::Answered(to, given, before, drafts) => {
            return answered(model, &to, given, before, drafts);
        }
        Reviewed::PutBack(way, put, before, drafts) => put_back(model, way, &put, before, drafts),
        Reviewed::Sending(envelope) => {
            model.overlays.push(Box::new(Sending::of(&envelope)));
        }
        Reviewed::NotSent(failure, cohort, drafts) => {
            // What was signed before something failed is no draft any more.
            take_up(model, cohort, drafts);
            super::fail(model, failure);
        }
        Reviewed::Sent(sent, cohort, drafts) => return self::sent(model, &sent, cohort, drafts),
    }
    Effect::None
}

/// Something is in the folder or among the answers that was not there before, or is there no more.
fn take_up(model: &mut Model, cohort: Rc<Cohort>, drafts: Rc<Drafts>) {
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

/// A step along the answers that were given and not sent.
pub(super) fn step(way: Way, known: &Known) -> Step {
    let next = known
        .review
        .as_ref()
        .and_then(|review| review.steps.next(way, &review.unsent()));
    match (next, way) {
        (Some(put), way) => Step::review(Reviewing::PutBack(way, put)),
        (None, Way::Back) => Step::refuse("there is no answer to take back", "what was sent stays"),
        (None, Way::Forth | Way::Aside) => Step::refuse("there is no answer to give again", ""),
    }
}

/// Opens what an answer is written in: it goes on with what was typed and not kept, else with what was answered.
fn begin(model: &mut Model, answering: Answering, typed: Option<String>, earlier: Vec<String>) {
    let Some(review) = &model.known.review else {
        return;
    };
    let writing = answering.writing();
    let before = answering.before(review);
    let draft = match model.held.get(&writing.draft_key()) {
        Some(held) => held.clone(),
        None => Draft::of(writing, typed.unwrap_or_default()),
    };
    let verdict = Verdict::of(answering, draft, before, earlier);
    model.overlays.push(Box::new(verdict));
}

/// An answer is kept.
fn answered(
    model: &mut Model,
    to: &[Submission],
    given: Given,
    before: Vec<Kept>,
    drafts: Rc<Drafts>,
) -> Effect {
    let Some(review) = &mut model.known.review else {
        return Effect::None;
    };
    review.take_up(Rc::clone(&review.cohort), drafts);
    review.steps.gave(before);
    model.known.said = said::answered(to, &given, review);
    review.last = Some(given);
    model.deck.screen_mut().recorded();
    settle(model);
    close_answered(model)
}

/// Answers were sent.
fn sent(model: &mut Model, sent: &Sent, cohort: Rc<Cohort>, drafts: Rc<Drafts>) -> Effect {
    let Some(review) = &mut model.known.review else {
        return Effect::None;
    };
    review.take_up(cohort, drafts);
    model.known.said = said::sent(sent, review.sums.unsent);
    settle(model);
    close_answered(model)
}

/// A step was taken along the answers.
fn put_back(model: &mut Model, way: Way, put: &[Kept], before: Vec<Kept>, drafts: Rc<Drafts>) {
    let Some(review) = &mut model.known.review else {
        return;
    };
    review.take_up(Rc::clone(&review.cohort), drafts);
    review.steps.took(way, before);
    model.known.said = said::put_back(way, put, review);
    settle(model);
    // Only what was taken back is looked at again; what is given again or dropped leaves the mentor where they are.
    if let (Way::Back, Some(first)) = (way, put.first()) {
        let known = &model.known;
        let queue = model.deck.at(screen::QUEUE, known);
        // Where it is not listed now, nothing moves.
        queue.show_submission(first.learner, Some(&first.milestone), known);
    }
}

fn settle(model: &mut Model) {
    model.deck.settle(&model.known);
    settle_overlays(model);
}

//! All that a mentor has to know of one milestone of one learner, and of one stage.

use super::reckoned::Reckoned;
use crate::curriculum::Place;
use crate::session::Pupil;
use crate::tui::known::Known;
use crate::tui::links::is_address;
use crate::tui::review::Review;
use crate::tui::screen::submission::{self, Page, Subject};

/// How many events are shown.
const EVENTS: usize = 60;

/// The address that was attached to the milestone at this place last.
pub(super) fn newest_link(place: Place, pupil: &Pupil) -> Option<String> {
    let entry = pupil.snapshot.entry(place);
    let mut evidence = entry.mark.evidence.iter().rev();
    let newest = evidence.find(|proof| is_address(proof.kind))?;
    Some(newest.content.clone())
}

/// Writes all of the milestone at this place.
pub(super) fn write(
    place: Place,
    pupil: &Pupil,
    review: &Review,
    reckoned: &Reckoned,
    known: &Known,
    page: &mut Page,
) {
    let card = &pupil.card;
    let key = &pupil.snapshot.entry(place).milestone.key;
    let subject = Subject {
        place,
        card,
        course: review.cohort.course(card),
        pupil: Some(pupil),
        draft: review.drafts.get(card.learner(), key),
    };
    submission::write(&subject, known, page);
    history(reckoned, page);
}

/// Writes what a stage is about.
pub(super) fn write_stage(index: usize, pupil: &Pupil, page: &mut Page) {
    let tally = pupil.card.stages[index];
    let style = page.theme.text;
    let done = format!(
        "{} of {} milestones, {} %; {} of {} h",
        tally.done,
        tally.required,
        tally.percent(),
        tally.hours_done(),
        tally.hours_required()
    );
    page.text(&done, style);
    let stage = &pupil.snapshot.curriculum.stages[index];
    for (heading, text) in [("After it", &stage.goal), ("What they build", &stage.build)] {
        if let Some(text) = text {
            page.heading(heading);
            page.text(text, style);
        }
    }
}

/// What happened to it, the newest first.
fn history(reckoned: &Reckoned, page: &mut Page) {
    let history = &reckoned.history;
    if history.is_empty() {
        return;
    }
    page.heading("What happened");
    for (day, told) in history.iter().take(EVENTS) {
        page.led(&format!("{day} "), told, page.theme.text);
    }
    if let Some(more) = history.len().checked_sub(EVENTS).filter(|more| *more > 0) {
        page.dim(&format!("and {more} events before"));
    }
}

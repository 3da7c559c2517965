//! What there is to read about what is under the cursor of the queue.

use super::listed::{Item, Listed};
use crate::insight::cohort::Remark;
use crate::text::visible;
use crate::tui::known::Known;
use crate::tui::links::Links;
use crate::tui::screen::submission::{self, Lead, Subject};
use crate::tui::widget::{Page, Text};

/// What it is, as a title.
pub(super) fn title(listed: &Listed) -> String {
    let Some(item) = listed.here() else {
        return String::new();
    };
    if let Some(submission) = listed.submission(item) {
        return submission.card.name();
    }
    match item {
        Item::Bad(index) => listed.bad(index).map(|bad| bad.file.clone()),
        Item::Remarks(index) => listed.card(index).map(|card| card.name()),
        Item::Absent(index) => listed.absent(index).map(|absent| absent.name()),
        Item::Open(..) | Item::Answered(..) => None,
    }
    .unwrap_or_default()
}

/// All there is to read, in lines of this width; `None` where nothing is under the cursor.
pub(super) fn text(listed: &Listed, known: &Known, width: usize) -> Option<Text<Lead>> {
    let item = listed.here()?;
    let mut page = Page::new(known, width);
    if let Some(submission) = listed.submission(item) {
        let review = known.review.as_ref()?;
        submission::write(
            &Subject {
                place: submission.waiting.place,
                waiting: Some(submission.waiting),
                card: submission.card,
                course: listed.cohort().course(submission.card),
                pupil: review.pupil(submission.card.learner()),
                draft: review
                    .drafts
                    .get(submission.card.learner(), submission.milestone),
            },
            known,
            &mut page,
        );
        return Some(page.finish());
    }
    let style = page.theme.text;
    match item {
        Item::Bad(index) => {
            let bad = listed.bad(index)?;
            page.text(&bad.why, style);
            page.gap();
            page.text(&bad.hint, style);
        }
        Item::Remarks(index) => {
            let remarks = listed.card(index)?.remarks.iter();
            for remark in remarks.map(Remark::sentence) {
                page.led("– ", &remark, style);
            }
        }
        Item::Absent(index) => {
            let absent = listed.absent(index)?;
            page.text("No file of theirs is in the folder.", style);
            let columns = &listed.cohort().columns;
            let extra = columns.iter().zip(&absent.enrolled.extra);
            for (column, told) in extra {
                page.led(&format!("{} ", visible(column)), told, style);
            }
        }
        Item::Open(..) | Item::Answered(..) => {}
    }
    Some(page.finish())
}

/// The addresses of the evidence under the cursor; of what is not read, none is known.
pub(super) fn links(listed: &Listed, known: &Known) -> Option<Links> {
    let submission = listed.submission(listed.here()?)?;
    let review = known.review.as_ref()?;
    let pupil = review.pupil(submission.card.learner())?;
    let place = submission.waiting.place;
    let title = pupil.snapshot.title(place);
    let attached = &pupil.snapshot.progress.mark(place).evidence;
    Some(Links::to_evidence(visible(&title).into_owned(), attached))
}

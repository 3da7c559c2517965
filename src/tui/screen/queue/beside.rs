//! What there is to read about what is under the cursor of the queue.

use super::item::Item;
use super::listed::Listed;
use crate::insight::cohort::{Absent, Card, Remark};
use crate::session::Pupil;
use crate::text::visible;
use crate::tui::known::Known;
use crate::tui::links::Links;
use crate::tui::screen::submission::{self, Lead, Page, Subject};
use crate::tui::widget::Text;

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
        Item::Remarks(index) => listed.card(index).map(Card::name),
        Item::Absent(index) => listed.absent(index).map(Absent::name),
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
        let card = submission.card;
        let Some(place) = submission.place else {
            page.text(submission.milestone.as_str(), page.theme.title);
            page.dim("their path has no such milestone any more");
            if let Some(draft) = submission.answer {
                page.text(&super::words::answer(draft), page.theme.accent);
            }
            return Some(page.finish());
        };
        let subject = Subject {
            place,
            card,
            course: listed.cohort().course(card),
            pupil: review.pupil(card.learner()),
            draft: review.drafts.get(card.learner(), submission.milestone),
        };
        let title = match subject.pupil {
            Some(pupil) => visible(&pupil.snapshot.title(subject.place)).into_owned(),
            None => subject.course.title(subject.place),
        };
        page.text(&title, page.theme.title);
        submission::write(&subject, known, &mut page);
        if let Some(pupil) = subject.pupil {
            files(card, pupil, known, &mut page);
        }
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
    let place = submission.place?;
    let title = pupil.snapshot.title(place);
    let attached = &pupil.snapshot.progress.mark(place).evidence;
    Some(Links::to_evidence(visible(&title).into_owned(), attached))
}

/// Where all this comes from, and what is to be known of it.
fn files(card: &Card, pupil: &Pupil, known: &Known, page: &mut Page) {
    page.heading("The learner");
    let group = Some(card.group()).filter(|group| !group.is_empty());
    let done = format!("{} % done", card.total.percent());
    let told: Vec<String> = group.into_iter().chain([done]).collect();
    page.dim(&told.join(" · "));
    for remark in &card.remarks {
        page.led("– ", &remark.sentence(), page.theme.busy);
    }
    for file in &pupil.files {
        let day = file.exported_at.date();
        let age = known.today.map(|today| today.days_after(day));
        let age = match age {
            Some(0) | None => String::new(),
            Some(days) => format!(", {days} d old"),
        };
        page.dim(&format!("{}: {day}{age}", file.name));
    }
}

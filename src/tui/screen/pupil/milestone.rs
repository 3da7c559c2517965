//! All that a mentor has to know of one milestone of one learner: how it stands, what proves it, what was said about it.

use super::reckoned::Reckoned;
use super::{Item, Page, about, rounds};
use crate::curriculum::{EvidenceKind, Place};
use crate::insight::cohort::{Cell, Draft, Phase};
use crate::insight::ruling_word;
use crate::insight::snapshot::Entry;
use crate::progress::Day;
use crate::progress::mark::Evidence;
use crate::session::Pupil;
use crate::text::columns;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::review::Review;
use crate::tui::widget::phase_colour;

/// How many pieces of evidence, questions and events are shown: more than anybody has, and few enough to draw at once.
const PROOFS: usize = 40;
const QUESTIONS: usize = 40;
const EVENTS: usize = 60;

/// The address that was attached to the milestone at this place last.
pub(super) fn newest_link(place: Place, pupil: &Pupil) -> Option<String> {
    let entry = pupil.snapshot.entry(place);
    let mut evidence = entry.mark.evidence.iter().rev();
    let newest = evidence.find(|proof| is_address(proof))?;
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
    let entry = pupil.snapshot.entry(place);
    standing(&entry, pupil, known, page);
    if let Some(draft) = review
        .drafts
        .get(pupil.card.learner(), &entry.milestone.key)
    {
        answered(draft, &entry, page);
    }
    evidence(&entry, pupil, page);
    if pupil.card.cells[place].unsure > 0 {
        page.heading("Unsure of");
        about::questions(place, pupil, QUESTIONS, page);
    }
    rounds::write(place, pupil, page);
    asked(place, pupil, page);
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

/// How it stands: in which phase, since when, and how long it took.
fn standing(entry: &Entry<'_>, pupil: &Pupil, known: &Known, page: &mut Page) {
    let cell = pupil.card.cells[entry.place];
    let style = phase_colour(cell.phase, known.theme());
    let sign = match known.look.form {
        Form::Panes => format!("{} ", cell.phase.symbol()),
        Form::Lines => String::new(),
    };
    page.text(
        &format!("{sign}{}", said(cell, entry.place, pupil, known.today)),
        style,
    );
    let mut facts = Vec::new();
    if let Some(tick) = &entry.mark.done {
        let order = if tick.out_of_order {
            ", out of order"
        } else {
            ""
        };
        facts.push(format!("done on {}{order}", tick.stamp.wall.day()));
    }
    match cell.days_open() {
        Some(0) => facts.push("within a day".to_owned()),
        Some(1) => facts.push("open for 1 day until then".to_owned()),
        Some(days) => facts.push(format!("open for {days} days until then")),
        None => {}
    }
    if entry.mark.done.is_none()
        && let Some(started) = &entry.mark.started
    {
        facts.push(format!("begun on {}", started.wall.day()));
    }
    if let Some(day) = cell.verified() {
        facts.push(format!("verified on {day}"));
    }
    if !facts.is_empty() {
        page.dim(&facts.join(" · "));
    }
}

fn said(cell: Cell, place: Place, pupil: &Pupil, today: Option<Day>) -> String {
    let mut waiting = pupil.card.waiting.iter();
    let Some(waiting) = waiting.find(|waiting| waiting.place == place) else {
        return match cell.returned {
            0 | 1 => cell.phase.word().to_owned(),
            times => format!("{}; returned {times} times", cell.phase.word()),
        };
    };
    let days = today.map_or_else(String::new, |today| match waiting.days(today) {
        0 => " since today".to_owned(),
        1 => " for 1 day".to_owned(),
        days => format!(" for {days} days"),
    });
    let round = match waiting.round {
        1 => String::new(),
        round => format!("; round {round}: {}", waiting.changed()),
    };
    format!("{}{days}{round}", Phase::Waiting.word())
}

/// What the mentor wrote and has not sent.
fn answered(draft: &Draft, entry: &Entry<'_>, page: &mut Page) {
    page.heading("Your answer, not sent");
    let level = draft
        .level
        .map_or_else(String::new, |level| format!(", {}", level.word()));
    page.text(
        &format!("{}{level}", ruling_word(draft.verdict)),
        page.theme.accent,
    );
    if let Some(comment) = &draft.comment {
        page.text(comment, page.theme.text);
    }
    if entry.mark.submission != Some(draft.answers) {
        page.led(
            "! ",
            "something was submitted after you wrote it",
            page.theme.busy,
        );
    }
}

/// What is attached; what came since the last answer is marked.
fn evidence(entry: &Entry<'_>, pupil: &Pupil, page: &mut Page) {
    let asked = entry.milestone.evidence;
    let attached = &entry.mark.evidence;
    if asked == EvidenceKind::None && attached.is_empty() {
        return;
    }
    page.heading(&match asked {
        EvidenceKind::None => "Evidence".to_owned(),
        kind => format!("Evidence (asked for: {})", kind.word()),
    });
    if attached.is_empty() {
        page.dim("none");
    }
    let judged = pupil
        .rounds
        .get(&entry.place)
        .and_then(|rounds| rounds.judged());
    for proof in attached.iter().rev().take(PROOFS) {
        let is_new = judged.is_some_and(|judged| proof.stamp.order > judged.order);
        write_proof(proof, is_new.then_some(", new since you answered"), page);
    }
    if let Some(more) = attached.len().checked_sub(PROOFS).filter(|more| *more > 0) {
        page.dim(&format!("and {more} older"));
    }
}

fn write_proof(proof: &Evidence, new: Option<&str>, page: &mut Page) {
    let mut told = format!(
        "{}, {}{}",
        proof.kind.word(),
        proof.stamp.wall.day(),
        new.unwrap_or_default()
    );
    if let Some(commit) = &proof.commit {
        told = format!("{told}, at commit {commit}");
    }
    if proof.runs_at_home() {
        told = format!("{told}; nobody else can go there");
    }
    page.dim(&told);
    let style = page.theme.text;
    if !is_address(proof) {
        return page.led("  ", &proof.content, style);
    }
    let to = Item::Link(proof.content.clone());
    let lead = if columns(&proof.content) + 2 <= page.width() {
        "  "
    } else {
        ""
    };
    page.leading(lead, &proof.content, style, to);
}

fn is_address(proof: &Evidence) -> bool {
    matches!(
        proof.kind,
        EvidenceKind::Repository | EvidenceKind::Deployment
    )
}

/// What the milestone asks for, as the learner reads it.
fn asked(place: Place, pupil: &Pupil, page: &mut Page) {
    let Some(about) = pupil
        .details
        .get(place)
        .and_then(|detail| detail.about.as_ref())
    else {
        return;
    };
    page.heading("What it asks for");
    page.text(&pupil.snapshot.fill(place, about), page.theme.text);
}

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

//! All there is to judge a milestone of a learner by: how it stands, what changed, what is attached, what they answered,
//! what was said before, and what is asked.

mod answer;
mod rounds;

use crate::curriculum::{Detail, EvidenceKind, Place};
use crate::insight::answer_symbol;
use crate::insight::cohort::{Card, Cell, Course, Draft, Phase, Waiting};
use crate::insight::readiness::asked;
use crate::insight::ruling_word;
use crate::progress::mark::{Evidence, Mark};
use crate::progress::{Answer, Day};
use crate::session::Pupil;
use crate::text::columns;
use crate::tui::known::Known;
use crate::tui::links::is_address;
use crate::tui::look::Form;
use crate::tui::widget::{self, phase_colour};

pub(super) use answer::{step, works};

/// How many pieces of evidence are shown: more than a learner can attach, though a file may hold more.
const PROOFS: usize = 40;

/// A page of it.
pub(super) type Page = widget::Page<Lead>;

/// Where a line leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Lead {
    /// To an address.
    Link(String),
    /// To the milestone at this place.
    Milestone(Place),
}

/// A milestone of a learner, with what is known of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Subject<'a> {
    /// Which milestone.
    pub(super) place: Place,
    /// Whose it is.
    pub(super) card: &'a Card,
    /// The curriculum that they follow.
    pub(super) course: &'a Course,
    /// All that their files say, if that is at hand.
    pub(super) pupil: Option<&'a Pupil>,
    /// What was answered and is not sent, to this or to what was there before.
    pub(super) draft: Option<&'a Draft>,
}

impl Subject<'_> {
    /// What waits of it, if it waits.
    fn waiting(&self) -> Option<&Waiting> {
        let mut waiting = self.card.waiting.iter();
        waiting.find(|waiting| waiting.place == self.place)
    }
}

/// Writes all of it, what matters most first.
pub(super) fn write(subject: &Subject<'_>, known: &Known, page: &mut Page) {
    standing(subject, known, page);
    if let Some(draft) = subject.draft {
        answer(draft, subject, page);
    }
    let Some(pupil) = subject.pupil else {
        return;
    };
    let place = subject.place;
    let detail = pupil.details.get(place);
    rounds::changed(place, pupil, page);
    evidence(place, pupil, page);
    questions(place, pupil, detail, page);
    rounds::before(place, pupil, page);
    about(place, pupil, detail, page);
}

/// What it is, and how it stands.
fn standing(subject: &Subject<'_>, known: &Known, page: &mut Page) {
    let milestone = &subject.course.curriculum.milestones[subject.place];
    let mut words = vec![
        milestone.kind.word().to_owned(),
        milestone.hours.to_string(),
    ];
    if milestone.evidence != EvidenceKind::None {
        words.push(format!("asks for a {}", milestone.evidence.word()));
    }
    page.dim(&words.join(" · "));
    let Some(cell) = subject.card.cells.get(subject.place) else {
        return;
    };
    let sign = match known.look.form {
        Form::Panes => format!("{} ", cell.phase.symbol()),
        Form::Lines => String::new(),
    };
    let said = match subject.waiting() {
        Some(waiting) => waits(waiting, known.today),
        None => stands(cell),
    };
    page.text(
        &format!("{sign}{said}"),
        phase_colour(cell.phase, page.theme),
    );
    let mark = subject
        .pupil
        .map(|pupil| pupil.snapshot.progress.mark(subject.place));
    let facts = mark.map_or_else(Vec::new, |mark| facts(mark, cell));
    if !facts.is_empty() {
        page.dim(&facts.join(" · "));
    }
}

fn waits(waiting: &Waiting, today: Option<Day>) -> String {
    let (since, round) = (waiting.since, waiting.round);
    let days = match today.map(|today| waiting.days(today)) {
        None => format!("since {since}"),
        Some(0) => "since today".to_owned(),
        Some(days) => format!("since {since}, {days} d"),
    };
    format!("waits {days} · round {round}")
}

fn stands(cell: &Cell) -> String {
    match cell.returned {
        0 | 1 => cell.phase.word().to_owned(),
        times if cell.phase == Phase::Returned => format!("returned {times} times"),
        times => format!("{}; returned {times} times", cell.phase.word()),
    }
}

/// Since when it is what it is, and how long that took.
fn facts(mark: &Mark, cell: &Cell) -> Vec<String> {
    let mut facts = Vec::new();
    match (&mark.done, &mark.started) {
        (Some(tick), _) => {
            let order = if tick.out_of_order {
                ", out of order"
            } else {
                ""
            };
            facts.push(format!("done on {}{order}", tick.stamp.wall.day()));
        }
        (None, Some(started)) => facts.push(format!("begun on {}", started.wall.day())),
        (None, None) => {}
    }
    match cell.days_open() {
        Some(0) => facts.push("begun on the same day".to_owned()),
        Some(1) => facts.push("begun a day before".to_owned()),
        Some(days) => facts.push(format!("begun {days} days before")),
        None => {}
    }
    facts.extend(cell.verified().map(|day| format!("verified on {day}")));
    facts
}

/// What was answered and is not sent.
fn answer(draft: &Draft, subject: &Subject<'_>, page: &mut Page) {
    let submission = match subject.pupil {
        Some(pupil) => pupil.snapshot.progress.mark(subject.place).submission,
        None => subject.waiting().map(|waiting| waiting.submission),
    };
    let is_current = submission.is_none_or(|submission| submission == draft.answers);
    page.heading(if is_current {
        "Your answer, not sent"
    } else {
        "Your answer to what was there before, not sent"
    });
    let level = draft.level.map(|level| format!(", {}", level.word()));
    let ruling = ruling_word(draft.verdict);
    let style = page.theme.accent;
    page.text(&format!("{ruling}{}", level.unwrap_or_default()), style);
    if let Some(comment) = &draft.comment {
        page.text(comment, page.theme.text);
    }
}

/// What is attached, the newest first.
fn evidence(place: Place, pupil: &Pupil, page: &mut Page) {
    let attached = &pupil.snapshot.progress.mark(place).evidence;
    let wanted = pupil.snapshot.curriculum.milestones[place].evidence;
    if attached.is_empty() && wanted == EvidenceKind::None {
        return;
    }
    page.heading("Evidence");
    if attached.is_empty() {
        let none = format!("none is attached; a {} is asked for", wanted.word());
        page.text(&none, page.theme.bad);
    }
    for proof in attached.iter().rev().take(PROOFS) {
        proven(proof, page);
    }
    if let Some(more) = attached.len().checked_sub(PROOFS).filter(|more| *more > 0) {
        page.dim(&format!("and {more} older"));
    }
}

/// A piece of evidence in full.
fn proven(proof: &Evidence, page: &mut Page) {
    let style = page.theme.text;
    let day = proof.stamp.wall.day();
    let kind = proof.kind.word();
    if !is_address(proof.kind) {
        page.dim(&format!("{kind}, {day}"));
        page.text(&proof.content, style);
        return;
    }
    let to = Lead::Link(proof.content.clone());
    let lead = format!("{kind} ");
    if columns(&lead) + columns(&proof.content) <= page.width() {
        page.leading(&lead, &proof.content, style, to);
    } else {
        page.leading("", &lead, page.theme.dim, to);
        page.led("  ", &proof.content, style);
    }
    let commit = proof.commit.iter().map(|commit| format!("at {commit}, "));
    let commit: String = commit.collect();
    page.led("  ", &format!("{commit}{day}"), page.theme.dim);
    if proof.runs_at_home() {
        let alone = "nobody but its author can go there, so it proves nothing";
        page.led("  ", alone, page.theme.bad);
    }
}

/// What they said to each question; what they are not sure of stands out.
fn questions(place: Place, pupil: &Pupil, detail: Option<&Detail>, page: &mut Page) {
    let snapshot = &pupil.snapshot;
    let answers = &snapshot.progress.mark(place).answers;
    for (number, (index, check)) in asked(place, snapshot).enumerate() {
        if number == 0 {
            page.heading("What they say of its questions");
        }
        let answer = answers.get(&check.id).map(|answered| answered.answer);
        let (word, style) = match answer {
            Some(Answer::Sure) => ("sure", page.theme.text),
            Some(Answer::Unsure) => ("unsure", page.theme.busy),
            Some(Answer::No) => ("no", page.theme.bad),
            None => ("not answered", page.theme.dim),
        };
        let ask = detail.and_then(|detail| detail.asks.get(index));
        let ask = ask.map_or_else(|| check.id.to_string(), |ask| snapshot.fill(place, ask));
        let lead = format!("{} ", answer_symbol(answer));
        page.led(&lead, &format!("{word}: {ask}"), style);
    }
}

/// What the milestone is, and what done means.
fn about(place: Place, pupil: &Pupil, detail: Option<&Detail>, page: &mut Page) {
    let Some(about) = detail.and_then(|detail| detail.about.as_ref()) else {
        return;
    };
    page.heading("What is asked");
    let about = pupil.snapshot.fill(place, about);
    page.text(&about, page.theme.text);
}

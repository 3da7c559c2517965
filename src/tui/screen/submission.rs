//! All there is to judge a milestone of a learner by: what is attached, what changed, what they answered, what was said
//! before, and what is asked.

mod rounds;

use crate::curriculum::{Detail, EvidenceKind, Place};
use crate::insight::answer_symbol;
use crate::insight::cohort::{Card, Course, Draft, Phase, Waiting};
use crate::insight::readiness::asked;
use crate::insight::ruling_word;
use crate::progress::Answer;
use crate::progress::mark::Evidence;
use crate::session::Pupil;
use crate::text::{columns, visible};
use crate::tui::known::Known;
use crate::tui::links::is_address;
use crate::tui::widget::{self, phase_colour};

/// A page of it.
pub(super) type Page = widget::Page<Lead>;

/// Where a line leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Lead {
    /// To an address.
    Link(String),
}

/// A milestone of a learner, with what is known of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Subject<'a> {
    /// Which milestone.
    pub(super) place: Place,
    /// What waits of it, if it waits.
    pub(super) waiting: Option<&'a Waiting>,
    /// Whose it is.
    pub(super) card: &'a Card,
    /// The curriculum that they follow.
    pub(super) course: &'a Course,
    /// All that their files say, if that is at hand.
    pub(super) pupil: Option<&'a Pupil>,
    /// What was answered and is not sent, to this or to what was there before.
    pub(super) draft: Option<&'a Draft>,
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
    let detail = pupil.details.get(subject.place);
    rounds::changed(subject.place, pupil, page);
    evidence(subject.place, pupil, page);
    questions(subject.place, pupil, detail, page);
    rounds::before(subject.place, pupil, page);
    about(subject.place, pupil, detail, page);
    files(subject.card, pupil, known, page);
}

/// What it is, and how it stands.
fn standing(subject: &Subject<'_>, known: &Known, page: &mut Page) {
    let Subject { place, course, .. } = *subject;
    let title = match subject.pupil {
        Some(pupil) => visible(&pupil.snapshot.title(place)).into_owned(),
        None => course.title(place),
    };
    page.text(&title, page.theme.title);
    let milestone = &course.curriculum.milestones[place];
    let mut words = vec![
        milestone.kind.word().to_owned(),
        milestone.hours.to_string(),
    ];
    if milestone.evidence != EvidenceKind::None {
        words.push(format!("asks for a {}", milestone.evidence.word()));
    }
    page.dim(&words.join(" · "));
    let phase = subject.card.cells.get(place).map(|cell| cell.phase);
    let said = match subject.waiting {
        Some(waiting) => {
            let since = waiting.since;
            let days = known.today.map(|today| match waiting.days(today) {
                0 => "since today".to_owned(),
                days => format!("since {since}, {days} d"),
            });
            let days = days.unwrap_or_else(|| format!("since {since}"));
            let round = waiting.round;
            format!("{} waits {days} · round {round}", Phase::Waiting.symbol())
        }
        None => phase.map_or_else(String::new, |phase| {
            format!("{} {}", phase.symbol(), phase.word())
        }),
    };
    let phase = phase.unwrap_or(Phase::Waiting);
    page.text(&said, phase_colour(phase, page.theme));
}

/// What was answered and is not sent.
fn answer(draft: &Draft, subject: &Subject<'_>, page: &mut Page) {
    let submission = subject.waiting.map(|waiting| waiting.submission);
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

fn evidence(place: Place, pupil: &Pupil, page: &mut Page) {
    let attached = &pupil.snapshot.progress.mark(place).evidence;
    let wanted = pupil.snapshot.curriculum.milestones[place].evidence;
    page.heading("Evidence");
    if attached.is_empty() {
        let none = format!("none is attached; a {} is asked for", wanted.word());
        page.text(&none, page.theme.bad);
    }
    for proof in attached {
        proven(proof, page);
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

//! A question as it is asked: what it is about, why it is asked, and how to go on.

use ratatui::style::Style;
use ratatui::text::Line;

use super::round::Asked;
use super::sight::Sight;
use super::{Interview, Seen, today};
use crate::curriculum::detail::Resource;
use crate::insight::{Readiness, answer_symbol};
use crate::progress::Answer;
use crate::progress::span::Away;
use crate::tui::command::Command;
use crate::tui::keymap::{self, Scope};
use crate::tui::known::Known;
use crate::tui::widget::{cut, wrap};

/// What is said before one looks further.
const THINK: &str = "Say it aloud; there is no clock.";

/// The most lines that its topic and milestone take.
const HEAD: usize = 2;

/// The question that is asked, in lines of this width, as many as there is room for: where that is not all, those in sight.
pub(super) fn question(
    interview: &Interview,
    asked: &Asked,
    known: &Known,
    (width, height): (usize, usize),
) -> Vec<Line<'static>> {
    let parts = parts(interview, asked, known, width);
    let foot = foot(interview, asked, known, width);
    let lines: usize = parts.iter().map(Vec::len).sum();
    if lines + parts.len() + foot.len() <= height {
        let parts = parts.into_iter().chain([foot]);
        return parts.collect::<Vec<_>>().join(&Line::default());
    }
    let sight = sight(interview, asked, known, (width, height));
    let scrolled = interview.scrolled;
    let foot = match sight.next(scrolled) {
        Some(_) => more(known, width),
        None => foot,
    };
    let seen = parts.into_iter().flatten().skip(sight.first(scrolled));
    seen.take(sight.count(scrolled)).chain(foot).collect()
}

/// How much of the question there is room for where no line stays empty.
pub(super) fn sight(
    interview: &Interview,
    asked: &Asked,
    known: &Known,
    (width, height): (usize, usize),
) -> Sight {
    let parts = parts(interview, asked, known, width);
    let room = |foot: Vec<Line<'_>>| height.saturating_sub(foot.len());
    Sight {
        lines: parts.iter().map(Vec::len).sum(),
        before: room(more(known, width)),
        last: room(foot(interview, asked, known, width)),
    }
}

/// What it is about, the question itself, and what there is to compare one's answer with, where that is in sight.
fn parts(
    interview: &Interview,
    asked: &Asked,
    known: &Known,
    width: usize,
) -> Vec<Vec<Line<'static>>> {
    let theme = known.theme();
    let head = cut(wrap(&subject(asked, known), width), HEAD, width);
    let ask = wrap(&asked.ask(known), width);
    let help = match interview.seen {
        Seen::Question => Vec::new(),
        Seen::Help => help(asked, known, width),
    };
    let parts = [(head, theme.dim), (ask, theme.title), (help, theme.text)];
    let parts = parts.into_iter().filter(|(lines, _)| !lines.is_empty());
    let styled = |(lines, style): (Vec<String>, Style)| {
        let lines = lines.into_iter().map(|line| Line::styled(line, style));
        lines.collect()
    };
    parts.map(styled).collect()
}

/// That there is more of it.
fn more(known: &Known, width: usize) -> Vec<Line<'static>> {
    let told = format!(
        "{} reads on.",
        keymap::name_in(Scope::Interview, Command::Take)
    );
    let told = wrap(&told, width).into_iter();
    told.map(|line| Line::styled(line, known.theme().accent))
        .collect()
}

/// Topic and milestone.
fn subject(asked: &Asked, known: &Known) -> String {
    let Some(place) = asked.place(known) else {
        return String::new();
    };
    let stage = known.curriculum().stage_of(place);
    let stage = stage.map(|stage| known.curriculum().stages[stage].title.clone());
    let title = known.title(place);
    stage.map_or_else(|| title.clone(), |stage| format!("{stage} · {title}"))
}

/// What there is to compare one's answer with: what the milestone is about, one's own notes, and where to read more.
fn help(asked: &Asked, known: &Known, width: usize) -> Vec<String> {
    let Some(place) = asked.place(known) else {
        return Vec::new();
    };
    let about = known
        .detail_of(place)
        .and_then(|detail| detail.about.as_ref());
    let about = about.map(|about| known.snapshot.fill(place, about));
    let notes = known.snapshot.progress.mark(place).notes.iter().rev();
    let notes = notes.map(|note| format!("Your note: {}", note.text));
    let names = names(&known.resources(place).collect::<Vec<_>>());
    let read = (!names.is_empty()).then(|| format!("To read: {}", names.join(", ")));
    let told = about.into_iter().chain(notes).chain(read);
    told.flat_map(|told| wrap(&told, width)).collect()
}

/// What these are called: by their titles, and where several have the same, by who offers them, too.
fn names(resources: &[&Resource]) -> Vec<String> {
    let name = |resource: &&Resource| {
        let others = resources.iter();
        let namesakes = others.filter(|other| other.title == resource.title).count();
        match &resource.provider {
            Some(provider) if namesakes > 1 => format!("{} ({provider})", resource.title),
            _ => resource.title.clone(),
        }
    };
    resources.iter().map(name).collect()
}

/// Why it is asked, and how to go on.
fn foot(interview: &Interview, asked: &Asked, known: &Known, width: usize) -> Vec<Line<'static>> {
    let theme = known.theme();
    let key = |command| keymap::name_in(Scope::Interview, command);
    let told = match asked.answer(known) {
        Some(answer) => format!(
            "{} You answered: {}.",
            answer_symbol(Some(answer)),
            answer.word()
        ),
        None => history(asked, known),
    };
    let on = match interview.seen {
        Seen::Question => format!("{THINK} {} goes on.", key(Command::Take)),
        Seen::Help => {
            let [sure, unsure, no] = [Answer::Sure, Answer::Unsure, Answer::No]
                .map(|answer| key(Command::Answer(answer)));
            format!("How sure were you? {sure} sure, {unsure} unsure, {no} no.")
        }
    };
    let divider = interview.round.divider().map(|divider| {
        let stop = key(Command::Close);
        format!("{divider} {stop} leaves them for another day.")
    });
    let told = divider.into_iter().chain([told]);
    let told = told.flat_map(|told| wrap(&told, width));
    let told = told.map(|line| Line::styled(line, theme.dim));
    let on = wrap(&on, width).into_iter();
    told.chain(on.map(|line| Line::styled(line, theme.accent)))
        .collect()
}

/// When it was answered last, and since when it is due.
fn history(asked: &Asked, known: &Known) -> String {
    let today = today(known);
    let Some(answered) = asked.given(known) else {
        return "Never asked before.".to_owned();
    };
    let readiness = Readiness {
        answer: Some(answered.answer),
        again: answered.again,
    };
    let day = answered.stamp.wall.date();
    let due = match readiness.told(today) {
        told if told.is_empty() => told,
        told => format!("; {told}"),
    };
    let word = answered.answer.word();
    format!("Last answer: {word}, {}{due}.", Away { day, today })
}

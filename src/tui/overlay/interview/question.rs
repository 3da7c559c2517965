//! A question as it is asked: what it is about, why it is asked, and how to go on.

use ratatui::text::Line;

use super::round::Asked;
use super::{Interview, Seen, today};
use crate::insight::{Readiness, answer_symbol};
use crate::progress::Answer;
use crate::progress::span::Away;
use crate::tui::command::Command;
use crate::tui::keymap::{self, Scope};
use crate::tui::known::Known;
use crate::tui::widget::{cut, wrap};

/// What is said before one looks further.
const THINK: &str = "Say it aloud; there is no clock.";

/// The question that is asked, in lines of this width, at most so many.
pub(super) fn question(
    interview: &Interview,
    asked: &Asked,
    known: &Known,
    (width, height): (usize, usize),
) -> Vec<Line<'static>> {
    let theme = known.theme();
    let head = wrap(&subject(asked, known), width);
    let ask = wrap(&asked.ask(known), width);
    let foot = foot(interview, asked, known, width);
    let left = height.saturating_sub(ask.len() + foot.len());
    let blank = usize::from(left >= head.len() + 2);
    let head = cut(head, left.min(2), width);
    let help = match interview.seen {
        Seen::Question => Vec::new(),
        Seen::Help => help(asked, known, width),
    };
    let room = left.saturating_sub(head.len() + 3 * blank);
    let help = cut(help, room, width);
    let space = || std::iter::repeat_n(Line::default(), blank);
    let gap = if help.is_empty() { 0 } else { blank };
    let head = head.into_iter().map(|line| Line::styled(line, theme.dim));
    let ask = ask.into_iter().map(|line| Line::styled(line, theme.title));
    let help = help.into_iter().map(|line| Line::styled(line, theme.text));
    let lines = head.chain(space()).chain(ask);
    let lines = lines
        .chain(std::iter::repeat_n(Line::default(), gap))
        .chain(help);
    lines.chain(space()).chain(foot).collect()
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
    let titles: Vec<&str> = known
        .resources(place)
        .map(|resource| resource.title.as_str())
        .collect();
    let read = (!titles.is_empty()).then(|| format!("To read: {}", titles.join(", ")));
    let told = about.into_iter().chain(notes).chain(read);
    told.flat_map(|told| wrap(&told, width)).collect()
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

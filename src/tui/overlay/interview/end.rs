//! The end of a round: what was answered, and when it comes back. And that there is nothing to ask.

use std::collections::BTreeMap;

use ratatui::text::Line;

use super::round::Round;
use super::{Interview, today};
use crate::insight::{answer_symbol, next_due};
use crate::progress::span::Away;
use crate::progress::{Answer, Day};
use crate::text::{clip, visible};
use crate::tui::command::Command;
use crate::tui::keymap::{self, Scope};
use crate::tui::known::Known;
use crate::tui::widget::wrap;

/// The end of a round: what was answered, and when it comes back.
pub(super) fn end(round: &Round, known: &Known, width: usize) -> Vec<Line<'static>> {
    let theme = known.theme();
    let mut lines = Vec::new();
    let mut say = |text: &str, style| {
        lines.extend(
            wrap(text, width)
                .into_iter()
                .map(|line| Line::styled(line, style)),
        );
    };
    say(&sum(round, known), theme.title);
    for told in days(round, known) {
        say(&told, theme.text);
    }
    say("", theme.text);
    for asked in round.questions() {
        if let (Some(answer), Some(place)) = (asked.answer(known), asked.place(known)) {
            let sign = answer_symbol(Some(answer));
            let ask = asked.ask(known);
            let about = if ask.is_empty() {
                known.title(place)
            } else {
                ask
            };
            let told = format!("{sign} {}: {}", answer.word(), visible(&about));
            say(&clip(&told, width), theme.dim);
        }
    }
    lines
}

/// How many were answered, and how.
fn sum(round: &Round, known: &Known) -> String {
    let answers: Vec<Answer> = round
        .questions()
        .iter()
        .filter_map(|asked| asked.answer(known))
        .collect();
    let parts = [Answer::Sure, Answer::Unsure, Answer::No].map(|answer| {
        let count = answers.iter().filter(|given| **given == answer).count();
        (count > 0).then(|| format!("{count} {}", answer.word()))
    });
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    match (answers.len(), round.questions().len()) {
        (0, _) => "You answered nothing this time.".to_owned(),
        (given, all) if given == all => format!("All {all} answered: {}.", parts.join(", ")),
        (given, all) => format!("{given} of {all} answered: {}.", parts.join(", ")),
    }
}

/// On which days how many of those answered come back.
fn days(round: &Round, known: &Known) -> Vec<String> {
    let today = today(known);
    let answered = round.questions().iter();
    let answered = answered.filter(|asked| asked.answer(known).is_some());
    let mut days: BTreeMap<Day, usize> = BTreeMap::new();
    let mut resting = 0;
    for given in answered.filter_map(|asked| asked.given(known)) {
        match given.again {
            Some(again) => *days.entry(again.due()).or_default() += 1,
            None => resting += 1,
        }
    }
    let told = days.into_iter().map(|(day, count)| {
        let come = if count == 1 { "comes" } else { "come" };
        format!("{count} {come} back on {day}, {}.", Away { day, today })
    });
    let resting = match resting {
        0 => None,
        1 => Some("1 does not come back by itself.".to_owned()),
        count => Some(format!("{count} do not come back by themselves.")),
    };
    told.chain(resting).collect()
}

/// That there is nothing to ask, and when there is.
pub(super) fn nothing(interview: &Interview, known: &Known, width: usize) -> Vec<Line<'static>> {
    let mut told = vec!["Nothing is left to ask today.".to_owned()];
    let topic = interview.topic(known);
    if let Some((day, count)) = next_due(&known.snapshot, topic, today(known)) {
        let come = if count == 1 {
            "question comes"
        } else {
            "questions come"
        };
        let today = today(known);
        told.push(format!(
            "{count} {come} back on {day}, {}.",
            Away { day, today }
        ));
    } else {
        let answers = keymap::name(Command::Answers);
        told.push(format!(
            "On the path, {answers} asks the questions of a milestone. One that you answer with unsure or no comes back here: after 3 days, then after 7 and 21."
        ));
    }
    let lines = told.iter().flat_map(|told| wrap(told, width));
    lines
        .map(|line| Line::styled(line, known.theme().text))
        .collect()
}

/// That there are questions that were never answered, and how to have them asked; nothing where there are none.
pub(super) fn more(count: usize, known: &Known, width: usize) -> Vec<Line<'static>> {
    let key = keymap::name_in(Scope::Interview, Command::Take);
    let told = match count {
        0 => return Vec::new(),
        1 => format!("1 question about what you did or began was never asked. {key} asks it."),
        count => format!(
            "{count} questions about what you did or began were never asked. {key} asks them."
        ),
    };
    let lines = wrap(&told, width).into_iter();
    let lines = lines.map(|line| Line::styled(line, known.theme().accent));
    std::iter::once(Line::default()).chain(lines).collect()
}

//! The questions by which a learner checks themselves, with their answers.

use serde::Serialize;

use super::line::{Line, Tone};
use super::page::Page;
use crate::curriculum::{Detail, Id, Place};
use crate::insight::readiness::asked;
use crate::insight::{Snapshot, answer_symbol};
use crate::progress::Answer;

/// One question of a milestone.
#[derive(Debug, Serialize)]
pub(super) struct Question {
    /// Its id within the milestone.
    pub(super) id: Id,
    /// The question.
    ask: String,
    /// The latest answer.
    pub(super) answer: Option<Answer>,
}

/// The questions of a milestone that are asked under the choices made.
pub(super) fn of(place: Place, detail: &Detail, snapshot: &Snapshot) -> Vec<Question> {
    let entry = snapshot.entry(place);
    asked(place, snapshot)
        .map(|(index, check)| Question {
            id: check.id.clone(),
            ask: snapshot.fill(place, detail.asks.get(index).map_or("", String::as_str)),
            answer: entry
                .mark
                .answers
                .get(&check.id)
                .map(|answered| answered.answer),
        })
        .collect()
}

/// The questions, numbered, with their ids and answers.
pub(super) fn page(questions: &[Question]) -> Page {
    let mut page = Page::default();
    for (index, question) in questions.iter().enumerate() {
        let tone = match question.answer {
            Some(Answer::Sure) => Tone::Good,
            Some(Answer::Unsure) => Tone::Warn,
            Some(Answer::No) => Tone::Bad,
            None => Tone::Quiet,
        };
        page.line(
            Line::from(format!("  {} ", index + 1))
                .then(tone, answer_symbol(question.answer))
                .plain(" ")
                .then(Tone::Name, question.id.as_str())
                .then(Tone::Quiet, question.answer.map_or("", |_| "  "))
                .then(tone, question.answer.map_or("", Answer::word)),
        );
        page.prose(6, &question.ask);
    }
    page
}

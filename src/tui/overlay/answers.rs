//! The checks of a milestone, to be answered one after the other.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::Overlay;
use crate::curriculum::{Id, Key, Place};
use crate::insight::answer_symbol;
use crate::progress::{Answer, Intent};
use crate::text::columns;
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::effect::Effect;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::step::Step;
use crate::tui::want::Want;
use crate::tui::widget::{Cursor, Sheet, nothing, window, wrap};

/// How many columns the overlay wants.
const WIDTH: u16 = 76;

/// What is said where none of its checks is asked any more.
const NOTHING: &str = "It asks nothing under the choices made.";

/// The checks of one milestone, and the one under the cursor.
#[derive(Debug)]
pub struct Answers {
    about: Key,
    cursor: Cursor<Id>,
}

/// One check as it is drawn.
struct Asked {
    ask: String,
    answer: Option<Answer>,
}

impl Answers {
    /// The checks of this milestone; the cursor begins at the first.
    pub fn of(about: Key, known: &Known) -> Self {
        let mut answers = Self {
            about,
            cursor: Cursor::default(),
        };
        answers.settle(known);
        answers
    }

    /// The checks of this milestone; the cursor begins at the one of this id.
    pub fn at(about: Key, check: &Id, known: &Known) -> Self {
        let mut answers = Self::of(about, known);
        let ids = answers.ids(known);
        if let Some(at) = ids.iter().position(|id| id == check) {
            answers.go(Motion::To(at), known);
        }
        answers
    }

    /// The ids of all that is asked.
    fn ids(&self, known: &Known) -> Vec<Id> {
        let place = known.place(&self.about).into_iter();
        let checks = place.flat_map(|place| known.checks(place));
        checks.map(|(_, check)| check.id.clone()).collect()
    }

    fn answer(&mut self, answer: Answer, place: Place, known: &Known) -> Step {
        let Some(check) = self.ids(known).into_iter().nth(self.cursor.index()) else {
            return Step::Stay;
        };
        self.go(Motion::Down(1), known);
        Step::Perform(Effect::Record(vec![Intent::Answer(place, check, answer)]))
    }

    fn go(&mut self, motion: Motion, known: &Known) {
        let ids = self.ids(known);
        let name = |index: usize| ids[index].clone();
        self.cursor.go(motion, known.page(), ids.len(), name);
    }
}

impl Overlay for Answers {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Answers, Scope::List]
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match (command, known.place(&self.about)) {
            (Command::Answer(answer), Some(place)) => self.answer(answer, place, known),
            (Command::Move(motion), Some(_)) => {
                self.go(motion, known);
                Step::Stay
            }
            _ => Step::Close(Effect::None),
        }
    }

    fn wants(&self, known: &Known) -> Option<Want> {
        known.wants_detail(known.place(&self.about)?)
    }

    fn settle(&mut self, known: &Known) {
        let ids = self.ids(known);
        self.cursor.settle(ids.len(), |index| ids[index].clone());
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let Some(place) = known.place(&self.about) else {
            return;
        };
        let asked = asked(place, known);
        let width = Sheet::room(WIDTH, area);
        let mut lines = Vec::new();
        let mut here = 0;
        for (index, check) in asked.iter().enumerate() {
            if index == self.cursor.index() {
                here = lines.len();
            }
            lines.extend(check.lines(index, &self.cursor, known, width));
        }
        let title = format!("{} · could you answer?", known.title(place));
        let sheet = Sheet {
            title: &title,
            place: &self.cursor.place(asked.len()),
            columns: WIDTH,
            rows: lines.len().max(1),
        };
        let inside = sheet.draw(area, canvas);
        if lines.is_empty() {
            nothing(NOTHING, inside, canvas);
            return;
        }
        let seen = window(here, lines.len(), usize::from(inside.height));
        let row = u16::try_from(here - seen.start).unwrap_or(0);
        canvas.cursor_of_reader(Position::new(inside.x, inside.y + row));
        canvas.lines(lines.drain(seen), inside);
    }
}

impl Asked {
    fn lines(
        &self,
        index: usize,
        cursor: &Cursor<Id>,
        known: &Known,
        width: usize,
    ) -> Vec<Line<'static>> {
        let here = index == cursor.index();
        let mark = if here { "›" } else { " " };
        let (lead, text) = self.told(index + 1, known.look.form);
        let lead = format!("{mark}{lead} ");
        let indent = columns(&lead);
        let wrapped = wrap(&text, width.saturating_sub(indent));
        let lines = wrapped.into_iter().enumerate().map(|(row, text)| {
            let lead = if row == 0 {
                lead.clone()
            } else {
                " ".repeat(indent)
            };
            let line = Line::from(vec![
                Span::styled(lead, known.theme().accent),
                Span::raw(text),
            ]);
            if here {
                line.style(known.theme().cursor)
            } else {
                line
            }
        });
        lines.collect()
    }

    /// The number and the question, with the answer before it as a sign, or behind it in a word.
    fn told(&self, number: usize, form: Form) -> (String, String) {
        match (form, self.answer) {
            (Form::Panes, answer) => {
                let lead = format!("{number} {}", answer_symbol(answer));
                (lead, self.ask.clone())
            }
            (Form::Lines, Some(answer)) => {
                let answer = answer.word();
                (
                    number.to_string(),
                    format!("{} Answered: {answer}", self.ask),
                )
            }
            (Form::Lines, None) => (number.to_string(), self.ask.clone()),
        }
    }
}

/// The checks that are asked under the choices made, with the answers given.
fn asked(place: Place, known: &Known) -> Vec<Asked> {
    let entry = known.snapshot.entry(place);
    let detail = known.detail_of(place);
    let asks = detail.map_or(&[][..], |detail| &detail.asks);
    let asked = known.checks(place).map(|(index, check)| {
        let ask = asks.get(index).map_or("", String::as_str);
        Asked {
            ask: known.snapshot.fill(place, ask),
            answer: entry.mark.answers.get(&check.id).map(|given| given.answer),
        }
    });
    asked.collect()
}

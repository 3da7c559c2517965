//! The checks of a milestone, to be answered one after the other.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Overlay;
use crate::curriculum::{Applies, Id, Key, Place};
use crate::insight::answer_symbol;
use crate::progress::{Answer, Intent};
use crate::text::columns;
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::effect::Effect;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::step::Step;
use crate::tui::want::Want;
use crate::tui::widget::{Sheet, window, wrap};

/// How many columns the overlay wants.
const WIDTH: u16 = 76;

/// The checks of one milestone, and the one under the cursor.
#[derive(Debug)]
pub struct Answers {
    about: Key,
    check: Option<Id>,
}

/// One check as it is drawn.
struct Asked {
    id: Id,
    ask: String,
    answer: Option<Answer>,
}

impl Answers {
    /// The checks of this milestone; the cursor begins at the first.
    pub fn of(about: Key) -> Self {
        Self { about, check: None }
    }

    /// The checks of this milestone; the cursor begins at the one of this id.
    pub fn at(about: Key, check: Id) -> Self {
        Self {
            about,
            check: Some(check),
        }
    }

    fn answer(&mut self, answer: Answer, place: Place, known: &Known) -> Step {
        let asked = asked(place, known);
        let at = self.index(&asked);
        let Some(check) = asked.get(at).map(|asked| asked.id.clone()) else {
            return Step::Stay;
        };
        let next = asked.get(at + 1).map(|asked| asked.id.clone());
        self.check = next.or(Some(check.clone()));
        Step::Perform(Effect::Record(vec![Intent::Answer(place, check, answer)]))
    }

    fn go(&mut self, motion: Motion, place: Place, known: &Known) {
        let asked = asked(place, known);
        let to = motion.from(self.index(&asked), asked.len(), asked.len());
        self.check = asked.get(to).map(|asked| asked.id.clone());
    }

    fn index(&self, asked: &[Asked]) -> usize {
        let here = |asked: &Asked| Some(&asked.id) == self.check.as_ref();
        asked.iter().position(here).unwrap_or(0)
    }
}

impl Overlay for Answers {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Answers, Scope::List]
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match (command, known.place(&self.about)) {
            (Command::Answer(answer), Some(place)) => self.answer(answer, place, known),
            (Command::Move(motion), Some(place)) => {
                self.go(motion, place, known);
                Step::Stay
            }
            _ => Step::Close(Effect::None),
        }
    }

    fn wants(&self, known: &Known) -> Option<Want> {
        known.wants_detail(known.place(&self.about)?)
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_, '_>) {
        let Some(place) = known.place(&self.about) else {
            return;
        };
        let asked = asked(place, known);
        let at = self.index(&asked);
        let width = Sheet::room(WIDTH, area);
        let mut lines = Vec::new();
        let mut here = 0;
        for (index, check) in asked.iter().enumerate() {
            if index == at {
                here = lines.len();
            }
            lines.extend(check.lines(index, at, known, width));
        }
        let title = format!("{} · could you answer?", known.title(place));
        let sheet = Sheet {
            title: &title,
            place: &format!("{} of {}", at + 1, asked.len()),
            columns: WIDTH,
            rows: lines.len(),
        };
        let inside = sheet.draw(area, canvas);
        let seen = window(here, lines.len(), usize::from(inside.height));
        canvas.lines(lines.drain(seen), inside);
    }
}

impl Asked {
    fn lines(
        &self,
        index: usize,
        cursor: usize,
        known: &Known,
        width: usize,
    ) -> Vec<Line<'static>> {
        let here = index == cursor;
        let mark = if here { "›" } else { " " };
        let lead = format!("{mark}{} {} ", index + 1, answer_symbol(self.answer));
        let indent = columns(&lead);
        let wrapped = wrap(&self.ask, width.saturating_sub(indent));
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
}

/// The checks that are asked under the choices made, with the answers given.
fn asked(place: Place, known: &Known) -> Vec<Asked> {
    let entry = known.snapshot.entry(place);
    let chosen = known.snapshot.chosen_at(place);
    let asks = known
        .detail_of(place)
        .map_or(&[][..], |detail| &detail.asks);
    let checks = entry.milestone.checks.iter().zip(asks);
    checks
        .filter(|(check, _)| check.when.applies(chosen) != Applies::No)
        .map(|(check, ask)| Asked {
            id: check.id.clone(),
            ask: known.snapshot.fill(place, ask),
            answer: entry.mark.answers.get(&check.id).map(|given| given.answer),
        })
        .collect()
}

//! One line to type: a reason, an address, a few words.

use crossterm::event::{Event, KeyEvent};
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::Line;
use tui_input::backend::crossterm::to_input_request;
use tui_input::{Input, InputRequest};

use super::{After, Overlay};
use crate::text::visible;
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::effect::Effect;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::message::Failure;
use crate::tui::step::Step;
use crate::tui::widget::{Sheet, wrap};
use crate::tui::writing::{Draft, Purpose, Writing};

/// How many columns the prompt wants.
const WIDTH: u16 = 72;

/// The line, and why it was refused the last time.
#[derive(Debug)]
pub(super) struct Prompt {
    writing: Writing,
    input: Input,
    kept: String,
    refused: Option<Failure>,
    typed: Typed,
}

/// What was typed here before, and how far back it is looked at.
#[derive(Debug)]
struct Typed {
    /// What was typed and sent, the newest last, and at the end what is being typed.
    texts: Vec<String>,
    at: usize,
}

impl Prompt {
    /// A prompt that begins with what was typed before.
    pub(super) fn of(writing: Writing, begun: &str, typed: Vec<String>) -> Self {
        let begun = one_line(begun);
        Self {
            writing,
            input: Input::new(begun.clone()),
            kept: begun,
            refused: None,
            typed: Typed {
                at: typed.len(),
                texts: typed,
            },
        }
    }

    fn draft(&self) -> Draft {
        Draft {
            writing: self.writing.clone(),
            text: self.input.value().to_owned(),
        }
    }

    fn send(&mut self, known: &Known) -> Step {
        match self.writing.intents(self.input.value(), known) {
            Ok(intents) => Step::Perform(Effect::Record(intents)),
            Err(failure) => {
                self.refused = Some(failure);
                Step::Stay
            }
        }
    }

    /// Puts what was typed before in the place of what is being typed, which is the newest of all.
    fn recall(&mut self, motion: Motion) {
        let now = self.input.value().to_owned();
        match self.typed.texts.get_mut(self.typed.at) {
            Some(shown) => *shown = now,
            None => self.typed.texts.push(now),
        }
        let count = self.typed.texts.len();
        self.typed.at = motion.from(self.typed.at, count, count);
        self.input = Input::new(self.typed.texts[self.typed.at].clone());
    }
}

impl Overlay for Prompt {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Prompt]
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Send => self.send(known),
            Command::Recall(motion) => {
                self.recall(motion);
                Step::Stay
            }
            _ => Step::Close(match self.unsaved() {
                Some(draft) => Effect::KeepDraft(draft),
                None => Effect::None,
            }),
        }
    }

    fn typed(&mut self, key: KeyEvent) {
        if let Some(request) = to_input_request(&Event::Key(key)) {
            self.input.handle(request);
            self.refused = None;
        }
    }

    fn pasted(&mut self, text: &str) {
        for char in one_line(text).chars() {
            self.input.handle(InputRequest::InsertChar(char));
        }
    }

    fn recorded(&mut self) -> After {
        After::Close(Some(self.writing.clone()))
    }

    fn sent(&self) -> Option<(Purpose, String)> {
        let text = self.input.value().trim();
        (!text.is_empty()).then(|| (self.writing.purpose, text.to_owned()))
    }

    fn failed(&mut self, failure: Failure) -> Option<Failure> {
        self.refused = Some(failure);
        None
    }

    fn unsaved(&self) -> Option<Draft> {
        (self.input.value() != self.kept).then(|| self.draft())
    }

    fn kept(&mut self, draft: &Draft) {
        if draft.writing == self.writing {
            self.kept.clone_from(&draft.text);
        }
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_, '_>) {
        let width = Sheet::room(WIDTH, area);
        let refused = self.refused.iter().flat_map(Failure::reasons);
        let refused: Vec<String> = refused.flat_map(|line| wrap(&line, width)).collect();
        let sheet = Sheet {
            title: &self.writing.title(known),
            place: "",
            columns: WIDTH,
            rows: refused.len() + 2,
        };
        let inside = sheet.draw(area, canvas);
        let [question, line, below] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Min(0),
        ])
        .areas(inside);
        let asked = Line::styled(self.writing.purpose.question(), known.theme().dim);
        canvas.lines([asked], question);
        draw_input(&self.input, line, canvas);
        let refused = refused.into_iter();
        canvas.lines(
            refused.map(|line| Line::styled(line, known.theme().bad)),
            below,
        );
    }
}

/// Draws a line that is typed, with the terminal's cursor in it.
pub(super) fn draw_input(input: &Input, area: Rect, canvas: &mut Canvas<'_, '_>) {
    let room = usize::from(area.width.max(1)) - 1;
    let scroll = input.visual_scroll(room);
    let seen = u16::try_from(scroll).unwrap_or(u16::MAX);
    let text = ratatui::widgets::Paragraph::new(input.value()).scroll((0, seen));
    canvas.draw(text, area);
    let ahead = input.visual_cursor().saturating_sub(scroll).min(room);
    let column = area.x + u16::try_from(ahead).unwrap_or(0);
    canvas.cursor(Position::new(column, area.y));
}

/// A text from elsewhere as one line in which nothing hides.
fn one_line(text: &str) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    visible(&joined).into_owned()
}

//! One line to type: a reason, an address, a few words.

use crossterm::event::KeyEvent;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;

use super::{After, Brought, Overlay, leave};
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::message::Failure;
use crate::tui::step::Step;
use crate::tui::widget::{Sheet, Typing, cut, full, wrap};
use crate::tui::writing::{Draft, Purpose, Writing};

/// How many columns the prompt wants.
const WIDTH: u16 = 72;

/// The line, and why it was refused the last time.
#[derive(Debug)]
pub(super) struct Prompt {
    writing: Writing,
    line: Typing,
    kept: String,
    refused: Option<Failure>,
}

impl Prompt {
    /// A prompt that begins with what was typed before.
    pub(super) fn of(draft: Draft, typed: Vec<String>) -> Self {
        let line = if draft.writing.purpose.is_value() {
            Typing::offering(&draft.text, typed)
        } else {
            Typing::of(&draft.text, typed)
        };
        Self {
            line,
            writing: draft.writing,
            kept: draft.before,
            refused: None,
        }
    }

    fn draft(&self) -> Draft {
        Draft {
            writing: self.writing.clone(),
            text: self.line.text().to_owned(),
            before: self.kept.clone(),
        }
    }

    /// The question in lines of this width; of a value, with what is in force, and of a change, with what it lets go of.
    fn asked(&self, width: usize, known: &Known) -> Vec<String> {
        let question = self.writing.purpose.question();
        let mut asked = match self.writing.in_force(known) {
            Some(now) if self.writing.purpose.is_value() => {
                wrap(&format!("{question} Now: {now}"), width)
            }
            _ => wrap(question, width),
        };
        let lets_go = self.writing.lets_go(self.line.text(), known);
        asked.extend(lets_go.into_iter().flat_map(|told| wrap(told, width)));
        asked
    }

    /// Whether it is a text that is in force already. A value says by itself what it means to send it again.
    fn is_unchanged(&self, known: &Known) -> bool {
        !self.writing.purpose.is_value() && self.draft().is_left_off(known)
    }

    /// Goes on to what goes by the words that are typed.
    fn look_up(&self) -> Step {
        let words = self.line.text().trim();
        if words.is_empty() {
            return Step::Close(Effect::None);
        }
        let brought = Brought::of(words.to_owned());
        Step::CloseThen(Box::new(Step::Open(Box::new(brought))))
    }

    fn send(&mut self, known: &Known) -> Step {
        match self.writing.intents(self.line.text(), known) {
            Ok(intents) => Step::Perform(Effect::Record(intents)),
            Err(failure) => {
                self.refused = Some(failure);
                Step::Stay
            }
        }
    }
}

impl Overlay for Prompt {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Prompt]
    }

    fn outlives_path(&self) -> bool {
        true
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            // What stays as it is need not be changed.
            Command::Send if self.is_unchanged(known) => leave(self.draft(), known),
            Command::Send if self.writing.purpose == Purpose::Skills => self.look_up(),
            Command::Send => self.send(known),
            Command::Recall(motion) => {
                self.line.recall(motion);
                Step::Stay
            }
            _ => leave(self.draft(), known),
        }
    }

    fn typed(&mut self, key: KeyEvent) {
        self.line.typed(key);
        self.refused = self.line.is_full().then(full);
    }

    fn pasted(&mut self, text: &str) -> Result<(), Failure> {
        self.line.pasted(text)?;
        self.refused = None;
        Ok(())
    }

    fn recorded(&mut self) -> After {
        After::Close(Effect::DropDraft(self.draft()))
    }

    fn sent(&self) -> Option<(Purpose, String)> {
        let text = self.line.text().trim();
        (!text.is_empty()).then(|| (self.writing.purpose, text.to_owned()))
    }

    fn failed(&mut self, failure: Failure) -> Option<Failure> {
        self.refused = Some(failure);
        None
    }

    fn unsaved(&self) -> Option<Draft> {
        (self.line.text() != self.kept).then(|| self.draft())
    }

    fn kept(&mut self, draft: &Draft) {
        if draft.writing == self.writing {
            self.kept.clone_from(&draft.text);
        }
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let width = Sheet::room(WIDTH, area);
        let refused = self.refused.iter().flat_map(Failure::reasons);
        let refused: Vec<String> = refused.flat_map(|line| wrap(&line, width)).collect();
        let asked = self.asked(width, known);
        let sheet = Sheet {
            title: &self.writing.title(known),
            place: "",
            columns: WIDTH,
            rows: asked.len() + 1 + refused.len(),
        };
        let inside = sheet.draw(area, canvas);
        // Whatever else there is room for, one sees what one types.
        let room = usize::from(inside.height).saturating_sub(1);
        let left = room - refused.len().min(room);
        let asked = cut(asked, left, width);
        let [question, line, below] = Layout::vertical([
            Constraint::Length(u16::try_from(asked.len()).unwrap_or(0)),
            Constraint::Length(1),
            Constraint::Min(0),
        ])
        .areas(inside);
        let asked = asked.into_iter();
        canvas.lines(
            asked.map(|line| Line::styled(line, known.theme().dim)),
            question,
        );
        self.line.draw(line, canvas);
        let refused = cut(refused, usize::from(below.height), width).into_iter();
        canvas.lines(
            refused.map(|line| Line::styled(line, known.theme().bad)),
            below,
        );
    }
}

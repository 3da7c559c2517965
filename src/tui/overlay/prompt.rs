//! One line to type: a reason, an address, a few words.

use crossterm::event::{Event, KeyEvent};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use tui_input::backend::crossterm::to_input_request;
use tui_input::{Input, InputRequest};

use super::{After, Overlay};
use crate::text::visible;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::message::Failure;
use crate::tui::step::Step;
use crate::tui::widget::{Sheet, wrap};
use crate::tui::writing::{Draft, Writing};

/// How many columns the prompt wants.
const WIDTH: u16 = 72;

/// The line, and why it was refused the last time.
#[derive(Debug)]
pub(super) struct Prompt {
    writing: Writing,
    input: Input,
    kept: String,
    refused: Option<Failure>,
}

impl Prompt {
    /// A prompt that begins with what was typed before.
    pub(super) fn of(writing: Writing, begun: &str) -> Self {
        let begun = one_line(begun);
        Self {
            writing,
            input: Input::new(begun.clone()),
            kept: begun,
            refused: None,
        }
    }

    fn draft(&self) -> Draft {
        Draft {
            writing: self.writing.clone(),
            text: self.input.value().to_owned(),
        }
    }

    fn send(&self, known: &Known) -> Step {
        match known.place(&self.writing.about) {
            Some(place) => {
                let intent = self.writing.intent(place, self.input.value());
                Step::Perform(Effect::Record(intent))
            }
            None => Step::Stay,
        }
    }

    fn title(&self, known: &Known) -> String {
        let about = known.place(&self.writing.about);
        about.map_or_else(String::new, |place| known.title(place))
    }
}

impl Overlay for Prompt {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Prompt]
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Send => self.send(known),
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

    fn draw(&self, known: &Known, area: Rect, frame: &mut Frame<'_>) {
        let width = Sheet::room(WIDTH, area);
        let refused = self.refused.iter().flat_map(Failure::reasons);
        let refused: Vec<String> = refused.flat_map(|line| wrap(&line, width)).collect();
        let sheet = Sheet {
            title: &self.title(known),
            place: "",
            columns: WIDTH,
            rows: refused.len() + 2,
        };
        let inside = sheet.draw(known.theme, area, frame);
        let mut spots = inside.rows();
        let (Some(question), Some(line)) = (spots.next(), spots.next()) else {
            return;
        };
        let asked = Line::styled(self.writing.purpose.question(), known.theme.dim);
        frame.render_widget(asked, question);
        self.draw_input(line, frame);
        for (spot, text) in spots.zip(refused) {
            frame.render_widget(Line::styled(text, known.theme.bad), spot);
        }
    }
}

impl Prompt {
    fn draw_input(&self, area: Rect, frame: &mut Frame<'_>) {
        let room = usize::from(area.width.max(1)) - 1;
        let scroll = self.input.visual_scroll(room);
        let seen = u16::try_from(scroll).unwrap_or(u16::MAX);
        let text = ratatui::widgets::Paragraph::new(self.input.value()).scroll((0, seen));
        frame.render_widget(text, area);
        let ahead = self.input.visual_cursor().saturating_sub(scroll).min(room);
        let column = area.x + u16::try_from(ahead).unwrap_or(0);
        frame.set_cursor_position(Position::new(column, area.y));
    }
}

/// A text from elsewhere as one line in which nothing hides.
fn one_line(text: &str) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    visible(&joined).into_owned()
}

//! Keys in, screen out, through the real loop over a real session.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use milepost::curriculum::Place;
use milepost::tui::key::NAMED;
use milepost::tui::message::Message;
use milepost::tui::model::Model;
use milepost::tui::run::{Flow, hear, open, tell};
use milepost::tui::view::view;
use milepost::tui::{Options, Palette};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;
use unicode_width::UnicodeWidthStr;

use super::machine::Machine;

/// The screens of a learner on a machine of their own.
pub(crate) struct Screen {
    pub(crate) machine: Machine,
    pub(crate) model: Model,
    pub(crate) flow: Flow,
}

impl Screen {
    /// A new learner at 80×24.
    pub(crate) fn new() -> Self {
        Self::of(Machine::new())
    }

    /// The screens on a machine on which something was done already.
    pub(crate) fn of(mut machine: Machine) -> Self {
        let options = Options {
            palette: Palette::None,
        };
        let model = open(&mut machine.session, Size::new(80, 24), options);
        Self {
            machine,
            model,
            flow: Flow::Draw,
        }
    }

    pub(crate) fn sized(mut self, width: u16, height: u16) -> Self {
        self.hears(Event::Resize(width, height));
        self
    }

    /// Presses keys, written as in the table: `jj<space>`, `<c-d>`. What is no name between brackets is typed as it is.
    pub(crate) fn press(mut self, keys: &str) -> Self {
        for key in parse(keys) {
            self.draw();
            self.hears(Event::Key(key));
        }
        self
    }

    pub(crate) fn paste(mut self, text: &str) -> Self {
        self.hears(Event::Paste(text.to_owned()));
        self
    }

    /// Nothing happens for a while.
    pub(crate) fn waits(mut self) -> Self {
        self.flow = tell(&mut self.model, &mut self.machine.session, Message::Idle);
        self
    }

    /// What is on the screen, without blanks at the ends of lines.
    pub(crate) fn text(&self) -> String {
        text(&self.draw())
    }

    /// The title of the milestone under the cursor.
    pub(crate) fn under_cursor(&self) -> String {
        let place: Place = self.model.screen().milestone(&self.model.known).unwrap();
        self.model.known.title(place)
    }

    fn draw(&self) -> Buffer {
        let size = self.model.known.size;
        let mut terminal = Terminal::new(TestBackend::new(size.width, size.height)).unwrap();
        terminal.draw(|frame| view(&self.model, frame)).unwrap();
        terminal.backend().buffer().clone()
    }

    fn hears(&mut self, event: Event) {
        if let Some(message) = hear(&self.model, event) {
            self.flow = tell(&mut self.model, &mut self.machine.session, message);
        }
    }
}

/// The keys of a text in the table's notation.
pub(crate) fn parse(mut keys: &str) -> Vec<KeyEvent> {
    let mut parsed = Vec::new();
    while let Some(first) = keys.chars().next() {
        let named = keys
            .strip_prefix('<')
            .and_then(|rest| rest.split_once('>'))
            .and_then(|(name, rest)| Some((named(name)?, rest)));
        let plain = KeyEvent::from(KeyCode::Char(first));
        let (key, rest) = named.unwrap_or((plain, &keys[first.len_utf8()..]));
        parsed.push(key);
        keys = rest;
    }
    parsed
}

fn named(name: &str) -> Option<KeyEvent> {
    let (held, plain) = match name.split_once('-') {
        Some(("c", plain)) => (KeyModifiers::CONTROL, plain),
        Some(("a", plain)) => (KeyModifiers::ALT, plain),
        _ => (KeyModifiers::NONE, name),
    };
    let known = NAMED.iter().find(|(known, _, _)| *known == plain);
    let mut chars = plain.chars();
    let code = match (known, chars.next(), chars.next()) {
        (Some((_, _, code)), _, _) => *code,
        (None, Some(char), None) => KeyCode::Char(char),
        _ => return None,
    };
    Some(KeyEvent::new(code, held))
}

fn text(buffer: &Buffer) -> String {
    let area = buffer.area;
    let line = |row: u16| {
        let mut line = String::new();
        let mut column = 0;
        while column < area.width {
            let symbol = buffer[(column, row)].symbol();
            line.push_str(symbol);
            column += u16::try_from(symbol.width().max(1)).unwrap();
        }
        line.trim_end().to_owned()
    };
    let lines: Vec<String> = (0..area.height).map(line).collect();
    lines.join("\n")
}

/// Holds what the screen shows after some keys to a snapshot: a new learner's, or that of the screen given.
macro_rules! shows {
    ($keys:expr) => {
        shows!(crate::kit::screen::Screen::new(), $keys)
    };
    ($screen:expr, $keys:expr) => {
        insta::assert_snapshot!($screen.press($keys).text())
    };
}
pub(crate) use shows;

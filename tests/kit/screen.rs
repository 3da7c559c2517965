//! Keys in, screen out, through the real loop over a real session.

use std::path::Path;
use std::time::{Duration, Instant};

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use milepost::curriculum::Place;
use milepost::system::browser::Browser;
use milepost::tui::Options;
use milepost::tui::background::Ear;
use milepost::tui::canvas::Drawn;
use milepost::tui::inbox::Inbox;
use milepost::tui::key::NAMED;
use milepost::tui::look::Form;
use milepost::tui::model::Model;
use milepost::tui::run::{self, Flow, Opening, complete, greet, open, rest, vouch};
use milepost::tui::safekeeping::Safekeeping;
use milepost::tui::settings::Depth;
use milepost::tui::update::update;
use milepost::tui::view::view;
use milepost::tui::visit::{failed_visit, visit};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};
use unicode_width::UnicodeWidthStr;

use super::machine::Machine;
use super::mentors_desk;

/// How long nothing happens where nothing happens for a while.
const IDLE: Duration = Duration::from_millis(600);

/// The screens of a learner on a machine of their own.
pub(crate) struct Screen {
    pub(crate) machine: Machine,
    pub(crate) model: Model,
    pub(crate) flow: Flow,
    /// What was drawn last.
    pub(crate) drawn: Buffer,
    /// Where the terminal's cursor was put.
    cursor: Option<Position>,
    inbox: Inbox,
    safekeeping: Safekeeping,
    now: Instant,
    browser: Browser,
}

impl Screen {
    /// A new learner at 80×24.
    pub(crate) fn new() -> Self {
        Self::of(Machine::new())
    }

    /// The screens on a machine on which something was done already.
    pub(crate) fn of(machine: Machine) -> Self {
        Self::in_colours(machine, Depth::None)
    }

    /// The same on a terminal that has so many colours.
    pub(crate) fn in_colours(machine: Machine, depth: Depth) -> Self {
        let form = Form::Panes;
        Self::with(
            machine,
            Options {
                depth,
                form,
                ..Options::default()
            },
        )
    }

    /// The same, looking as is said.
    pub(crate) fn with(mut machine: Machine, options: Options) -> Self {
        if options.opening == Opening::Review {
            let folder = mentors_desk::folder(&machine);
            machine.session.review(&folder, &mut |_, _| {}).unwrap();
        }
        let model = open(&mut machine.session, Size::new(80, 24), options);
        let mut screen = Self {
            machine,
            model,
            flow: Flow::Draw,
            drawn: Buffer::default(),
            cursor: None,
            inbox: Inbox::default(),
            safekeeping: Safekeeping::default(),
            now: Instant::now(),
            browser: Browser::within(Vec::new()),
        };
        screen.draws();
        screen
    }

    /// The screens as somebody meets them who never did anything there.
    pub(crate) fn greeted(mut self) -> Self {
        greet(&mut self.model, &mut self.machine.session);
        self.draws();
        self
    }

    /// The screens as a screen reader reads them aloud.
    pub(crate) fn listened(mut self) -> Self {
        self.model.terminal.form = Form::Lines;
        self.model.known.look.form = Form::Lines;
        self.draws();
        self
    }

    /// Addresses are opened by what is in this folder.
    pub(crate) fn opening_with(mut self, folder: &Path) -> Self {
        self.browser = Browser::within(vec![folder.to_owned()]);
        self
    }

    pub(crate) fn sized(self, width: u16, height: u16) -> Self {
        self.at_once([Event::Resize(width, height)])
    }

    /// Presses keys, written as in the table: `jj<space>`, `<c-d>`. What is no name between brackets is typed as it is.
    pub(crate) fn press(mut self, keys: &str) -> Self {
        for key in self::keys(keys) {
            self = self.at_once([key]);
        }
        self
    }

    /// Presses keys with so much time between them.
    pub(crate) fn press_every(mut self, between: Duration, keys: &str) -> Self {
        for key in self::keys(keys) {
            self.now += between;
            self = self.at_once([key]);
        }
        self
    }

    pub(crate) fn paste(self, text: &str) -> Self {
        self.at_once([Event::Paste(text.to_owned())])
    }

    /// All of this comes before the next frame is drawn.
    pub(crate) fn at_once(mut self, events: impl IntoIterator<Item = Event>) -> Self {
        let mut events = events.into_iter().peekable();
        while !self.inbox.is_empty() || events.peek().is_some() {
            self.takes_in(|| events.next());
        }
        self
    }

    /// The terminal was asked just now what its background is.
    pub(crate) fn asking_for_background(mut self) -> Self {
        self.inbox = Inbox::with(Ear::listening(self.now));
        self
    }

    /// Nothing happens for a while.
    pub(crate) fn waits(mut self) -> Self {
        self.now += IDLE;
        self.inbox.rest(self.now);
        self.flow = rest(&mut self.model, &mut self.machine.session);
        if let Some(message) = failed_visit(&mut self.browser) {
            update(&mut self.model, message);
        }
        self.draws();
        self
    }

    /// Nobody presses a key for so long that all signatures are looked at.
    pub(crate) fn rests(mut self) -> Self {
        while self.machine.session.has_to_vouch() {
            self.flow = vouch(&mut self.model, &mut self.machine.session, 1);
            self.draws();
        }
        self
    }

    /// What is on the screen, without blanks at the ends of lines.
    pub(crate) fn text(&self) -> String {
        text(&self.draw().0)
    }

    /// The line of a list under its cursor; empty if none is.
    pub(crate) fn here(&self) -> String {
        let text = self.text();
        let here = text.lines().find(|line| line.contains('›'));
        here.unwrap_or_default().to_owned()
    }

    /// What stands left of the terminal's cursor in its line, and at it; nothing if the cursor is hidden.
    pub(crate) fn before_cursor(&self) -> Option<String> {
        let at = self.cursor?;
        let cells = (0..=at.x).map(|x| self.drawn[(x, at.y)].symbol());
        Some(cells.collect())
    }

    /// The line in which the terminal's cursor stands; nothing if it is hidden.
    pub(crate) fn line_of_cursor(&self) -> Option<String> {
        let row = self.cursor?.y;
        self.text().lines().nth(row.into()).map(str::to_owned)
    }

    /// What is drawn.
    pub(crate) fn frame(&self) -> Buffer {
        self.draw().0
    }

    /// The title of the milestone under the cursor.
    pub(crate) fn under_cursor(&self) -> String {
        let place: Place = self
            .model
            .deck
            .screen()
            .milestone(&self.model.known)
            .unwrap();
        self.model.known.title(place)
    }

    /// A click on the first place at which the screen says this.
    pub(crate) fn click(self, text: &str) -> Self {
        let click = self.clicked(text);
        self.at_once([click])
    }

    /// A turn of the wheel over the first place at which the screen says this.
    pub(crate) fn wheel(self, kind: MouseEventKind, text: &str) -> Self {
        let turn = self.pointed(kind, text);
        self.at_once([turn])
    }

    /// What the terminal sends for a click on the first place at which the screen says this now.
    pub(crate) fn clicked(&self, text: &str) -> Event {
        self.pointed(MouseEventKind::Down(MouseButton::Left), text)
    }

    fn pointed(&self, kind: MouseEventKind, text: &str) -> Event {
        let screen = self.text();
        let mut lines = screen.lines().enumerate();
        let (row, line) = lines.find(|(_, line)| line.contains(text)).unwrap();
        let column = line.split_once(text).unwrap().0.width();
        Event::Mouse(MouseEvent {
            kind,
            column: u16::try_from(column).unwrap(),
            row: u16::try_from(row).unwrap(),
            modifiers: KeyModifiers::NONE,
        })
    }

    fn draw(&self) -> (Buffer, Drawn) {
        let mut page = Buffer::empty(self.model.known.size.into());
        let drawn = view(&self.model, &mut page);
        (page, drawn)
    }

    /// As the loop does between two keys.
    pub(crate) fn draws(&mut self) {
        complete(&mut self.model, &mut self.machine.session);
        let (page, drawn) = self.draw();
        self.drawn = page;
        self.model.spots = drawn.spots;
        self.cursor = drawn.cursor;
    }

    fn takes_in(&mut self, mut next: impl FnMut() -> Option<Event>) {
        let (model, session) = (&mut self.model, &mut self.machine.session);
        let flow = self.inbox.take_in(|| Ok(next()), self.now, model, session);
        self.flow = flow.unwrap();
        if let Flow::Open(link) = &self.flow {
            update(&mut self.model, visit(link, &mut self.browser));
        }
        if let Flow::Send(envelope) = self.flow.clone() {
            run::send(envelope, &mut self.model, &mut self.machine.session);
        }
        self.draws();
        let (model, session) = (&mut self.model, &mut self.machine.session);
        self.safekeeping.after_frame(self.now, model, session);
    }
}

/// What the terminal sends for keys, written as in the table.
pub(crate) fn keys(keys: &str) -> impl Iterator<Item = Event> + use<> {
    parse(keys).into_iter().map(Event::Key)
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

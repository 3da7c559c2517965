//! The loop: draw, wait, take in all that waits, draw again.

use std::io;
use std::time::Duration;

use crossterm::event::{self, Event, KeyEventKind};
use ratatui::layout::Size;

use super::effect::Effect;
use super::keymap;
use super::message::Message;
use super::model::Model;
use super::perform::perform;
use super::terminal::Terminal;
use super::theme::Palette;
use super::update::update;
use super::writing::Draft;
use crate::session::Session;
use crate::system::input::{self, Waited};
use crate::system::signals::{self, Signals};

/// How long to wait for a key before looking for what other processes recorded.
const PATIENCE: Duration = Duration::from_millis(400);

/// How the screens are to look.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// The colours.
    pub palette: Palette,
}

/// Why the screens ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExitReason {
    /// The learner left.
    Quit,
    /// A signal of this number asked for it.
    Signal(u8),
}

/// How the screens ended.
#[derive(Debug)]
pub struct Left {
    /// Why, unless the terminal could not be used.
    pub reason: io::Result<ExitReason>,
    /// What was typed and could be neither sent nor kept.
    pub lost: Vec<Draft>,
}

/// What the loop does after a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Nothing changed.
    Wait,
    /// There is something new to draw.
    Draw,
    /// Give the terminal back to the shell for a while.
    Suspend,
    /// Leave.
    Quit,
    /// Leave, because a signal of this number asked for it.
    End(u8),
}

/// Shows the learner's screens until they leave. The terminal is restored however this ends; text that was typed and
/// not sent is kept, or handed back where the store does not take it.
pub fn run(session: &mut Session, options: Options) -> Left {
    let mut lost = Vec::new();
    let reason = show(session, options, &mut lost);
    Left { reason, lost }
}

fn show(session: &mut Session, options: Options, lost: &mut Vec<Draft>) -> io::Result<ExitReason> {
    let signals = Signals::watch()?;
    let mut terminal = Terminal::enter()?;
    let mut model = open(session, terminal.size()?, options);
    let ended = turn(&mut terminal, &mut model, session, &signals);
    keep_texts(&mut model, session);
    *lost = model.at_stake();
    match (signals.received(), ended) {
        (Some(signal), _) => Ok(ExitReason::Signal(signal)),
        // Whatever fails on a terminal that has gone fails because it has gone.
        (None, Err(_)) if has_gone() => Ok(ExitReason::Signal(signals::HANG_UP)),
        (None, ended) => ended,
    }
}

fn has_gone() -> bool {
    matches!(input::wait(Duration::ZERO), Ok(Waited::Gone))
}

/// The state at the start, complete for the first frame.
pub fn open(session: &mut Session, size: Size, options: Options) -> Model {
    let theme = options.palette.theme();
    let mut model = Model::new(session.snapshot(), session.notices(), size, theme);
    tell(&mut model, session, Message::Resized(size));
    model
}

/// Hands a message to the model, does what follows from it, and so on until nothing follows.
pub fn tell(model: &mut Model, session: &mut Session, message: Message) -> Flow {
    let mut flow = match message {
        Message::Idle => Flow::Wait,
        _ => Flow::Draw,
    };
    let mut next = Some(message);
    while let Some(message) = next.take() {
        match update(model, message) {
            Effect::Quit => return leave(model, session),
            Effect::Suspend => return Flow::Suspend,
            effect => next = perform(effect, session),
        }
        if next.is_some() {
            flow = Flow::Draw;
        }
    }
    flow
}

/// What an event of the terminal means now, if it means anything.
pub fn hear(model: &Model, event: Event) -> Option<Message> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => keymap::read(model.scopes(), key),
        Event::Paste(text) => Some(Message::Pasted(text)),
        Event::Resize(width, height) => Some(Message::Resized(Size { width, height })),
        _ => None,
    }
}

fn turn(
    terminal: &mut Terminal,
    model: &mut Model,
    session: &mut Session,
    signals: &Signals,
) -> io::Result<ExitReason> {
    let mut flow = Flow::Draw;
    loop {
        match flow {
            Flow::Quit => return Ok(ExitReason::Quit),
            Flow::End(signal) => return Ok(ExitReason::Signal(signal)),
            Flow::Suspend => {
                keep_texts(model, session);
                terminal.lend(signals::stop)?;
            }
            Flow::Draw | Flow::Wait => {}
        }
        if signals.was_stopped() {
            terminal.retake()?;
            flow = Flow::Draw;
        }
        if flow != Flow::Wait {
            terminal.draw(model)?;
        }
        flow = wait(model, session, signals)?;
    }
}

/// Waits for something to happen, and takes in everything that happened by then: keys that came while a frame was drawn
/// do not each cost a frame.
fn wait(model: &mut Model, session: &mut Session, signals: &Signals) -> io::Result<Flow> {
    // The event source would read from a terminal that has gone for ever, so it is asked only for what is there.
    let waited = input::wait(PATIENCE)?;
    if let Some(signal) = signals.received() {
        return Ok(Flow::End(signal));
    }
    if waited == Waited::Gone {
        return Ok(Flow::End(signals::HANG_UP));
    }
    if signals.wants_stop() {
        return Ok(Flow::Suspend);
    }
    if !event::poll(Duration::ZERO)? {
        return Ok(tell(model, session, Message::Idle));
    }
    let mut flow = Flow::Wait;
    // What a key asks for takes a while, and the terminal may go meanwhile.
    while input::wait(Duration::ZERO)? != Waited::Gone && event::poll(Duration::ZERO)? {
        let Some(message) = hear(model, event::read()?) else {
            continue;
        };
        flow = tell(model, session, message);
        if matches!(flow, Flow::Quit | Flow::Suspend) {
            break;
        }
    }
    Ok(flow)
}

/// Leaves, unless a text would be lost and the learner does not know that yet.
fn leave(model: &mut Model, session: &mut Session) -> Flow {
    keep_texts(model, session);
    match update(model, Message::Leaving) {
        Effect::Quit => Flow::Quit,
        _ => Flow::Draw,
    }
}

/// Keeps all that is typed and not sent; what could not be kept before is tried again.
fn keep_texts(model: &mut Model, session: &mut Session) {
    for draft in model.drafts() {
        if let Some(answer) = perform(Effect::KeepDraft(draft), session) {
            // What may follow from it is about the screen, which nobody looks at now.
            update(model, answer);
        }
    }
}

//! The loop: draw, wait, take in all that waits, draw again.

use std::io::{self, Write};
use std::rc::Rc;
use std::time::Duration;

use ratatui::layout::Size;

use super::background::Ear;
use super::effect::{Effect, Reviewing};
use super::look::Form;
use super::message::{Message, Reviewed};
use super::model::{self, Beginning, Model};
use super::perform::perform;
use super::review::{Envelope, Review};
use super::role::Role;
use super::safekeeping::Safekeeping;
use super::settings::{Depth, Settings, WELCOMED};
use super::shell::{self, Home};
use super::terminal::Terminal;
use super::update::update;
use super::watch::Watch;
use super::writing::Draft;
use crate::session::Session;
use crate::system::clock::moment;
use crate::system::input::{self, Waited};
use crate::system::signals::{self, Signals};
use crate::system::terminal;
use crate::text::{Link, visible};

/// How the screens are to look.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// How many colours there are.
    pub depth: Depth,
    /// How they are arranged.
    pub form: Form,
    /// What is in sight first.
    pub opening: Opening,
    /// Where the learner's data lies.
    pub home: Home,
}

/// What is in sight first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Opening {
    /// The path.
    #[default]
    Path,
    /// An interview over it, about the stage of this index or about all.
    Interview(Option<usize>),
    /// What waits for a mentor in the folder that the session reviews.
    Review,
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flow {
    /// Nothing changed.
    Wait,
    /// There is something new to draw.
    Draw,
    /// Give the terminal back to the shell for a while.
    Suspend,
    /// Leave.
    Quit,
    /// Send answers so, which may ask for a passphrase in the terminal, and draw.
    Send(Envelope),
    /// Open this address in the browser, and draw.
    Open(Link),
    /// Hand this text to the terminal's clipboard, and draw.
    Copy(String),
    /// Leave, because a signal of this number asked for it.
    End(u8),
}

/// Shows the screens of a learner or a mentor until they leave. The terminal is restored however this ends; text that was typed and
/// not sent is kept, or handed back where the store does not take it.
pub fn run(session: &mut Session, options: Options) -> Left {
    let mut lost = Vec::new();
    let reason = show(session, options, &mut lost);
    Left { reason, lost }
}

fn show(session: &mut Session, options: Options, lost: &mut Vec<Draft>) -> io::Result<ExitReason> {
    let signals = Signals::watch()?;
    let mut terminal = Terminal::enter()?;
    let mut model = open(session, size()?, options);
    greet(&mut model, session);
    let ear = match options.depth {
        Depth::Many => {
            terminal.ask_for_background()?;
            Ear::listening(moment())
        }
        _ => Ear::default(),
    };
    let watch = Watch::over(&signals, ear);
    let ended = turn(&mut terminal, &mut model, session, watch, &signals);
    keep_all_texts(&mut model, session);
    *lost = model.at_stake();
    match (signals.received(), ended) {
        (Some(signal), _) => Ok(ExitReason::Signal(signal)),
        // Whatever fails on a terminal that has gone fails because it has gone.
        (None, Err(_)) if has_gone() => Ok(ExitReason::Signal(signals::HANG_UP)),
        (None, ended) => ended,
    }
}

fn size() -> io::Result<Size> {
    terminal::size().map(Size::from)
}

fn has_gone() -> bool {
    matches!(input::wait(Duration::ZERO), Ok(Waited::Gone))
}

/// The state at the start, complete for the first frame.
pub fn open(session: &mut Session, size: Size, options: Options) -> Model {
    // What is known from the last time; to find out more takes longer than anybody waits for the first frame.
    session.vouch(0);
    let mut model = Model::new(Beginning {
        snapshot: session.snapshot(),
        review: (options.opening == Opening::Review).then(|| Review::of(session)),
        notices: session.notices(),
        today: session.today().ok(),
        settings: Settings::read(|name| session.preference(name).ok().flatten()),
        file: visible(&session.file().display().to_string()).into_owned(),
        program: shell::program(session.file(), options.home),
        size,
        terminal: model::Terminal {
            depth: options.depth,
            background: None,
            form: options.form,
        },
    });
    if let Opening::Interview(topic) = options.opening {
        model.interview(topic);
    }
    complete(&mut model, session);
    model
}

/// Asks somebody who never did anything here what they want to learn, once.
pub fn greet(model: &mut Model, session: &mut Session) {
    let asked = |session: &Session| session.preference(WELCOMED).ok().flatten().is_some();
    if model.known.role() == Role::Mentor
        || session.is_read_only()
        || !model.known.is_new()
        || asked(session)
    {
        return;
    }
    if let Ok(offers) = session.curricula() {
        tell(model, session, Message::Newcomer(offers));
        complete(model, session);
    }
}

/// Hands a message to the model, does what follows from it, and so on until nothing follows.
pub fn tell(model: &mut Model, session: &mut Session, message: Message) -> Flow {
    let mut flow = match message {
        Message::Idle(..) => Flow::Wait,
        _ => Flow::Draw,
    };
    let mut next = Some(message);
    while let Some(message) = next.take() {
        match update(model, message) {
            Effect::Quit => return leave(model, session),
            Effect::Suspend => return Flow::Suspend,
            Effect::Open(link) => return Flow::Open(link),
            Effect::Copy(text) => return Flow::Copy(text),
            Effect::Review(Reviewing::Send(envelope)) => return Flow::Send(envelope),
            effect => next = perform(effect, session),
        }
        if next.is_some() {
            flow = Flow::Draw;
        }
    }
    flow
}

/// Sends all answers, and tells the model what came of it.
pub fn send(envelope: Envelope, model: &mut Model, session: &mut Session) {
    if let Some(message) = perform(Effect::Review(Reviewing::Send(envelope)), session) {
        tell(model, session, message);
    }
}

/// Nothing happens for a while: text that rests is kept, so that not even a crash takes it, and others are asked after.
pub fn rest(model: &mut Model, session: &mut Session) -> Flow {
    let unsaved = model.unsaved();
    let notices = session.notices();
    let is_news = !unsaved.is_empty() || notices != model.known.notices;
    keep_texts(unsaved, model, session);
    let is_news = mark_read(model, session) || is_news;
    let today = session.today().ok();
    match tell(model, session, Message::Idle(today, notices)) {
        // What could not be read for the last frame may be readable for the next.
        Flow::Wait if is_news || model.wants().is_some() => Flow::Draw,
        flow => flow,
    }
}

/// How many signatures of other mentors are looked at where one of the learner's own would be: what comes of them is put
/// together once.
const AT_A_TIME: usize = 8;

/// Looks at the signatures of so many verdicts at most, and shows what came of it once it is known of all.
pub fn vouch(model: &mut Model, session: &mut Session, most: usize) -> Flow {
    if most > 0 && session.vouch_for_others(most * AT_A_TIME) {
        let changed = Reviewed::Changed(session.cohort(), session.drafts());
        return tell(model, session, Message::Reviewed(changed));
    }
    session.vouch(most);
    let snapshot = session.snapshot();
    if Rc::ptr_eq(&snapshot.trust, &model.known.snapshot.trust) {
        return Flow::Wait;
    }
    tell(
        model,
        session,
        Message::Refreshed(snapshot, session.notices()),
    )
}

/// What was in sight for a while is read; answers with whether it was unread before.
fn mark_read(model: &mut Model, session: &mut Session) -> bool {
    let read = model.reading();
    let is_any = !read.is_empty();
    if is_any && let Some(answer) = perform(Effect::MarkRead(read), session) {
        update(model, answer);
    }
    is_any
}

/// Reads what the next frame shows and was not read yet, each once. What keys have passed by in the meantime is never
/// read.
pub fn complete(model: &mut Model, session: &mut Session) {
    let mut asked = Vec::new();
    while let Some(want) = model.wants().filter(|want| !asked.contains(want)) {
        asked.push(want.clone());
        if let Some(message) = perform(Effect::Read(want), session) {
            update(model, message);
        }
    }
}

fn turn(
    terminal: &mut Terminal,
    model: &mut Model,
    session: &mut Session,
    mut watch: Watch<'_>,
    signals: &Signals,
) -> io::Result<ExitReason> {
    let mut flow = Flow::Draw;
    let mut safekeeping = Safekeeping::default();
    loop {
        match &flow {
            Flow::Quit => return Ok(ExitReason::Quit),
            Flow::End(signal) => return Ok(ExitReason::Signal(*signal)),
            Flow::Suspend => {
                keep_all_texts(model, session);
                terminal.lend(signals::stop)?;
            }
            Flow::Send(envelope) => {
                keep_all_texts(model, session);
                let envelope = envelope.clone();
                let unsent = model.known.review.as_ref();
                let unsent = unsent.map_or(0, |review| review.sums.unsent);
                terminal.lend(|| {
                    if let Some(told) = envelope.signs(unsent) {
                        writeln!(io::stdout(), "{told}")?;
                    }
                    send(envelope, model, session);
                    Ok(())
                })?;
            }
            Flow::Open(link) => watch.open(link, model),
            Flow::Copy(text) => terminal.copy(text)?,
            Flow::Draw | Flow::Wait => {}
        }
        if signals.was_stopped() {
            terminal.retake()?;
            flow = Flow::Draw;
        }
        if flow != Flow::Wait {
            // Nobody tells of a change while the program is stopped, or before it first listens.
            let size = size()?;
            if size != model.known.size {
                update(model, Message::Resized(size));
            }
            complete(model, session);
            terminal.listen_to(model.known.settings.mouse)?;
            // A click is about the frame that is in sight.
            model.spots = terminal.draw(model)?;
            safekeeping.after_frame(moment(), model, session);
        }
        flow = watch.wait(model, session)?;
    }
}

/// Leaves, unless a text would be lost and the learner does not know that yet.
fn leave(model: &mut Model, session: &mut Session) -> Flow {
    keep_all_texts(model, session);
    match update(model, Message::Leaving) {
        Effect::Quit => Flow::Quit,
        _ => Flow::Draw,
    }
}

/// Keeps all that is typed and not sent; what could not be kept before is tried again.
fn keep_all_texts(model: &mut Model, session: &mut Session) {
    keep_texts(model.drafts(), model, session);
}

/// Keeps these texts; that one could not be kept shows where it is typed.
pub(super) fn keep_texts(drafts: Vec<Draft>, model: &mut Model, session: &mut Session) {
    for draft in drafts {
        if let Some(answer) = perform(Effect::KeepDraft(draft), session) {
            // What may follow from it is about the screen, which nobody looks at now.
            update(model, answer);
        }
    }
}

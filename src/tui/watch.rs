//! Waits for what happens at the terminal; while nothing does, it looks after the store.

use std::io;
use std::time::Duration;

use crossterm::event;

use super::background::{Ear, Heard};
use super::message::{Failure, Message};
use super::model::Model;
use super::run::{Flow, hear, rest, tell};
use crate::session::{Looked, Session};
use crate::system::input::{self, Waited};
use crate::system::signals::{self, Signals};

/// How long to wait for a key before looking for what other processes recorded: less than twice a second, so that a
/// laptop sleeps well, and more than once.
const PATIENCE: Duration = Duration::from_millis(600);

/// Somebody who waits at the terminal.
pub(super) struct Watch<'a> {
    signals: &'a Signals,
    ear: Ear,
    /// How much of the store was looked at since the screens opened.
    looked: Looked,
}

impl<'a> Watch<'a> {
    pub(super) fn over(signals: &'a Signals) -> Self {
        Self {
            signals,
            ear: Ear::default(),
            looked: Looked::Further,
        }
    }

    /// Waits for something to happen, and takes in everything that happened by then: keys that came while a frame was
    /// drawn do not each cost a frame.
    pub(super) fn wait(&mut self, model: &mut Model, session: &mut Session) -> io::Result<Flow> {
        // The event source would read from a terminal that has gone for ever, so it is asked only for what is there.
        let waited = input::wait(self.patience())?;
        if let Some(signal) = self.signals.received() {
            return Ok(Flow::End(signal));
        }
        if waited == Waited::Gone {
            return Ok(Flow::End(signals::HANG_UP));
        }
        if self.signals.wants_stop() {
            return Ok(Flow::Suspend);
        }
        if event::poll(Duration::ZERO)? {
            return self.take_in(model, session);
        }
        if self.looked == Looked::Further {
            return Ok(self.look_further(model, session));
        }
        self.ear.rest();
        Ok(rest(model, session))
    }

    fn patience(&self) -> Duration {
        match self.looked {
            Looked::Further => Duration::ZERO,
            Looked::All => PATIENCE,
        }
    }

    fn take_in(&mut self, model: &mut Model, session: &mut Session) -> io::Result<Flow> {
        let mut flow = Flow::Wait;
        // What a key asks for takes a while, and the terminal may go meanwhile.
        while input::wait(Duration::ZERO)? != Waited::Gone && event::poll(Duration::ZERO)? {
            let message = match self.ear.listen(event::read()?) {
                Heard::Event(event) => hear(model, event),
                Heard::Answer(background) => Some(Message::Background(background)),
                Heard::Part => None,
            };
            let Some(message) = message else {
                continue;
            };
            flow = tell(model, session, message);
            if !matches!(flow, Flow::Draw | Flow::Wait) {
                break;
            }
        }
        Ok(flow)
    }

    /// A damaged store is told of before something is written into it, and as soon as it shows.
    fn look_further(&mut self, model: &mut Model, session: &mut Session) -> Flow {
        match session.look_further() {
            Ok(looked) => {
                self.looked = looked;
                Flow::Wait
            }
            Err(error) => {
                self.looked = Looked::All;
                tell(model, session, Message::Unwell(Failure::from(error)))
            }
        }
    }
}

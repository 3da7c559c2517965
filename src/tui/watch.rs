//! Waits for what happens at the terminal; while nothing does, it looks after the store.

use std::io;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event};

use super::background::Ear;
use super::inbox::Inbox;
use super::message::{Failure, Message};
use super::model::Model;
use super::run::{Flow, rest, tell};
use super::update::update;
use super::visit::{failed_visit, visit};
use crate::session::{Looked, Session};
use crate::system::browser::Browser;
use crate::system::clock::moment;
use crate::system::input::{self, Waited};
use crate::system::signals::{self, Signals};
use crate::text::Link;

/// How long from one look for what other processes recorded to the next: less than twice a second, so that a laptop
/// sleeps well, and more than once.
const PATIENCE: Duration = Duration::from_millis(600);

/// How long no key comes before the store is looked through, which takes some milliseconds at a time: whoever goes from
/// key to key never waits for it.
const PAUSE: Duration = Duration::from_millis(200);

/// Somebody who waits at the terminal.
pub(super) struct Watch<'a> {
    signals: &'a Signals,
    inbox: Inbox,
    browser: Browser,
    /// How much of the store was looked at since the screens opened.
    looked: Looked,
    keys: Keys,
    /// When it last looked for what other processes recorded.
    rested: Instant,
}

/// Whether keys are coming.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keys {
    Coming,
    /// None came for a while.
    Resting,
}

impl<'a> Watch<'a> {
    pub(super) fn over(signals: &'a Signals, ear: Ear) -> Self {
        Self {
            signals,
            inbox: Inbox::with(ear),
            browser: Browser::default(),
            looked: Looked::Further,
            keys: Keys::Coming,
            rested: moment(),
        }
    }

    /// Waits for something to happen, and takes in everything that happened by then.
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
        if !self.inbox.is_empty() || event::poll(Duration::ZERO)? {
            self.keys = Keys::Coming;
            return self.inbox.take_in(sent, moment(), model, session);
        }
        if self.looked == Looked::Further && !self.until_rest().is_zero() {
            self.keys = Keys::Resting;
            return Ok(self.look_further(model, session));
        }
        self.rested = moment();
        self.inbox.rest(self.rested);
        if let Some(message) = failed_visit(&mut self.browser) {
            return Ok(tell(model, session, message));
        }
        Ok(rest(model, session))
    }

    /// Opens an address in the browser.
    pub(super) fn open(&mut self, link: &Link, model: &mut Model) {
        let opened = visit(link, &mut self.browser);
        update(model, opened);
    }

    fn patience(&self) -> Duration {
        let quiet = match (self.looked, self.keys) {
            _ if !self.inbox.is_empty() => Duration::ZERO,
            (Looked::All, _) => PATIENCE,
            (Looked::Further, Keys::Coming) => PAUSE,
            (Looked::Further, Keys::Resting) => Duration::ZERO,
        };
        quiet.min(self.until_rest())
    }

    /// How long until it is time to look for what other processes recorded, whatever keys come.
    fn until_rest(&self) -> Duration {
        let since = moment().saturating_duration_since(self.rested);
        PATIENCE.saturating_sub(since)
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

/// What the terminal sent and was not taken in yet. What a key asks for takes a while, and the terminal may go meanwhile.
fn sent() -> io::Result<Option<Event>> {
    let is_there = input::wait(Duration::ZERO)? != Waited::Gone && event::poll(Duration::ZERO)?;
    is_there.then(event::read).transpose()
}

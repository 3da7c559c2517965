//! Waits for what happens at the terminal; while nothing does, it looks after the store.

use std::io;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event};

use super::background::Ear;
use super::inbox::Inbox;
use super::message::{Failure, Message};
use super::model::Model;
use super::role::Role;
use super::run::{Flow, rest, tell, vouch};
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
const PATIENCE: Duration = Duration::from_millis(700);

/// How many times as long as a look took nothing is looked at after it: a large folder costs no more than a small one.
const SHARE: u32 = 100;

/// How long from one look to the next at most, however long it takes.
const LONGEST: Duration = Duration::from_secs(30);

/// How long no key comes before signatures and the store are looked through, which takes some milliseconds at a time: whoever goes from
/// key to key never waits for it.
const PAUSE: Duration = Duration::from_millis(200);

/// Somebody who waits at the terminal.
pub(super) struct Watch<'a> {
    signals: &'a Signals,
    inbox: Inbox,
    browser: Browser,
    /// How much of the store was looked at since the screens opened.
    looked: Looked,
    /// When it last heard of the terminal.
    heard: Instant,
    /// When it last looked for what other processes recorded.
    rested: Instant,
    /// How long that took.
    took: Duration,
}

impl<'a> Watch<'a> {
    pub(super) fn over(signals: &'a Signals, ear: Ear) -> Self {
        Self {
            signals,
            inbox: Inbox::with(ear),
            browser: Browser::default(),
            looked: Looked::Further,
            heard: moment(),
            rested: moment(),
            took: Duration::ZERO,
        }
    }

    /// Waits for something to happen, and takes in everything that happened by then.
    pub(super) fn wait(&mut self, model: &mut Model, session: &mut Session) -> io::Result<Flow> {
        // The event source would read from a terminal that has gone for ever, so it is asked only for what is there.
        let waited = input::wait(self.patience(model, session))?;
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
            self.heard = moment();
            return self.inbox.take_in(sent, self.heard, model, session);
        }
        if self.until_rest(model).is_zero() {
            return Ok(self.rest(model, session));
        }
        if self.until_look(session).is_some_and(|left| left.is_zero()) {
            return Ok(self.look_further(model, session));
        }
        Ok(Flow::Wait)
    }

    /// Opens an address in the browser.
    pub(super) fn open(&mut self, link: &Link, model: &mut Model) {
        let opened = visit(link, &mut self.browser);
        update(model, opened);
    }

    fn patience(&self, model: &Model, session: &Session) -> Duration {
        if !self.inbox.is_empty() {
            return Duration::ZERO;
        }
        let look = self.until_look(session).into_iter();
        look.fold(self.until_rest(model), Duration::min)
    }

    /// How long until it is time to look for what other processes recorded, whatever keys come.
    fn until_rest(&self, model: &Model) -> Duration {
        let often = self.took.saturating_mul(SHARE).clamp(PATIENCE, LONGEST);
        // What is typed is kept as soon as ever.
        let is_typing = !model.unsaved().is_empty();
        left(if is_typing { PATIENCE } else { often }, self.rested)
    }

    /// How long until it is time to look at a signature or through more of the store, if no key comes; `None` once all was
    /// looked at.
    fn until_look(&self, session: &Session) -> Option<Duration> {
        let is_left = self.looked == Looked::Further
            || session.has_to_vouch()
            || session.has_to_vouch_for_others();
        is_left.then(|| left(PAUSE, self.heard))
    }

    fn rest(&mut self, model: &mut Model, session: &mut Session) -> Flow {
        let begun = moment();
        self.inbox.rest(begun);
        let flow = self.look_around(model, session);
        self.rested = moment();
        // A learner hears of what they do elsewhere at once.
        self.took = match model.known.role() {
            Role::Learner => Duration::ZERO,
            Role::Mentor => self.rested.saturating_duration_since(begun),
        };
        flow
    }

    fn look_around(&mut self, model: &mut Model, session: &mut Session) -> Flow {
        match failed_visit(&mut self.browser) {
            Some(message) => tell(model, session, message),
            // On a new day another key may be good.
            None => match vouch(model, session, 0) {
                Flow::Wait => rest(model, session),
                flow => flow,
            },
        }
    }

    /// A damaged store is told of before something is written into it, and as soon as it shows.
    fn look_further(&mut self, model: &mut Model, session: &mut Session) -> Flow {
        if session.has_to_vouch() || session.has_to_vouch_for_others() {
            return vouch(model, session, 1);
        }
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

/// What is left of so much time since then.
fn left(time: Duration, since: Instant) -> Duration {
    time.saturating_sub(moment().saturating_duration_since(since))
}

/// What the terminal sent and was not taken in yet. What a key asks for takes a while, and the terminal may go meanwhile.
fn sent() -> io::Result<Option<Event>> {
    let is_there = input::wait(Duration::ZERO)? != Waited::Gone && event::poll(Duration::ZERO)?;
    is_there.then(event::read).transpose()
}

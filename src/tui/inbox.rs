//! Takes in all that the terminal sent since the last frame: keys that came while a frame was drawn do not each cost one.

use std::collections::VecDeque;
use std::io;
use std::time::Instant;

use crossterm::event::{Event, MouseEvent, MouseEventKind};

use super::background::{Ear, Heard};
use super::event::hear;
use super::message::Message;
use super::model::Model;
use super::run::{Flow, tell};
use crate::session::Session;

/// What came from the terminal and waits for the next frame.
#[derive(Debug, Default)]
pub struct Inbox {
    ear: Ear,
    /// What the ear has let pass.
    waiting: VecDeque<Event>,
}

/// What to take in next.
enum Next {
    Event(Event),
    Message(Message),
}

impl Inbox {
    /// An inbox with this ear for the terminal's answers.
    pub fn with(ear: Ear) -> Self {
        Self {
            ear,
            ..Self::default()
        }
    }

    /// Whether something waits.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Takes in what waits, and then what `sent` hands out, until there is nothing more or a frame is due before more can
    /// be taken in. The rest waits.
    ///
    /// # Errors
    /// What `sent` fails with.
    pub fn take_in(
        &mut self,
        mut sent: impl FnMut() -> io::Result<Option<Event>>,
        now: Instant,
        model: &mut Model,
        session: &mut Session,
    ) -> io::Result<Flow> {
        let mut flow = Flow::Wait;
        while matches!(flow, Flow::Draw | Flow::Wait) {
            let message = match self.next(&mut sent, now)? {
                None => break,
                // A click is about what is in sight, and what came before it may have changed that.
                Some(Next::Event(event)) if flow == Flow::Draw && is_click(&event) => {
                    self.waiting.push_front(event);
                    break;
                }
                Some(Next::Event(event)) => hear(model, event),
                Some(Next::Message(message)) => Some(message),
            };
            if let Some(message) = message {
                flow = tell(model, session, message);
            }
        }
        Ok(flow)
    }

    /// Nothing came for a while: what the ear held for no reason waits from now on.
    pub fn rest(&mut self, now: Instant) {
        self.waiting.extend(self.ear.rest(now));
    }

    fn next(
        &mut self,
        sent: &mut impl FnMut() -> io::Result<Option<Event>>,
        now: Instant,
    ) -> io::Result<Option<Next>> {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Ok(Some(Next::Event(event)));
            }
            let Some(event) = sent()? else {
                return Ok(None);
            };
            match self.ear.listen(event, now) {
                Heard::Events(events) => self.waiting.extend(events),
                Heard::Answer(Some(background)) => {
                    return Ok(Some(Next::Message(Message::Background(background))));
                }
                Heard::Answer(None) | Heard::Part => {}
            }
        }
    }
}

fn is_click(event: &Event) -> bool {
    let Event::Mouse(MouseEvent { kind, .. }) = event else {
        return false;
    };
    matches!(kind, MouseEventKind::Down(_))
}

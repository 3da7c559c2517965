//! Takes in all that the terminal sent since the last frame: keys that came while a frame was drawn do not each cost one.

use std::collections::VecDeque;
use std::io;

use crossterm::event::{Event, MouseEvent, MouseEventKind};

use super::background::{Ear, Heard};
use super::message::Message;
use super::model::Model;
use super::run::{Flow, hear, tell};
use crate::session::Session;

/// What came from the terminal and waits for the next frame.
#[derive(Debug, Default)]
pub struct Inbox {
    ear: Ear,
    waiting: VecDeque<Event>,
}

impl Inbox {
    /// Whether something waits.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Takes in what waits, and then what `next` hands out, until there is nothing more or a frame is due before more can
    /// be taken in. The rest waits.
    ///
    /// # Errors
    /// What `next` fails with.
    pub fn take_in(
        &mut self,
        mut next: impl FnMut() -> io::Result<Option<Event>>,
        model: &mut Model,
        session: &mut Session,
    ) -> io::Result<Flow> {
        let mut flow = Flow::Wait;
        while matches!(flow, Flow::Draw | Flow::Wait) {
            let Some(event) = self
                .waiting
                .pop_front()
                .map_or_else(&mut next, |event| Ok(Some(event)))?
            else {
                break;
            };
            // A click is about what is in sight, and what came before it may have changed that.
            if flow == Flow::Draw && is_click(&event) {
                self.waiting.push_front(event);
                break;
            }
            if let Some(message) = self.meaning(event, model) {
                flow = tell(model, session, message);
            }
        }
        Ok(flow)
    }

    /// Nothing came for a while.
    pub fn rest(&mut self) {
        self.ear.rest();
    }

    fn meaning(&mut self, event: Event, model: &Model) -> Option<Message> {
        match self.ear.listen(event) {
            Heard::Event(event) => hear(model, event),
            Heard::Answer(background) => Some(Message::Background(background)),
            Heard::Part => None,
        }
    }
}

fn is_click(event: &Event) -> bool {
    let Event::Mouse(MouseEvent { kind, .. }) = event else {
        return false;
    };
    matches!(kind, MouseEventKind::Down(_))
}

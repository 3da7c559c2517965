//! What the terminal sends, and what that means.

use crossterm::event::{Event, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Size};

use super::command::{Command, Motion};
use super::keymap::{self, Begun, Scope};
use super::message::Message;
use super::model::Model;
use super::shares;

/// How many rows a turn of the mouse's wheel goes.
const WHEEL: usize = 3;

/// What an event of the terminal means now, if it means anything.
pub fn hear(model: &Model, event: Event) -> Option<Message> {
    let is_blind = shares::too_small(model.known.size).is_some();
    match event {
        Event::Key(_) | Event::Paste(_) | Event::Mouse(_) if is_blind => leaves(&event),
        Event::Key(key) if key.kind != KeyEventKind::Release => {
            keymap::read(model.scopes(), &model.begun, key)
        }
        Event::Paste(text) => Some(Message::Pasted(text)),
        Event::Resize(width, height) => Some(Message::Resized(Size { width, height })),
        Event::Mouse(mouse) => pointed(mouse),
        _ => None,
    }
}

/// Where nobody sees what a key does, it does nothing but lead away.
fn leaves(event: &Event) -> Option<Message> {
    let message = keymap::read(
        &[Scope::Everywhere],
        &Begun::default(),
        event.as_key_press_event()?,
    );
    message.filter(|message| matches!(message, Message::Command(Command::Quit | Command::Suspend)))
}

fn pointed(mouse: MouseEvent) -> Option<Message> {
    let at = Position::new(mouse.column, mouse.row);
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Message::Clicked(at)),
        MouseEventKind::ScrollUp => Some(Message::Wheeled(at, Motion::Up(WHEEL))),
        MouseEventKind::ScrollDown => Some(Message::Wheeled(at, Motion::Down(WHEEL))),
        _ => None,
    }
}

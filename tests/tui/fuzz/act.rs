//! What may happen at a terminal, and beside it.

use std::sync::LazyLock;

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use milepost::tui::keymap::TABLE;
use milepost::tui::screen::ROWS;
use ratatui::layout::Size;

use super::chance::Chance;
use crate::kit::hostile_strings::hostile_strings;
use crate::kit::screen::keys;

/// One thing that happens.
#[derive(Debug, Clone)]
pub(super) enum Act {
    /// The terminal sends this, and each is drawn before the next comes.
    Slowly(Vec<Event>),
    /// The terminal sends this faster than anything is drawn.
    AtOnce(Vec<Event>),
    /// Nothing happens for a while.
    Idle,
    /// Another process does something about the milestone of this place, or about what was done there.
    Elsewhere(Deed, usize),
    /// The learner leaves, and comes back.
    ComeBack,
}

/// What another process does.
#[derive(Debug, Clone, Copy)]
pub(super) enum Deed {
    Tick,
    Note,
    Undo,
    Forget,
}

/// Texts of people who mean harm.
static HOSTILE: LazyLock<Vec<String>> = LazyLock::new(|| hostile_strings().collect());

/// Texts that terminals, widgets and stores trip over.
const TEXTS: &[&str] = &[
    "a",
    "é",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "日本",
    "👩\u{200d}💻",
    "\u{1b}[31m",
    "\u{1b}]11;rgb:0/0/0\u{7}",
    "\u{9b}2J",
    "\u{202e}abc\u{2066}",
    "\u{200b}\u{feff}\u{3164}",
    "\u{e0041}",
    "\0",
    "\r\n",
    "\t",
    "1h30",
    "10",
    "2w",
    "https://example.com/a",
    "http://localhost/",
    "javascript:alert(1)",
    " ",
];

/// All keys of the table, and those that lead to the screens.
pub(super) fn bound() -> Vec<&'static str> {
    let bindings = TABLE.iter().flat_map(|(_, bindings)| *bindings);
    let keys = bindings.flat_map(|binding| binding.keys.iter().copied());
    keys.chain(ROWS.iter().map(|row| row.key)).collect()
}

/// Whatever happens next on a terminal of this size.
pub(super) fn next(chance: &mut Chance, size: Size, bound: &[&str]) -> Act {
    match chance.below(100) {
        0..4 => Act::Idle,
        4..6 => {
            let deeds = [Deed::Tick, Deed::Tick, Deed::Note, Deed::Undo, Deed::Forget];
            Act::Elsewhere(chance.of(&deeds), chance.below(1000))
        }
        6 => Act::ComeBack,
        7..22 => {
            let count = 2 + chance.below(18);
            let some = (0..count).flat_map(|_| sent(chance, size, bound));
            Act::AtOnce(some.collect())
        }
        22 => {
            let held = chance.of(bound);
            Act::AtOnce(keys(&held.repeat(200)).collect())
        }
        _ => Act::Slowly(sent(chance, size, bound)),
    }
}

/// What the terminal sends for one thing that somebody does.
fn sent(chance: &mut Chance, size: Size, bound: &[&str]) -> Vec<Event> {
    match chance.below(24) {
        0 => vec![pasted(chance)],
        1 => vec![resized(chance)],
        2..5 => vec![pointed(chance, size)],
        5..7 => chance.of(TEXTS).chars().map(typed).collect(),
        7 => vec![Event::Key(any_key(chance))],
        8 => {
            let count = chance.of(&["0", "2", "7", "50", "99999999"]);
            let counted = format!("{count}{}", chance.of(bound));
            keys(&counted).collect()
        }
        _ => keys(chance.of(bound)).collect(),
    }
}

fn typed(letter: char) -> Event {
    Event::Key(KeyEvent::from(KeyCode::Char(letter)))
}

fn pasted(chance: &mut Chance) -> Event {
    let most = chance.of(&[2, 40, 2000]);
    let pieces = (0..chance.below(4)).map(|_| chance.of(TEXTS).repeat(chance.below(most)));
    let pieces: String = pieces.collect();
    let hostile = &HOSTILE[chance.below(HOSTILE.len())];
    Event::Paste(format!("{pieces}{hostile}"))
}

fn resized(chance: &mut Chance) -> Event {
    let usual = [(30, 8), (44, 16), (80, 24), (140, 40), (300, 100)];
    let (width, height) = match chance.below(3) {
        0 => (chance.below(5), chance.below(5)),
        1 => (chance.below(150), chance.below(50)),
        _ => chance.of(&usual),
    };
    Event::Resize(width.try_into().unwrap(), height.try_into().unwrap())
}

fn pointed(chance: &mut Chance, size: Size) -> Event {
    let kinds = [
        MouseEventKind::Down(MouseButton::Left),
        MouseEventKind::Down(MouseButton::Left),
        MouseEventKind::Down(MouseButton::Right),
        MouseEventKind::ScrollUp,
        MouseEventKind::ScrollDown,
        MouseEventKind::Moved,
    ];
    let within = |most: u16, chance: &mut Chance| chance.below(usize::from(most) + 2);
    Event::Mouse(MouseEvent {
        kind: chance.of(&kinds),
        column: within(size.width, chance).try_into().unwrap(),
        row: within(size.height, chance).try_into().unwrap(),
        modifiers: KeyModifiers::NONE,
    })
}

/// A key that the table need not know.
fn any_key(chance: &mut Chance) -> KeyEvent {
    let letter = KeyCode::Char(char::from(b' ' + u8::try_from(chance.below(95)).unwrap()));
    let codes = [
        letter,
        letter,
        letter,
        KeyCode::F(1),
        KeyCode::F(12),
        KeyCode::Insert,
        KeyCode::Delete,
        KeyCode::Null,
        KeyCode::CapsLock,
    ];
    let held = [
        KeyModifiers::NONE,
        KeyModifiers::CONTROL,
        KeyModifiers::ALT,
        KeyModifiers::SHIFT,
        KeyModifiers::CONTROL | KeyModifiers::ALT,
    ];
    KeyEvent::new(chance.of(&codes), chance.of(&held))
}

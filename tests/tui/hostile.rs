//! Any keys at any size: nothing panics, and nothing steers the terminal.

use milepost::tui::keymap::TABLE;
use milepost::tui::screen::{ROWS, Row};
use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_oneof, proptest};
use ratatui::layout::Size;
use unicode_width::UnicodeWidthStr;

use crate::kit::hostile_strings::hostile_strings;
use crate::kit::screen::Screen;

/// Something that happens at a terminal.
#[derive(Debug, Clone)]
pub(super) enum Act {
    Keys(String),
    Paste(String),
    Size(u16, u16),
    Wait,
}

/// Anything that may happen where there are these screens.
pub(super) fn act(screens: &'static [Row]) -> impl Strategy<Value = Act> {
    let table = TABLE.iter();
    let bound = table
        .flat_map(|(_, bindings)| *bindings)
        .flat_map(|binding| binding.keys.iter().copied());
    let screens = screens.iter().map(|row| row.key);
    let keys: Vec<&str> = bound
        .chain(screens)
        .filter(|key| !matches!(*key, "<c-z>"))
        .collect();
    prop_oneof![
        8 => proptest::sample::select(keys).prop_map(|key| Act::Keys(key.to_owned())),
        2 => "[ -~é日👩\u{301}]{1,6}".prop_map(Act::Keys),
        1 => "(?s:.){0,12}".prop_map(Act::Paste),
        1 => (0_u16..150, 0_u16..45).prop_map(|(width, height)| Act::Size(width, height)),
        1 => Just(Act::Wait),
    ]
}

/// The screen after it happened.
pub(super) fn does(screen: Screen, act: Act) -> Screen {
    match act {
        Act::Keys(keys) => screen.press(&keys),
        Act::Paste(text) => screen.paste(&text),
        Act::Size(width, height) => screen.sized(width, height),
        Act::Wait => screen.waits(),
    }
}

/// Asserts that what is shown fits the terminal, and steers nothing there.
pub(super) fn fits(screen: &Screen) {
    let (text, size) = (screen.text(), screen.model.known.size);
    assert!(text.lines().count() <= usize::from(size.height), "{text}");
    for line in text.lines() {
        assert!(line.width() <= usize::from(size.width), "{line:?}");
        assert!(!line.contains(char::is_control), "{line:?}");
    }
}

/// Asserts that what these keys lead to fits any terminal.
pub(super) fn is_drawn_at_every_size(mut screen: Screen, keys: &str) {
    for (width, height) in [
        (0, 0),
        (1, 1),
        (2, 40),
        (200, 1),
        (29, 8),
        (30, 8),
        (31, 9),
        (300, 100),
    ] {
        screen = screen.sized(width, height);
        fits(&screen);
        is_asked_for_room(&screen, keys);
    }
}

/// Asserts that a terminal that is too small says so, and no other.
fn is_asked_for_room(screen: &Screen, keys: &str) {
    let Size { width, height } = screen.model.known.size;
    let (is_small, text) = (width < 30 || height < 8, screen.text());
    let asks = text.split_whitespace().next() == Some("Please");
    assert_eq!(
        asks,
        is_small && width > 2 && height > 0,
        "{keys} {width}×{height}\n{text}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_is_typed_panics(acts in vec(act(ROWS), 1..40)) {
        let mut screen = Screen::new();
        for act in acts {
            screen = does(screen, act);
            fits(&screen);
        }
    }
}

/// What people write who mean harm, several texts at once, so that each of these fits into a note.
fn pasted() -> Vec<String> {
    let mut pasted = vec![String::new()];
    for text in hostile_strings() {
        let last = pasted.last_mut().unwrap();
        if last.len() + text.len() < 4096 {
            last.extend([text.as_str(), "x"]);
        } else {
            pasted.push(text);
        }
    }
    pasted
}

#[test]
fn nothing_that_is_pasted_steers_the_terminal() {
    for text in pasted() {
        for keys in ["n", "/", ":", "er"] {
            let screen = Screen::new().press(keys).paste(&text);
            fits(&screen);
            fits(&screen.press("<home>").sized(31, 9));
        }
    }
}

#[test]
fn every_size_is_drawn() {
    for keys in ["", "l", "?", "a", "n", "e", "er", "]c", "c", "j<space>"] {
        let screen = Screen::new().press(keys);
        is_drawn_at_every_size(screen, keys);
    }
}

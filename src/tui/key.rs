//! Keys in the notation that the key table, the tests and the manual share: `j`, `U`, `<space>`, `<c-d>`.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The keys that have a name, as the notation writes them between angle brackets and as people read them.
pub const NAMED: &[(&str, &str, KeyCode)] = &[
    ("space", "space", KeyCode::Char(' ')),
    ("lt", "<", KeyCode::Char('<')),
    ("enter", "enter", KeyCode::Enter),
    ("esc", "esc", KeyCode::Esc),
    ("tab", "tab", KeyCode::Tab),
    ("s-tab", "shift-tab", KeyCode::BackTab),
    ("bs", "backspace", KeyCode::Backspace),
    ("del", "delete", KeyCode::Delete),
    ("up", "↑", KeyCode::Up),
    ("down", "↓", KeyCode::Down),
    ("left", "←", KeyCode::Left),
    ("right", "→", KeyCode::Right),
    ("home", "home", KeyCode::Home),
    ("end", "end", KeyCode::End),
    ("pageup", "page up", KeyCode::PageUp),
    ("pagedown", "page down", KeyCode::PageDown),
    ("f1", "f1", KeyCode::F(1)),
];

/// The key in the table's notation; `None` for one that the notation cannot write.
pub fn notation(key: KeyEvent) -> Option<String> {
    let named = NAMED.iter().find(|(_, _, code)| *code == key.code);
    let plain = match (named, key.code) {
        (Some((name, _, _)), _) => (*name).to_owned(),
        (None, KeyCode::Char(char)) => char.to_string(),
        (None, _) => return None,
    };
    let held = match key.modifiers - KeyModifiers::SHIFT {
        KeyModifiers::NONE => "",
        KeyModifiers::CONTROL => "c-",
        KeyModifiers::ALT => "a-",
        _ => return None,
    };
    if held.is_empty() && named.is_none() {
        Some(plain)
    } else {
        Some(format!("<{held}{plain}>"))
    }
}

/// The notation as people read it: `<c-d>` is "ctrl-d".
pub fn label(notation: &str) -> String {
    let Some(inner) = notation
        .strip_prefix('<')
        .and_then(|rest| rest.strip_suffix('>'))
    else {
        return notation.to_owned();
    };
    let (held, plain) = match inner.split_once('-') {
        Some(("c", plain)) => ("ctrl-", plain),
        Some(("a", plain)) => ("alt-", plain),
        _ => ("", inner),
    };
    let named = NAMED.iter().find(|(name, _, _)| *name == plain);
    format!("{held}{}", named.map_or(plain, |(_, label, _)| label))
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    use super::{label, notation};

    #[test]
    fn a_key_is_written_as_the_table_writes_it() {
        for (code, held, written) in [
            (KeyCode::Char('j'), KeyModifiers::NONE, "j"),
            (KeyCode::Char('U'), KeyModifiers::SHIFT, "U"),
            (KeyCode::Char(' '), KeyModifiers::NONE, "<space>"),
            (KeyCode::Char('d'), KeyModifiers::CONTROL, "<c-d>"),
            (KeyCode::Enter, KeyModifiers::CONTROL, "<c-enter>"),
            (KeyCode::BackTab, KeyModifiers::SHIFT, "<s-tab>"),
            (KeyCode::Char('<'), KeyModifiers::NONE, "<lt>"),
        ] {
            assert_eq!(notation(KeyEvent::new(code, held)).unwrap(), written);
        }
        assert_eq!(notation(KeyEvent::from(KeyCode::F(2))), None);
    }

    #[test]
    fn people_read_names_rather_than_brackets() {
        for (written, read) in [
            ("j", "j"),
            ("<c-d>", "ctrl-d"),
            ("<down>", "↓"),
            ("<s-tab>", "shift-tab"),
            ("<lt>", "<"),
        ] {
            assert_eq!(label(written), read);
        }
    }
}

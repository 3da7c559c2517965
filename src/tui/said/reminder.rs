//! What the status line reminds of: questions that are due, what is unread, what is marked.

use crate::tui::command::Command;
use crate::tui::key;
use crate::tui::keymap::{self, Scope};
use crate::tui::screen::{REVIEWS, ROWS};

/// How many questions are due, and the key that asks them.
pub(super) fn asking(questions: usize, scopes: &[Scope]) -> String {
    let (due, them) = match questions {
        1 => ("1 question is due".to_owned(), "it"),
        many => (format!("{many} questions are due"), "them"),
    };
    let key = keymap::name_at(scopes, Command::Interview);
    let how = key.map_or_else(String::new, |key| format!(" · {key} asks {them}"));
    format!("{due}{how}")
}

/// How many answers of mentors are unread, and the key that leads to them.
pub(super) fn reading(unread: usize, scopes: &[Scope]) -> String {
    let (told, them) = match unread {
        1 => ("A mentor answered".to_owned(), "it"),
        many => (format!("Mentors answered: {many} unread"), "them"),
    };
    let key = key::label(ROWS[REVIEWS].key);
    if scopes.contains(&Scope::Everywhere) {
        format!("{told} · {key} reads {them}")
    } else {
        told
    }
}

/// How many are marked, and what the keys that work here do to them.
pub(super) fn marking(marked: usize, scopes: &[Scope]) -> String {
    let ticks = match marked {
        0 => None,
        1 => Some((Command::Tick, "ticks it")),
        _ => Some((Command::Tick, "ticks them")),
    };
    let keys = ticks.into_iter().chain([(Command::Escape, "lets go")]);
    let works = keys.filter_map(|(command, does)| {
        let key = keymap::name_at(scopes, command)?;
        Some(format!(" · {key} {does}"))
    });
    let works: String = works.collect();
    format!("{marked} marked{works}")
}

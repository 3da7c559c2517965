//! The one table of keys. Dispatch, footer, help and the manual read it; nothing else names a key.

use crossterm::event::KeyEvent;

use super::command::{Command, Motion};
use super::key;
use super::message::Message;
use super::screen;
use crate::progress::Answer;

/// Where a set of keys works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// On every screen.
    Everywhere,
    /// Wherever the cursor is on a milestone.
    Milestone,
    /// In a list or a text.
    List,
    /// On the path.
    Path,
    /// In the help.
    Help,
    /// At a question.
    Question,
    /// In a line being typed.
    Prompt,
    /// In a note being written.
    Note,
    /// In the checks of a milestone.
    Answers,
    /// In the evidence of a milestone.
    Evidence,
    /// In the options of a choice.
    Choice,
    /// In the list of choices.
    Choices,
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// The keys, in the notation of [`key::notation`]; the first is the one that the footer names.
    pub keys: &'static [&'static str],
    /// What they ask for.
    pub command: Command,
    /// A word or two for the footer; empty where the footer passes it over.
    pub short: &'static str,
    /// A line for the help.
    pub long: &'static str,
}

const fn row(
    keys: &'static [&'static str],
    command: Command,
    short: &'static str,
    long: &'static str,
) -> Binding {
    Binding {
        keys,
        command,
        short,
        long,
    }
}

/// All keys, by where they work. Within a scope, what is wanted most stands first: the footer shows as many as fit.
#[rustfmt::skip] // One key, one row.
pub const TABLE: &[(Scope, &[Binding])] = &[
    (Scope::Milestone, &[
        row(&["<space>"], Command::Tick, "done", "tick it as done; on one that is done: ask to take the tick back"),
        row(&["s"], Command::Start, "start", "begin it"),
        row(&["c"], Command::Choose, "choose", "make the choice that belongs to it, or any other"),
        row(&["e"], Command::Evidence, "evidence", "see, add and remove what proves it"),
        row(&["a"], Command::Answers, "answer", "answer its questions: sure, unsure, no"),
        row(&["n"], Command::Note, "note", "write a private note on it"),
        row(&["x"], Command::Skip, "skip", "pass over it: it unlocks what follows and does not count"),
        row(&["r"], Command::Reopen, "reopen", "take its tick, credit or skip back"),
    ]),
    (Scope::Path, &[
        row(&["<enter>", "l", "<right>", "<tab>"], Command::In, "in", "the pane on the right"),
        row(&["<esc>", "h", "<left>", "<s-tab>"], Command::Out, "out", "the pane on the left"),
        row(&["]", "J"], Command::StageAfter, "", "the next stage"),
        row(&["[", "K"], Command::StageBefore, "", "the stage before"),
    ]),
    (Scope::List, &[
        row(&["j", "<down>"], Command::Move(Motion::Down), "", "down"),
        row(&["k", "<up>"], Command::Move(Motion::Up), "", "up"),
        row(&["<c-d>", "<pagedown>"], Command::Move(Motion::PageDown), "", "half a page down"),
        row(&["<c-u>", "<pageup>"], Command::Move(Motion::PageUp), "", "half a page up"),
        row(&["g", "<home>"], Command::Move(Motion::First), "", "to the first"),
        row(&["G", "<end>"], Command::Move(Motion::Last), "", "to the last"),
    ]),
    (Scope::Everywhere, &[
        row(&["u"], Command::Undo, "undo", "take the last deed back, whatever it was"),
        row(&["U", "<c-r>"], Command::Redo, "", "do again what was undone"),
        row(&["q", "<c-c>"], Command::Quit, "quit", "leave; everything is saved already"),
        row(&["?"], Command::Help, "keys", "all keys that work here"),
        row(&["<c-z>"], Command::Suspend, "", "back to the shell for a while; `fg` returns"),
    ]),
    (Scope::Help, &[
        row(&["<esc>", "?", "q", "<enter>", "<c-c>"], Command::Close, "close", "back"),
    ]),
    (Scope::Question, &[
        row(&["y", "<enter>"], Command::Yes, "yes", "yes, do it"),
        row(&["n", "<esc>", "q", "<c-c>"], Command::No, "no", "no, leave it"),
    ]),
    (Scope::Prompt, &[
        row(&["<enter>"], Command::Send, "save", "save what is typed"),
        row(&["<esc>", "<c-c>"], Command::Close, "back", "back; what is typed is kept for the next time"),
    ]),
    (Scope::Note, &[
        row(&["<c-s>", "<c-enter>"], Command::Send, "save", "save the note"),
        row(&["<esc>", "<c-c>"], Command::Close, "back", "back; what is typed is kept for the next time"),
    ]),
    (Scope::Answers, &[
        row(&["1", "y"], Command::Answer(Answer::Sure), "sure", "I could explain it now"),
        row(&["2", "?"], Command::Answer(Answer::Unsure), "unsure", "I would have to look"),
        row(&["3", "n"], Command::Answer(Answer::No), "no", "I could not"),
        row(&["<esc>", "a", "q", "<enter>", "<c-c>"], Command::Close, "back", "back to the milestone"),
    ]),
    (Scope::Evidence, &[
        row(&["r"], Command::AddRepository, "repository", "add the address of a repository"),
        row(&["d"], Command::AddDeployment, "deployment", "add the address of something that runs"),
        row(&["n"], Command::AddNote, "note", "add a few written lines as evidence"),
        row(&["x", "<del>"], Command::Remove, "remove", "remove the one under the cursor"),
        row(&["<esc>", "e", "q", "<enter>", "<c-c>"], Command::Close, "back", "back to the milestone"),
    ]),
    (Scope::Choice, &[
        row(&["<enter>"], Command::Send, "choose", "choose what is picked, or the option under the cursor"),
        row(&["<space>"], Command::Pick, "pick", "pick the option under the cursor, or drop it again"),
        row(&["<esc>", "c", "q", "<c-c>"], Command::Close, "back", "back; nothing changes"),
    ]),
    (Scope::Choices, &[
        row(&["<enter>", "l", "<right>", "<space>"], Command::Pick, "open", "see the options of the choice under the cursor"),
        row(&["<esc>", "c", "q", "<c-c>"], Command::Close, "back", "back to the milestone"),
    ]),
];

impl Binding {
    /// The first of its keys, as people read it.
    pub fn label(&self) -> String {
        self.keys
            .first()
            .map_or_else(String::new, |key| key::label(key))
    }
}

impl Scope {
    /// The keys that work in it.
    pub fn bindings(self) -> &'static [Binding] {
        let found = TABLE.iter().find(|(scope, _)| *scope == self);
        found.map_or(&[], |(_, bindings)| bindings)
    }

    /// Whether keys that are not in the table are text.
    pub fn takes_text(self) -> bool {
        matches!(self, Self::Prompt | Self::Note)
    }

    /// What the help calls it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Everywhere => "Everywhere",
            Self::Milestone => "The milestone under the cursor",
            Self::List => "Moving",
            Self::Path => "The path",
            Self::Help => "This help",
            Self::Question => "A question",
            Self::Prompt => "A line",
            Self::Note => "A note",
            Self::Answers => "Questions of a milestone",
            Self::Evidence => "Evidence of a milestone",
            Self::Choice => "A choice",
            Self::Choices => "All choices",
        }
    }
}

/// The key for a command as texts name it: the first that the table gives it.
pub fn name(command: Command) -> String {
    let mut bindings = TABLE.iter().flat_map(|(_, bindings)| *bindings);
    let bound = bindings.find(|binding| binding.command == command);
    bound.map_or_else(String::new, Binding::label)
}

/// What a key means where these scopes work; the first scope that knows it decides.
pub fn read(scopes: &[Scope], event: KeyEvent) -> Option<Message> {
    let written = key::notation(event);
    let command = written.and_then(|written| find(scopes, &written));
    match command {
        Some(command) => Some(Message::Command(command)),
        None if scopes.iter().any(|scope| scope.takes_text()) => Some(Message::Typed(event)),
        None => None,
    }
}

fn find(scopes: &[Scope], written: &str) -> Option<Command> {
    let bindings = scopes.iter().flat_map(|scope| scope.bindings());
    let bound = bindings
        .filter(|binding| binding.keys.contains(&written))
        .map(|binding| binding.command)
        .next();
    let to_screen = || {
        let rows = screen::ROWS.iter();
        let index = rows.enumerate().find(|(_, row)| row.key == written);
        index.map(|(index, _)| Command::Screen(index))
    };
    bound.or_else(|| {
        scopes
            .contains(&Scope::Everywhere)
            .then(to_screen)
            .flatten()
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{Scope, TABLE};

    #[test]
    fn every_binding_has_keys_and_a_line_of_help() {
        for (scope, bindings) in TABLE {
            assert!(!scope.title().is_empty());
            for binding in *bindings {
                assert!(!binding.keys.is_empty(), "{:?} has no key", binding.command);
                assert!(
                    !binding.long.is_empty(),
                    "{:?} has no help",
                    binding.command
                );
            }
        }
    }

    #[test]
    fn no_key_means_two_things_in_one_place() {
        let places: [&[Scope]; 2] = [
            &[
                Scope::Path,
                Scope::Milestone,
                Scope::List,
                Scope::Everywhere,
            ],
            &[Scope::Choice, Scope::List],
        ];
        let overlays = TABLE.iter().map(|(scope, _)| std::slice::from_ref(scope));
        for scopes in places.into_iter().chain(overlays) {
            let mut seen = HashSet::new();
            for key in scopes
                .iter()
                .flat_map(|scope| scope.bindings())
                .flat_map(|binding| binding.keys)
            {
                assert!(seen.insert(key), "{key} means two things in {scopes:?}");
            }
        }
    }
}

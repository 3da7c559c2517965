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
    /// Whatever has the keys, unless that uses them for something else.
    Always,
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
    /// On the choices.
    Choices,
    /// In a list of things to take one of.
    Menu,
    /// In a line that narrows the list below it.
    Narrowing,
    /// In the answers to a newcomer's questions.
    Welcome,
    /// In a line that answers one of them.
    WelcomeLine,
    /// On the gaps.
    Gaps,
    /// In the journal.
    Journal,
    /// On the settings.
    Settings,
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// The keys, in the notation of [`key::notation`]; the first is the one that the footer names.
    pub keys: &'static [&'static str],
    /// What they ask for.
    pub command: Command,
    /// Its name: a word or two.
    pub short: &'static str,
    /// A line for the help.
    pub long: &'static str,
    /// Whether the footer names it.
    pub named: Named,
}

/// Where a key is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// In the footer, as far as there is room, and in the help.
    InFooter,
    /// In the help only.
    InHelp,
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
        named: Named::InFooter,
    }
}

/// A row that the footer passes over.
const fn quiet(
    keys: &'static [&'static str],
    command: Command,
    short: &'static str,
    long: &'static str,
) -> Binding {
    Binding {
        named: Named::InHelp,
        ..row(keys, command, short, long)
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
        row(&["t"], Command::Spend, "time", "record time spent on it"),
        quiet(&["o"], Command::OpenLink, "open link", "open an address of it in the browser"),
        quiet(&["y"], Command::CopyLink, "copy link", "copy an address of it"),
    ]),
    (Scope::Path, &[
        row(&["<enter>", "l", "<right>"], Command::In, "in", "read about it, unfold a stage, or go where the marked line leads"),
        row(&["h", "<left>"], Command::Out, "out", "back to the list, to the stage, and fold it"),
        quiet(&["<esc>"], Command::Escape, "let go", "let go of a range, a filter, or the detail"),
        row(&["v"], Command::Range, "range", "mark several: the keys for a milestone then work on all of them"),
        row(&["f"], Command::Filter, "filter", "list only what is open, available, done, optional or hard"),
        quiet(&["z"], Command::Fold, "fold", "fold the stage, or unfold it"),
        quiet(&["Z"], Command::FoldAll, "fold all", "fold all stages, or unfold them"),
        quiet(&["]", "J"], Command::Stage(Motion::Down(1)), "next stage", "the next stage"),
        quiet(&["[", "K"], Command::Stage(Motion::Up(1)), "stage before", "the stage before"),
        quiet(&["<bs>", "<c-o>"], Command::Back, "back", "back to where the last jump began"),
    ]),
    (Scope::Gaps, &[
        row(&["<enter>"], Command::Send, "show", "show the milestone on the path, make the choice, or unfold the requirement"),
        row(&["l", "<right>"], Command::In, "missing", "to all that is missing"),
        row(&["h", "<left>", "<esc>"], Command::Out, "back", "back to the requirements, and fold the one under the cursor"),
        quiet(&["z"], Command::Fold, "fold", "unfold the requirement, or fold it"),
    ]),
    (Scope::Choices, &[
        row(&["<enter>"], Command::Send, "choose", "see what there is to take; there: take what is picked, or what is under the cursor"),
        row(&["<space>"], Command::Pick, "pick", "pick the option under the cursor, or drop it again"),
        row(&["l", "<right>"], Command::In, "in", "see what there is to take"),
        row(&["h", "<left>", "<esc>"], Command::Out, "out", "back to the choices"),
    ]),
    (Scope::Journal, &[
        row(&["x"], Command::UndoThis, "take back", "take the deed under the cursor back, with all that was done in the same action"),
        row(&["<enter>", "l", "<right>"], Command::Send, "show", "show its milestone on the path"),
        row(&["f"], Command::Filter, "filter", "list only deeds of a kind, or about its milestone"),
        row(&["<esc>"], Command::Escape, "all", "list everything again"),
    ]),
    (Scope::Settings, &[
        row(&["<enter>"], Command::Pick, "change", "see what there is to take, and take one"),
        row(&["<space>", "l", "<right>"], Command::Value(Motion::Down(1)), "next", "take the next value at once"),
        quiet(&["h", "<left>"], Command::Value(Motion::Up(1)), "before", "take the value before"),
    ]),
    (Scope::List, &[
        quiet(&["j", "<down>"], Command::Move(Motion::Down(1)), "down", "down; a number before it says how far"),
        quiet(&["k", "<up>"], Command::Move(Motion::Up(1)), "up", "up"),
        quiet(&["<c-d>", "<pagedown>"], Command::Move(Motion::PageDown), "page down", "half a page down"),
        quiet(&["<c-u>", "<pageup>"], Command::Move(Motion::PageUp), "page up", "half a page up"),
        quiet(&["gg", "<home>"], Command::Move(Motion::First), "first", "to the first"),
        quiet(&["G", "<end>"], Command::Move(Motion::Last), "last", "to the last; a number before it names the line"),
    ]),
    (Scope::Everywhere, &[
        row(&["/", "<c-f>"], Command::Find, "find", "search milestones, questions, keywords and resources"),
        row(&["u"], Command::Undo, "undo", "take the last deed back, whatever it was"),
        quiet(&["U", "<c-r>"], Command::Redo, "redo", "do again what was undone"),
        row(&["<tab>", "gt"], Command::Screens(Motion::Down(1)), "screens", "the next screen"),
        quiet(&["<s-tab>", "gT"], Command::Screens(Motion::Up(1)), "screen before", "the screen before"),
        quiet(&["T"], Command::Aim, "aim", "choose the target to aim at"),
        quiet(&["W"], Command::Hours, "hours", "say how many hours a week you plan"),
        quiet(&["B"], Command::Credit, "credit", "say what you know already, and get credit for it"),
        quiet(&["P"], Command::Pause, "pause", "pause until a day, such as for a holiday"),
        row(&["q", "<c-c>"], Command::Quit, "quit", "leave; everything is saved already"),
        row(&[":", "<c-p>"], Command::Palette, "actions", "every action by its name"),
    ]),
    (Scope::Always, &[
        row(&["?", "<f1>"], Command::Help, "keys", "all keys that work here"),
        quiet(&["<c-z>"], Command::Suspend, "shell", "back to the shell for a while; `fg` returns"),
    ]),
    (Scope::Help, &[
        row(&["<esc>", "?", "<f1>", "q", "<enter>", "<c-c>"], Command::Close, "close", "back"),
    ]),
    (Scope::Question, &[
        row(&["y", "<enter>"], Command::Yes, "yes", "yes, do it"),
        row(&["n", "<esc>", "q", "<c-c>"], Command::No, "no", "no, leave it"),
    ]),
    (Scope::Prompt, &[
        row(&["<enter>"], Command::Send, "save", "save what is typed"),
        row(&["<esc>", "<c-c>"], Command::Close, "back", "back; what is typed is kept for the next time"),
        row(&["<up>"], Command::Recall(Motion::Up(1)), "earlier", "what you typed here before"),
        quiet(&["<down>"], Command::Recall(Motion::Down(1)), "later", "what you typed after that"),
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
        row(&["o"], Command::OpenLink, "open", "open the address under the cursor in the browser"),
        row(&["y"], Command::CopyLink, "copy", "copy the address under the cursor"),
        row(&["x", "<del>"], Command::Remove, "remove", "remove the one under the cursor"),
        row(&["<esc>", "e", "q", "<enter>", "<c-c>"], Command::Close, "back", "back to the milestone"),
    ]),
    (Scope::Choice, &[
        row(&["<enter>"], Command::Send, "choose", "choose what is picked, or the option under the cursor"),
        row(&["<space>"], Command::Pick, "pick", "pick the option under the cursor, or drop it again"),
        row(&["<esc>", "c", "q", "<c-c>"], Command::Close, "back", "back; nothing changes"),
    ]),
    (Scope::Menu, &[
        row(&["<enter>", "<space>", "l", "<right>"], Command::Pick, "take", "take what is under the cursor"),
        row(&["<esc>", "q", "h", "<left>", "<c-c>"], Command::Close, "back", "back; nothing changes"),
    ]),
    (Scope::Narrowing, &[
        row(&["<enter>"], Command::Pick, "take", "take what is under the cursor"),
        row(&["<esc>", "<c-c>"], Command::Close, "back", "back; what you searched is kept"),
        quiet(&["<down>", "<c-n>", "<tab>"], Command::Move(Motion::Down(1)), "down", "down in the list"),
        row(&["<up>", "<c-p>", "<s-tab>"], Command::Move(Motion::Up(1)), "earlier", "up in the list; at its top: what you typed here before"),
        quiet(&["<pagedown>"], Command::Move(Motion::PageDown), "page down", "half a page down"),
        quiet(&["<pageup>"], Command::Move(Motion::PageUp), "page up", "half a page up"),
    ]),
    (Scope::Welcome, &[
        row(&["<enter>", "<space>", "l", "<right>"], Command::Pick, "take", "take the answer under the cursor"),
        row(&["<tab>", "s"], Command::Later, "later", "pass over the question; its key asks it again at any time"),
        row(&["h", "<left>", "<s-tab>", "<bs>"], Command::Back, "before", "the question before"),
        row(&["<esc>", "q", "<c-c>"], Command::Close, "pass over all", "pass over all questions"),
    ]),
    (Scope::WelcomeLine, &[
        row(&["<enter>"], Command::Pick, "take", "take what is typed, or what is suggested"),
        row(&["<tab>"], Command::Later, "later", "pass over the question; its key asks it again at any time"),
        row(&["<s-tab>"], Command::Back, "before", "the question before"),
        row(&["<esc>", "<c-c>"], Command::Close, "pass over all", "pass over all questions"),
    ]),
];

/// The most that may be typed as a number before a key.
const MOST: usize = 99_999;

/// What was typed of a key that is not whole yet: a number before it, and its first letters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Begun {
    /// The number, if one was typed.
    pub count: Option<usize>,
    /// The letters so far, in the notation of [`key::notation`].
    pub keys: String,
}

impl Begun {
    /// Whether nothing was begun.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

impl Binding {
    /// The first of its keys, as people read it.
    pub fn label(&self) -> String {
        self.keys
            .first()
            .map_or_else(String::new, |key| key::label(key))
    }

    /// Those of its keys that mean it where these scopes work, as people read them.
    pub fn labels(&self, scopes: &[Scope]) -> impl Iterator<Item = String> {
        let keys = self.keys.iter();
        let working = keys.filter(move |key| find(scopes, key) == Some(self.command));
        working.map(|key| key::label(key))
    }
}

impl Scope {
    /// The keys of the table that stand under it.
    pub fn bindings(self) -> &'static [Binding] {
        let found = TABLE.iter().find(|(scope, _)| *scope == self);
        found.map_or(&[], |(_, bindings)| bindings)
    }

    /// Whether keys that are not in the table are text.
    pub fn takes_text(self) -> bool {
        matches!(
            self,
            Self::Prompt | Self::Note | Self::Narrowing | Self::WelcomeLine
        )
    }

    /// What the help calls it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Always => "Always",
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
            Self::Choices => "The choices",
            Self::Menu => "A list to take from",
            Self::Welcome => "The first questions",
            Self::WelcomeLine => "The first questions: a figure",
            Self::Narrowing => "A list that you narrow by typing",
            Self::Gaps => "The gaps",
            Self::Journal => "The journal",
            Self::Settings => "The settings",
        }
    }
}

/// The key for a command as texts name it: the first that the table gives it.
pub fn name(command: Command) -> String {
    let mut bindings = TABLE.iter().flat_map(|(_, bindings)| *bindings);
    let bound = bindings.find(|binding| binding.command == command);
    bound.map_or_else(String::new, Binding::label)
}

/// The key for a command in one scope as texts name it: the first that the table gives it there.
pub fn name_in(scope: Scope, command: Command) -> String {
    let mut bindings = scope.bindings().iter();
    let bound = bindings.find(|binding| binding.command == command);
    bound.map_or_else(String::new, Binding::label)
}

/// The scopes that work where these do: those that always do come last.
pub fn working(scopes: &[Scope]) -> impl Iterator<Item = Scope> + '_ {
    scopes.iter().copied().chain([Scope::Always])
}

/// The command in a word or two, as the footer and lists of keys name it.
pub fn word(command: Command) -> &'static str {
    if let Command::Screen(index) = command {
        return screen::ROWS.get(index).map_or("", |row| row.title);
    }
    let mut bindings = TABLE.iter().flat_map(|(_, bindings)| *bindings);
    let bound = bindings.find(|binding| binding.command == command);
    bound.map_or("", |binding| binding.short)
}

/// What a key means where these scopes work, after what was begun before it; the first scope that knows it decides.
pub fn read(scopes: &[Scope], begun: &Begun, event: KeyEvent) -> Option<Message> {
    let takes_text = scopes.iter().any(|scope| scope.takes_text());
    let Some(written) = key::notation(event) else {
        return takes_text.then_some(Message::Typed(event));
    };
    let keys = format!("{}{written}", begun.keys);
    if let Some(command) = find(scopes, &keys) {
        let count = begun.count;
        return Some(Message::Command(
            count.map_or(command, |count| command.times(count)),
        ));
    }
    if takes_text {
        return Some(Message::Typed(event));
    }
    match going_on(scopes, begun, &written, keys) {
        Some(begun) => Some(Message::Begun(begun)),
        None if begun.is_nothing() => None,
        // A key that leads nowhere ends what was begun.
        None => Some(Message::Begun(Begun::default())),
    }
}

/// What is begun once this key was pressed, if it may still become something.
fn going_on(scopes: &[Scope], begun: &Begun, written: &str, keys: String) -> Option<Begun> {
    let counts = scopes.contains(&Scope::List) && begun.keys.is_empty();
    if let (true, Ok(digit)) = (counts, written.parse::<usize>())
        && (digit > 0 || begun.count.is_some())
    {
        let count = begun.count.unwrap_or(0) * 10 + digit;
        return Some(Begun {
            count: Some(count.min(MOST)),
            keys: String::new(),
        });
    }
    let leads_on =
        all(scopes).any(|(known, _)| known.len() > keys.len() && known.starts_with(&keys));
    let count = begun.count;
    leads_on.then_some(Begun { count, keys })
}

/// The keys that go on from what was begun, with what they ask for.
pub fn after<'a>(
    scopes: &'a [Scope],
    begun: &'a Begun,
) -> impl Iterator<Item = (&'static str, Command)> + 'a {
    let keys = all(scopes).filter(|(keys, _)| keys.len() > begun.keys.len());
    keys.filter_map(|(keys, command)| Some((keys.strip_prefix(begun.keys.as_str())?, command)))
}

fn find(scopes: &[Scope], written: &str) -> Option<Command> {
    all(scopes)
        .find(|(keys, _)| *keys == written)
        .map(|(_, command)| command)
}

/// All keys that work in these scopes, the ways to the screens among them.
fn all(scopes: &[Scope]) -> impl Iterator<Item = (&'static str, Command)> + '_ {
    let takes_text = scopes.iter().any(|scope| scope.takes_text());
    let bindings = working(scopes).flat_map(Scope::bindings);
    let bound = bindings.flat_map(|binding| {
        let keys = binding.keys.iter();
        keys.map(|keys| (*keys, binding.command))
    });
    // Where text is typed, a letter is text.
    let bound = bound.filter(move |(keys, _)| !takes_text || keys.starts_with('<'));
    let rows = scopes.contains(&Scope::Everywhere).then_some(screen::ROWS);
    let rows = rows.into_iter().flatten().enumerate();
    bound.chain(rows.map(|(index, row)| (row.key, Command::Screen(index))))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{Scope, TABLE};

    #[test]
    fn every_binding_has_keys_a_name_and_a_line_of_help() {
        for (scope, bindings) in TABLE {
            assert!(!scope.title().is_empty());
            for binding in *bindings {
                assert!(!binding.keys.is_empty(), "{:?} has no key", binding.command);
                assert!(
                    !binding.short.is_empty() && !binding.long.is_empty(),
                    "{:?} has no name or no help",
                    binding.command
                );
            }
        }
    }

    #[test]
    fn no_key_means_two_things_in_one_place() {
        let places: [&[Scope]; 6] = [
            &[
                Scope::Path,
                Scope::Milestone,
                Scope::List,
                Scope::Everywhere,
                Scope::Always,
            ],
            &[
                Scope::Gaps,
                Scope::Milestone,
                Scope::List,
                Scope::Everywhere,
                Scope::Always,
            ],
            &[
                Scope::Choices,
                Scope::List,
                Scope::Everywhere,
                Scope::Always,
            ],
            &[
                Scope::Journal,
                Scope::List,
                Scope::Everywhere,
                Scope::Always,
            ],
            &[
                Scope::Settings,
                Scope::List,
                Scope::Everywhere,
                Scope::Always,
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

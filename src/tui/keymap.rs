//! The one table of keys, and how it is read. Dispatch, footer, help and the manual read it; nothing else names a key.

mod scope;
mod table;

use crossterm::event::KeyEvent;

use super::command::Command;
use super::key;
use super::message::Message;

pub use scope::Scope;
pub use table::{Binding, Named, TABLE};

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

/// The key for a command where these scopes work, as texts name it; `None` where it has none.
pub fn name_at(scopes: &[Scope], command: Command) -> Option<String> {
    let mut bound = all(scopes).filter(|(_, bound)| *bound == command);
    // A scope before it may use the key for something else.
    let working = bound.find(|(keys, _)| find(scopes, keys) == Some(command));
    working.map(|(keys, _)| key::label(keys))
}

/// The scopes that work where these do: those that always do come last.
pub fn working(scopes: &[Scope]) -> impl Iterator<Item = Scope> + '_ {
    scopes.iter().copied().chain([Scope::Always])
}

/// The command in a word or two where these scopes work, as the footer and lists of keys name it.
pub fn word(scopes: &[Scope], command: Command) -> &'static str {
    if let Command::Screen(index) = command {
        let mut rows = scopes.iter().filter_map(|scope| scope.rows().get(index));
        return rows.next().map_or("", |row| row.title);
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
        return Some(match begun.count {
            Some(count) if count > 1 && command.alters() => Message::Counted(command, count),
            Some(count) => Message::Command(command.times(count)),
            None => Message::Command(command),
        });
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
    let rows = scopes
        .iter()
        .flat_map(|scope| scope.rows().iter().enumerate());
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
        let milestones = [Scope::Path, Scope::Gaps].map(|scope| {
            let always = [Scope::Everywhere, Scope::Always];
            [&[scope, Scope::Milestone, Scope::List], &always[..]].concat()
        });
        let learners = [
            Scope::Choices,
            Scope::Journal,
            Scope::Settings,
            Scope::Records,
            Scope::Reviews,
        ];
        let learners =
            learners.map(|scope| vec![scope, Scope::List, Scope::Everywhere, Scope::Always]);
        let mentors = [Scope::Settings, Scope::Stuck, Scope::Weak];
        let mentors = mentors.map(|scope| vec![scope, Scope::List, Scope::Desk, Scope::Always]);
        let answering = [Scope::Queue, Scope::Grid, Scope::Pupil].map(|scope| {
            let always = [Scope::Desk, Scope::Always];
            [&[scope, Scope::Submission, Scope::List], &always[..]].concat()
        });
        let lists = [Scope::Record, Scope::Choice, Scope::Interview];
        let lists = lists.map(|scope| vec![scope, Scope::List]);
        let places = milestones
            .into_iter()
            .chain(learners)
            .chain(mentors)
            .chain(answering);
        let overlays = TABLE.iter().map(|(scope, _)| vec![*scope]);
        for scopes in places.chain(lists).chain(overlays) {
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

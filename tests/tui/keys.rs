//! The table of keys: every row is reachable, and what it promises happens.

use milepost::tui::keymap::{Begun, Scope, TABLE, read, working};
use milepost::tui::message::Message;

use super::queue::class;
use crate::kit::machine::Machine;
use crate::kit::screen::{Screen, parse};

/// Keys that lead a new learner to where a scope works.
pub(super) fn way_to(scope: Scope) -> &'static str {
    match scope {
        Scope::Always
        | Scope::Everywhere
        | Scope::Milestone
        | Scope::List
        | Scope::Path
        | Scope::Desk
        | Scope::Submission
        | Scope::Queue
        | Scope::Welcome => "",
        Scope::Detail => "l",
        Scope::Help => "?",
        Scope::Question => "j<space>",
        Scope::Menu => "f",
        Scope::Brought => "BG<enter>git, python<enter>",
        Scope::Prompt => "x",
        Scope::Note => "n",
        Scope::Verdict => "r",
        Scope::Sending => "S",
        Scope::Answers => "a",
        Scope::Interview => "I",
        Scope::Evidence => "e",
        Scope::Notes => "nPipes<c-s>n",
        Scope::Choice => "]jc",
        Scope::Narrowing => ":",
        Scope::WelcomeLine => "sss",
        Scope::Choices => "gc",
        Scope::Guide => "F",
        Scope::Gaps => "ga",
        Scope::Next => "gn",
        Scope::Portfolio => "go",
        Scope::Pace | Scope::Weak => "gw",
        Scope::Job => "gb",
        Scope::Records => "gr",
        Scope::Record => "grnExample Ltd<enter><enter>",
        Scope::Journal => "gj",
        Scope::Reviews => "gv",
        Scope::Grid => "gd",
        Scope::Pupil => "gl",
        Scope::Stuck => "gk",
        Scope::Settings => "gs",
    }
}

/// Whether its keys work at a mentor's desk alone.
pub(super) fn is_mentors(scope: Scope) -> bool {
    matches!(
        scope,
        Scope::Desk
            | Scope::Submission
            | Scope::Queue
            | Scope::Verdict
            | Scope::Sending
            | Scope::Grid
            | Scope::Pupil
            | Scope::Stuck
            | Scope::Weak
    )
}

/// What keys of the table mean, pressed one after the other.
fn means(scopes: &[Scope], keys: &str) -> Option<Message> {
    let mut begun = Begun::default();
    let mut meant = None;
    for event in parse(keys) {
        meant = read(scopes, &begun, event);
        if let Some(Message::Begun(more)) = &meant {
            begun = more.clone();
        }
    }
    meant
}

#[test]
fn every_binding_is_reached_by_each_of_its_keys() {
    for (scope, bindings) in TABLE {
        let screen = match scope {
            // Only a newcomer is asked.
            Scope::Welcome | Scope::WelcomeLine => Screen::new().greeted(),
            scope if is_mentors(*scope) => class().reviewed(),
            _ => Screen::new(),
        };
        let screen = screen.press(way_to(*scope));
        let scopes = screen.model.scopes();
        assert!(
            working(scopes).any(|working| working == *scope),
            "{scope:?} is not where its way leads"
        );
        for binding in *bindings {
            for key in binding.keys {
                let meant = means(scopes, key);
                let expected = binding.command;
                assert!(
                    matches!(meant, Some(Message::Command(command)) if command == expected),
                    "{key} in {scope:?} means {meant:?}"
                );
            }
        }
    }
}

#[test]
fn the_footer_says_what_enter_does_here() {
    for (keys, said) in [
        ("", "enter in"),
        ("l", "enter go there"),
        ("gc", "enter choose"),
        ("gj", "enter go there"),
        ("gs", "enter change"),
        ("gsG", "y copy"),
        ("f", "enter take"),
        (":", "enter take"),
        ("ga", "z fold"),
        ("gal", "enter go there"),
        ("]jc", "enter choose"),
        ("n", "ctrl-s save"),
        ("enOne<enter>", "enter change"),
    ] {
        let mut machine = Machine::new();
        machine.done(&["what-backend-is"]);
        let text = Screen::of(machine).sized(140, 40).press(keys).text();
        let footer = text.lines().last().unwrap();
        assert!(footer.contains(said), "{keys}: {footer}");
        assert!(
            said.starts_with("enter") || !footer.contains(" enter "),
            "{keys}: {footer}"
        );
    }
}

#[test]
fn the_footer_always_leads_to_the_help() {
    for (width, height) in [(30, 8), (44, 16), (80, 24), (140, 40)] {
        let screen = Screen::new().sized(width, height);
        assert!(screen.text().ends_with("? keys"), "{}", screen.text());
    }
}

#[test]
fn the_help_has_a_line_for_every_key_of_the_path() {
    let help = Screen::new().sized(100, 90).press("?").text();
    for scope in Screen::new().model.scopes() {
        for binding in scope.bindings() {
            let words = binding
                .long
                .split(' ')
                .take(3)
                .collect::<Vec<_>>()
                .join(" ");
            assert!(help.contains(&words), "{words:?} is missing in\n{help}");
        }
    }
}

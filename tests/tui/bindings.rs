//! What every key of the table does to the screen: one snapshot a scope, one paragraph a key.

use std::fmt::Write;

use milepost::progress::Intent;
use milepost::tui::Options;
use milepost::tui::command::{Command, Motion};
use milepost::tui::keymap::{Binding, Scope, TABLE, working};
use milepost::tui::look::Form;
use milepost::tui::run::{Flow, Opening};
use milepost::tui::settings::Depth;

use super::grid::group;
use super::interview::shaky;
use super::keys::{is_mentors, way_to};
use super::queue::class;
use super::records::searching;
use super::reviews::answered;
use crate::kit::machine::Machine;
use crate::kit::mentors_desk::folder;
use crate::kit::screen::Screen;

/// A learner who has done, written and taken back a few things, so that each key finds something to work on.
pub(super) fn learner() -> Machine {
    let mut machine = Machine::new();
    let curriculum = machine.session.snapshot().curriculum;
    let (language, choice) = curriculum.choice("language").unwrap();
    machine.done(&["what-backend-is"]);
    machine.does(Intent::Choose(language, vec![choice.options[0].id.clone()]));
    machine.note("what-backend-is", "Pipes are wonderful");
    machine.session.prefer("pace", "on").unwrap();
    machine.repository(
        "choose-learning-route",
        "https://example.com/a.learner/first",
    );
    machine
}

/// The keys that are pressed first, so that the key has something to do.
fn before(scope: Scope, command: Command) -> &'static str {
    match (scope, command) {
        (Scope::Milestone, Command::Reopen) => "ggj",
        (Scope::Guide, Command::Follow) => "G<c-u>",
        (Scope::Path | Scope::Gaps | Scope::Reviews, Command::Out) => "l",
        (Scope::Path, Command::Escape) => "v",
        (Scope::Path, Command::Stage(Motion::Up(_))) => "]",
        (Scope::Path, Command::Back) => "/joins<enter>",
        (Scope::List, Command::Move(Motion::Up(_) | Motion::PageUp | Motion::First)) => "9j",
        (Scope::Interview, Command::Undo) => "1",
        (Scope::Interview, Command::Redo) => "1u",
        (
            Scope::Everywhere | Scope::Answers | Scope::Evidence | Scope::Notes | Scope::Record,
            Command::Redo,
        ) => "u",
        (Scope::Choices, Command::Out | Command::Pick) => "j<enter>",
        (Scope::Job, Command::Follow | Command::Remove) => "pGit and Docker<c-s>",
        (Scope::Journal, Command::Follow)
        | (
            Scope::Records,
            Command::Take | Command::Remove | Command::OpenLink | Command::CopyLink,
        ) => "j",
        (Scope::Settings, Command::Copy) | (Scope::Record, Command::Remove) => "G",
        (Scope::Journal, Command::Escape) => "fj<enter>",
        (Scope::Prompt, Command::Send) => "because",
        (Scope::Prompt, Command::Recall(Motion::Up(_))) => "because<enter>jx",
        (Scope::Prompt, Command::Recall(_)) => "because<enter>jx<up>",
        (Scope::Note, Command::Send) => " and loops are too",
        (Scope::Narrowing, Command::Move(Motion::Up(_) | Motion::PageUp)) => "<pagedown><pagedown>",
        (Scope::Welcome, Command::Back) => "s",
        _ => before_at_a_desk(scope, command),
    }
}

/// The same where a mentor is.
fn before_at_a_desk(scope: Scope, command: Command) -> &'static str {
    match (scope, command) {
        (Scope::Desk, Command::Screens(Motion::Up(_))) => "gs",
        (Scope::Desk, Command::TakeBack) | (Scope::Submission, Command::Again) => "v",
        (Scope::Desk, Command::GiveAgain) => "vu",
        (Scope::Submission, Command::Remove) => "v}",
        (Scope::Queue | Scope::Pupil, Command::Out) | (Scope::Grid, Command::Fold) => "l",
        (Scope::Queue, Command::Stage(Motion::Up(_)) | Command::Part(Motion::Up(_))) => "G",
        (Scope::Queue | Scope::Stuck | Scope::Weak, Command::Escape) => "f2<enter>",
        (Scope::Grid, Command::Escape) => "lz",
        (Scope::Grid, Command::Across(Motion::Up(_) | Motion::First)) => "ll",
        (Scope::Pupil, Command::Stage(Motion::Up(_))) => "]",
        (Scope::Pupil, Command::OpenLink | Command::CopyLink) => "jjj",
        (Scope::Weak, Command::Follow) => "jj",
        (Scope::Verdict, Command::Take) => "Once more<c-s>r",
        _ => "",
    }
}

/// The learner's screens where keys of this scope work; a newcomer's where only they are asked.
pub(super) fn place(scope: Scope, options: Options) -> Screen {
    let (screen, way) = match scope {
        Scope::Welcome | Scope::WelcomeLine => (
            Screen::with(Machine::new(), options).greeted(),
            way_to(scope),
        ),
        Scope::Interview => (Screen::with(shaky(), options), way_to(scope)),
        Scope::Records => (Screen::with(searching(), options), way_to(scope)),
        Scope::Record => (Screen::with(searching(), options), "grj<enter>"),
        Scope::Reviews => (Screen::with(answered(), options), way_to(scope)),
        scope if is_mentors(scope) => {
            let options = Options {
                opening: Opening::Review,
                ..options
            };
            let mut class = match scope {
                Scope::Desk | Scope::Submission | Scope::Queue => class(),
                _ => group(),
            };
            // Where a test keeps its files is of no interest.
            let group_folder = folder(&class.machine);
            let session = &mut class.machine.session;
            let answers = format!("review-files:{}", group_folder.display());
            session.prefer(&answers, "~/answers").unwrap();
            (Screen::with(class.machine, options), way_to(scope))
        }
        Scope::Question => (Screen::with(learner(), options), "ggj<space>"),
        _ => (Screen::with(learner(), options), way_to(scope)),
    };
    let screen = screen.press(way);
    let works = working(screen.model.scopes()).any(|working| working == scope);
    assert!(works, "{way} does not lead to {scope:?}");
    screen
}

fn scene(scope: Scope, command: Command) -> Screen {
    let options = Options {
        depth: Depth::None,
        form: Form::Panes,
        ..Options::default()
    };
    let scene = place(scope, options).press(before(scope, command));
    let works = working(scene.model.scopes()).any(|working| working == scope);
    assert!(works, "{command:?} in {scope:?} is tried elsewhere");
    scene
}

/// The lines of a screen that were not there before; where the store is stays untold.
fn news(before: &str, after: &str, home: &str) -> String {
    let is_new = |line: &&str| before.lines().all(|other| other != *line) && !line.contains(home);
    let mut news = String::new();
    for line in after.lines().filter(is_new) {
        writeln!(news, "  {line}").unwrap();
    }
    news
}

/// What one key does.
fn told(scope: Scope, binding: &Binding) -> String {
    let scene = scene(scope, binding.command);
    let before = scene.text();
    let key = binding.keys[0];
    let screen = scene.press(key);
    let mut told = format!("{key} · {}\n", binding.long);
    match &screen.flow {
        Flow::Draw | Flow::Wait => {}
        flow => writeln!(told, "  {flow:?}").unwrap(),
    }
    let after = screen.text();
    assert!(
        after != before || told.lines().count() > 1,
        "{key} in {scope:?} does nothing in\n{before}"
    );
    let home = screen.machine.home.path().display().to_string();
    told.push_str(&news(&before, &after, &home));
    told.replace(&home, "[folder]")
}

#[test]
fn every_key_does_what_it_is_for() {
    for (scope, bindings) in TABLE {
        let told: Vec<String> = bindings
            .iter()
            .map(|binding| told(*scope, binding))
            .collect();
        insta::assert_snapshot!(format!("{scope:?}"), told.join("\n"));
    }
}

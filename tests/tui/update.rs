//! The state's changes alone: what a message asks of the world.

use milepost::progress::{Intent, Lock};
use milepost::tui::command::{Command, Motion};
use milepost::tui::effect::Effect;
use milepost::tui::message::{Failure, Message};
use milepost::tui::said::Said;
use milepost::tui::update::update;
use milepost::tui::want::Want;

use crate::kit::screen::Screen;

fn asks(command: Command) -> Effect {
    update(&mut Screen::new().model, Message::Command(command))
}

#[test]
fn a_command_asks_the_world_and_changes_nothing_itself() {
    assert_eq!(
        asks(Command::Tick),
        Effect::Record(vec![Intent::Done(0, Lock::Respect)])
    );
    assert_eq!(asks(Command::Start), Effect::Record(vec![Intent::Start(0)]));
    assert_eq!(asks(Command::Undo), Effect::Undo);
    assert_eq!(asks(Command::Redo), Effect::Redo);
    assert_eq!(asks(Command::Quit), Effect::Quit);
    assert_eq!(asks(Command::Suspend), Effect::Suspend);
}

#[test]
fn a_milestone_that_comes_into_sight_is_read() {
    let mut screen = Screen::new();
    update(
        &mut screen.model,
        Message::Command(Command::Move(Motion::Down(1))),
    );
    let wants = screen.model.wants();
    assert!(matches!(wants, Some(Want::Detail(_, 1))), "{wants:?}");
}

#[test]
fn waiting_asks_for_what_others_did() {
    let effect = update(&mut Screen::new().model, Message::Idle(None, Vec::new()));
    assert_eq!(effect, Effect::Refresh);
}

#[test]
fn text_that_rests_is_kept_once() {
    let screen = Screen::new();
    screen.machine.fills_up();
    let screen = screen.press("nA thought").waits();
    // As the store does not take it, it is tried again.
    assert_eq!(screen.model.unsaved().len(), 1);
    screen.machine.has_room();
    assert_eq!(screen.waits().model.unsaved(), []);
}

#[test]
fn a_failure_stays_with_the_text_that_it_is_about() {
    let failure = Failure {
        what: "not recorded".to_owned(),
        why: "the disk is full".to_owned(),
        hint: String::new(),
    };
    let mut screen = Screen::new().press("nA thought");
    update(&mut screen.model, Message::Failed(failure.clone()));
    assert!(!matches!(screen.model.known.said, Said::Failed(_)));
    let shown = screen.text();
    assert!(
        shown.contains("A thought") && shown.contains("the disk is full"),
        "{shown}"
    );

    let mut screen = Screen::new();
    update(&mut screen.model, Message::Failed(failure.clone()));
    assert_eq!(screen.model.known.said, Said::Failed(failure));
}

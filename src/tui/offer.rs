//! What can be done here and now: the footer and the list of actions offer that, and nothing else.

use super::command::Command;
use super::deeds;
use super::key;
use super::keymap::{self, Binding, Scope};
use super::known::Known;
use super::model::Model;
use super::review::{Review, Way};
use super::role::Role;
use super::shell::ERRANDS;
use crate::progress::undo::Next;

/// Something that can be done, as a list of actions names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// Its name.
    pub name: String,
    /// What there is to say of it; may be empty.
    pub told: &'static str,
    /// The key for it, as people read it; empty where it has none.
    pub key: String,
    /// What it asks for.
    pub command: Command,
}

/// The rows of the table that would do something now.
pub fn bindings(model: &Model) -> impl Iterator<Item = &'static Binding> {
    let bindings = keymap::working(model.scopes()).flat_map(Scope::bindings);
    bindings.filter(|binding| offers(model, binding.command))
}

/// Everything that can be done now, each once, then the other screens, and last what is done in the shell; without the keys
/// that only move about.
pub fn actions(model: &Model) -> Vec<Action> {
    let mut actions: Vec<Action> = Vec::new();
    let moves = |command: Command| command.is_motion() || command == Command::Palette;
    for binding in bindings(model).filter(|binding| !moves(binding.command)) {
        if actions.iter().all(|known| known.command != binding.command) {
            actions.push(Action {
                name: binding.short.to_owned(),
                told: binding.long,
                key: binding.labels(model.scopes()).next().unwrap_or_default(),
                command: binding.command,
            });
        }
    }
    let role = model.known.role();
    let screens = role.rows().iter().enumerate();
    let others = screens.filter(|(index, _)| *index != model.deck.current());
    actions.extend(others.map(|(index, row)| Action {
        name: format!("go to {}", row.title),
        told: "",
        key: key::label(row.key),
        command: Command::Screen(index),
    }));
    let errands = ERRANDS.iter().enumerate();
    let errands = errands.filter(|_| role == Role::Learner);
    actions.extend(errands.map(|(index, errand)| Action {
        name: errand.name.to_owned(),
        told: errand.told,
        key: String::new(),
        command: Command::InShell(index),
    }));
    actions
}

/// Whether the command would do something now.
fn offers(model: &Model, command: Command) -> bool {
    if let Some(overlay) = model.overlays.last() {
        return overlay.offers(command, &model.known);
    }
    let known = &model.known;
    let screen = model.deck.screen();
    let places = screen.milestones(known);
    match command {
        Command::Undo => known.has_step(Next::Undo),
        Command::Redo => known.has_step(Next::Redo),
        Command::TakeBack => steps(Way::Back, known),
        Command::GiveAgain => steps(Way::Forth, known),
        Command::SendAnswers => known
            .review
            .as_ref()
            .is_some_and(|review| review.sums.unsent > 0),
        Command::Choose if places.is_empty() => true,
        Command::OpenLink | Command::CopyLink => {
            let links = || screen.links(known).is_some_and(|links| !links.is_empty());
            screen.link(known).is_some() || links()
        }
        command if command.is_deed() => deeds::works(command, &places, known),
        command => screen.offers(command, known),
    }
}

/// Whether there is such a step along a mentor's answers.
fn steps(way: Way, known: &Known) -> bool {
    let next = |review: &Review| review.steps.next(way, &review.drafts).is_some();
    known.review.as_ref().is_some_and(next)
}

//! What can be done here and now: the footer and the list of actions offer that, and nothing else.

use super::command::Command;
use super::deeds;
use super::keymap::{self, Binding, Scope};
use super::links;
use super::model::Model;

/// The rows of the table that would do something now.
pub fn bindings(model: &Model) -> impl Iterator<Item = &'static Binding> {
    let bindings = keymap::working(model.scopes()).flat_map(Scope::bindings);
    bindings.filter(|binding| offers(model, binding.command))
}

/// Whether the command would do something now. An overlay has only keys that do.
fn offers(model: &Model, command: Command) -> bool {
    if !model.overlays.is_empty() {
        return true;
    }
    let known = &model.known;
    let screen = model.screen();
    let places = screen.milestones(known);
    match command {
        Command::Undo => !known.is_new(),
        Command::Choose if places.is_empty() => true,
        Command::OpenLink | Command::CopyLink => {
            let of_milestone = |place| links::has_any(place, known);
            screen.link(known).is_some() || screen.milestone(known).is_some_and(of_milestone)
        }
        command if command.is_deed() => deeds::works(command, &places, known),
        command => screen.offers(command, known),
    }
}

//! What a click or a turn of the wheel changes.

use ratatui::layout::Position;

use super::obey;
use super::step::take;
use crate::tui::canvas::Spot;
use crate::tui::command::{Command, Motion};
use crate::tui::effect::Effect;
use crate::tui::keymap::Begun;
use crate::tui::model::Model;
use crate::tui::step::Step;

pub(super) fn click(model: &mut Model, at: Position) -> Effect {
    let (pane, row) = match model.spots.at(at) {
        Some(Spot::Key(command)) => return obey(model, command),
        Some(Spot::Row(pane, row)) => (pane, row),
        Some(Spot::Pane(_)) | None => return Effect::None,
    };
    model.begun = Begun::default();
    let known = &model.known;
    let step = match model.overlays.last_mut() {
        Some(overlay) => overlay.click(pane, row, known),
        None => model.deck.screen_mut().click(pane, row, known),
    };
    take(model, step)
}

pub(super) fn wheel(model: &mut Model, at: Position, motion: Motion) -> Effect {
    let pane = match model.spots.at(at) {
        Some(Spot::Pane(pane) | Spot::Row(pane, _)) => Some(pane),
        Some(Spot::Key(_)) | None => None,
    };
    let known = &model.known;
    let step = match (model.overlays.last_mut(), pane) {
        (Some(overlay), _) => overlay.update(Command::Move(motion), known),
        (None, Some(pane)) => model.deck.screen_mut().wheel(pane, motion, known),
        (None, None) => Step::Stay,
    };
    take(model, step)
}

//! Draws the state. It only reads.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;

use super::command::Command;
use super::deeds;
use super::keymap::Binding;
use super::known::Known;
use super::model::Model;
use super::widget::{Footer, header, key_line};
use crate::text::clip;

/// Below so many columns or rows nothing sensible fits.
const LEAST: (u16, u16) = (30, 8);

/// Draws a frame.
pub fn view(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    if area.width < LEAST.0 || area.height < LEAST.1 {
        too_small(area, frame);
        return;
    }
    let known = &model.known;
    let footer = Footer::of(known, area.width);
    let [top, body, spoken, keys] = rows(area, footer.height());
    header(known, top, frame);
    model.screen().draw(known, body, frame);
    footer.draw(spoken, frame);
    frame.render_widget(keys_here(model, keys.width), keys);
    for overlay in &model.overlays {
        overlay.draw(known, body, frame);
    }
}

/// Where the screen is drawn: what screens measure their pages by.
pub fn body(known: &Known) -> Rect {
    let spoken = Footer::of(known, known.size.width).height();
    let [_, body, _, _] = rows(Rect::from(known.size), spoken);
    body
}

fn rows(area: Rect, spoken: u16) -> [Rect; 4] {
    let heights = [
        Constraint::Length(1),
        Constraint::Min(3),
        Constraint::Length(spoken),
        Constraint::Length(1),
    ];
    Layout::vertical(heights).areas(area)
}

/// The keys that work here and now; where there is a key for all keys, it is always among them.
fn keys_here(model: &Model, width: u16) -> Line<'static> {
    let all = model.scopes().iter().flat_map(|scope| scope.bindings());
    let offered = all
        .filter(|binding| !binding.short.is_empty() && offers(model, binding.command))
        .partition::<Vec<&Binding>, _>(|binding| binding.command == Command::Help);
    let (help, others) = offered;
    key_line(&others, help.first().copied(), model.known.theme, width)
}

/// Whether the command would do something now. An overlay has only keys that do.
fn offers(model: &Model, command: Command) -> bool {
    if !model.overlays.is_empty() {
        return true;
    }
    let known = &model.known;
    let screen = model.screen();
    match (command, screen.milestone(known)) {
        (Command::Undo, _) => !known.is_new(),
        (command, Some(place)) if command.is_deed() => deeds::works(command, place, known),
        (Command::Choose, None) => true,
        (command, None) if command.is_deed() => false,
        (command, _) => screen.offers(command, known),
    }
}

fn too_small(area: Rect, frame: &mut Frame<'_>) {
    let said = format!(
        "Please make this window larger: at least {}×{}.",
        LEAST.0, LEAST.1
    );
    let lines = super::widget::wrap(&said, usize::from(area.width));
    for (spot, line) in area.rows().zip(lines) {
        let line = clip(&line, usize::from(area.width)).into_owned();
        frame.render_widget(Line::raw(line), spot);
    }
}

//! Draws the state. It only reads.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;

use super::canvas::{Canvas, Spots};
use super::command::Command;
use super::keymap::Named;
use super::known::Known;
use super::model::Model;
use super::offer;
use super::widget::{Footer, going_on, header, keys, tabs, wrap};
use crate::text::clip;

/// Below so many columns or rows nothing sensible fits.
const LEAST: (u16, u16) = (30, 8);

/// From how many rows on there is room for the names of the screens.
const ROOMY: u16 = 12;

/// Draws a frame, and answers with what a click meets where.
pub fn view(model: &Model, frame: &mut Frame<'_>) -> Spots {
    let known = &model.known;
    let mut canvas = Canvas::new(frame, known.look);
    let area = canvas.area();
    if area.width < LEAST.0 || area.height < LEAST.1 {
        too_small(area, &mut canvas);
        return canvas.finish();
    }
    let footer = Footer::of(known, area.width);
    let [top, names, body, spoken, below] = rows(area, footer.height());
    header(known, top, &mut canvas);
    tabs(model.current, known, names, &mut canvas);
    model.screen().draw(known, body, &mut canvas);
    for overlay in &model.overlays {
        overlay.draw(known, body, &mut canvas);
    }
    footer.draw(spoken, &mut canvas);
    draw_keys(model, below, &mut canvas);
    canvas.finish()
}

/// Where the screen is drawn: what screens measure their pages by.
pub fn body(known: &Known) -> Rect {
    let spoken = Footer::of(known, known.size.width).height();
    let [_, _, body, _, _] = rows(Rect::from(known.size), spoken);
    body
}

/// Header, names of the screens, screen, what is said, keys.
fn rows(area: Rect, spoken: u16) -> [Rect; 5] {
    let heights = [
        Constraint::Length(1),
        Constraint::Length(u16::from(area.height >= ROOMY)),
        Constraint::Min(3),
        Constraint::Length(spoken),
        Constraint::Length(1),
    ];
    Layout::vertical(heights).areas(area)
}

/// The keys that work here and now; where there are keys that lead to all others, they are among them. While a key of several
/// letters is typed, what may follow.
fn draw_keys(model: &Model, area: Rect, canvas: &mut Canvas<'_, '_>) {
    if !model.begun.is_nothing() {
        going_on(&model.begun, model.scopes(), area, canvas);
        return;
    }
    let (last, others): (Vec<_>, Vec<_>) = offer::bindings(model)
        .filter(|binding| binding.named == Named::InFooter)
        .filter_map(|binding| Some((binding, binding.labels(model.scopes()).next()?)))
        .partition(|(binding, _)| leads_to_others(binding.command));
    keys(&others, &last, area, canvas);
}

/// Whether the command leads to what the footer has no room for.
fn leads_to_others(command: Command) -> bool {
    matches!(command, Command::Find | Command::Palette | Command::Help)
}

fn too_small(area: Rect, canvas: &mut Canvas<'_, '_>) {
    let said = format!(
        "Please make this window larger: at least {}×{}.",
        LEAST.0, LEAST.1
    );
    let width = usize::from(area.width);
    let lines = wrap(&said, width);
    let lines = lines
        .iter()
        .map(|line| Line::raw(clip(line, width).into_owned()));
    canvas.lines(lines.collect::<Vec<_>>(), area);
}

//! Draws the state. It only reads.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::canvas::{Canvas, Drawn};
use super::command::Command;
use super::keymap::{Named, Scope};
use super::model::Model;
use super::offer;
use super::shares::{self, Shares};
use super::widget::{Footer, going_on, header, keys, tabs, wrap};
use crate::text::clip;

/// Draws a frame onto an empty page.
pub fn view(model: &Model, page: &mut Buffer) -> Drawn {
    let known = &model.known;
    let mut canvas = Canvas::new(page, known.look);
    let area = canvas.area();
    if let Some(said) = shares::too_small(area.as_size()) {
        say_alone(&said, area, &mut canvas);
        return canvas.finish();
    }
    let footer = Footer::of(known, area.width);
    let shares = Shares::of(area, footer.height());
    header(known, shares.header, &mut canvas);
    tabs(model.deck.current(), known, shares.names, &mut canvas);
    model.deck.screen().draw(known, shares.body, &mut canvas);
    for overlay in &model.overlays {
        overlay.draw(known, shares.body, &mut canvas);
    }
    footer.draw(shares.spoken, &mut canvas);
    draw_keys(model, shares.keys, &mut canvas);
    canvas.finish()
}

/// The keys that work here and now; where there are keys that lead to all others, they are among them. While a key of several
/// letters is typed, what may follow.
fn draw_keys(model: &Model, area: Rect, canvas: &mut Canvas<'_>) {
    let known = &model.known;
    if !model.begun.is_nothing() {
        going_on(&model.begun, model.scopes(), area, canvas);
        return;
    }
    let (last, mut others): (Vec<_>, Vec<_>) = offer::bindings(model)
        .filter(|binding| binding.named == Named::InFooter)
        .filter_map(|binding| Some((binding, binding.labels(model.scopes()).next()?)))
        .partition(|(binding, _)| leads_to_others(binding.command));
    let overlay = model.overlays.last();
    let foremost = overlay.and_then(|overlay| overlay.foremost(known));
    others.sort_by_key(|(binding, _)| Some(binding.command) != foremost);
    if model.deck.screen().milestone(known).is_none() {
        let everywhere = known.role().everywhere();
        others.sort_by_key(|(binding, _)| nearness(binding.command, everywhere));
    }
    keys(&others, &last, area, canvas);
}

/// How near a command is to what is done here, where no milestone is under the cursor; 0 is nearest, and what works
/// everywhere is far.
fn nearness(command: Command, everywhere: Scope) -> u8 {
    let mut everywhere = everywhere.bindings().iter();
    match command {
        _ if everywhere.any(|binding| binding.command == command) => 2,
        Command::Choose => 1,
        _ => 0,
    }
}

/// Whether the command leads to what the footer has no room for, or back from here.
fn leads_to_others(command: Command) -> bool {
    matches!(
        command,
        Command::Find | Command::Palette | Command::Close | Command::Help
    )
}

fn say_alone(said: &str, area: Rect, canvas: &mut Canvas<'_>) {
    let width = usize::from(area.width);
    let lines = wrap(said, width);
    let lines = lines
        .iter()
        .map(|line| Line::raw(clip(line, width).into_owned()));
    canvas.lines(lines.collect::<Vec<_>>(), area);
}

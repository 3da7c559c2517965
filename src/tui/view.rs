//! Draws the state. It only reads.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;

use super::command::Command;
use super::deeds;
use super::keymap::{Binding, Scope};
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
    let footer = Footer::of(&model.said, known, area.width);
    let [top, body, spoken, keys] = rows(area, footer.height());
    header(known, top, frame);
    model.screen().draw(known, body, frame);
    footer.draw(spoken, frame);
    frame.render_widget(keys_here(model, keys.width), keys);
    for overlay in &model.overlays {
        overlay.draw(known, body, frame);
    }
}

/// Where the screen is drawn while the footer speaks one line: what screens measure their pages by.
pub fn body(known: &Known) -> Rect {
    let [_, body, _, _] = rows(Rect::from(known.size), 1);
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
    let known = &model.known;
    let place = match model.overlays.is_empty() {
        true => model.screen().milestone(known),
        false => None,
    };
    let offered = |scope: Scope, binding: &Binding| {
        let works = match (scope, place) {
            (Scope::Milestone, Some(place)) => deeds::works(binding.command, place, known),
            (Scope::Milestone, None) => false,
            (Scope::Everywhere, _) => binding.command != Command::Undo || !known.is_new(),
            _ => true,
        };
        works && !binding.short.is_empty()
    };
    let is_help = |binding: &Binding| binding.command == Command::Help;
    let bindings = model.scopes().iter().flat_map(|scope| {
        let here = scope.bindings().iter();
        here.filter(|binding| offered(*scope, binding))
    });
    let (help, others): (Vec<&Binding>, Vec<&Binding>) =
        bindings.partition(|binding| is_help(binding));
    key_line(&others, help.first().copied(), known.theme, width)
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

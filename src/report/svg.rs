//! Figures as SVG within a page, whose style colours them. What a line or a shade means is told in words, too.

mod burn_up;
mod heat;

use std::fmt::Display;

use super::figure::Figure;
use super::markup::{Markup, Tag};

/// The figure as pictures, each with its meaning in words.
pub(super) fn drawing(figure: &Figure) -> Markup {
    match figure {
        Figure::BurnUp(burn_up) => burn_up::drawing(burn_up, &figure.told()),
        Figure::Heat(heat) => heat::drawing(heat),
    }
}

/// A picture of this size, in units that scale with it.
fn picture(class: &'static str, size: (u32, u32), told: &str, parts: Vec<Markup>) -> Markup {
    Tag::of("svg")
        .with("class", class)
        .with("viewBox", format!("0 0 {} {}", size.0, size.1))
        .with("role", "img")
        .with("aria-label", told)
        .around(&Markup::lines(parts))
}

/// Words at this place, which is their beginning, middle or end.
fn label(at: (u32, u32), anchor: &'static str, words: impl Display) -> Markup {
    let text = Tag::of("text").with("x", at.0).with("y", at.1);
    text.with("text-anchor", anchor).saying(&words.to_string())
}

/// A line through these places.
fn line(class: &'static str, places: impl IntoIterator<Item = (u32, u32)>) -> Markup {
    let places = places.into_iter().map(|(x, y)| format!("{x},{y}"));
    let places: Vec<String> = places.collect();
    let line = Tag::of("polyline").with("class", class);
    line.with("points", places.join(" ")).empty()
}

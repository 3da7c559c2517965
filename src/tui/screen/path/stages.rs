//! The stages at a glance, beside the list where there is room: how much of each is done, and where the cursor is.

use ratatui::layout::Rect;

use super::list::tally;
use super::listing::Listing;
use super::panes::Part;
use super::rows::stage;
use crate::insight::State;
use crate::text::visible;
use crate::tui::canvas::Canvas;
use crate::tui::known::Known;
use crate::tui::widget::{Focus, List, Pane, Row, sign};

/// Draws the pane.
pub(super) fn draw(listing: &Listing, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
    let count = known.curriculum().stages.len();
    let at = listing.spot().map(|spot| stage(spot, known));
    let pane = Pane {
        title: "Stages",
        place: &at.map_or_else(String::new, |at| format!("{} of {count}", at + 1)),
        focus: Focus::Elsewhere,
    };
    let inside = pane.draw(area, canvas);
    let list = List {
        count,
        cursor: at,
        focus: Focus::Elsewhere,
        pane: Part::Stages.number(),
        row: &|index| row(index, known),
    };
    list.draw(inside, canvas);
}

fn row(index: usize, known: &Known) -> Row {
    let stage = &known.curriculum().stages[index];
    Row {
        sign: sign(State::of_stage(index, &known.snapshot), known.theme()),
        text: visible(&stage.title).into_owned(),
        style: known.theme().text,
        right: tally(index, known),
        ..Row::default()
    }
}

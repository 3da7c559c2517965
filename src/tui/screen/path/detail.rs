//! What is under the cursor, as a text to read in which lines lead on.

use ratatui::layout::Rect;

use super::item::{Item, Page};
use super::panes::Part;
use super::rows::Spot;
use super::{milestone, stage};
use crate::tui::canvas::Canvas;
use crate::tui::known::Known;
use crate::tui::widget::{Focus, Leaf, Reader, Text};

/// Draws the pane.
pub(super) fn draw(
    spot: Spot,
    reader: &Reader,
    focus: Focus,
    known: &Known,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let title = match spot {
        Spot::Stage(index) => known.curriculum().stages[index].title.clone(),
        Spot::Milestone(place) => known.title(place),
    };
    let text = text(spot, known, Leaf::width(area, canvas.form()));
    let leaf = Leaf {
        title: &title,
        number: Part::Detail.number(),
        focus,
    };
    leaf.draw(text, reader, area, canvas);
}

/// All there is to read, in lines of this width.
pub(super) fn text(spot: Spot, known: &Known, width: usize) -> Text<Item> {
    let mut page = Page::new(known, width);
    match spot {
        Spot::Stage(index) => stage::write(index, known, &mut page),
        Spot::Milestone(place) => milestone::write(place, known, &mut page),
    }
    page.finish()
}

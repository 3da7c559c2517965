//! What is under the cursor, as a text to read in which lines lead on.

use ratatui::layout::{Margin, Rect};

use super::item::{Item, Page};
use super::panes::Part;
use super::rows::Spot;
use super::{milestone, stage};
use crate::tui::canvas::Canvas;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::widget::{Focus, Pane, Reader, Text};

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
    let text = text(spot, known, width(area, canvas.form()));
    let height = Pane::height(area, canvas.form());
    let pane = Pane {
        title: &title,
        place: &reader.left(&text, height),
        focus,
    };
    let inside = pane.draw(area, canvas);
    let inside = match canvas.form() {
        Form::Panes => inside.inner(Margin::new(1, 0)),
        Form::Lines => inside,
    };
    reader.draw(text, Part::Detail.number(), focus, inside, canvas);
}

/// How wide the text is on a pane of this area.
pub(super) fn width(area: Rect, form: Form) -> usize {
    let around = match form {
        Form::Panes => 4,
        Form::Lines => 0,
    };
    usize::from(area.width.saturating_sub(around))
}

/// All there is to read, in lines of this width.
pub(super) fn text(spot: Spot, known: &Known, width: usize) -> Text<Item> {
    let mut page = Page::new(known.theme(), width);
    match spot {
        Spot::Stage(index) => stage::write(index, known, &mut page),
        Spot::Milestone(place) => milestone::write(place, known, &mut page),
    }
    page.finish()
}

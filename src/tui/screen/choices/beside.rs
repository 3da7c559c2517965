//! What there is to take of the choice or background under the cursor.

use ratatui::layout::{Rect, Size};
use ratatui::text::Line;

use super::{BESIDE, Choices, Part, Spot};
use crate::tui::canvas::Canvas;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::plan;
use crate::tui::widget::{Leaf, Pane, cut, wrap};

/// Draws the pane.
pub(super) fn draw(choices: &Choices, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
    let curriculum = known.curriculum();
    let spot = choices.spot(known);
    let room = room(area, canvas.form());
    let place = choices.options.as_ref();
    let place = place.map(|options| options.place(known, room));
    let title = match spot {
        Some(Spot::Choice(index)) => curriculum.choices[index].title.as_str(),
        Some(Spot::Background(index)) => curriculum.backgrounds[index].title.as_str(),
        _ => "",
    };
    let focus = choices.focus_of(Part::Beside);
    let pane = Pane {
        title,
        place: &place.unwrap_or_default(),
        focus,
    };
    let inside = Pane::within(pane.draw(area, canvas), canvas.form());
    match (&choices.options, spot) {
        (Some(options), _) => options.draw(BESIDE, focus, known, inside, canvas),
        (None, Some(Spot::Background(index))) => {
            let width = usize::from(inside.width);
            let told = wrap(&plan::covered(index, known), width);
            let told = cut(told, usize::from(inside.height), width).into_iter();
            canvas.lines(told.map(Line::raw), inside);
        }
        _ => {}
    }
}

/// The room inside of the pane on this area.
pub(super) fn room(area: Rect, form: Form) -> Size {
    Size {
        width: u16::try_from(Leaf::width(area, form)).unwrap_or(area.width),
        height: u16::try_from(Pane::height(area, form)).unwrap_or(u16::MAX),
    }
}

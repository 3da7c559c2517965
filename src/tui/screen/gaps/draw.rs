//! How the gap is drawn: its sum, its lists, and what there is to know about the item under the cursor.

use ratatui::layout::Rect;

use super::item::Part;
use super::{BOTH, Gaps, MISSING, NEEDS, TARGETS, about, row, told};
use crate::tui::canvas::Canvas;
use crate::tui::known::Known;
use crate::tui::widget::{Focus, List, Pane, remark};

/// Draws all of it.
pub(super) fn draw(gaps: &Gaps, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = known.theme();
    let [above, lists, below] = gaps.rows(area, known);
    remark(&told::sum(gaps, known), theme.title, above, canvas);
    match gaps.parts(area, known).as_slice() {
        [(Part::Needs | Part::Missing, _)] => draw_both(gaps, known, lists, canvas),
        parts => parts
            .iter()
            .for_each(|(part, spot)| draw_part(*part, gaps, known, *spot, canvas)),
    }
    if gaps.item().is_none() {
        canvas.cursor_of_reader(above.as_position());
    }
    let told = gaps
        .item()
        .map(|item| about::of(item, gaps.gap(known), known));
    remark(&told.unwrap_or_default(), theme.dim, below, canvas);
}

fn draw_part(part: Part, gaps: &Gaps, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
    let listed = gaps.listed(part);
    let focus = if part == gaps.focus {
        Focus::Here
    } else {
        Focus::Elsewhere
    };
    let pane = Pane {
        title: part.title(gaps.gap(known)),
        place: &listed.place(),
        focus,
    };
    let inside = pane.draw(area, canvas);
    let list = List {
        count: listed.items.len(),
        cursor: listed.item().map(|_| listed.at()),
        focus,
        pane: match part {
            Part::Targets => TARGETS,
            Part::Needs => NEEDS,
            Part::Missing => MISSING,
        },
        row: &|index| row::of(listed.items[index], gaps, known),
    };
    list.draw(inside, canvas);
}

/// Draws both lists as one.
fn draw_both(gaps: &Gaps, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
    let here = gaps.listed(gaps.focus);
    let both = gaps.both();
    let pane = Pane {
        title: gaps.focus.title(gaps.gap(known)),
        place: &here.place(),
        focus: Focus::Here,
    };
    let inside = pane.draw(area, canvas);
    let list = List {
        count: both.rows(),
        cursor: here.item().map(|_| both.row(gaps.focus, here.at())),
        focus: Focus::Here,
        pane: BOTH,
        row: &|index| match both.item(index) {
            Some((part, at)) => row::of(gaps.listed(part).items[at], gaps, known),
            None => row::heading(Part::Missing.title(gaps.gap(known)), known),
        },
    };
    list.draw(inside, canvas);
}

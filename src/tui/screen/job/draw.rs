//! How the postings are drawn: the list, and below or beside it what there is to know about the item under the cursor.

use ratatui::layout::{Constraint, Layout, Rect};

use super::listed::Listed;
use super::{row, told};
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::keymap;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::widget::{Focus, List, Pane, between_remarks, nothing, remark};

/// The name of the pane.
const TITLE: &str = "Job postings";

/// The number of the list, for the mouse.
const LIST: usize = 0;

/// From how many columns on what there is to know about the item under the cursor stands beside the list.
const WIDE: u16 = 100;

/// How many rows it has below the list in an area of so many rows at least; the highest first.
const TOLD: [(u16, u16); 3] = [(26, 6), (19, 4), (11, 2)];

/// Draws the screen before anything is pasted.
pub(super) fn empty(known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
    let pane = Pane {
        title: TITLE,
        place: "",
        focus: Focus::Here,
    };
    let inside = pane.draw(area, canvas);
    // Before anything is read nobody knows whether there is none.
    if known.postings.is_some() {
        nothing(&how_to_begin(), inside, canvas);
    }
    canvas.cursor_of_reader(inside.as_position());
}

fn how_to_begin() -> String {
    format!(
        "See which skills a job posting asks for, which of them you have, and what would close the rest. Copy the text of \
         a posting and paste it here, or press {} and write it. You can keep several side by side. They stay on this \
         machine, and are in no file that you hand on. For files there is `milepost job FILE`.",
        keymap::name(Command::AddPosting)
    )
}

/// Draws the sum, the list, and what there is to know about the item under the cursor.
pub(super) fn full(listed: &Listed, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = known.theme();
    let sum = told::sum(&listed.postings, known);
    let item = listed.item();
    let told = item.map(|item| told::of(item, &listed.postings, known));
    let told = told.unwrap_or_default();
    let is_wide = known.look.form == Form::Panes && area.width >= WIDE;
    let mut rows = TOLD.iter().filter(|_| item.is_some() && !is_wide);
    let rows = rows.find(|(height, _)| area.height >= *height);
    let rows = rows.map_or(0, |(_, rows)| *rows);
    let [above, middle, below] = between_remarks(&sum, rows, area);
    remark(&sum, theme.title, above, canvas);
    if !is_wide {
        list(listed, known, middle, canvas);
        return remark(&told.join("\n"), theme.dim, below, canvas);
    }
    let [left, right] =
        Layout::horizontal([Constraint::Fill(3), Constraint::Fill(2)]).areas(middle);
    list(listed, known, left, canvas);
    let title = item.map(|item| told::title(item, &listed.postings, known));
    let pane = Pane {
        title: &title.unwrap_or_default(),
        place: "",
        focus: Focus::Elsewhere,
    };
    let inside = pane.draw(right, canvas);
    remark(&told.join("\n\n"), theme.text, inside, canvas);
}

fn list(listed: &Listed, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
    let pane = Pane {
        title: TITLE,
        place: &listed.place(),
        focus: Focus::Here,
    };
    let inside = pane.draw(area, canvas);
    let list = List {
        count: listed.rows.len(),
        cursor: listed.row(),
        focus: Focus::Here,
        pane: LIST,
        row: &|index| row::of(listed.rows[index], &listed.postings, known),
    };
    list.draw(inside, canvas);
}

//! How the postings are drawn: the list, and below or beside it what there is to know about the item under the cursor.

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use super::listed::Listed;
use super::{row, told};
use crate::tui::canvas::Canvas;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::widget::{Focus, List, Pane, cut, nothing, wrap};

/// The name of the pane.
const TITLE: &str = "Job postings";

/// The number of the list, for the mouse.
const LIST: usize = 0;

/// From how many columns on what there is to know about the item under the cursor stands beside the list.
const WIDE: u16 = 100;

/// How many rows it has below the list in an area of so many rows at least; the highest first.
const TOLD: [(u16, u16); 3] = [(26, 6), (19, 4), (14, 2)];

/// How to begin.
const EMPTY: &str = "See which skills a job posting asks for, which of them you have, and what would close the rest. Copy the text of \
a posting and paste it here, or press p and write it. You can keep several side by side. They stay on this machine, and \
are in no file that you hand on. For files there is `milepost job FILE`.";

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
        nothing(EMPTY, inside, canvas);
    }
    canvas.cursor_of_reader(inside.as_position());
}

/// Draws the sum, the list, and what there is to know about the item under the cursor.
pub(super) fn full(listed: &Listed, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = known.theme();
    let sum = wrap(&told::sum(&listed.postings), width(area));
    let rows = u16::try_from(sum.len()).unwrap_or(1).min(area.height / 3);
    let [above, rest] =
        Layout::vertical([Constraint::Length(rows), Constraint::Min(3)]).areas(area);
    lines(sum, theme.title, above, canvas);
    let item = listed.item();
    let told = item.map(|item| told::of(item, &listed.postings, known));
    let told = told.unwrap_or_default();
    if known.look.form == Form::Panes && area.width >= WIDE {
        let [left, right] =
            Layout::horizontal([Constraint::Fill(3), Constraint::Fill(2)]).areas(rest);
        list(listed, known, left, canvas);
        let title = item.map(|item| told::title(item, &listed.postings, known));
        beside(&title.unwrap_or_default(), &told, theme.text, right, canvas);
        return;
    }
    let mut below = TOLD.iter().filter(|_| item.is_some());
    let below = below.find(|(height, _)| area.height >= *height);
    let below = below.map_or(0, |(_, rows)| *rows);
    let [middle, below] =
        Layout::vertical([Constraint::Min(3), Constraint::Length(below)]).areas(rest);
    list(listed, known, middle, canvas);
    let told = told.iter().flat_map(|told| wrap(told, width(below)));
    lines(told.collect(), theme.dim, below, canvas);
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

/// Draws what there is to know in a pane of its own, with an empty line between what is said.
fn beside(title: &str, told: &[String], style: Style, area: Rect, canvas: &mut Canvas<'_>) {
    let pane = Pane {
        title,
        place: "",
        focus: Focus::Elsewhere,
    };
    let inside = pane.draw(area, canvas);
    let mut all = Vec::new();
    for told in told {
        if !all.is_empty() {
            all.push(String::new());
        }
        all.extend(wrap(told, width(inside)));
    }
    lines(all, style, inside, canvas);
}

/// How wide lines are that stand alone on this area.
fn width(area: Rect) -> usize {
    usize::from(area.width.saturating_sub(2))
}

fn lines(lines: Vec<String>, style: Style, area: Rect, canvas: &mut Canvas<'_>) {
    let lines = cut(lines, usize::from(area.height), width(area)).into_iter();
    canvas.lines(
        lines.map(|line| Line::styled(format!(" {line}"), style)),
        area,
    );
}

//! How the queue is drawn: the list, and what is under the cursor.

use ratatui::layout::Rect;

use super::panes::{Part, panes};
use super::{Queue, beside, row};
use crate::tui::canvas::Canvas;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::review::Review;
use crate::tui::widget::{Focus, Leaf, List, Pane, nothing};

/// How many columns of a list its texts leave: for pointer, sign and blanks.
const LEAD: usize = 4;

/// Draws all panes in sight.
pub(super) fn all(queue: &Queue, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
    let Some(review) = &known.review else {
        return;
    };
    for (part, area) in panes(queue.focus, area, canvas.form()) {
        let focus = if part == queue.focus {
            Focus::Here
        } else {
            Focus::Elsewhere
        };
        match part {
            Part::List => list(queue, focus, review, known, area, canvas),
            Part::Detail => detail(queue, focus, known, area, canvas),
        }
    }
}

fn list(
    queue: &Queue,
    focus: Focus,
    review: &Review,
    known: &Known,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let listed = &queue.listed;
    let marked = match listed.marked() {
        0 => String::new(),
        marked => format!(" · {marked} marked"),
    };
    let pane = Pane {
        title: &format!("Queue{}{marked}", review.shown.told()),
        place: &listed.place(),
        focus,
    };
    let inside = pane.draw(area, canvas);
    if listed.is_empty() {
        return nothing(&how_to_begin(review), inside, canvas);
    }
    let width = match canvas.form() {
        Form::Panes => usize::from(inside.width).saturating_sub(LEAD),
        Form::Lines => usize::from(inside.width),
    };
    let list = List {
        count: listed.rows(),
        cursor: listed.row(),
        focus,
        pane: Part::List.number(),
        row: &|row| row::of(row, width, listed, known),
    };
    list.draw(inside, canvas);
}

fn detail(queue: &Queue, focus: Focus, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
    let title = beside::title(&queue.listed);
    let leaf = Leaf {
        title: &title,
        number: Part::Detail.number(),
        focus,
    };
    match queue.text(known) {
        Some(text) => leaf.draw(text, &queue.reader, area, canvas),
        None => drop(
            Pane {
                title: &title,
                place: "",
                focus,
            }
            .draw(area, canvas),
        ),
    }
}

/// Why nothing is listed.
fn how_to_begin(review: &Review) -> String {
    if review.cohort.cards.is_empty() {
        return format!(
            "There is no progress file in {} yet. A learner writes one with `milepost export`; put it there, and it appears \
             here.",
            review.folder
        );
    }
    if review.shown.is_all() {
        return "Nothing waits for you.".to_owned();
    }
    "Nothing of those who are listed waits for you.".to_owned()
}

//! The stages, and how much of each is done.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::cursor::Cursor;
use crate::insight::State;
use crate::text::visible;
use crate::tui::known::Known;
use crate::tui::widget::{Focus, List, Pane, Row, colour};

/// Draws the pane.
pub(super) fn draw(
    cursor: &Cursor,
    focus: Focus,
    known: &Known,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let count = known.curriculum().stages.len();
    let at = cursor.stage(known);
    let place = at.map_or_else(String::new, |at| format!("{} of {count}", at + 1));
    let inside = Pane {
        title: "Stages",
        place: &place,
        focus,
    }
    .draw(known.theme, area, frame);
    let rows: Vec<Row> = (0..count).map(|stage| row(stage, known)).collect();
    let list = List {
        rows: &rows,
        cursor: at,
        focus,
    };
    list.draw(known.theme, inside, frame);
}

fn row(index: usize, known: &Known) -> Row {
    let stage = &known.curriculum().stages[index];
    let tally = known.snapshot.standing.stage(index);
    let seen = State::of_stage(index, &known.snapshot);
    let right = match tally.required {
        0 => vec!["optional".to_owned(), "–".to_owned()],
        required => vec![format!("{}/{required}", tally.done)],
    };
    Row {
        symbol: (seen.symbol(), colour(seen, known.theme)),
        text: visible(&stage.title).into_owned(),
        style: known.theme.text,
        right,
    }
}

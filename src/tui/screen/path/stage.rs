//! What a stage is for, while the cursor is among the stages.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::text::Line;

use super::cursor::Cursor;
use crate::tui::known::Known;
use crate::tui::widget::{Focus, Pane, read, wrap};

/// Draws the pane.
pub(super) fn draw(cursor: &Cursor, known: &Known, area: Rect, frame: &mut Frame<'_>) {
    let Some(index) = cursor.stage(known) else {
        return;
    };
    let stage = &known.curriculum().stages[index];
    let pane = Pane {
        title: &stage.title,
        place: "",
        focus: Focus::Elsewhere,
    };
    pane.draw(known.theme, area, frame);
    let room = area.inner(Margin::new(2, 1));
    read(lines(index, known, usize::from(room.width)), 0, room, frame);
}

fn lines(index: usize, known: &Known, width: usize) -> Vec<Line<'static>> {
    let stage = &known.curriculum().stages[index];
    let tally = known.snapshot.standing.stage(index);
    let (done, required) = (tally.hours_done(), tally.hours_required());
    let hours = format!("{} %, {done} of {required} h", tally.percent());
    let build = stage.build.as_ref().map(|build| format!("Build: {build}"));
    let texts = [Some(hours), stage.goal.clone(), build];
    let mut lines = Vec::new();
    for text in texts.into_iter().flatten() {
        lines.extend(wrap(&text, width).into_iter().map(Line::raw));
        lines.push(Line::default());
    }
    lines
}

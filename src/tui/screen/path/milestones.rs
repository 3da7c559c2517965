//! The milestones of the stage under the cursor: state, title, and the one thing to know about each.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::cursor::Cursor;
use crate::curriculum::Place;
use crate::tui::deeds;
use crate::tui::known::Known;
use crate::tui::widget::{Focus, List, Row, State, pane};

/// Draws the pane.
pub(super) fn draw(
    cursor: &Cursor,
    focus: Focus,
    known: &Known,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let stage = cursor
        .stage(known)
        .map(|index| &known.curriculum().stages[index]);
    let title = stage.map_or("Milestones", |stage| stage.title.as_str());
    let members = cursor.members(known);
    let here = cursor.milestone(known);
    let at = members.iter().position(|place| Some(*place) == here);
    let place = at.map_or_else(String::new, |at| format!("{} of {}", at + 1, members.len()));
    let inside = pane(title, &place, focus, known.theme, area, frame);
    if members.is_empty() {
        let empty = Line::styled(" nothing here under your choices", known.theme.dim);
        frame.render_widget(empty, inside);
    }
    let rows: Vec<Row> = members.iter().map(|place| row(*place, known)).collect();
    let list = List {
        rows: &rows,
        cursor: at,
        focus,
    };
    list.draw(known.theme, inside, frame);
}

fn row(place: Place, known: &Known) -> Row {
    let state = State::of(&known.snapshot.entry(place));
    let style = match state {
        State::Locked | State::Skipped => known.theme.dim,
        _ => known.theme.text,
    };
    Row {
        symbol: (state.symbol(), state.style(known.theme)),
        text: known.title(place),
        style,
        right: remarks(state, place, known),
    }
}

/// What stands at the right edge: what holds it up where there is room for that, else what it takes.
fn remarks(state: State, place: Place, known: &Known) -> Vec<String> {
    let milestone = known.milestone(place);
    let unproven = known.snapshot.standing.at(place).unproven;
    let remark = match state {
        State::Returned => Some("returned".to_owned()),
        State::Locked => Some(format!("needs {}", deeds::needs(place, known))),
        State::Skipped => Some("skipped".to_owned()),
        State::Credited => Some("credited".to_owned()),
        State::Waiting => known
            .waits_for(place)
            .map(|choice| format!("c: choose your {}", known.choice_name(choice))),
        State::Done if unproven => Some("to be proven".to_owned()),
        _ if milestone.optional => Some(format!("optional · {}", milestone.hours)),
        _ => None,
    };
    remark
        .into_iter()
        .chain([milestone.hours.to_string()])
        .collect()
}

//! The milestones of the stage under the cursor: state, title, and the one thing to know about each.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::cursor::Cursor;
use crate::curriculum::Place;
use crate::insight::State;
use crate::tui::command::Command;
use crate::tui::deeds;
use crate::tui::keymap;
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
    let stage = cursor
        .stage(known)
        .map(|index| &known.curriculum().stages[index]);
    let title = stage.map_or("Milestones", |stage| stage.title.as_str());
    let members = cursor.members(known);
    let here = cursor.milestone(known);
    let at = members.iter().position(|place| Some(*place) == here);
    let place = at.map_or_else(String::new, |at| format!("{} of {}", at + 1, members.len()));
    let inside = Pane {
        title,
        place: &place,
        focus,
    }
    .draw(known.theme, area, frame);
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
        symbol: (state.symbol(), colour(state, known.theme)),
        text: known.title(place),
        style,
        right: remarks(state, place, known),
    }
}

/// What stands at the right edge, the longest first: what holds it up, else what it takes.
fn remarks(state: State, place: Place, known: &Known) -> Vec<String> {
    let milestone = known.milestone(place);
    let unproven = known.snapshot.standing.at(place).unproven;
    let hours = milestone.hours.to_string();
    match state {
        State::Waiting => choose_first(place, known),
        State::Locked => vec![format!("needs {}", deeds::needs(place, known)), hours],
        State::Returned => vec!["returned (claimed)".to_owned(), "returned".to_owned()],
        State::Skipped => vec!["skipped".to_owned()],
        State::Credited => vec!["credited".to_owned()],
        State::Done if unproven => vec!["to be proven".to_owned(), "unproven".to_owned()],
        _ if milestone.optional => vec![format!("optional · {hours}"), hours],
        _ => vec![hours],
    }
}

fn choose_first(place: Place, known: &Known) -> Vec<String> {
    let key = keymap::name(Command::Choose);
    let short = format!("choose: {key}");
    match known.waits_for(place) {
        Some(choice) => {
            let name = known.choice_name(choice);
            vec![format!("choose your {name} first: {key}"), short]
        }
        None => vec![short],
    }
}

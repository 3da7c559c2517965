//! The list of the path: stages with their milestones below, each with its state and the one thing to know about it.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::listing::Listing;
use super::panes::Part;
use super::rows::{Spot, stage};
use crate::insight::{Filter, State};
use crate::text::visible;
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::keymap;
use crate::tui::known::Known;
use crate::tui::widget::{Focus, List, Mark, Pane, Row, Sign, colour, milestone};

/// Draws the pane.
pub(super) fn draw(
    listing: &Listing,
    focus: Focus,
    known: &Known,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let cursor = listing.index();
    let pane = Pane {
        title: &title(listing, known),
        place: &place(listing, known),
        focus,
    };
    let inside = pane.draw(area, canvas);
    if listing.rows().len() == 0 {
        let clear = keymap::name(Command::Filter);
        let empty = format!(
            " nothing is {} now · {clear} lists others",
            listing.filter().word()
        );
        canvas.lines([Line::styled(empty, known.theme().dim)], inside);
        return;
    }
    let marked = listing.marked(known);
    let list = List {
        count: listing.rows().len(),
        cursor: Some(cursor),
        focus,
        pane: Part::List.number(),
        row: &|index| match listing.rows().get(index) {
            Some(Spot::Stage(stage)) => heading(stage, listing, known),
            Some(Spot::Milestone(place)) => Row {
                indent: " ",
                mark: if marked.contains(&place) {
                    Mark::Yes
                } else {
                    Mark::No
                },
                ..milestone(place, known)
            },
            None => Row::default(),
        },
    };
    list.draw(inside, canvas);
}

/// The stage under the cursor, and what is listed or marked.
fn title(listing: &Listing, known: &Known) -> String {
    let marked = listing.marked(known).len();
    let stage = listing.spot().map(|spot| stage(spot, known));
    let stage = stage.and_then(|stage| known.curriculum().stages.get(stage));
    let title = stage.map_or("Path", |stage| stage.title.as_str());
    match (marked, listing.filter()) {
        (0, Filter::All) => title.to_owned(),
        (0, filter) => format!("{title} · {} only", filter.word()),
        (marked, _) => format!("{title} · {marked} marked"),
    }
}

fn place(listing: &Listing, known: &Known) -> String {
    let within = match listing.spot() {
        Some(Spot::Milestone(place)) => {
            let stage = stage(Spot::Milestone(place), known);
            let mut members = known.snapshot.members(stage).map(|entry| entry.place);
            let at = members.position(|member| member == place);
            at.map(|at| (at + 1, known.snapshot.members(stage).count()))
        }
        Some(Spot::Stage(stage)) => Some((stage + 1, known.curriculum().stages.len())),
        None => None,
    };
    within.map_or_else(String::new, |(at, count)| format!("{at} of {count}"))
}

/// The row of a stage.
fn heading(index: usize, listing: &Listing, known: &Known) -> Row {
    let stage = &known.curriculum().stages[index];
    let (symbol, word) = if listing.is_folded(index, known) {
        ("▸", "stage, folded")
    } else {
        ("▾", "stage")
    };
    let theme = known.theme();
    let standing = State::of_stage(index, &known.snapshot);
    Row {
        sign: Sign {
            symbol,
            word,
            style: colour(standing, theme),
        },
        text: visible(&stage.title).into_owned(),
        style: theme.title,
        right: tally(index, known),
        ..Row::default()
    }
}

/// How much of a stage is done: "7/12".
pub(super) fn tally(index: usize, known: &Known) -> Vec<String> {
    let tally = known.snapshot.standing.stage(index);
    match tally.required {
        0 => vec!["optional".to_owned(), "–".to_owned()],
        required => vec![format!("{}/{required}", tally.done)],
    }
}

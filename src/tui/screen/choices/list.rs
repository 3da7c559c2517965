//! The list of choices, and below it of what the learner may bring.

use ratatui::layout::Rect;

use super::{Choices, LIST, Part, Spot, spots};
use crate::text::visible;
use crate::tui::canvas::Canvas;
use crate::tui::known::Known;
use crate::tui::widget::{List, Pane, Row, Sign, in_force, nothing};

/// What stands where there is nothing to choose.
const EMPTY: &str = "This path leaves nothing to choose.";

/// Draws the pane.
pub(super) fn draw(choices: &Choices, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
    let spots = spots(known);
    let here = choices.spot(known);
    let pane = Pane {
        title: "Choices",
        place: &open(known),
        focus: choices.focus_of(Part::List),
    };
    let inside = pane.draw(area, canvas);
    if spots.is_empty() {
        nothing(EMPTY, inside, canvas);
    }
    let list = List {
        count: spots.len(),
        cursor: spots.iter().position(|spot| Some(*spot) == here),
        focus: choices.focus_of(Part::List),
        pane: LIST,
        row: &|index| row(spots[index], choices, known),
    };
    list.draw(inside, canvas);
}

fn row(spot: Spot, choices: &Choices, known: &Known) -> Row {
    let theme = known.theme();
    match spot {
        Spot::Choice(index) => choice(index, known),
        Spot::Heading => Row {
            text: "What do you bring?".to_owned(),
            style: theme.title,
            ..Row::default()
        },
        Spot::Background(index) => {
            let title = &known.curriculum().backgrounds[index].title;
            Row {
                right: choices.covers.get(index).cloned().unwrap_or_default(),
                ..Row::of(in_force(None, theme), title, theme)
            }
        }
    }
}

/// A choice: its question, and what is chosen.
fn choice(index: usize, known: &Known) -> Row {
    let choice = &known.curriculum().choices[index];
    let options = known.snapshot.chosen().options(index).iter();
    let titles = options.filter_map(|id| choice.option(id.as_str()));
    let titles: Vec<_> = titles.map(|option| visible(&option.title)).collect();
    let theme = known.theme();
    let sign = if titles.is_empty() {
        Sign {
            word: "open",
            ..in_force(None, theme)
        }
    } else {
        in_force(Some("chosen"), theme)
    };
    Row {
        right: vec![titles.join(", ")],
        ..Row::of(sign, &choice.title, theme)
    }
}

/// How many choices are open.
fn open(known: &Known) -> String {
    let choices = 0..known.curriculum().choices.len();
    let chosen = known.snapshot.chosen();
    let open = choices.filter(|index| chosen.options(*index).is_empty());
    match open.count() {
        0 => String::new(),
        open => format!("{open} open"),
    }
}

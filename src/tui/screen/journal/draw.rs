//! How the journal is drawn: a line for each event, and below them the whole of the one under the cursor.

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line as Text;

use super::Journal;
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::journal::{Fate, Kind, Line};
use crate::tui::keymap;
use crate::tui::known::Known;
use crate::tui::widget::{Focus, List, Pane, Row, Sign, cut, nothing, sign, wrap};

/// From how many columns on a line begins with the whole day and the time, else with the day of the month.
const WIDE: u16 = 70;

/// How many rows the whole of a line has, and from how many on there is room for it.
const TOLD: u16 = 3;
const ROOMY: u16 = 14;

/// Draws all of it.
pub(super) fn draw(journal: &Journal, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
    let [lines, below] = rows(area);
    let count = journal.leaves.count();
    let pane = Pane {
        title: &title(journal, known),
        place: &place(journal),
        focus: Focus::Here,
    };
    let inside = pane.draw(lines, canvas);
    if count == 0 {
        nothing(&empty(journal), inside, canvas);
    }
    let list = List {
        count,
        cursor: (count > 0).then_some(journal.at),
        focus: Focus::Here,
        pane: 0,
        row: &|index| {
            let line = journal.leaves.line(index);
            line.map_or_else(Row::default, |line| row(line, area.width, known))
        },
    };
    list.draw(inside, canvas);
    if let Some(line) = journal.line() {
        let width = usize::from(below.width.saturating_sub(2));
        let told = format!("{} {} · {}", line.day, line.clock, line.told);
        let told = cut(wrap(&told, width), usize::from(below.height), width);
        let style = known.theme().dim;
        let told = told.into_iter().map(|line| format!(" {line}"));
        canvas.lines(told.map(|line| Text::styled(line, style)), below);
    }
}

/// How many lines are in sight.
pub(super) fn height(area: Rect, known: &Known) -> usize {
    let [lines, _] = rows(area);
    Pane::height(lines, known.look.form)
}

fn rows(area: Rect) -> [Rect; 2] {
    let below = if area.height >= ROOMY { TOLD } else { 0 };
    Layout::vertical([Constraint::Min(3), Constraint::Length(below)]).areas(area)
}

fn row(line: &Line, width: u16, known: &Known) -> Row {
    let theme = known.theme();
    let when = if width >= WIDE {
        format!("{} {}", line.day, line.clock)
    } else {
        line.day.get(5..).unwrap_or_default().to_owned()
    };
    let stands = matches!(line.fate, Fate::Stands | Fate::Fixed);
    let right = match line.fate {
        Fate::Stands | Fate::Fixed => Vec::new(),
        Fate::Undone => vec!["undone".to_owned()],
        Fate::Inert => vec!["changes nothing".to_owned(), "void".to_owned()],
    };
    let symbol = line.state.map(|state| sign(state, theme));
    let symbol = symbol.unwrap_or(Sign {
        symbol: " ",
        word: "",
        style: theme.text,
    });
    Row {
        sign: Sign {
            word: "",
            style: if stands { symbol.style } else { theme.dim },
            ..symbol
        },
        text: format!("{when}  {}", line.told),
        style: if stands { theme.text } else { theme.dim },
        right,
        ..Row::default()
    }
}

/// What is listed.
fn title(journal: &Journal, known: &Known) -> String {
    let filter = &journal.filter;
    let milestone = filter.milestone.as_ref();
    let place = milestone.and_then(|key| known.place(key));
    let about = place.map(|place| format!(" · about {}", known.title(place)));
    let kind = match filter.kind {
        Kind::All => String::new(),
        kind => format!(" · {}", kind.word()),
    };
    format!("Journal{kind}{}", about.unwrap_or_default())
}

/// The place of the cursor, and of how many as far as that is known.
fn place(journal: &Journal) -> String {
    let count = journal.leaves.count();
    match (count, journal.leaves.has_ended()) {
        (0, _) => String::new(),
        (count, true) => format!("{} of {count}", journal.at + 1),
        (_, false) => (journal.at + 1).to_string(),
    }
}

fn empty(journal: &Journal) -> String {
    if journal.filter.is_open() {
        return "Nothing has happened yet.".to_owned();
    }
    let all = keymap::name(Command::Escape);
    format!("Nothing like that happened yet · {all} lists everything")
}

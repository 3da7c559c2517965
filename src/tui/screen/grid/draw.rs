//! Draws the table: what is under the cursor in words, the heading, the means, and as many learners as fit.

use std::ops::Range;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Grid;
use super::cell::{self, Figure};
use super::table::Column;
use crate::insight::cohort::Card;
use crate::text::{clip, columns};
use crate::tui::canvas::{Canvas, Spot};
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::review::Review;
use crate::tui::widget::{Focus, List, Pane, Row, cells, cut, nothing, window, wrap};

/// How wide a column is at least and at most, with a blank on either side.
const NARROW: usize = 6;
const BROAD: usize = 16;

/// How wide the names are at least and at most.
const NAMES: (usize, usize) = (12, 26);

/// What stands before a name: the pointer, and that the learner is stuck.
const LEAD: usize = 3;

/// From how many rows on what is under the cursor is told in two lines.
const ROOMY: u16 = 14;

/// Where the columns stand.
struct Layout {
    /// How many columns the names take.
    names: usize,
    /// How many each of the columns takes.
    width: usize,
    /// Those in sight.
    seen: Range<usize>,
}

/// Draws all of it.
pub(super) fn draw(
    grid: &Grid,
    review: &Review,
    known: &Known,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let lines = canvas.form() == Form::Lines;
    let heading = match (grid.table.columns.get(grid.column.index()), lines) {
        (Some(column), true) => format!(
            " · column {}: {}, on average {} %",
            grid.column.place(grid.table.columns.len()),
            column.title,
            column.mean
        ),
        _ => String::new(),
    };
    let pane = Pane {
        title: &format!(
            "Grid, by {}{}{}{heading}",
            grid.order.word(),
            grid.followed.told(&review.cohort),
            review.shown.told()
        ),
        place: &grid.learner.place(grid.table.rows()),
        focus: Focus::Here,
    };
    let inside = pane.draw(area, canvas);
    if grid.table.rows() == 0 {
        let why = if review.cohort.cards.is_empty() {
            format!("There is no progress file in {} yet.", review.folder)
        } else {
            "Nobody is listed.".to_owned()
        };
        return nothing(&why, inside, canvas);
    }
    if lines {
        return aloud(grid, known, inside, canvas);
    }
    draw_table(grid, known, inside, canvas);
}

/// Each learner on a line of their own, with what the column under the cursor says of them.
fn aloud(grid: &Grid, known: &Known, inside: Rect, canvas: &mut Canvas<'_>) {
    let of = grid.here();
    let list = List {
        count: grid.table.rows(),
        cursor: Some(grid.learner.index()),
        focus: Focus::Here,
        pane: 0,
        row: &|row| {
            let told = grid.table.card(row).zip(of).map(|(card, of)| {
                let words = cell::words(of, card, &grid.table, known.today);
                format!("{}: {words}", card.name())
            });
            Row {
                text: told.unwrap_or_default(),
                style: known.theme().text,
                ..Row::default()
            }
        },
    };
    list.draw(inside, canvas);
}

fn draw_table(grid: &Grid, known: &Known, inside: Rect, canvas: &mut Canvas<'_>) {
    let told = if inside.height >= ROOMY { 2 } else { 1 };
    let [spoken, heading, means, rows] = ratatui::layout::Layout::vertical(
        [told, 1, 1]
            .map(ratatui::layout::Constraint::Length)
            .into_iter()
            .chain([ratatui::layout::Constraint::Min(0)]),
    )
    .areas(inside);
    let width = usize::from(inside.width).saturating_sub(2);
    let said = cut(
        wrap(&under_cursor(grid, known), width),
        usize::from(told),
        width,
    );
    let theme = known.theme();
    let said = said
        .iter()
        .map(|line| Line::styled(format!(" {line}"), theme.text));
    canvas.lines(said, spoken);
    let layout = layout(grid, usize::from(inside.width));
    canvas.line(&headed(grid, &layout, known), heading);
    canvas.line(&averaged(grid, &layout, known), means);
    let seen = window(
        grid.learner.index(),
        grid.table.rows(),
        usize::from(rows.height),
    );
    canvas.spot(rows, Spot::Pane(0));
    for (spot, row) in rows.rows().zip(seen) {
        let Some(card) = grid.table.card(row) else {
            return;
        };
        canvas.line(&learner(row, card, grid, &layout, known), spot);
        canvas.spot(spot, Spot::Row(0, row));
        for (at, column) in layout.seen.clone().enumerate() {
            canvas.spot(layout.area(at, spot), Spot::Row(column + 1, row));
        }
        if row == grid.learner.index() {
            canvas.cursor_of_reader(Position::from((spot.x, spot.y)));
        }
    }
}

/// Where the columns stand in so much room: the one under the cursor is in sight.
fn layout(grid: &Grid, room: usize) -> Layout {
    let (least, most) = NAMES;
    let names = (room / 4).clamp(least, most);
    let left = room.saturating_sub(LEAD + names);
    let count = grid.table.columns.len().max(1);
    let width = (left / count).clamp(NARROW, BROAD);
    let fitting = (left / width).max(1);
    Layout {
        names,
        width,
        seen: window(grid.column.index(), count, fitting),
    }
}

impl Layout {
    /// Where the column stands that is so far right in sight.
    fn area(&self, at: usize, row: Rect) -> Rect {
        let left = u16::try_from(LEAD + self.names + at * self.width).unwrap_or(u16::MAX);
        let width = u16::try_from(self.width).unwrap_or(u16::MAX);
        let spot = Rect {
            x: row.x.saturating_add(left),
            width,
            ..row
        };
        spot.intersection(row)
    }
}

/// What the cell under the cursor says, and of whom.
fn under_cursor(grid: &Grid, known: &Known) -> String {
    let card = grid.table.card(grid.learner.index());
    let column = grid.table.columns.get(grid.column.index());
    let Some((card, column)) = card.zip(column) else {
        return String::new();
    };
    let words = cell::words(column.of, card, &grid.table, known.today);
    format!("{} · {}: {words}", card.name(), column.title)
}

fn headed(grid: &Grid, layout: &Layout, known: &Known) -> Line<'static> {
    let theme = known.theme();
    let more = |is_more: bool, sign: &str| {
        if is_more {
            sign.to_owned()
        } else {
            String::new()
        }
    };
    let count = grid.table.columns.len();
    let left = more(layout.seen.start > 0, "← ");
    let right = more(layout.seen.end < count, " →");
    let names = format!("{left}{}{right}", grid.column.place(count));
    let mut spans = vec![Span::styled(
        filled(&format!("   {names}"), LEAD + layout.names),
        theme.dim,
    )];
    for index in layout.seen.clone() {
        let Column { title, .. } = &grid.table.columns[index];
        let style = if index == grid.column.index() {
            theme.accent
        } else {
            theme.title
        };
        spans.push(Span::styled(
            filled(&format!(" {}", clip(title, layout.width - 1)), layout.width),
            style,
        ));
    }
    spans.into()
}

fn averaged(grid: &Grid, layout: &Layout, known: &Known) -> Line<'static> {
    let theme = known.theme();
    let mut spans = vec![Span::styled(
        filled("   on average", LEAD + layout.names),
        theme.dim,
    )];
    for index in layout.seen.clone() {
        let mean = grid.table.columns[index].mean;
        spans.push(Span::styled(
            filled(&format!("  {mean:>3}"), layout.width),
            theme.dim,
        ));
    }
    spans.into()
}

fn learner(row: usize, card: &Card, grid: &Grid, layout: &Layout, known: &Known) -> Line<'static> {
    let theme = known.theme();
    let is_here = row == grid.learner.index();
    let pointer = if is_here { "›" } else { " " };
    let (stuck, style) = match &card.stuck {
        Some(_) => ("!", theme.busy),
        None => (" ", theme.text),
    };
    let name = filled(&clip(&card.name(), layout.names), layout.names);
    let named = if is_here { theme.title } else { theme.text };
    let mut spans = vec![
        Span::styled(pointer, theme.accent),
        Span::styled(format!("{stuck} "), style),
        Span::styled(name, named),
    ];
    for index in layout.seen.clone() {
        let of = grid.table.columns[index].of;
        let figure = cell::figure(of, card, &grid.table, known.today, theme);
        let under = (is_here && index == grid.column.index()).then_some(theme.cursor);
        spans.extend(pieces(&figure, under, layout.width));
    }
    spans.into()
}

/// A cell: what is under the cursor, which looks so, stands in brackets, so that no colour is needed.
fn pieces(figure: &Figure, under: Option<Style>, width: usize) -> Vec<Span<'static>> {
    let (open, close) = if under.is_some() {
        ("[", "]")
    } else {
        (" ", " ")
    };
    // The sign and the brackets stand beside it.
    let told = figure.told(width.saturating_sub(3));
    let text = format!("{open}{}{told:>3}{close}", figure.symbol);
    let blank = " ".repeat(width.saturating_sub(columns(&text)));
    let style = figure.style.patch(under.unwrap_or_default());
    vec![Span::styled(text, style), Span::raw(blank)]
}

/// A text cut or filled up to so many columns.
fn filled(text: &str, width: usize) -> String {
    let line = cells([(text, width)]);
    let missing = width.saturating_sub(columns(&line));
    format!("{line}{}", " ".repeat(missing))
}

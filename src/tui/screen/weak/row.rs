//! How the rows look: a title, and figures in columns.

use super::counted::{Counted, Spot};
use super::words;
use crate::insight::cohort::WeakSpot;
use crate::text::columns;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::widget::{Row, Sign, cells};

/// How many columns of a list its texts leave: for pointer, indent, sign and blanks.
const LEAD: usize = 5;

/// A column: its heading, how wide it is, and what stands in it.
struct Column {
    heading: &'static str,
    width: usize,
    told: fn(&WeakSpot) -> String,
}

const COLUMNS: [Column; 8] = [
    Column {
        heading: "n",
        width: 4,
        told: |spot| spot.count.learners.to_string(),
    },
    Column {
        heading: "done",
        width: 5,
        told: |spot| share(spot, spot.count.done, spot.count.done_percent()),
    },
    Column {
        heading: "at it",
        width: 5,
        told: |spot| figure(spot.count.at_it),
    },
    Column {
        heading: "days",
        width: 4,
        told: |spot| {
            spot.count
                .days_open
                .map_or_else(|| "·".to_owned(), |days| days.to_string())
        },
    },
    Column {
        heading: "verif",
        width: 5,
        told: |spot| share(spot, spot.count.verified, spot.count.verified_percent()),
    },
    Column {
        heading: "twice",
        width: 5,
        told: |spot| match spot.count.returned_twice {
            0 => "·".to_owned(),
            _ if spot.count.is_small() => spot.count.returned_twice.to_string(),
            _ => format!("{} %", spot.count.returned_twice_percent()),
        },
    },
    Column {
        heading: "unsure",
        width: 6,
        told: |spot| figure(spot.count.unsure),
    },
    Column {
        heading: "+week",
        width: 5,
        told: |spot| match spot.count.done.saturating_sub(spot.before.done) {
            0 => "·".to_owned(),
            more => format!("+{more}"),
        },
    },
];

/// How many of the columns there is room for beside a title, by the width.
const FITTING: [(usize, usize); 3] = [(66, 8), (54, 6), (0, 4)];

/// The heading of the figures, in so many columns.
pub(super) fn heading(width: usize) -> String {
    let figures = fitting(width)
        .iter()
        .map(|column| column.heading.to_owned());
    format!(
        "{}{}",
        " ".repeat(LEAD - 1),
        line("", figures.collect(), width)
    )
}

/// The row of this index, in so many columns.
pub(super) fn of(row: usize, width: usize, counted: &Counted, known: &Known) -> Row {
    let theme = known.theme();
    let found = counted.row(row).zip(counted.spot(row));
    let Some(((title, spot), of)) = found else {
        return Row::default();
    };
    let figures = fitting(width).iter().map(|column| (column.told)(spot));
    let (title, style) = match of {
        Spot::Stage(_) => (title, theme.title),
        // A blank sets milestones in from their stage.
        Spot::Milestone(_) => (format!(" {title}"), theme.text),
    };
    let text = match known.look.form {
        Form::Lines => format!("{}: {}", title.trim_start(), words::told(spot)),
        Form::Panes => line(&title, figures.collect(), width),
    };
    let sign = if counted.is_bottleneck(of) {
        Sign {
            symbol: "!",
            word: "holds up most",
            style: theme.busy,
        }
    } else {
        Sign {
            symbol: " ",
            ..Sign::default()
        }
    };
    Row {
        sign,
        text,
        style,
        ..Row::default()
    }
}

/// The columns for which there is room.
fn fitting(width: usize) -> &'static [Column] {
    let fits = FITTING.iter().find(|(least, _)| width >= *least);
    &COLUMNS[..fits.map_or(0, |(_, count)| *count)]
}

/// A title, and figures at the right of their columns; the title has what those leave.
fn line(title: &str, figures: Vec<String>, width: usize) -> String {
    let fitting = fitting(width);
    let taken: usize = fitting.iter().map(|column| column.width + 1).sum();
    let room = width.saturating_sub(LEAD + taken);
    let figures: Vec<(String, usize)> = figures
        .into_iter()
        .zip(fitting)
        .map(|(figure, column)| {
            let blank = column.width.saturating_sub(columns(&figure));
            (format!("{}{figure}", " ".repeat(blank)), column.width)
        })
        .collect();
    let figures = figures
        .iter()
        .map(|(figure, width)| (figure.as_str(), *width));
    cells([(title, room)].into_iter().chain(figures))
}

/// A share; of few learners as it was counted, for a percentage says little there.
fn share(spot: &WeakSpot, part: usize, percent: u8) -> String {
    if spot.count.is_small() {
        format!("{part}/{}", spot.count.cells)
    } else {
        format!("{percent} %")
    }
}

fn figure(count: usize) -> String {
    match count {
        0 => "·".to_owned(),
        count => count.to_string(),
    }
}

//! The calendar of a year: a column for each week, a row for each day of it.

use std::collections::BTreeMap;

use ratatui::text::{Line, Span};

use super::Item;
use crate::insight::Pace;
use crate::insight::pace::{Heat, Square};
use crate::text::columns;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::widget::Page;

/// How wide a pane is that has room for all of it.
pub(super) const WHOLE: u16 = 62;

/// What stands for a day of each heat, and for one of a pause.
const SIGNS: [&str; 5] = ["·", "░", "▒", "▓", "█"];
const REST: &str = "–";

/// The days of a week, as the rows name them.
const DAYS: [&str; 7] = ["Mon", "   ", "Wed", "   ", "Fri", "   ", "Sun"];

/// How many columns their names take.
const NAMES: usize = 4;

/// How many weeks are worth a chart.
const FEWEST: usize = 12;

/// Writes the calendar, as many weeks of it as there is room for; where there is too little, and for those who listen, how
/// many days of each month had something done.
pub(super) fn write(pace: &Pace, known: &Known, width: usize, text: &mut Page<Item>) {
    let heat = pace.heat();
    let room = width.saturating_sub(NAMES);
    if known.look.form == Form::Lines || room < FEWEST {
        by_months(&heat, text);
        return;
    }
    let left_out = heat.weeks.len().saturating_sub(room);
    let weeks = &heat.weeks[left_out..];
    text.dim(&format!("{:NAMES$}{}", "", months(weeks)));
    for (row, name) in DAYS.iter().enumerate() {
        let name = Span::styled(format!("{name} "), text.theme.dim);
        let squares = weeks.iter().map(|week| square(week.get(row), text));
        let spans: Vec<Span<'_>> = std::iter::once(name).chain(squares).collect();
        text.line(Line::from(spans));
    }
    text.dim(&scale());
}

fn square(square: Option<&Square>, text: &Page<Item>) -> Span<'static> {
    let theme = text.theme;
    match square {
        None => Span::raw(" "),
        Some(square) if square.heat() == 0 && square.is_rest => Span::styled(REST, theme.dim),
        Some(square) if square.heat() == 0 => Span::styled(SIGNS[0], theme.dim),
        Some(square) => Span::styled(SIGNS[square.heat().min(SIGNS.len() - 1)], theme.good),
    }
}

/// The names of the months above the weeks in which they begin.
fn months(weeks: &[Vec<Square>]) -> String {
    let mut line = String::new();
    let mut before = None;
    for (column, week) in weeks.iter().enumerate() {
        let Some(last) = week.last() else { continue };
        let month = last.day.date().month();
        let is_new = before.replace(month) != Some(month);
        let is_free = columns(&line) < column || column == 0;
        // At the right end there is no room for a name.
        if is_new && is_free && column + 3 <= weeks.len() {
            line.push_str(&" ".repeat(column - columns(&line)));
            line.push_str(&last.day.date().strftime("%b").to_string());
        }
    }
    line
}

/// What the signs mean.
fn scale() -> String {
    let signs = SIGNS.iter().skip(1).zip(Heat::scale());
    let told = signs.map(|(sign, (least, most))| match most {
        Some(most) if most == least => format!("{sign} {least}"),
        Some(most) => format!("{sign} {least}–{most}"),
        None => format!("{sign} {least} or more"),
    });
    let told: Vec<String> = told.collect();
    format!("{} deeds a day, {REST} a pause", told.join("  "))
}

/// How many days of each month had something done.
fn by_months(heat: &Heat, text: &mut Page<Item>) {
    let mut months: BTreeMap<(i16, i8), (String, usize)> = BTreeMap::new();
    for square in heat.weeks.iter().flatten() {
        let date = square.day.date();
        let name = || (date.strftime("%B %Y").to_string(), 0);
        let month = months.entry((date.year(), date.month()));
        month.or_insert_with(name).1 += usize::from(square.heat() > 0);
    }
    let theme = text.theme;
    for (name, days) in months.into_values().rev().filter(|(_, days)| *days > 0) {
        let days = match days {
            1 => "1 day".to_owned(),
            days => format!("{days} days"),
        };
        text.text(&format!("{name}: {days}"), theme.text);
    }
    text.dim(&format!("{} days of the year in all", heat.days()));
}

//! The burn-up as a chart of columns: the hours done, and the plan as a line across them.

use ratatui::text::{Line, Span};

use super::Item;
use crate::insight::pace::{BurnUp, Point, hours};
use crate::progress::Day;
use crate::text::columns;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::widget::Page;

/// What fills the lower eighths of a cell.
const EIGHTHS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// What marks the plan.
const PLAN: &str = "─";

/// How many eighths a cell has.
const CELL: u64 = 8;

/// From how many columns on there is a chart; below them its words are enough.
const LEAST: usize = 30;

/// Writes the chart in so many columns and rows, the days and the words below it among them.
pub(super) fn write(
    burn_up: &BurnUp,
    known: &Known,
    (width, height): (usize, usize),
    text: &mut Page<Item>,
) {
    let (Some(first), Some(last)) = (burn_up.done.first(), burn_up.done.last()) else {
        return;
    };
    if known.look.form == Form::Panes && width >= LEAST && first.day < last.day {
        let highest = burn_up.done.iter().chain(&burn_up.planned);
        let highest = highest.map(|point| point.minutes).max().unwrap_or(0).max(1);
        let labels = [hours(highest), String::new(), "0 h".to_owned()];
        let wide = labels.iter().map(|label| columns(label)).max().unwrap_or(0);
        let chart = Chart {
            burn_up,
            days: days(first.day, last.day, width.saturating_sub(wide + 1)),
            highest,
            rows: height.saturating_sub(2).max(2),
        };
        chart.write(&labels[0], &labels[2], wide, text);
    }
    text.dim(&told(burn_up, last));
}

/// What the chart says, in words.
fn told(burn_up: &BurnUp, last: &Point) -> String {
    let done = format!(
        "{} of {} done",
        hours(last.minutes),
        hours(burn_up.required)
    );
    if burn_up.planned.is_empty() {
        return done;
    }
    let planned = hours(burn_up.planned_on(last.day));
    format!("{done}; {PLAN} the plan, {planned} by today")
}

/// One day for each column, evenly from the first to the last.
fn days(first: Day, last: Day, count: usize) -> Vec<Day> {
    let span = u64::from(last.days_after(first));
    let steps = count.saturating_sub(1).max(1) as u64;
    let after = |column: u64| u32::try_from(span * column / steps).unwrap_or(0);
    (0..count as u64)
        .filter_map(|column| first.later(after(column)).ok())
        .collect()
}

struct Chart<'a> {
    burn_up: &'a BurnUp,
    days: Vec<Day>,
    highest: u64,
    rows: usize,
}

impl Chart<'_> {
    fn write(&self, top: &str, bottom: &str, wide: usize, text: &mut Page<Item>) {
        for row in (0..self.rows).rev() {
            let label = match row {
                0 => bottom,
                row if row + 1 == self.rows => top,
                _ => "",
            };
            let mut spans = vec![Span::styled(format!("{label:>wide$} "), text.theme.dim)];
            spans.extend(self.days.iter().map(|day| self.cell(*day, row, text)));
            text.line(Line::from(spans));
        }
        let (Some(first), Some(last)) = (self.days.first(), self.days.last()) else {
            return;
        };
        let (first, last) = (first.to_string(), last.to_string());
        let gap = self.days.len().saturating_sub(first.len());
        text.dim(&format!("{:wide$} {first}{last:>gap$}", ""));
    }

    fn cell(&self, day: Day, row: usize, text: &Page<Item>) -> Span<'static> {
        let plan = self.eighths(self.burn_up.planned_on(day));
        let has_plan = !self.burn_up.planned.is_empty();
        let below = row as u64 * CELL;
        // The line stands in the cell in which the plan ends.
        if has_plan && plan.saturating_sub(1) / CELL == row as u64 {
            return Span::styled(PLAN, text.theme.accent);
        }
        let filled = self
            .eighths(self.burn_up.done_on(day))
            .saturating_sub(below);
        let filled = usize::try_from(filled.min(CELL)).unwrap_or(0);
        Span::styled(EIGHTHS[filled], text.theme.good)
    }

    fn eighths(&self, minutes: u64) -> u64 {
        minutes * self.rows as u64 * CELL / self.highest
    }
}

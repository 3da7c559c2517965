//! What a report draws, and what it says where nothing can be drawn.

use super::model::{Column, Phrase, Table};
use crate::insight::pace::{BurnUp, Heat};
use crate::progress::Day;
use crate::progress::span::Minutes;

/// Something drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figure {
    /// How the hours of what is done grew.
    BurnUp(BurnUp),
    /// The calendar of a year.
    Heat(Heat),
}

/// Of how many equal spans a table tells the ends of a [`BurnUp`] at the most, and the fewest days of one.
const SPANS: u32 = 8;
const LEAST: u32 = 7;

impl Figure {
    /// What it shows, in a sentence or two.
    pub fn told(&self) -> String {
        match self {
            Self::BurnUp(burn_up) => burn_up_told(burn_up),
            Self::Heat(heat) => heat_told(heat),
        }
    }

    /// What it shows as figures, where a few of them tell it.
    pub fn table(&self) -> Option<Table> {
        match self {
            Self::BurnUp(burn_up) => burn_up_table(burn_up),
            Self::Heat(_) => None,
        }
    }
}

fn burn_up_told(burn_up: &BurnUp) -> String {
    let (Some(first), Some(last)) = (burn_up.done.first(), burn_up.done.last()) else {
        return "Nothing is done yet.".to_owned();
    };
    let planned = burn_up.planned.last();
    let planned =
        planned.map(|planned| format!(", where the plan asks for {}", hours(planned.minutes)));
    format!(
        "Hours of milestones done, {} to {}: {} of {}{}.",
        first.day,
        last.day,
        hours(last.minutes),
        hours(burn_up.required),
        planned.unwrap_or_default()
    )
}

fn burn_up_table(burn_up: &BurnUp) -> Option<Table> {
    let (first, last) = (burn_up.done.first()?.day, burn_up.done.last()?.day);
    let days = last.days_after(first);
    let spans = (days / LEAST).clamp(1, SPANS);
    let mut told: Vec<Day> = (0..=spans)
        .filter_map(|span| first.later(days * span / spans).ok())
        .collect();
    told.dedup();
    let has_plan = !burn_up.planned.is_empty();
    let row = |day: Day| {
        let planned = has_plan.then(|| burn_up.planned_on(day));
        let cells = [Some(burn_up.done_on(day)), planned].into_iter().flatten();
        let cells = cells.map(|minutes| Phrase::from(hours(minutes)));
        [Phrase::from(day.to_string())]
            .into_iter()
            .chain(cells)
            .collect()
    };
    let mut columns = vec![Column::words("until"), Column::figures("done")];
    columns.extend(has_plan.then(|| Column::figures("planned")));
    Some(Table {
        caption: "Hours of milestones done".to_owned(),
        columns,
        rows: told.into_iter().map(row).collect(),
    })
}

fn heat_told(heat: &Heat) -> String {
    let days = || heat.weeks.iter().flatten();
    let (Some(first), Some(last)) = (days().next(), days().next_back()) else {
        return "Nothing is recorded yet.".to_owned();
    };
    let active = match heat.days() {
        1 => "1 day".to_owned(),
        active => format!("{active} days"),
    };
    let spent = days().map(|square| square.work.spent).sum();
    let spent = match spent {
        0 => String::new(),
        spent => format!(", {} of it written down", Minutes(spent)),
    };
    format!(
        "Something was done on {active} from {} to {}{spent}.",
        first.day, last.day
    )
}

/// Minutes as whole hours.
pub(super) fn hours(minutes: u64) -> String {
    format!("{} h", minutes / 60)
}

//! The last weeks: what was done in each, beside the plan.

use ratatui::text::{Line, Span};

use super::Item;
use crate::insight::Pace;
use crate::insight::pace::{Plan, Week, hours};
use crate::progress::span::Minutes;
use crate::text::{clip, columns};
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::widget::{Page, bar};

/// How many weeks are listed.
const WEEKS: u32 = 8;

/// How many columns a bar has at the most and at the least.
const LONGEST: usize = 24;
const SHORTEST: usize = 8;

/// From how many columns on a bar has room beside the words.
const ROOMY: usize = 48;

/// Writes a line for each week, the latest first.
pub(super) fn write(pace: &Pace, known: &Known, text: &mut Page<Item>) {
    if pace.begun().is_none() {
        return;
    }
    let weeks = pace.weeks(WEEKS);
    let busiest = weeks.iter().map(|week| week.work.done).max();
    let full = pace.plan.map(Plan::minutes).max(busiest).unwrap_or(0);
    text.heading("Week by week");
    for week in weeks.iter().rev() {
        line(week, full.max(1), pace.plan, known, text);
    }
}

fn line(week: &Week, full: u64, plan: Option<Plan>, known: &Known, text: &mut Page<Item>) {
    let theme = text.theme;
    let day = week.monday.date().strftime("%b %e").to_string();
    let told = told(week, plan);
    if known.look.form == Form::Lines {
        text.text(&format!("Week of {day}: {told}"), theme.text);
        return;
    }
    let room = text.width().saturating_sub(columns(&day) + 1);
    let cells = match text.width() {
        narrow if narrow < ROOMY => SHORTEST,
        _ => LONGEST.min(room / 3),
    };
    let percent = u8::try_from(week.work.done * 100 / full).unwrap_or(100);
    let told = clip(&told, room.saturating_sub(cells + 3)).into_owned();
    text.line(Line::from(vec![
        Span::styled(format!("{day} "), theme.dim),
        Span::styled(bar(percent, cells), theme.good),
        Span::styled(format!(" {told}"), theme.text),
    ]));
}

/// What was done, optional work apart, the time that went into all of it, and whether there was a pause.
fn told(week: &Week, plan: Option<Plan>) -> String {
    let of = plan.map(|plan| format!(" of {}", hours(plan.minutes())));
    let done = format!("{}{}", hours(week.work.done), of.unwrap_or_default());
    let mut told = vec![done];
    if week.work.optional > 0 {
        told.push(format!("{} optional", hours(week.work.optional)));
    }
    if week.work.spent > 0 {
        told.push(format!("{} spent", Minutes(week.work.spent)));
    }
    match week.rested {
        0 => {}
        _ if week.is_rest() => told.push("paused".to_owned()),
        1 => told.push("paused for a day".to_owned()),
        days => told.push(format!("paused for {days} days")),
    }
    told.join(" · ")
}

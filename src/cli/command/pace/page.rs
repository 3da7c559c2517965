//! The pace as people read it.

use super::shown::{OneWeek, Range, Shown, Streak};
use crate::cli::line::{Line, Tone};
use crate::cli::page::Page;
use crate::insight::Pace;
use crate::insight::pace::{Plan, hours};
use crate::progress::span::Minutes;

/// How many cells a full week has.
const BAR: u64 = 20;

/// How many of the milestones of the longest chain are named.
const NAMED: usize = 5;

/// The page.
pub(super) fn page(shown: &Shown, pace: &Pace) -> Page {
    let mut told = Page::default();
    sum(shown, pace, &mut told);
    if !shown.weeks.is_empty() && pace.begun().is_some() {
        told.heading("Week by week");
        let most = most(&shown.weeks, pace.plan);
        let rows = shown.weeks.iter().rev();
        told.table(rows.map(|week| cells(week, most, pace.plan)).collect());
    }
    told.heading("When, about?");
    when(shown, &mut told);
    if shown.ranges.iter().any(|range| range.months.is_some()) {
        told.heading("How long it takes by others' account");
        let ranges = shown.ranges.iter().filter(|range| range.months.is_some());
        told.table(ranges.map(Range::cells).collect());
    }
    told
}

/// What was done until now.
fn sum(shown: &Shown, pace: &Pace, told: &mut Page) {
    let Some(last) = shown
        .burn_up
        .as_ref()
        .and_then(|curve| Some((curve, curve.points.last()?)))
    else {
        told.line("Nothing is done yet, so there is no pace to show.");
        return;
    };
    let (curve, point) = last;
    let so_far = format!(
        "{} of {} done",
        hours(point.minutes_done),
        hours(curve.minutes_required)
    );
    told.line(match point.minutes_planned.zip(pace.plan) {
        Some((planned, plan)) => {
            let planned = hours(planned);
            format!("{so_far}; by {} it would be {planned}", plan.told())
        }
        None => so_far,
    });
    let Streak { current, longest } = &shown.streak;
    told.line(format!(
        "Streak: {}; the longest was {longest}",
        weeks(*current)
    ));
    let days = shown.days.len();
    let word = if days == 1 { "day" } else { "days" };
    told.line(format!(
        "You did something on {days} {word} of the last year"
    ));
}

fn weeks(count: u32) -> String {
    match count {
        1 => "1 week".to_owned(),
        count => format!("{count} weeks"),
    }
}

/// What a full bar stands for: the plan, or a busier week.
fn most(weeks: &[OneWeek], plan: Option<Plan>) -> u64 {
    let busiest = weeks.iter().map(|week| week.minutes_done);
    busiest
        .chain(plan.map(Plan::minutes))
        .max()
        .unwrap_or(0)
        .max(1)
}

fn cells(week: &OneWeek, most: u64, plan: Option<Plan>) -> Vec<Line> {
    let filled = usize::try_from(week.minutes_done * BAR / most).unwrap_or(0);
    let rest = usize::try_from(BAR).unwrap_or(0).saturating_sub(filled);
    let bar = Line::from("▕")
        .then(Tone::Good, &"█".repeat(filled))
        .plain(&format!("{}▏", " ".repeat(rest)));
    let of = plan.map_or_else(String::new, |plan| format!("of {}", hours(plan.minutes())));
    let mut remarks = Vec::new();
    if week.minutes_optional > 0 {
        remarks.push(format!("{} optional", hours(week.minutes_optional)));
    }
    if week.minutes_spent > 0 {
        remarks.push(format!("{} spent", Minutes(week.minutes_spent)));
    }
    match week.days_paused {
        0 => {}
        7 => remarks.push("paused".to_owned()),
        1 => remarks.push("paused for a day".to_owned()),
        days => remarks.push(format!("paused for {days} days")),
    }
    vec![
        Line::from("  ").plain(&week.monday.to_string()),
        bar,
        Line::figure(&hours(week.minutes_done)),
        Line::default().then(Tone::Quiet, &of),
        Line::default().then(Tone::Quiet, &remarks.join(" · ")),
    ]
}

/// When the target may be reached.
fn when(shown: &Shown, told: &mut Page) {
    let Some(target) = &shown.target else {
        told.line("This path has no targets to reach.");
        return;
    };
    let Some(forecast) = &shown.reckoned else {
        let why = shown.nothing_to_forecast.as_deref();
        let why = why.unwrap_or("say how many hours a week you plan: milepost aim --hours 10");
        told.line(format!("{}: {why}", target.title));
        return;
    };
    told.line(
        Line::from(target.title.as_str())
            .plain(": ")
            .then(Tone::Strong, &forecast.when(shown.today)),
    );
    told.prose(0, &forecast.because());
    let named: Vec<&str> = shown.chain.iter().take(NAMED).map(String::as_str).collect();
    let more = match shown.chain.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" → {more} more"),
    };
    if shown.chain.len() > 1 {
        told.prose(
            0,
            &format!(
                "What decides it is a chain of {}, {} in all: {}{more}",
                shown.chain.len(),
                hours(forecast.chain_minutes),
                named.join(" → ")
            ),
        );
    }
}

impl Range {
    fn cells(&self) -> Vec<Line> {
        let (fewest, most) = self.months.unwrap_or_default();
        let at = self
            .hours_per_week
            .map(|hours| format!(", at {hours} h a week"));
        vec![
            Line::from("  ").plain(&format!("{fewest}–{most} months")),
            format!("{}{}", self.title, at.unwrap_or_default()).into(),
            Line::default().then(Tone::Quiet, &self.sources.join("; ")),
            Line::default().then(Tone::Quiet, self.note.as_deref().unwrap_or_default()),
        ]
    }
}

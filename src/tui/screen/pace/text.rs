//! What there is to read of a pace, with the charts among it where they have no place of their own.

use ratatui::layout::Rect;

use super::{CHARTS, Item, burn_up, calendar, weeks};
use crate::curriculum::Place;
use crate::curriculum::detail::{PaceRange, Source};
use crate::insight::pace::{Basis, hours, nothing_to_forecast};
use crate::insight::{Pace, State};
use crate::text::visible;
use crate::tui::canvas::{Canvas, Spot};
use crate::tui::command::Command;
use crate::tui::keymap;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::plan;
use crate::tui::widget::{self, Focus, Pane, sign};

/// How many milestones of the chain that decides are named.
const FIRST: usize = 3;

/// How high the burn-up is among the text.
const LOW: usize = 8;

/// How many rows the calendar takes, with the words below it.
const CALENDAR: u16 = 10;

type Page = widget::Page<Item>;

/// Offers to show the pace, to those who did not ask for it yet.
pub(super) fn offer(known: &Known, text: &mut Page) {
    let theme = text.theme;
    if known.today.is_none() {
        text.dim("The clock is wrong by decades, so no pace can be told.");
        return;
    }
    text.text(
        "How fast you go, week by week beside your plan, with a calendar of the year; and when that may lead to your target, as a range.",
        theme.text,
    );
    text.gap();
    text.dim(
        "A date can press, so this is off until you ask for it. The settings turn it off again.",
    );
    text.gap();
    text.leading("", "Show my pace", theme.accent, Item::Turn("on"));
}

/// Writes when the target may be reached, with a milestone that is kept in its place there, and what was done until now.
pub(super) fn write(pace: &Pace, kept: Option<(Place, usize)>, known: &Known, text: &mut Page) {
    when(pace, kept, known, text);
    sum(pace, text);
    weeks::write(pace, known, text);
}

/// Writes the charts among the text.
pub(super) fn charts_within(pace: &Pace, known: &Known, text: &mut Page) {
    let width = text.width();
    if let Some(burn_up) = pace.burn_up() {
        text.heading("Hours of milestones done");
        burn_up::write(&burn_up, known, (width, LOW), text);
    }
    text.heading("The last year");
    calendar::write(pace, known, width, text);
}

/// Writes what others say, and how to be rid of all of it.
pub(super) fn rest(known: &Known, text: &mut Page) {
    others(known, text);
    text.gap();
    let theme = text.theme;
    text.leading("", "Turn the pace off again", theme.dim, Item::Turn("off"));
}

/// Draws the charts in a place of their own.
pub(super) fn charts(pace: &Pace, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
    let frame = Pane {
        title: "Hours of milestones done",
        place: "",
        focus: Focus::Elsewhere,
    };
    let inside = Pane::within(frame.draw(area, canvas), canvas.form());
    canvas.spot(area, Spot::Pane(CHARTS));
    let width = usize::from(inside.width);
    let mut text = Page::new(known, width);
    let high = inside.height.saturating_sub(CALENDAR + 5);
    if let Some(burn_up) = pace.burn_up() {
        burn_up::write(
            &burn_up,
            known,
            (width, usize::from(high.max(4))),
            &mut text,
        );
    }
    text.heading("The last year");
    calendar::write(pace, known, width, &mut text);
    canvas.lines(text.finish().lines, inside);
}

/// When the target may be reached, why, and what decides it.
fn when(pace: &Pace, kept: Option<(Place, usize)>, known: &Known, text: &mut Page) {
    let theme = text.theme;
    let (Some((_, target)), Some(gap)) = (plan::target(known), known.gap()) else {
        text.dim("This path has no targets to reach.");
        return;
    };
    let title = visible(&target.title).into_owned();
    let Some(forecast) = pace.forecast(gap, &known.snapshot) else {
        let why = nothing_to_forecast(gap).unwrap_or_else(|| {
            let key = keymap::name(Command::Hours);
            format!("say how many hours a week you plan: {key}")
        });
        text.text(&format!("{title}: {why}"), theme.title);
        return chain(&[], kept, known, text);
    };
    text.text(
        &format!("{title}: {}", forecast.when(pace.today)),
        theme.title,
    );
    if let Some(note) = &target.note {
        text.dim(&visible(note));
    }
    text.dim(&forecast.because());
    if let (Basis::Measured(_), Some(plan)) = (forecast.basis, pace.plan) {
        let (by, lasting) = (plan.told(), plan.lasting(gap.nearness.minutes_left));
        text.dim(&format!("By {by} it would be {lasting}, as Gaps has it."));
    }
    let decides = match forecast.chain.len() {
        0 | 1 => &[],
        count => {
            let hours = hours(forecast.chain_minutes);
            let which = if count > FIRST {
                " The first of them:"
            } else {
                ""
            };
            text.gap();
            text.dim(&format!(
                "What decides it: {count} milestones that wait for each other, {hours} in all.{which}"
            ));
            forecast.chain.as_slice()
        }
    };
    chain(decides, kept, known, text);
}

/// The first milestones of the chain that decides, and in its place the one that is kept.
fn chain(decides: &[Place], kept: Option<(Place, usize)>, known: &Known, text: &mut Page) {
    let mut first: Vec<Place> = decides.iter().copied().take(FIRST).collect();
    if let Some((place, at)) = kept.filter(|(place, _)| !first.contains(place)) {
        if first.is_empty() {
            text.gap();
        }
        first.insert(at.min(first.len()), place);
    }
    for place in first {
        let sign = sign(State::of(&known.snapshot.entry(place)), text.theme);
        text.signed("  ", sign, &known.title(place), Item::Milestone(place));
    }
}

/// What was done until now, and the streaks.
fn sum(pace: &Pace, text: &mut Page) {
    let Some(burn_up) = pace.burn_up() else {
        text.gap();
        text.dim("Nothing is done yet, so there is nothing to look back at.");
        return;
    };
    let theme = text.theme;
    text.heading("So far");
    let done = burn_up.done_on(pace.today);
    let mut said = format!("{} of {} done", hours(done), hours(burn_up.required));
    if let Some(plan) = pace.plan {
        let planned = hours(burn_up.planned_on(pace.today));
        said = format!("{said}; by {} it would be {planned}", plan.told());
    }
    text.text(&said, theme.text);
    let streaks = pace.streaks();
    let weeks = match streaks.current {
        1 => "1 week".to_owned(),
        weeks => format!("{weeks} weeks"),
    };
    text.text(
        &format!("Streak: {weeks}; the longest was {}", streaks.longest),
        theme.text,
    );
}

/// How long it takes by others' account.
fn others(known: &Known, text: &mut Page) {
    let Some(appendix) = &known.appendix else {
        return;
    };
    let ranges = appendix.pace.iter().flat_map(|pace| &pace.ranges);
    let told: Vec<(&PaceRange, (u16, u16))> = ranges
        .filter_map(|range| Some((range, range.months?)))
        .collect();
    if told.is_empty() {
        return;
    }
    text.heading("How long it takes by others' account");
    for (range, (fewest, most)) in told {
        let at = range
            .hours_per_week
            .map(|hours| format!(", at {hours} h a week"));
        let note = range.note.as_ref().map(|note| format!(": {note}"));
        let sources: Vec<String> = appendix.cited(&range.sources).map(Source::cite).collect();
        let (at, note) = (at.unwrap_or_default(), note.unwrap_or_default());
        let by = match sources.join("; ") {
            nobody if nobody.is_empty() => nobody,
            sources => format!(" ({sources})"),
        };
        let said = format!("{}{at}{note}{by}", range.title);
        let theme = text.theme;
        let lead = match known.look.form {
            Form::Panes => format!("{:14}", format!("{fewest}–{most} months")),
            Form::Lines => format!("{fewest} to {most} months: "),
        };
        text.led(&lead, &said, theme.text);
    }
}

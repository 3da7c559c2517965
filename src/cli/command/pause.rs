//! `milepost pause`: a holiday, so that it does not read as a stall.

use std::fmt::Display;

use serde::Serialize;

use crate::cli::desk::Desk;
use crate::cli::page::Page;
use crate::cli::reply::{Format, Reply};
use crate::cli::trouble::Trouble;
use crate::progress::deed::Paused;
use crate::progress::span::Until;
use crate::progress::{Day, Intent};

/// Pause, so that a holiday does not look like a stall
///
/// Without arguments, shows whether you pause. A new pause replaces the one before. The reason stays private: it is not
/// in the file that a mentor gets.
///
/// With --json, an object with `until` (the first day on which you go on; null while you do not pause) and `reason`.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// How long from today on, 5d, 2w, or 10 for days; or the first day on which you go on, such as 2026-12-01
    #[arg(value_name = "LENGTH|DAY", allow_negative_numbers = true, conflicts_with_all = ["until", "end", "json"])]
    length: Option<Until>,

    /// The first day on which you go on
    #[arg(long, value_name = "DAY", conflicts_with_all = ["end", "json"])]
    until: Option<Day>,

    /// Why
    #[arg(long, value_name = "TEXT", conflicts_with_all = ["end", "json"])]
    reason: Option<String>,

    /// Go on today
    #[arg(long, conflicts_with = "json")]
    end: bool,

    #[command(flatten)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  milepost pause 2w
  milepost pause 2026-12-24
  milepost pause --until 2026-12-01 --reason \"Moving\"
  milepost pause --end";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let today = desk.session()?.today()?;
    let until = match (args.until, args.length) {
        (Some(day), _) => day,
        (None, Some(length)) => length.day(today).map_err(too_long)?,
        (None, None) if args.end => return end(today, desk),
        (None, None) if args.reason.is_some() => return Err(endless()),
        (None, None) => return show(args.format, today, desk),
    };
    desk.record(vec![Intent::Pause {
        until,
        reason: args.reason.clone(),
        today,
    }])
}

/// A pause beyond all days that can be written.
fn too_long(error: impl Display) -> Trouble {
    Trouble::refused("not recorded", error.to_string(), "pause for less long")
}

/// A reason for a pause of which nobody knows how long it lasts.
fn endless() -> Trouble {
    Trouble::usage(
        "it is not clear how long you pause",
        "a reason alone says nothing of that",
        "milepost pause 2w --reason TEXT",
    )
}

fn end(today: Day, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.snapshot()?;
    if snapshot.progress.facts().pause(today).is_none() {
        return Err(Trouble::refused(
            "there is no pause to end",
            "you do not pause",
            "milepost pause 2w begins one",
        ));
    }
    desk.record(vec![Intent::Pause {
        until: today,
        reason: None,
        today,
    }])
}

/// Until when the learner pauses, and why.
#[derive(Debug, Serialize)]
struct Pause {
    until: Option<Day>,
    reason: Option<String>,
}

fn show(format: Format, today: Day, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.snapshot()?;
    let pause = snapshot.progress.facts().pause(today);
    let pause = Pause {
        until: pause.map(|pause: &Paused| pause.until),
        reason: pause.and_then(|pause| pause.reason.clone()),
    };
    format.reply(&pause, page)
}

fn page(pause: &Pause) -> Page {
    let Some(until) = pause.until else {
        return Page::of("you do not pause");
    };
    let reason = pause.reason.as_deref();
    let reason = reason.map(|reason| format!(": {reason}"));
    Page::of(format!(
        "paused until {until}{}",
        reason.unwrap_or_default()
    ))
}

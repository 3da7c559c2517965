//! `milepost spent`: time that went into a milestone, or into nothing in particular.

use crate::cli::complete;
use crate::cli::desk::Desk;
use crate::cli::line::{Line, Tone};
use crate::cli::name;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;
use crate::insight::spent_in_week_of;
use crate::progress::span::{BadSpan, Minutes};
use crate::progress::{Day, Intent};

/// Put down time that you spent
///
/// On a milestone, which may stand first, too, or on nothing in particular; today, or on an earlier day. Each entry takes
/// 24 hours at most. Answers with what was spent on the milestone so far, and in that week from Monday to Sunday.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES, override_usage = "milepost spent [OPTIONS] <TIME> [MILESTONE]")]
pub(crate) struct Args {
    /// How long: 45m, 1h30, 2h, 3 hours, or 90 for minutes
    #[arg(value_name = "TIME", allow_negative_numbers = true)]
    time: String,

    /// The milestone, by its id or a part of its title
    #[arg(value_name = "MILESTONE", add = complete::milestones(), allow_negative_numbers = true)]
    milestone: Vec<String>,

    /// The day on which you spent it, such as 2026-11-20; without it, today
    #[arg(long, value_name = "DAY")]
    day: Option<Day>,
}

const EXAMPLES: &str = "\
Examples:
  milepost spent 45m sql-joins
  milepost spent 1h30 sql-joins --day 2026-11-19
  milepost spent 20";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let (time, milestone) = args.in_order()?;
    let snapshot = desk.snapshot()?;
    let place = milestone
        .map(|name| name::milestone(&name, &snapshot))
        .transpose()?;
    let today = desk.session()?.today()?;
    let day = args.day.unwrap_or(today);
    let reply = desk.record(vec![Intent::Spend {
        place,
        minutes: u32::try_from(time.0).unwrap_or(u32::MAX),
        day,
        today,
    }])?;
    let snapshot = desk.snapshot()?;
    let week = Minutes(spent_in_week_of(day, snapshot.progress.facts()));
    let mut sums = vec![format!("{week} in the week from Monday {}", day.monday())];
    if let Some(place) = place {
        let whole = Minutes(snapshot.progress.mark(place).minutes.into());
        sums.insert(0, format!("{whole} on it so far"));
    }
    Ok(reply.and_say(Line::from("  ").then(Tone::Quiet, &sums.join(" · "))))
}

impl Args {
    /// The time and the milestone, whichever comes first. A unit that is a word of its own belongs to the time, so as many
    /// words as read as one are it; where both could be it, the first is.
    fn in_order(&self) -> Result<(Minutes, Option<String>), Trouble> {
        let words: Vec<&str> = std::iter::once(&self.time)
            .chain(&self.milestone)
            .map(String::as_str)
            .collect();
        let leading = (1..=words.len()).rev().map(|end| words.split_at(end));
        let closing = (1..words.len()).map(|end| words.split_at(end));
        let closing = closing.map(|(milestone, time)| (time, milestone));
        let mut parsed = leading
            .chain(closing)
            .filter_map(|(time, milestone)| Some((time.join(" ").parse().ok()?, milestone)));
        match parsed.next() {
            Some((time, [])) => Ok((time, None)),
            Some((time, milestone)) => Ok((time, Some(milestone.join(" ")))),
            None => Err(Trouble::usage(
                "it is not clear how much time was spent",
                BadSpan::Minutes.to_string(),
                "the time, then the milestone: milepost spent 45m sql-joins",
            )),
        }
    }
}

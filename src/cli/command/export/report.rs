//! The reports: where the learner stands, as a text, a page or a table.

use super::{Args, Format};
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;
use crate::insight::Snapshot;
use crate::insight::pace::Plan;
use crate::progress::Day;
use crate::report::learner::Standing;
use crate::report::milestones::milestones;
use crate::report::{csv, html, markdown};
use crate::session::Session;
use crate::tui::settings::{Pace, Settings};

/// Of how many days it tells what was done, today among them, unless a day is named.
const DAYS: u32 = 7;

pub(super) fn run(args: &Args, session: &Session) -> Result<Reply, Trouble> {
    let today = session.today()?;
    if let Some(since) = args.since.filter(|since| *since > today) {
        return Err(ahead(since, today));
    }
    let snapshot = session.public()?;
    if args.format == Format::Csv {
        return args.deliver(csv::table(&milestones(&snapshot, args.since)));
    }
    let name = session.name()?;
    let report = Standing {
        snapshot: &snapshot,
        name: name.as_deref(),
        plan: plan(&snapshot, session),
        since: args.since.unwrap_or_else(|| today.earlier(DAYS - 1)),
        today,
    }
    .report();
    args.deliver(match args.format {
        Format::Html => html::page(&report),
        _ => markdown::text(&report),
    })
}

/// The learner's plan, where they asked to be shown their pace: what they would rather not see, a report does not tell.
fn plan(snapshot: &Snapshot, session: &Session) -> Option<Plan> {
    let kept = |name: &str| session.preference(name).ok().flatten();
    match Settings::read(kept).pace {
        Pace::On => Plan::of(snapshot.progress.facts(), None),
        Pace::Off => None,
    }
}

/// Nothing was done yet on days that are still to come.
fn ahead(since: Day, today: Day) -> Trouble {
    Trouble::refused(
        format!("{since} is still to come"),
        format!("today is {today}, and a report tells what was done since a day"),
        "name an earlier day",
    )
}

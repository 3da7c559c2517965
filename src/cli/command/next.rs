//! `milepost next`: what can be done now.

use crate::cli::desk::Desk;
use crate::cli::reply::{Format, Reply};
use crate::cli::row::{self, Row};
use crate::cli::trouble::Trouble;
use crate::insight::next;

/// List what you can do now
///
/// What you have started comes first, then what is open, in the path's order; optional milestones come last.
///
/// With --json, a list of milestones as `milepost list` has them.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    format: Format,
}

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.snapshot()?;
    let rows: Vec<Row> = next(&snapshot)
        .into_iter()
        .map(|place| Row::of(place, &snapshot))
        .collect();
    let reply = args.format.reply(&rows, |rows| row::table(rows))?;
    if rows.is_empty() {
        return Ok(reply.and_explain("nothing is open: all that applies is done or skipped"));
    }
    Ok(reply)
}

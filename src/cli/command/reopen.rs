//! `milepost reopen`: a tick, a credit or a skip is taken back.

use crate::cli::complete;
use crate::cli::desk::Desk;
use crate::cli::name;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;
use crate::progress::Intent;

/// Reopen milestones that are done, credited or skipped
///
/// Their evidence, answers and notes stay. To undo only what you did last, use `milepost undo`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The milestones, by their ids or parts of their titles
    #[arg(required = true, value_name = "MILESTONE", add = complete::milestones())]
    milestones: Vec<String>,
}

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let places = name::milestones(&args.milestones, &desk.snapshot()?)?;
    desk.record(places.into_iter().map(Intent::Reopen).collect())
}

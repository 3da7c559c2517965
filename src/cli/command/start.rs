//! `milepost start`: work on milestones begins.

use crate::cli::complete;
use crate::cli::desk::Desk;
use crate::cli::name;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;
use crate::progress::Intent;

/// Begin work on milestones
///
/// Started milestones stand first in `milepost next`. A locked one can be started: it says
/// what it still needs, stands behind the others that are begun, and only its tick has to wait.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The milestones, by their ids or parts of their titles
    #[arg(required = true, value_name = "MILESTONE", add = complete::milestones())]
    milestones: Vec<String>,
}

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let places = name::milestones(&args.milestones, &desk.snapshot()?)?;
    desk.record(places.into_iter().map(Intent::Start).collect())
}

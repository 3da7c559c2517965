//! `milepost skip`: milestones are skipped.

use crate::cli::complete;
use crate::cli::desk::Desk;
use crate::cli::name;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;
use crate::progress::Intent;

/// Pass milestones over
///
/// A skipped milestone unlocks what comes after it, and still lacks to 100 %. The reason stays private: it is not in the
/// file that a mentor gets.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The milestones, by their ids or parts of their titles
    #[arg(required = true, value_name = "MILESTONE", add = complete::milestones())]
    milestones: Vec<String>,

    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let places = name::milestones(&args.milestones, &desk.snapshot()?)?;
    desk.record(
        places
            .into_iter()
            .map(|place| Intent::Skip(place, args.reason.clone()))
            .collect(),
    )
}

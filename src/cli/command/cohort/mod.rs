//! `milepost cohort`: a whole group, from a folder of their progress files.

mod sample;

use crate::cli::desk::Desk;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;

/// Make up a group of learners, to try out what a mentor sees
///
/// With --sample, progress files of learners whom nobody knows are written into a folder, as they might have sent them,
/// and with them a `roster.csv` of all who are in the group. Some go fast and some slowly, some wait for the mentor, some are
/// stuck, on holiday or have only begun; one of 24 sent nothing yet, one sent an old file, and one sent two. All of them
/// follow the path that comes with milepost. The folder is made where it is missing; nothing in it is replaced but what was
/// made up before.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    sample: sample::Args,
}

const EXAMPLES: &str = "\
Examples:
  milepost cohort --sample group
  milepost cohort --sample crowd --learners 500 --seed 7";

pub(super) fn run(args: &Args, desk: &Desk) -> Result<Reply, Trouble> {
    sample::run(&args.sample, desk)
}

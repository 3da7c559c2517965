//! `milepost verdict`: a mentor's answers from a script.

mod give;
mod send;

use crate::cli::desk::Desk;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;

/// Answer learners, as a mentor
///
/// An answer is kept on this machine until it is sent. `milepost cohort` shows what waits for one, `milepost review` does
/// all of this on a screen.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Give(give::Args),
    Send(send::Args),
}

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    match &args.command {
        Command::Give(args) => give::run(args, desk),
        Command::Send(args) => send::run(args, desk),
    }
}

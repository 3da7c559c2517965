//! `milepost attest`: what a mentor signed, for whoever wants to check it.

mod extract;
mod page;
mod shown;
mod verify;

use crate::cli::desk::Desk;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;

/// Hand out and check what mentors signed
///
/// An attestation is a verdict in two files: what a mentor said, to the letter, and their signature over it. Whoever gets
/// both can check them with milepost, or with nothing but OpenSSH.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Extract(extract::Args),
    Verify(verify::Args),
}

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    match &args.command {
        Command::Extract(args) => extract::run(args, desk),
        Command::Verify(args) => verify::run(args, desk),
    }
}

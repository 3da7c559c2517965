//! `milepost redo`: what was undone is done again.

use crate::cli::deed;
use crate::cli::desk::Desk;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;

/// Do again what you undid last
///
/// Only as long as you did nothing else since.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(super) fn run(_: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    Ok(deed::told(&desk.session()?.redo()?))
}

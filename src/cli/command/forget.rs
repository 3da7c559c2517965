//! `milepost forget`: what an event says is gone for good.

use crate::cli::desk::Desk;
use crate::cli::name;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;

/// Forget what an event says, for good
///
/// For a password that was pasted into a note, and the like: the event stays as an empty one, and its content is removed
/// from the store and its backups. This cannot be undone. Files that you exported earlier still have it.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The event, by the beginning or end of its id; `milepost journal` shows it
    event: String,
}

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let session = desk.session()?;
    let ids: Vec<_> = session
        .journal()?
        .iter()
        .map(|entry| entry.event.id)
        .collect();
    let event = name::uuid("event", &args.event, &ids, "milepost journal")?;
    session.forget(event)?;
    Ok(Reply::said("forgotten, in the backups too"))
}

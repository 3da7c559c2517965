//! `milepost undo`: the last action is undone.

use crate::cli::deed;
use crate::cli::desk::Desk;
use crate::cli::line::{Line, Tone};
use crate::cli::name;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;

/// Undo what you did last
///
/// One action at a time, all of its deeds together. Nothing is lost by it: `milepost redo` does it again as long as you
/// did nothing else since, and the journal keeps both.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(super) fn run(_: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let recorded = desk.session()?.undo()?;
    let mut reply = Reply::default();
    for undone in &recorded.deeds {
        let words = name::teller(&recorded.snapshot).deed_on(&recorded.day, undone);
        reply = reply.and_say(Line::default().then(Tone::Warn, "undone: ").plain(&words));
    }
    Ok(reply.and_say(Line::default().then(
        Tone::Quiet,
        &format!("  {}", deed::share(&recorded.snapshot)),
    )))
}

//! `milepost status`: where the learner stands, in one glance.

mod page;
mod shown;

use crate::cli::desk::Desk;
use crate::cli::reply::{Format, Reply};
use crate::cli::trouble::Trouble;
use shown::Status;

/// Show where you stand
///
/// The percentage weighs milestones by their hours, over the required ones that apply under your choices. A skipped
/// one unlocks what follows and still lacks to 100 %; what hangs on an open choice is left out until you make it.
///
/// With --json, an object with `curriculum` (`id`, `version`, `title`), `choices` (`id`, `title`, `options` with `id` and
/// `title`; none while a choice is open), `paused_until` (the first day on which you go on; null while you do not
/// pause), `questions_due` (how many come back by today), `unread` (ids of the milestones on which a mentor said something
/// that you have not read; with their curriculum, where that is another one), `percent`, `hours_done`, `hours_required`, `done`, `required`,
/// `stages` (`id`, `title`, `percent`, `hours_done`, `hours_required`, `done`, `required`), `next` (the first of
/// `milepost next`, with `reasons` and `waits`), `avoided` (what you may be walking around, the weightiest first: `kind`,
/// which is passed, skipped, lying or no-project, the id of the `milestone`, and `told` in words), `due` (ids of the open choices
/// that can be made now) and `unproven` (ids of what is done without the evidence that it asks for,
/// or there without the evidence that your target asks for).
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    format: Format,
}

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.vouched()?.snapshot();
    // Where one stands can be told whatever the clock says.
    let today = desk.session()?.today().ok();
    args.format.reply(&Status::of(&snapshot, today), page::of)
}

//! `milepost show`: everything about one milestone.

mod judgement;
mod page;
mod shown;

use uuid::Uuid;

use crate::cli::complete;
use crate::cli::desk::Desk;
use crate::cli::name;
use crate::cli::reply::{Format, Reply};
use crate::cli::trouble::Trouble;
use shown::Shown;

/// Show everything about one milestone
///
/// What it is, what it needs and opens, its questions with your answers, your evidence and notes, what mentors said in each
/// round and what you replied, and what there is to learn it from. What a mentor said is read by that, unless --json.
///
/// With --json, an object with all that `milepost list` has of a milestone, and `about`, `hard`, `recommended`,
/// `while_searching`, `asks_for` (none, note, repository or deployment), `choice` (the id of the choice that is made in
/// it), `requires` and `opens` (each with `id`, `title`, `status`), `started_on`, `done_on`, `made_under`
/// (the options under which it was done, where others are chosen now), `out_of_order`,
/// `skip_reason`, `minutes_spent`, `checks` (`id`, `ask`, `answer`: sure, unsure, no or null), `evidence` (as `milepost
/// evidence list` has it), `notes` (`day`, `text`), `verdicts` (the newest first: `id`, `round` from 1, `reviewer`,
/// `verdict`, `level`, `claimed`: nobody whom you trust vouches for it, `stale`: what it is about has changed since,
/// `changed`: what has, evidence or text, `shown`: whether the milestone shows by it, `unread`, `comment`, `day`, `replies`
/// with `day` and `text`), `project_ideas`, `keywords`, `skip_note`, `no_resource` and `resources` (`id`, `title`,
/// `provider`, `url`, `price`, `notes`).
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The milestone, by its id or a part of its title
    #[arg(add = complete::milestones())]
    milestone: String,

    #[command(flatten)]
    format: Format,
}

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.vouched()?.snapshot();
    let place = name::milestone(&args.milestone, &snapshot)?;
    let detail = desk.session()?.detail(place)?;
    let appendix = desk.session()?.appendix()?;
    let shown = Shown::of(place, detail, &appendix, &snapshot);
    if !args.format.is_json() {
        let unread = shown.verdicts.iter().filter(|verdict| verdict.unread);
        let unread: Vec<Uuid> = unread.map(|verdict| verdict.id).collect();
        desk.session()?.mark_read(&unread);
    }
    args.format.reply(&shown, page::of)
}

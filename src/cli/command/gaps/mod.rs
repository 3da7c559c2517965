//! `milepost gaps`: what lies between the learner and a target.

mod needed;
mod page;
mod told;

use crate::cli::complete;
use crate::cli::desk::Desk;
use crate::cli::name;
use crate::cli::reply::{Format, Reply};
use crate::cli::trouble::Trouble;
use crate::insight::Gap;
use told::Told;

/// Show what lies between you and a target
///
/// Tells of each requirement whether it is met, and all milestones that are still missing, in an order that works: the
/// smallest set by the hours left, prerequisites included, along your choices. A milestone that several requirements need
/// counts once. Where some of several milestones are enough, the cheapest way from where you stand is counted, and named.
/// Then it tells what helps, what waits for a choice, for evidence or for a record, and how near the other targets are.
/// Without --target, it is about the one that you aim at.
///
/// With --json, an object with `id`, `title`, `level` (null where the path names none), `milestones_to_go`, `hours_to_go`,
/// `percent` (of its hours, those that are there), `reached`, `note`, `aimed`, `is_least` (false where there were too many
/// ways to weigh them all, so that a smaller set may do), `requirements`, `nested`, `missing` (milestones as
/// `milepost list` has them, in order), `open_choices` (`id`, `title`, and `milestones`: the ids of those that wait for
/// it), `unproven` (`milestone` and `kind` of what is there without the evidence asked for) and `other_targets` (objects
/// that begin as this one does, up to `reached`). A requirement has `id`, `title`, `note`, `reach` (`met`, `in progress`,
/// `missing`, or `shown` for a mere limit), `hours_to_go`, `asked` and `missing` (ids of milestones, prerequisites left out
/// and included), `ways` (`needed`, `among` and `taken`), `open_choice` (an id), `undecided` (ids of milestones that wait
/// for a choice), `evidence` (`kind`, `have`, `at_least`), `records` (`type`, `have`, `at_least`), `limit` (`field`, `max`),
/// `target` (an id) and `helps` (`id`, `title` and `url` of three resources at most); what it does not ask for is null.
/// Those of the targets that requirements name are in `nested`, which have `of`, the id of their target, besides.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// The target, by its id or a part of its title
    #[arg(long, value_name = "TARGET", add = complete::targets())]
    target: Option<String>,

    /// A target without its option, which is answered with the option's name
    #[arg(hide = true, value_name = "TARGET")]
    bare: Option<String>,

    #[command(flatten)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  milepost gaps
  milepost gaps --target interview-ready
  milepost gaps --target portfolio --json";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    if let Some(bare) = &args.bare {
        return Err(Trouble::usage(
            format!("`{bare}` stands without its option"),
            "a target is named by --target",
            format!("milepost gaps --target {bare}"),
        ));
    }
    let snapshot = desk.vouched()?.snapshot();
    let named = args.target.as_deref();
    let named = named
        .map(|name| name::target(name, &snapshot))
        .transpose()?;
    let Some(target) = named.or_else(|| snapshot.aim()) else {
        return Err(Trouble::refused(
            "there is nothing to reckon a gap to",
            "this path has no targets",
            "milepost missing lists what lacks to 100 %",
        ));
    };
    let appendix = desk.session()?.appendix()?;
    // What lacks can be told whatever the clock says.
    let today = desk.session()?.today().ok();
    // Only programs are told of each requirement that lies deeper, which is far more work.
    let (gap, nested) = if args.format.is_json() {
        Gap::with_nested(target, &snapshot)
    } else {
        (Gap::of(target, &snapshot), Vec::new())
    };
    args.format.reply(
        &Told::of(&gap, &nested, &snapshot, &appendix, today),
        page::page,
    )
}

//! `milepost pace`: how fast the learner goes, and when that leads to their target.

mod page;
mod shown;

use crate::cli::desk::Desk;
use crate::cli::reply::{Format, Reply};
use crate::cli::trouble::Trouble;
use crate::insight::pace::Plan;
use crate::insight::{Gap, Pace};
use shown::Shown;

/// Show how fast you go, and when that may lead to your target
///
/// Week by week, the hours of the milestones that you got done beside those that you plan, those of optional ones apart,
/// and the time that you put down. The forecast is a range, and says whether it was measured or planned: measured over the last six weeks, without
/// your pauses, as soon as a milestone was done in three of them. Nobody else sees the forecast; a report has your plan beside
/// what is done only where Pace is turned on in the settings.
///
/// With --json, an object with `today`, `target` (`id`, `title`; null where the path has none), `plan` (`hours_per_week`,
/// `by`: learner or path; null without a plan), `begun` (the first day on which you did anything; null before that),
/// `streak` (`current` and `longest`, in weeks), `weeks` (the last eight at most: `monday`, `deeds`, `minutes_done` for the
/// milestones done, `minutes_optional` for optional ones that your target does not need, `minutes_spent` for the time put
/// down, `days_paused`), `burn_up` (`minutes_required`, and `points` with `day`, `minutes_done` and `minutes_planned`, null
/// without a plan; null where nothing was done), `days` (each day of the last year on which you did anything: `day`,
/// `deeds`, `minutes_done`, `minutes_spent`), `forecast` (`basis`: measured or
/// planned, `minutes_per_week` and `minutes_left` with their `least` and `most`, `earliest` and `latest` day, null after
/// 2199, `chain` of the ids of the milestones that wait for each other and take longest, and its `chain_minutes`; null
/// where nothing is missing or nobody said how many hours are planned) and `ranges` (how long it takes by others' account:
/// `id`, `title`, `months` with the fewest and the most, `hours_per_week`, `note`, `sources`).
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    format: Format,
}

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.snapshot()?;
    let session = desk.session()?;
    let (today, appendix) = (session.today()?, session.appendix()?);
    let plan = Plan::of(snapshot.progress.facts(), appendix.pace.as_ref());
    let pace = Pace::of(&snapshot, plan, today);
    let gap = snapshot.aim().map(|target| Gap::of(target, &snapshot));
    let shown = Shown::of(&pace, gap.as_ref(), &appendix, &snapshot);
    args.format.reply(&shown, |shown| page::page(shown, &pace))
}

//! `milepost done`: milestones are ticked, with what proves them.

use super::evidence;
use crate::cli::complete;
use crate::cli::desk::Desk;
use crate::cli::name;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;
use crate::progress::{Intent, Lock};

/// Tick milestones
///
/// Several at once are one action: all are ticked or none, one undo undoes them all, and those that come first may be
/// among them. With --evidence or --note the proof is attached to each. A milestone that asks for evidence and has none
/// counts and unlocks all the same, and shows as unproven.
///
/// A locked milestone is refused with what it needs; --out-of-order ticks it all the same, and that is recorded.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// The milestones, by their ids or parts of their titles
    #[arg(required = true, value_name = "MILESTONE", add = complete::milestones())]
    milestones: Vec<String>,

    /// The address of what proves them: a repository, or something that runs
    #[arg(long, value_name = "URL", conflicts_with = "note")]
    evidence: Option<String>,

    /// What proves them, in words
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,

    /// The commit that the repository stands at
    #[arg(long, value_name = "COMMIT", requires = "evidence")]
    commit: Option<String>,

    /// Tick even what is still locked
    #[arg(long)]
    out_of_order: bool,
}

const EXAMPLES: &str = "\
Examples:
  milepost done sql-joins
  milepost done sql-queries sql-joins --evidence https://github.com/you/shop
  milepost done joins --note \"Explained to a friend why a join can return more rows\"";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.snapshot()?;
    let lock = if args.out_of_order {
        Lock::Override
    } else {
        Lock::Respect
    };
    let places = name::milestones(&args.milestones, &snapshot)?;
    let mut intents = Vec::new();
    for place in places {
        let proof = match (&args.evidence, &args.note) {
            (Some(url), _) => Some(evidence::address(
                url,
                None,
                args.commit.clone(),
                &snapshot.entry(place),
            )),
            (None, Some(text)) => Some(evidence::note(text)),
            (None, None) => None,
        };
        intents.extend(proof.map(|proof| Intent::Prove(place, proof)));
        intents.push(Intent::Done(place, lock));
    }
    desk.record(intents)
}

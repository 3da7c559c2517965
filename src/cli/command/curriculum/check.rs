//! `milepost curriculum check`: everything that is wrong with a curriculum, for its author.

use std::path::Path;

use serde_json::json;

use crate::cli::desk::Desk;
use crate::cli::reply::{Data, Reply};
use crate::cli::status;
use crate::cli::trouble::Trouble;
use crate::curriculum::Faulty;
use crate::session::Origin;

/// Check a curriculum
///
/// Lists everything that is wrong with it at once: file, line and column, what was expected, and often a hint. The exit
/// status is 1 if there is any problem. Nothing is loaded, and your progress is not looked at.
///
/// Beside a curriculum.yaml may lie an `ids.lock`, the ids that were published. An id that is in it and is gone without
/// `was`, `merged_from`, `split_into` or `retired` is a problem, for learners' progress hangs on it.
///
/// With --json, an object with `problems` (`file`, `line`, `column`, `code`, `what`, `hint` and `related`, a list of
/// `file`, `line`, `column`, `label`) and `more` (how many were found beyond those listed).
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// A YAML file, a folder with a curriculum.yaml, or an id
    curriculum: String,

    /// Write the ids into ids.lock, if all is well: do so whenever you publish
    #[arg(long)]
    lock: bool,

    /// Print JSON instead of text
    #[arg(long)]
    json: bool,
}

const EXAMPLES: &str = "\
Examples:
  milepost curriculum check ./my-curriculum
  milepost curriculum check ./my-curriculum --lock
  milepost curriculum check seven-steps.yaml --json";

pub(super) fn run(args: &Args, desk: &Desk) -> Result<Reply, Trouble> {
    super::check_name(&args.curriculum)?;
    let catalogue = desk.catalogue()?;
    let found = catalogue.find(&args.curriculum);
    let found = match super::sorted(&args.curriculum, found, || Ok(catalogue.ids()))? {
        Ok(found) => found,
        Err(faulty) => return found_problems(args, &faulty),
    };
    let curriculum = &found.edition.curriculum;
    let sound = format!(
        "{} {}: {} milestones in {} stages, no problems",
        curriculum.id,
        curriculum.version,
        curriculum.milestones.len(),
        curriculum.stages.len()
    );
    let mut reply = if args.json {
        Reply::json(&json!({ "problems": [], "more": 0 }))?
    } else {
        Reply::said(sound)
    };
    if args.lock {
        if found.origin != Origin::File {
            return Err(Trouble::usage(
                format!("`{}` was not read from a file", args.curriculum),
                "--lock writes a file beside the curriculum",
                "name its file or folder",
            ));
        }
        let path = Path::new(&args.curriculum);
        let lock = catalogue.publish(path, &found)?;
        reply = reply.and_say(format!("ids written to {}", lock.display()));
    }
    Ok(reply)
}

fn found_problems(args: &Args, faulty: &Faulty) -> Result<Reply, Trouble> {
    let reply = if args.json {
        Reply::json(&faulty.to_json())?
    } else {
        Reply {
            data: Data::Page(super::problems(faulty)),
            ..Reply::default()
        }
    };
    Ok(reply.status(status::REFUSED))
}

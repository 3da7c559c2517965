//! `milepost curriculum use`: another curriculum, or a new version of one, is followed from now on.

use crate::cli::deed;
use crate::cli::desk::Desk;
use crate::cli::line::{Line, Tone};
use crate::cli::reply::Reply;
use crate::cli::status;
use crate::cli::trouble::Trouble;

/// Follow a curriculum from now on
///
/// By its id as `milepost curriculum list` has it, or from a file or folder, which is read once and kept. Ticks stay: a
/// milestone that both curricula have stays done. If there is a problem in it, every problem is listed, the exit status
/// is 3, and what you followed before stays.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// Its id, or a YAML file, or a folder with a curriculum.yaml
    curriculum: String,
}

const EXAMPLES: &str = "\
Examples:
  milepost curriculum use seven-steps
  milepost curriculum use ./my-curriculum";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let found = match super::find(&args.curriculum, desk)? {
        Ok(found) => found,
        Err(faulty) => {
            let reply = Reply {
                said: super::problems(&faulty),
                ..Reply::default()
            };
            return Ok(reply
                .and_say("what you followed before stays")
                .status(status::INVALID_INPUT));
        }
    };
    let session = desk.session()?;
    let is_another = session.is_another_of_its_name(&found)?;
    session.use_curriculum(found)?;
    let snapshot = session.snapshot();
    let curriculum = &snapshot.curriculum;
    let mut reply = Reply::said(format!(
        "in use: {} {}",
        curriculum.title, curriculum.version
    ));
    if is_another {
        let warning = format!(
            "  it takes the place of another `{} {}` with other content: each needs a version of its own",
            curriculum.id, curriculum.version
        );
        reply = reply.and_say(Line::default().then(Tone::Warn, &warning));
    }
    Ok(reply.and_say(deed::share(&snapshot)))
}

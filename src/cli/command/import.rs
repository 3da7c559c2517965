//! `milepost import`: what the learner did on another machine comes in.

use std::path::{Path, PathBuf};

use crate::cli::deed;
use crate::cli::desk::Desk;
use crate::cli::file;
use crate::cli::line::{Line, Tone};
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;
use crate::session::{Imported, Joining, Session};

/// Take in what you did on another machine
///
/// Unites a file that `milepost export --sync` wrote with what is here. Nothing is lost and nothing counts twice, in
/// whatever order and however often files are imported. A file that was cut or altered anywhere is refused whole.
///
/// If both machines began on their own, the file is refused, for it could be somebody else's; say --same-learner once on
/// each machine if both are yours.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// The files; - is stdin
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Unite the progress of two machines that began on their own
    #[arg(long)]
    same_learner: bool,
}

const EXAMPLES: &str = "\
Examples:
  milepost import backend-developer-0198c0de-sync.milepost.json
  ssh laptop milepost export --sync -o - | milepost import -";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let joining = if args.same_learner {
        Joining::SameLearner
    } else {
        Joining::Refuse
    };
    let session = desk.session()?;
    let mut reply = Reply::default();
    for path in &args.files {
        match take_in(path, joining, session) {
            Ok(imported) => {
                reply = reply.and_say(format!("{}: {}", file::name(path), sum(imported)));
                if let Some(warning) = ahead(imported) {
                    reply = reply.and_say(Line::from("  ").then(Tone::Warn, &warning));
                }
            }
            Err(trouble) => return Ok(reply.and_fail(&trouble)),
        }
    }
    Ok(reply.and_say(Line::default().then(
        Tone::Quiet,
        &format!("  {}", deed::share(&session.snapshot())),
    )))
}

fn take_in(path: &Path, joining: Joining, session: &mut Session) -> Result<Imported, Trouble> {
    let bytes = file::read(path)?;
    session
        .import(&bytes, joining)
        .map_err(|error| Trouble::from(error).about(&file::name(path)))
}

/// What to know where a clock was wrong when the events were recorded.
fn ahead(imported: Imported) -> Option<String> {
    let events = match imported.ahead {
        0 => return None,
        1 => "1 event is".to_owned(),
        events => format!("{events} events are"),
    };
    Some(format!(
        "{events} of a day that is still to come: a clock was ahead"
    ))
}

fn sum(imported: Imported) -> String {
    let added = match imported.events {
        0 => "nothing new".to_owned(),
        1 => "1 event added".to_owned(),
        events => format!("{events} events added"),
    };
    match imported.forgotten {
        0 => added,
        forgotten => format!("{added}, {forgotten} forgotten"),
    }
}

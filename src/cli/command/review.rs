//! `milepost review`: the mentor's screens over a folder of learners' files.

use std::path::PathBuf;

use crate::cli::desk::Desk;
use crate::cli::progress::Progress;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;
use crate::system::terminal;
use crate::tui;
use crate::tui::run::Opening;

/// Review your learners' files: who waits for you, and one key to answer
///
/// Opens the mentor's screens over a folder of progress files, one or more of each learner, as `milepost export` writes
/// them. What waits for you comes first, the oldest before all else. A file that cannot be read is a line with its reason
/// and never stops the others; the newest file of a learner counts, and older ones add what only they have.
///
/// Files that come, change or go while the screens are open are taken up at once. Nothing in the folder is changed. Your
/// answers are kept in your own store, beside your own learning if you have any, until you send them.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// The folder with your learners' files
    #[arg(value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    folder: PathBuf,
}

const EXAMPLES: &str = "\
Examples:
  milepost review class
  milepost --plain review ~/mail/progress";

impl Args {
    /// Reads the folder, where the screens can be shown.
    pub(super) fn opening(&self, desk: &mut Desk) -> Result<Option<Opening>, Trouble> {
        if !tui::is_possible(terminal::name().as_deref()) {
            return Ok(None);
        }
        let session = desk.session()?;
        let mut progress = Progress::reading();
        let read = session.review(&self.folder, &mut |count, of| progress.tell(count, of));
        drop(progress);
        read?;
        Ok(Some(Opening::Review))
    }
}

pub(super) fn run() -> Result<Reply, Trouble> {
    Err(Trouble::usage(
        "the screens cannot open",
        "they need a terminal that they can draw on, and here is none",
        "milepost cohort DIR tells the same without screens",
    ))
}

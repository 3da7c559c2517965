//! `milepost cohort --sample`: a made-up group.

use std::path::{Path, PathBuf};

use crate::cli::desk::Desk;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;
use crate::exchange::roster;
use crate::exchange::sample::{self, Sample, Unmade};
use crate::session::Error;
use crate::system::clock::Clock;
use crate::system::outbox::{Outbox, Unwritten};

/// The curriculum that everybody follows.
const CURRICULUM: &str = "backend-developer";

/// What is made up, and where it goes.
#[derive(Debug, clap::Args)]
#[group(skip)]
pub(super) struct Args {
    /// Write the files of a made-up group into this folder
    #[arg(long, value_name = "DIR", conflicts_with = "folder")]
    pub(super) sample: Option<PathBuf>,

    /// How many learners the made-up group has, up to 100,000
    #[arg(long, value_name = "N", default_value_t = 24, value_parser = learners, conflicts_with = "folder")]
    learners: usize,

    /// Another number, another group; the same number on the same day, the same files
    #[arg(long, value_name = "S", default_value_t = 1, conflicts_with = "folder")]
    seed: u64,
}

pub(super) fn run(folder: &Path, args: &Args, desk: &Desk) -> Result<Reply, Trouble> {
    let found = desk.catalogue()?.find(CURRICULUM)?;
    let clock = Clock::from_environment().map_err(Error::from)?;
    let now = clock.now().map_err(Error::from)?.at;
    let curriculum = found.edition.curriculum.clone();
    let sample = Sample::new(curriculum, args.learners, args.seed, now).map_err(unmade)?;
    let is_ours = sample::is_made_up;
    let mut outbox =
        Outbox::open(folder, sample.names(), sample::HEAD, is_ours).map_err(unwritten)?;
    let mut files = 0;
    for file in sample.files() {
        let file = file.map_err(unmade)?;
        outbox
            .put(&file.name, file.text.as_bytes())
            .map_err(unwritten)?;
        files += usize::from(file.name != roster::NAME);
    }
    let files = match files {
        1 => "1 progress file".to_owned(),
        files => format!("{files} progress files"),
    };
    Ok(Reply::said(format!(
        "{files} and {} written to {}",
        roster::NAME,
        folder.display()
    )))
}

/// How many learners somebody wants.
fn learners(text: &str) -> Result<usize, String> {
    let wanted: Option<usize> = text.parse().ok();
    wanted
        .filter(|wanted| (1..=sample::MOST).contains(wanted))
        .ok_or_else(|| "a group has 1 to 100000 learners".to_owned())
}

fn unwritten(error: Unwritten) -> Trouble {
    match error {
        Unwritten::Taken(file) => Trouble::refused(
            format!("{} was not written", file.display()),
            "something else is there already",
            "name another folder",
        ),
        Unwritten::Failed(error) => Trouble::from(Error::from(error)).refusing(),
    }
}

fn unmade(error: Unmade) -> Trouble {
    match error {
        Unmade::Time(error) => Error::from(error).into(),
        error => Trouble::bug(&error.to_string()),
    }
}

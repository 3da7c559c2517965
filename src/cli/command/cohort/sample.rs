//! `milepost cohort --sample`: a made-up group.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::cli::desk::Desk;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;
use crate::exchange::sample::{self, Sample, Unmade};
use crate::exchange::{Refused, progress_file, roster};
use crate::progress::{Event, Log, Reviewer};
use crate::session::{Error, Session};
use crate::system::clock::Clock;
use crate::system::outbox::{Outbox, Unwritten};
use crate::system::paths::DataFolder;

/// The curriculum that everybody follows.
const CURRICULUM: &str = "backend-developer";

/// The largest group whose mentor is made up, too.
const ANSWERED: usize = 1000;

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
    let mut answers = Answers::default();
    for file in sample.files() {
        let file = file.map_err(unmade)?;
        outbox
            .put(&file.name, file.text.as_bytes())
            .map_err(unwritten)?;
        if file.name != roster::NAME {
            files += 1;
            answers.take(&file.text)?;
        }
    }
    let files = match files {
        1 => "1 progress file".to_owned(),
        files => format!("{files} progress files"),
    };
    let (roster, place) = (roster::NAME, folder.display());
    let written = format!("{files} and {roster} written to {place}");
    if args.learners > ANSWERED {
        return Ok(Reply::said(written));
    }
    let mentor = folder.join(format!("mentor-{}", now.strftime("%Y-%m-%d")));
    answers.keep(&mentor, clock)?;
    let mentor = mentor.display();
    let review = format!("who answered before: milepost --data-dir {mentor} review {place}");
    Ok(Reply::said(written).and_say(review))
}

/// What the mentor of a made-up group answered before, by learner.
#[derive(Default)]
struct Answers {
    logs: BTreeMap<Uuid, Log>,
    by: Option<Reviewer>,
}

impl Answers {
    /// Takes the answers from a learner's file.
    fn take(&mut self, file: &str) -> Result<(), Trouble> {
        let file = progress_file::read(file.as_bytes()).map_err(Error::from)?;
        let answers = file.log.into_iter().filter(|event| event.by.is_some());
        let answers: Vec<Event> = answers.collect();
        self.by = self.by.take().or_else(|| answers.first()?.by.clone());
        let log = Log::of(answers)
            .map_err(Refused::from)
            .map_err(Error::from)?;
        let before = self.logs.remove(&file.learner.id).unwrap_or_default();
        let all = before.union(log).map_err(Refused::from);
        self.logs.insert(file.learner.id, all.map_err(Error::from)?);
        Ok(())
    }

    /// Puts them into a data folder of the mentor's own.
    fn keep(self, folder: &Path, clock: Clock) -> Result<(), Trouble> {
        let data = DataFolder::open(Some(folder))?;
        let mut session = Session::open(&data, clock)?;
        let logs: Vec<(Uuid, Log)> = self.logs.into_iter().collect();
        session.sent_before(&logs)?;
        if let Some(by) = &self.by {
            session.be_reviewer(by)?;
        }
        Ok(())
    }
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

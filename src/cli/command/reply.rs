//! `milepost reply`: a word to a mentor.

use crate::cli::complete;
use crate::cli::desk::Desk;
use crate::cli::file;
use crate::cli::name;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;
use crate::curriculum::Place;
use crate::insight::Snapshot;
use crate::progress::Intent;
use crate::progress::mark::Given;

/// Reply to a mentor
///
/// To what they said last on a milestone. Unlike a note, a reply is for the mentor: the next `milepost export` carries it,
/// and the milestone waits for their answer again. It takes 8 KiB at most.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// The milestone, by its id or a part of its title
    #[arg(add = complete::milestones())]
    milestone: String,

    /// The reply; - reads it from stdin
    text: String,

    /// To whom, where several mentors said something
    #[arg(long, value_name = "REVIEWER")]
    to: Option<String>,
}

const EXAMPLES: &str = "\
Examples:
  milepost reply sql-joins \"Each commit says why now\"
  milepost reply sql-joins - --to mentor@school.example < reply.txt";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.snapshot()?;
    let place = name::milestone(&args.milestone, &snapshot)?;
    let given = answered(place, args.to.as_deref(), &snapshot)?;
    let text = match args.text.as_str() {
        "-" => file::text()?,
        text => text.to_owned(),
    };
    desk.record(vec![Intent::Reply(place, given.event, text)])
}

/// What the reviewer said last, or any of them.
fn answered<'snapshot>(
    place: Place,
    to: Option<&str>,
    snapshot: &'snapshot Snapshot,
) -> Result<&'snapshot Given, Trouble> {
    let verdicts = &snapshot.progress.mark(place).verdicts;
    let is_theirs = |given: &&Given| to.is_none_or(|to| given.by.as_str() == to);
    let found = verdicts.iter().rfind(is_theirs);
    found.ok_or_else(|| {
        let what = format!("{}: not recorded", snapshot.title(place));
        let mut reviewers: Vec<&str> = verdicts.iter().map(|given| given.by.as_str()).collect();
        reviewers.sort_unstable();
        reviewers.dedup();
        match (to, reviewers.as_slice()) {
            (_, []) => Trouble::refused(
                what,
                "no mentor said anything on it yet",
                "milepost import takes in what a mentor answers",
            ),
            (to, some) => Trouble::refused(
                what,
                format!("`{}` said nothing on it", to.unwrap_or_default()),
                format!("one of: {}", some.join(", ")),
            ),
        }
    })
}

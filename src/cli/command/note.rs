//! `milepost note`: a private note.

use crate::cli::complete;
use crate::cli::desk::Desk;
use crate::cli::file;
use crate::cli::name;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;
use crate::progress::Intent;

/// Write a private note
///
/// On a milestone, or on nothing in particular. Notes are for you alone: the file that a mentor gets does not have them.
/// A note takes 8 KiB at most.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES, allow_missing_positional = true)]
pub(crate) struct Args {
    /// The milestone, by its id or a part of its title
    #[arg(add = complete::milestones())]
    milestone: Option<String>,

    /// The note; - reads it from stdin
    #[arg(required = true)]
    text: String,
}

const EXAMPLES: &str = "\
Examples:
  milepost note sql-joins \"Read about anti joins again\"
  milepost note \"A quiet week\"
  milepost note sql-joins - < notes.txt";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.snapshot()?;
    let place = args
        .milestone
        .as_deref()
        .map(|name| name::milestone(name, &snapshot))
        .transpose()?;
    if place.is_none()
        && snapshot
            .curriculum
            .milestones
            .iter()
            .any(|milestone| milestone.key.id() == args.text)
    {
        return Err(Trouble::refused(
            "there is nothing written",
            format!("`{}` is a milestone, and no text comes after it", args.text),
            format!("milepost note {} TEXT", args.text),
        ));
    }
    let text = match args.text.as_str() {
        "-" => file::text()?,
        text => text.to_owned(),
    };
    desk.record(vec![Intent::Note(place, text)])
}

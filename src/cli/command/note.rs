//! `milepost note`: a private note.

use crate::cli::complete;
use crate::cli::desk::Desk;
use crate::cli::file;
use crate::cli::name;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;
use crate::curriculum::Place;
use crate::insight::Snapshot;
use crate::progress::Intent;

/// Write a private note
///
/// On a milestone, or on nothing in particular. Notes are for you alone: the file that a mentor gets does not have them.
/// A note takes 8 KiB at most. A single word that names a milestone is taken for one whose text was forgotten.
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
    if let (None, Some(named)) = (place, named_alone(&args.text, &snapshot)) {
        return Err(textless(named, &snapshot));
    }
    let text = match args.text.as_str() {
        "-" => file::text()?,
        text => text.to_owned(),
    };
    desk.record(vec![Intent::Note(place, text)])
}

/// The milestone that a lone word names: whoever writes no more than that most likely forgot the text.
fn named_alone(text: &str, snapshot: &Snapshot) -> Option<Place> {
    let mut words = text.split_whitespace();
    let lone = words.next().filter(|word| *word != "-");
    let lone = lone.filter(|_| words.next().is_none());
    lone.and_then(|word| name::milestone(word, snapshot).ok())
}

/// A note on a milestone, without a text.
fn textless(place: Place, snapshot: &Snapshot) -> Trouble {
    Trouble::usage(
        "there is nothing written",
        format!(
            "that names {}, and no text comes after it",
            name::full(place, snapshot)
        ),
        format!("milepost note {} TEXT", name::id(place, snapshot)),
    )
}

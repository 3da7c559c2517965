//! `milepost application`: where the learner applied.

use crate::cli::desk::Desk;
use crate::cli::record;
use crate::cli::reply::{Format, Reply};
use crate::cli::trouble::Trouble;
use crate::curriculum::RecordKind;
use crate::insight::JobSearch;
use crate::progress::Field;
use crate::progress::field::STATES;

/// Keep the list of your applications
///
/// They are yours alone: no file for a mentor has them, only `milepost export --sync` for your own second machine.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Add(Add),
    Edit(Edit),
    Remove(Remove),
    List(List),
}

/// Put an application down
///
/// Without a state it was sent, and without a day it was sent today. `saved` is for what you found and did not send yet.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
struct Add {
    /// At which employer
    #[arg(value_name = "WHERE")]
    place: String,

    #[command(flatten)]
    said: Said,
}

/// Change an application
///
/// Only what is given changes; an empty text empties a field.
#[derive(Debug, clap::Args)]
struct Edit {
    /// Which one: a part of its employer, or the digits that `milepost application list` shows
    which: String,

    /// At which employer
    #[arg(long = "where", value_name = "WHERE")]
    place: Option<String>,

    #[command(flatten)]
    said: Said,
}

/// What can be said of an application beside its employer.
#[derive(Debug, clap::Args)]
struct Said {
    /// For which role
    #[arg(long, alias = "position")]
    role: Option<String>,

    /// The posting's address
    #[arg(long)]
    url: Option<String>,

    /// The day on which it was sent, such as 2026-11-20; today for a new one
    #[arg(long)]
    day: Option<String>,

    /// What became of it
    #[arg(long, ignore_case = true, value_parser = STATES)]
    state: Option<String>,
}

/// Remove an application
///
/// The journal keeps that it was there, and `milepost undo` brings it back.
#[derive(Debug, clap::Args)]
struct Remove {
    /// Which one: a part of its employer, or the digits that `milepost application list` shows
    which: String,
}

/// List your applications
///
/// Says too how many you sent this week, and what became of all of them. The first column is the end of the id, by which
/// one is named.
///
/// With --json, a list of objects with `id`, `where`, `role`, `state` (saved, sent, interview, offer, rejected, withdrawn, or
/// what another program wrote), `day` and `url`; null is what was not given.
#[derive(Debug, clap::Args)]
struct List {
    #[command(flatten)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  milepost application add \"Example Ltd\" --role \"Junior developer\" --url https://example.com/jobs/1
  milepost application edit example --state interview";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    const KIND: RecordKind = RecordKind::Application;
    match &args.command {
        Command::Add(args) => record::add(KIND, &args.said.of(Some(&args.place)), desk),
        Command::Edit(args) => record::edit(
            KIND,
            &args.which,
            &args.said.of(args.place.as_deref()),
            desk,
        ),
        Command::Remove(args) => record::remove(KIND, &args.which, desk),
        Command::List(args) => list(args, desk),
    }
}

/// The list, and beside it how the search goes.
fn list(args: &List, desk: &mut Desk) -> Result<Reply, Trouble> {
    let mut reply = record::list(RecordKind::Application, args.format, desk)?;
    let today = desk.session()?.today()?;
    for told in JobSearch::of(&desk.snapshot()?, today).told(today) {
        reply = reply.and_say(told);
    }
    Ok(reply)
}

impl Said {
    fn of<'a>(&'a self, place: Option<&'a str>) -> [(Field, Option<&'a str>); 5] {
        [
            (Field::Where, place),
            (Field::Role, self.role.as_deref()),
            (Field::Url, self.url.as_deref()),
            (Field::Day, self.day.as_deref()),
            (Field::State, self.state.as_deref()),
        ]
    }
}

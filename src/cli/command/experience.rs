//! `milepost experience`: earlier work.

use crate::cli::desk::Desk;
use crate::cli::record;
use crate::cli::reply::{Format, Reply};
use crate::cli::trouble::Trouble;
use crate::curriculum::RecordKind;
use crate::progress::Field;

/// Keep the list of your earlier work
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

/// Put earlier work down
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
struct Add {
    /// What sort of work: a job, an internship, volunteering, a project for somebody
    kind: String,

    #[command(flatten)]
    said: Said,
}

/// Change earlier work
///
/// Only what is given changes; an empty text empties a field.
#[derive(Debug, clap::Args)]
struct Edit {
    /// Which one: a part of its kind, or the digits that `milepost experience list` shows
    which: String,

    /// What sort of work
    #[arg(long)]
    kind: Option<String>,

    #[command(flatten)]
    said: Said,
}

/// What can be said of earlier work beside its kind.
#[derive(Debug, clap::Args)]
struct Said {
    /// Since when: a day, a month or a year, such as 2024-03
    #[arg(long)]
    from: Option<String>,

    /// Until when; open while it goes on
    #[arg(long)]
    to: Option<String>,

    /// An address that shows it
    #[arg(long)]
    link: Option<String>,

    /// What you learned there, in your own words
    #[arg(long)]
    skills: Option<String>,
}

/// Remove earlier work
///
/// The journal keeps that it was there, and `milepost undo` brings it back.
#[derive(Debug, clap::Args)]
struct Remove {
    /// Which one: a part of its kind, or the digits that `milepost experience list` shows
    which: String,
}

/// List your earlier work
///
/// The first column is the end of the id, by which one is named.
///
/// With --json, a list of objects with `id`, `kind`, `from`, `to`, `skills` and `link`; null is what was not given.
#[derive(Debug, clap::Args)]
struct List {
    #[command(flatten)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  milepost experience add \"Web shop for a club\" --from 2024-03 --to 2024-09 --skills \"HTML, a little SQL\"
  milepost experience edit shop --link example.com";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    const KIND: RecordKind = RecordKind::Experience;
    match &args.command {
        Command::Add(args) => record::add(KIND, &args.said.of(Some(&args.kind)), desk),
        Command::Edit(args) => {
            record::edit(KIND, &args.which, &args.said.of(args.kind.as_deref()), desk)
        }
        Command::Remove(args) => record::remove(KIND, &args.which, desk),
        Command::List(args) => record::list(KIND, args.format, desk),
    }
}

impl Said {
    fn of<'a>(&'a self, kind: Option<&'a str>) -> [(Field, Option<&'a str>); 5] {
        [
            (Field::Kind, kind),
            (Field::From, self.from.as_deref()),
            (Field::To, self.to.as_deref()),
            (Field::Link, self.link.as_deref()),
            (Field::Skills, self.skills.as_deref()),
        ]
    }
}

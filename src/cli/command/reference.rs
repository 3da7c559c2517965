//! `milepost reference`: who vouches for the learner.

use crate::cli::desk::Desk;
use crate::cli::record;
use crate::cli::reply::{Format, Reply};
use crate::cli::trouble::Trouble;
use crate::curriculum::RecordKind;
use crate::progress::Field;
use crate::progress::field::AGREED;

/// Keep the list of people who vouch for you
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

/// Put somebody down as a reference
///
/// Somebody who saw your work: a teacher, a mentor, a client, somebody you worked with. Friends and family do not count,
/// nor does somebody who said no, or was only asked yet; and everybody counts once.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
struct Add {
    /// Who it is
    name: String,

    /// How they know you, such as mentor, teacher or client
    #[arg(long)]
    relation: String,

    /// Whether they agreed: yes, no, or asked while you wait
    #[arg(long, value_name = "ANSWER", ignore_case = true, value_parser = AGREED)]
    agreed: Option<String>,
}

/// Change a reference
///
/// Only what is given changes; an empty text empties a field.
#[derive(Debug, clap::Args)]
struct Edit {
    /// Which one: a part of its name, or the digits that `milepost reference list` shows
    which: String,

    /// Who it is
    #[arg(long)]
    name: Option<String>,

    /// How they know you
    #[arg(long)]
    relation: Option<String>,

    /// Whether they agreed: yes, no, or asked while you wait
    #[arg(long, value_name = "ANSWER", ignore_case = true, value_parser = AGREED)]
    agreed: Option<String>,
}

/// Remove a reference
///
/// The journal keeps that it was there, and `milepost undo` brings it back.
#[derive(Debug, clap::Args)]
struct Remove {
    /// Which one: a part of its name, or the digits that `milepost reference list` shows
    which: String,
}

/// List your references
///
/// The first column is the end of the id, by which one is named.
///
/// With --json, a list of objects with `id`, `name`, `relation` and `agreed` (yes, no or asked); null is what was not given.
#[derive(Debug, clap::Args)]
struct List {
    #[command(flatten)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  milepost reference add \"A. Mentor\" --relation mentor
  milepost reference edit \"A. Mentor\" --agreed yes";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    const KIND: RecordKind = RecordKind::Reference;
    match &args.command {
        Command::Add(args) => record::add(KIND, &args.given(), desk),
        Command::Edit(args) => record::edit(KIND, &args.which, &args.given(), desk),
        Command::Remove(args) => record::remove(KIND, &args.which, desk),
        Command::List(args) => record::list(KIND, args.format, desk),
    }
}

impl Add {
    fn given(&self) -> [(Field, Option<&str>); 3] {
        [
            (Field::Name, Some(self.name.as_str())),
            (Field::Relation, Some(self.relation.as_str())),
            (Field::Agreed, self.agreed.as_deref()),
        ]
    }
}

impl Edit {
    fn given(&self) -> [(Field, Option<&str>); 3] {
        [
            (Field::Name, self.name.as_deref()),
            (Field::Relation, self.relation.as_deref()),
            (Field::Agreed, self.agreed.as_deref()),
        ]
    }
}

//! `milepost curriculum`: which curriculum is followed, and checking one while it is written.

mod check;
mod guide;
mod list;
mod show;
mod take;

use std::path::Path;

use crate::cli::desk::Desk;
use crate::cli::page::Page;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;
use crate::curriculum::{self, Faulty, Id, Ink};
use crate::session::{Error, Found};
use crate::system::files::FileFault;

/// List, take, show and check curricula
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    List(list::Args),
    Use(take::Args),
    Show(show::Args),
    Check(check::Args),
}

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    match &args.command {
        Command::List(args) => list::run(args, desk),
        Command::Use(args) => take::run(args, desk),
        Command::Show(args) => show::run(args, desk),
        Command::Check(args) => check::run(args, desk),
    }
}

/// The sound curriculum of that id, file or folder.
fn find(name: &str, desk: &mut Desk) -> Result<Result<Found, Faulty>, Trouble> {
    check_name(name)?;
    let session = desk.session()?;
    let found = session.find_curriculum(name);
    sorted(name, found, || {
        let offers = session.curricula()?.into_iter();
        Ok(offers.map(|offer| offer.id.to_string()).collect())
    })
}

/// What came of looking for a curriculum, where `ids` are those that can be named.
fn sorted(
    name: &str,
    found: Result<Found, Error>,
    ids: impl FnOnce() -> Result<Vec<String>, Error>,
) -> Result<Result<Found, Faulty>, Trouble> {
    match found {
        Ok(found) => Ok(Ok(found)),
        Err(Error::Faulty(faulty)) => Ok(Err(faulty)),
        // What looks like an id and is no file was meant as an id.
        Err(Error::File(error))
            if error.fault == FileFault::Missing
                && error.file == Path::new(name)
                && name.parse::<Id>().is_ok() =>
        {
            let ids = ids()?;
            let near = curriculum::nearest(name, ids.iter().map(String::as_str));
            Err(Trouble::refused(
                format!("there is no curriculum `{name}`"),
                "no curriculum has that id, and no file or folder here that name",
                near.map_or_else(
                    || "milepost curriculum list shows them all".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                ),
            ))
        }
        Err(error) => Err(error.into()),
    }
}

fn check_name(name: &str) -> Result<(), Trouble> {
    if !name.is_empty() {
        return Ok(());
    }
    Err(Trouble::usage(
        "no curriculum is named",
        "the name is empty",
        "milepost curriculum list shows them all",
    ))
}

/// Every problem of a curriculum, with its place and the line there.
fn problems(faulty: &Faulty) -> Page {
    let mut page = Page::default();
    page.drawn(faulty.render(Ink::Colour));
    page
}

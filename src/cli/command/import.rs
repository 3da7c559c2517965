//! `milepost import`: what the learner did on another machine comes in, or what a mentor answers.

mod told;

use std::path::{Path, PathBuf};

use crate::cli::deed;
use crate::cli::desk::Desk;
use crate::cli::file;
use crate::cli::line::{Line, Tone};
use crate::cli::page::Page;
use crate::cli::reply::{Format, Reply};
use crate::cli::trouble::Trouble;
use crate::session::{Imported, Joining, Session};
use told::Told;

/// Take in what you did on another machine, or what a mentor answers
///
/// Unites a file that `milepost export --sync` wrote with what is here, or adds the verdicts of a review file, and tells
/// what they change. Nothing is lost and nothing counts twice, in whatever order and however often files are imported. A
/// file that was cut or altered anywhere is refused whole, and so is a review of somebody else's work.
///
/// A verdict is marked as claimed unless somebody whom you trust has signed it, and as stale where it is about other
/// evidence than is there now, or about another text of the milestone.
///
/// If both machines began on their own, the file is refused, for it could be somebody else's; say --same-learner once on
/// each machine if both are yours.
///
/// With --json, a list with an object for each file: `file`, `kind` (progress or review), `added` (how many events are new
/// here), `forgotten` (how many were forgotten on the other machine), `ahead` (how many are of a day that is still to
/// come), and of a review `reviewer` (`id`, `name`, `key`: what they say of themselves), `known` (how many of its verdicts
/// were here) and `verdicts`: the new ones, each with `milestone`, `title` (null where the path does not have it),
/// `verdict`, `level`, `comment`, `day`, `claimed`, `stale`, `changed` (what makes it stale: evidence, text) and `shown`
/// (whether the milestone shows by it now).
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// The files; - is stdin
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Tell what the files would change, and take nothing in
    #[arg(long)]
    preview: bool,

    /// Unite the progress of two machines that began on their own
    #[arg(long)]
    same_learner: bool,

    #[command(flatten)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  milepost import backend-developer-0198c0de-sync.milepost.json
  milepost import backend-developer-0198c0de.review.json --preview
  ssh laptop milepost export --sync -o - | milepost import -";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let session = desk.session()?;
    let mut all = Vec::new();
    let mut trouble = None;
    for path in &args.files {
        match take_in(path, args, session) {
            Ok(imported) => all.push((file::name(path), imported)),
            Err(error) => {
                trouble = Some(error);
                break;
            }
        }
    }
    let reply = tell(&all, args, session)?;
    Ok(match trouble {
        Some(trouble) => reply.and_fail(&trouble),
        None if args.preview => reply,
        None => reply.and_explain(Line::default().then(
            Tone::Quiet,
            &format!("  {}", deed::share(&session.snapshot())),
        )),
    })
}

fn take_in(path: &Path, args: &Args, session: &mut Session) -> Result<Imported, Trouble> {
    let joining = if args.same_learner {
        Joining::SameLearner
    } else {
        Joining::Refuse
    };
    let bytes = file::read(path)?;
    let taken = if args.preview {
        session.preview(&bytes, joining)
    } else {
        session.import(&bytes, joining)
    };
    taken.map_err(|error| Trouble::from(error).about(&file::name(path)))
}

/// Tells what came of these files.
fn tell(all: &[(String, Imported)], args: &Args, session: &Session) -> Result<Reply, Trouble> {
    let snapshot = session.snapshot();
    if args.format.is_json() {
        let told = all.iter().map(|(file, it)| Told::of(file, it, &snapshot));
        return Reply::json(&told.collect::<Vec<_>>());
    }
    let mut page = Page::default();
    for (file, imported) in all {
        page.append(told::page(file, imported, &snapshot));
        page.line(sum(file, imported, args));
        if let Some(warning) = ahead(imported) {
            page.line(Line::from("  ").then(Tone::Warn, &warning));
        }
    }
    if args.preview {
        return Ok(Reply::page(page));
    }
    Ok(Reply {
        said: page,
        ..Reply::default()
    })
}

/// What to know where a clock was wrong when the events were recorded.
fn ahead(imported: &Imported) -> Option<String> {
    let events = match imported.ahead {
        0 => return None,
        1 => "1 event is".to_owned(),
        events => format!("{events} events are"),
    };
    Some(format!(
        "{events} of a day that is still to come: a clock was ahead"
    ))
}

fn sum(file: &str, imported: &Imported, args: &Args) -> String {
    let (what, known) = match &imported.review {
        Some(review) => ("verdict", review.known),
        None => ("event", 0),
    };
    let what = match imported.events {
        1 => what.to_owned(),
        _ => format!("{what}s"),
    };
    let added = match imported.events {
        0 => "nothing new".to_owned(),
        events if args.preview => format!("{events} new {what}, not taken in"),
        events => format!("{events} {what} added"),
    };
    let known = match known {
        0 => String::new(),
        known => format!(", {known} known already"),
    };
    let forgotten = match imported.forgotten {
        0 => String::new(),
        forgotten => format!(", {forgotten} forgotten"),
    };
    format!("{file}: {added}{known}{forgotten}")
}

//! `milepost export`: the file for a mentor, or for the learner's other machine.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::cli::desk::Desk;
use crate::cli::file;
use crate::cli::line::{Line, Tone};
use crate::cli::page::Page;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;
use crate::exchange::{Preview, Scope};
use crate::session::Exported;

/// Write your progress into a file
///
/// The file for a mentor has your ticks, answers and evidence. It leaves out private notes, the reasons of skips and
/// pauses, the records of your job search, and everything from other curricula. With --sync it has everything, for your
/// own second machine.
///
/// Without -o it goes into the working directory, under a name made of the curriculum and the end of your id. A file of
/// that name is replaced; a link or a folder is not.
///
/// With --preview --json, an object with `scope`, `learner` (`id`, `name`), `curriculum`, `told` (how many deeds, by
/// kind), `left_out` (how many, by what they are) and `reasons_left_out`.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// Everything, for your own second machine
    #[arg(long)]
    sync: bool,

    /// Your name in this file and all later ones; an empty one takes it out again
    #[arg(long)]
    name: Option<String>,

    /// List what the file will tell, and write nothing
    #[arg(long, conflicts_with_all = ["output", "name"])]
    preview: bool,

    /// Where to; - is stdout
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Print the preview as JSON
    #[arg(long, requires = "preview")]
    json: bool,
}

/// The most characters of a name.
const LONGEST_NAME: usize = 200;

const EXAMPLES: &str = "\
Examples:
  milepost export --preview
  milepost export
  milepost export --name 'A. Learner'
  milepost export --sync -o laptop.json";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let scope = if args.sync {
        Scope::Sync
    } else {
        Scope::Shared
    };
    let session = desk.session()?;
    if let Some(name) = &args.name {
        check_name(name)?;
        session.call_me(name)?;
    }
    let exported = session.export(scope)?;
    if args.preview {
        return if args.json {
            Reply::json(&to_json(&exported.preview))
        } else {
            Ok(Reply::page(page(&exported)))
        };
    }
    let name = Path::new(&exported.name);
    let file = args.output.as_deref().unwrap_or(name);
    if file == Path::new("-") {
        return Ok(Reply::json_file(exported.text));
    }
    file::save(file, &exported.text)?;
    Ok(Reply::said(format!("written to {}", file.display())))
}

/// Whether a name fits into a file's header. clap would quote all of one that does not.
fn check_name(name: &str) -> Result<(), Trouble> {
    if name.chars().count() <= LONGEST_NAME {
        return Ok(());
    }
    Err(Trouble::usage(
        "the name is too long",
        format!("a name takes {LONGEST_NAME} characters at most"),
        "shorten it",
    ))
}

fn to_json(preview: &Preview) -> serde_json::Value {
    let left_out = preview
        .left_out
        .events
        .iter()
        .map(|(why, count)| (why.word().to_owned(), *count));
    json!({
        "scope": preview.scope,
        "learner": preview.learner,
        "curriculum": preview.curriculum,
        "told": preview.told,
        "left_out": left_out.collect::<BTreeMap<_, _>>(),
        "reasons_left_out": preview.left_out.reasons,
    })
}

fn page(exported: &Exported) -> Page {
    let preview = &exported.preview;
    let mut page = Page::of(Line::from("file        ").plain(&exported.name));
    let name = preview.learner.name.as_deref().unwrap_or("without a name");
    page.line(
        Line::from("learner     ")
            .plain(name)
            .then(Tone::Quiet, &format!(", {}", preview.learner.id)),
    );
    page.line(Line::from("curriculum  ").plain(preview.curriculum.as_str()));
    page.heading("It tells");
    page.table(
        preview
            .told
            .iter()
            .map(|(kind, count)| counted(kind, *count))
            .collect(),
    );
    let left_out = &preview.left_out;
    if !left_out.events.is_empty() || left_out.reasons > 0 {
        page.heading("It leaves out");
        let mut rows: Vec<_> = left_out
            .events
            .iter()
            .map(|(why, count)| counted(why.word(), *count))
            .collect();
        if left_out.reasons > 0 {
            rows.push(counted("reasons of skips and pauses", left_out.reasons));
        }
        page.table(rows);
    }
    page
}

fn counted(what: &str, count: usize) -> Vec<Line> {
    vec![Line::figure(&format!("  {count}")), what.into()]
}

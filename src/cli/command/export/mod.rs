//! `milepost export`: what leaves, each format in a file of its own.

mod material;
mod portfolio;
mod progress_file;
mod report;
mod resume;

use std::path::{Path, PathBuf};

use crate::cli::desk::Desk;
use crate::cli::file;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;
use crate::progress::Day;
use crate::session::Session;
use crate::system::write::Readers;
use crate::text::is_plain;

/// Write your progress, a report, your portfolio or your resume into a file
///
/// Without --format it is the progress file for a mentor. It has your ticks, answers and evidence. It leaves out private
/// notes, the reasons of skips and pauses, the records of your job search, and everything from other curricula. With
/// --sync it has everything, for your own second machine, and only you may read the file. Without -o it goes into the working directory, under a name made
/// of the curriculum and the end of your id.
///
/// The reports (markdown, html, csv) tell where you stand, what you did since a day, what is next, and what your target
/// still asks for; csv is the table of your milestones, and with --since only of those that something happened to. They
/// tell nothing that the file for a mentor leaves out. What the plan asks for stands beside what is done only where Pace is
/// turned on in the settings. The portfolio is a page for whoever may hire you: your projects
/// with their code and where they run, what is proven, and what mentors verified whom you trust, with how to check it. All of it is public: it has neither your id nor your answers.
/// What others cannot go to, such as localhost, is left out, and so is what is not done. A page is one HTML file that
/// needs nothing else. Without -o these go to stdout.
///
/// json-resume is your skills, projects and certificates, and as references what mentors verified whom you trust, as JSON
/// Resume 1.0.0. Where the file of -o is there already, it is
/// merged into that: every key and every entry stays where it is. An entry of yours is taken for one of milepost's where its
/// `url` leads to the same place, or it has the same `name` and, of projects, no `url`; the `url` and `endDate` of a project
/// are renewed then, its `keywords` and `highlights` grow by what is missing, and the rest of it stays as you wrote it. Nothing is taken out. A
/// file that is no JSON object, or has a key twice, is left alone. With --for, the skills that a posting asks for come first,
/// the only thing that moves what is there.
///
/// A file that is there already is replaced; a link or a folder is not.
///
/// With --preview --json, an object with `scope`, `learner` (`id`, `name`), `curriculum`, `told` (how many deeds, by
/// kind), `evidence` (each with `milestone`, `kind`, `content`, and `doubt`: private, key or question where you may not have
/// meant to tell the address; else null), `left_out` (how many, by what they are) and `reasons_left_out`.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// What to write
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// Everything, for your own second machine
    #[arg(long)]
    sync: bool,

    /// Your name in this file and all later ones; an empty one takes it out again
    #[arg(long)]
    name: Option<String>,

    /// List what the progress file will tell, and write nothing
    #[arg(long, conflicts_with_all = ["output", "name"])]
    preview: bool,

    /// The day from which on a report tells what you did; without it, the last seven days
    #[arg(long, value_name = "DAY")]
    since: Option<Day>,

    /// A job posting: what it asks for stands first in the resume
    #[arg(long = "for", value_name = "POSTING")]
    posting: Option<PathBuf>,

    /// Where to; - is stdout
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Print the preview as JSON
    #[arg(long, requires = "preview")]
    json: bool,
}

/// What can be written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Your progress, for a mentor or your other machine
    #[default]
    Milepost,
    /// A report as text
    Markdown,
    /// A report as a page
    Html,
    /// Your milestones as a table
    Csv,
    /// Your resume
    JsonResume,
    /// Your portfolio as a page
    Portfolio,
}

/// The most characters of a name.
const LONGEST_NAME: usize = 200;

const EXAMPLES: &str = "\
Examples:
  milepost export --preview
  milepost export --name 'A. Learner'
  milepost export --sync -o laptop.json
  milepost export --format html --since 2026-11-01 -o week.html
  milepost export --format portfolio -o index.html
  milepost export --format json-resume -o resume.json
  milepost export --format json-resume --for posting.txt -o resume.json";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    args.check()?;
    let session = match args.format {
        Format::Portfolio | Format::JsonResume => desk.vouched()?,
        _ => desk.session()?,
    };
    let Some(name) = &args.name else {
        return write(args, session);
    };
    check_name(name)?;
    let before = session.name()?;
    session.call_me(name)?;
    let written = write(args, session);
    if written.is_err() {
        // Nothing was written, so nothing was said about the name either.
        session.call_me(&before.unwrap_or_default())?;
    }
    written
}

fn write(args: &Args, session: &mut Session) -> Result<Reply, Trouble> {
    match args.format {
        Format::Milepost => progress_file::run(args, session),
        Format::Markdown | Format::Html | Format::Csv => report::run(args, session),
        Format::JsonResume => resume::run(args, session),
        Format::Portfolio => portfolio::run(args, session),
    }
}

impl Args {
    /// Whether all that was asked for has a meaning in this format.
    fn check(&self) -> Result<(), Trouble> {
        let is_report = matches!(self.format, Format::Markdown | Format::Html | Format::Csv);
        let is_progress = self.format == Format::Milepost;
        let odd = [
            (
                "--sync",
                self.sync && !is_progress,
                "the progress file, without --format",
            ),
            (
                "--preview",
                self.preview && !is_progress,
                "the progress file, without --format",
            ),
            (
                "--since",
                self.since.is_some() && !is_report,
                "--format markdown, html or csv",
            ),
            (
                "--for",
                self.posting.is_some() && self.format != Format::JsonResume,
                "--format json-resume",
            ),
        ];
        match odd.iter().find(|(_, is_odd, _)| *is_odd) {
            Some((option, _, fits)) => Err(Trouble::usage(
                format!("{option} means nothing here"),
                format!("it belongs to {fits}"),
                "milepost export --help",
            )),
            None => Ok(()),
        }
    }

    /// Hands a text over, or saves it where that was asked for.
    fn deliver(&self, text: String) -> Result<Reply, Trouble> {
        match self.file() {
            Some(file) => save(file, &text, Readers::Others),
            None => Ok(Reply::file(text)),
        }
    }

    /// The file that was asked for, unless that is stdout.
    fn file(&self) -> Option<&Path> {
        self.output
            .as_deref()
            .filter(|file| *file != Path::new("-"))
    }
}

/// Saves a text, and says where.
fn save(file: &Path, text: &str, readers: Readers) -> Result<Reply, Trouble> {
    file::save(file, text, readers)?;
    Ok(Reply::said(format!("written to {}", file.display())))
}

/// Whether a name fits into a file's header. clap would quote all of one that does not.
fn check_name(name: &str) -> Result<(), Trouble> {
    if is_plain(name).is_err() {
        return Err(Trouble::usage(
            "the name has a letter that nobody sees",
            "a name is one line, without control characters",
            "write it anew",
        ));
    }
    if name.chars().count() <= LONGEST_NAME {
        return Ok(());
    }
    Err(Trouble::usage(
        "the name is too long",
        format!("a name takes {LONGEST_NAME} characters at most"),
        "shorten it",
    ))
}

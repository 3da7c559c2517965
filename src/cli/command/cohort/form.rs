//! A group as text, a table, a page or JSON.

use std::path::{Path, PathBuf};

use super::page;
use crate::cli::desk::Desk;
use crate::cli::file;
use crate::cli::progress::Progress;
use crate::cli::reply::Reply;
use crate::cli::status::REFUSED;
use crate::cli::trouble::Trouble;
use crate::json;
use crate::report::cohort::told::count;
use crate::report::cohort::{Overview, View};
use crate::report::{html, markdown};
use crate::system::write::Readers;

/// As what a group is told, and where to.
#[derive(Debug, clap::Args)]
#[group(skip)]
pub(super) struct Args {
    #[command(flatten)]
    form: Form,

    /// End with status 1 if a file could not be read
    #[arg(long, conflicts_with = "sample")]
    pub(super) strict: bool,

    /// Where to; - is stdout
    #[arg(short, long, value_name = "FILE", requires = "form")]
    output: Option<PathBuf>,
}

/// As what it is told.
#[derive(Debug, clap::Args)]
#[group(id = "form", multiple = false, conflicts_with = "sample")]
struct Form {
    /// Print JSON instead of text
    #[arg(long)]
    json: bool,

    /// Print one table: queue, grid, stuck or weak
    #[arg(long, value_name = "TABLE", value_enum, hide_possible_values = true)]
    csv: Option<Table>,

    /// A page that needs nothing else
    #[arg(long)]
    html: bool,

    /// A text for the weekly mail
    #[arg(long)]
    markdown: bool,

    /// Print one event a line, for a database: events
    #[arg(long, value_name = "WHAT", value_enum, hide_possible_values = true)]
    jsonl: Option<Lines>,
}

/// A table of a cohort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Table {
    Queue,
    Grid,
    Stuck,
    Weak,
}

/// What stands on the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Lines {
    Events,
}

pub(super) fn run(folder: &Path, args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let session = desk.session()?;
    let mut progress = Progress::reading();
    session.review(folder, &mut |read, all| progress.tell(read, all))?;
    drop(progress);
    let left = session.vouch_for_others_at_once();
    let (cohort, drafts) = (session.cohort(), session.drafts());
    let overview = Overview {
        cohort: &cohort,
        drafts: &drafts,
        today: session.today()?,
    };
    let reply = args.reply(folder, overview)?;
    let reply = match left {
        0 => reply,
        _ => reply.and_say(unlooked(left)),
    };
    Ok(match cohort.bad.len() {
        0 => reply,
        _ if args.strict => reply.status(REFUSED),
        _ => reply,
    })
}

/// What to say where so many files could not be read, and what is printed does not tell which.
pub(super) fn unread(bad: usize, folder: &Path) -> Option<String> {
    let folder = folder.display();
    let told = |files| format!("{files} could not be read; `milepost cohort {folder}` says why");
    (bad > 0).then(|| told(count(bad, "file")))
}

/// What to say where so many signatures of other mentors were too many to look at now.
fn unlooked(left: usize) -> String {
    let signatures = count(left, "signature");
    format!(
        "{signatures} of other mentors were not looked at yet: run it again to count what they answered"
    )
}

impl Args {
    /// Whether it is told line by line, while the files are read.
    pub(super) fn is_lines(&self) -> bool {
        self.form.jsonl.is_some()
    }

    fn reply(&self, folder: &Path, overview: Overview<'_>) -> Result<Reply, Trouble> {
        if self.form.json {
            return self.json(overview);
        }
        if let Some(table) = self.form.csv {
            let reply = self.deliver(table.view(overview).csv())?;
            return Ok(match unread(overview.cohort.bad.len(), folder) {
                Some(said) => reply.and_say(said),
                None => reply,
            });
        }
        if self.form.html {
            return self.deliver(html::page(&overview.page()));
        }
        if self.form.markdown {
            return self.deliver(markdown::text(&overview.mail()));
        }
        Ok(Reply::page(page::of(overview, folder)))
    }

    fn json(&self, overview: Overview<'_>) -> Result<Reply, Trouble> {
        let record = overview.record();
        if self.file().is_none() {
            return Reply::json(&record);
        }
        let text = serde_json::to_string_pretty(&record);
        let text = text.map_err(|error| Trouble::bug(&error.to_string()))?;
        self.deliver(format!("{}\n", json::harmless(&text)))
    }

    /// Hands a text over, or saves it where that was asked for.
    fn deliver(&self, text: String) -> Result<Reply, Trouble> {
        let Some(file) = self.file() else {
            return Ok(Reply::file(text));
        };
        file::save(file, &text, Readers::Others)?;
        Ok(Reply::said(format!("written to {}", file.display())))
    }

    /// The file that was asked for, unless that is stdout.
    pub(super) fn file(&self) -> Option<&Path> {
        let output = self.output.as_deref();
        output.filter(|file| *file != Path::new("-"))
    }
}

impl Table {
    fn view(self, overview: Overview<'_>) -> View<'_> {
        match self {
            Self::Queue => overview.queue_view(),
            Self::Grid => overview.grid_view(),
            Self::Stuck => overview.stuck_view(),
            Self::Weak => overview.weak_view(),
        }
    }
}

//! `milepost journal`: what happened, newest first.

use serde::Serialize;
use uuid::Uuid;

use crate::cli::complete;
use crate::cli::desk::Desk;
use crate::cli::line::{Line, Tone};
use crate::cli::name;
use crate::cli::number::number;
use crate::cli::page::Page;
use crate::cli::proof;
use crate::cli::reply::{Format, Reply};
use crate::cli::trouble::Trouble;
use crate::insight::{Around, Snapshot};
use crate::progress::wire::KINDS;
use crate::session::Error;
use crate::session::journal::Entry;

/// List what happened, newest first
///
/// Every deed is kept, those that were undone too. The first column is the end of the event's id, for
/// `milepost forget`.
///
/// With --json, a list of objects with `id`, `batch` (shared by the deeds of one action), `wall` (the clock's time), `by`
/// (a mentor's identity; null is you), `kind`, `milestone` (its qualified id; of an undo, that of
/// what it took back, where that is one), `text` (the deed in words), `undone` and
/// `inert` (it changes nothing, for whoever wrote it may not do that, or nobody can have done it).
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// Only what concerns this milestone
    #[arg(add = complete::milestones())]
    milestone: Option<String>,

    /// At most so many
    #[arg(long, value_name = "COUNT", default_value_t = 50, value_parser = number::<usize>, allow_negative_numbers = true)]
    limit: usize,

    /// Only deeds of this kind
    ///
    /// One of started, done, skipped, reopened, answered, noted, evidence, `evidence_removed`, chose, retracted (undone
    /// or done again), forgotten, `same_learner`, replied, aimed, credited, spent, paused, reference, application,
    /// experience, verdict.
    #[arg(long)]
    kind: Option<String>,

    #[command(flatten)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  milepost journal --limit 10
  milepost journal sql-joins
  milepost journal --kind done --json";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.vouched()?.snapshot();
    let place = args
        .milestone
        .as_deref()
        .map(|name| name::milestone(name, &snapshot))
        .transpose()?;
    let session = desk.session()?;
    let entries = session.journal()?;
    check_kind(args.kind.as_deref(), &entries)?;
    let mut surroundings = session.surroundings();
    let mut wanted = Vec::new();
    for entry in entries.iter().filter(|entry| args.is_of_kind(entry)) {
        let is_about = place.map(|place| surroundings.concern(&entry.event, place));
        if is_about.transpose()?.unwrap_or(true) {
            wanted.push(entry);
        }
    }
    let lines = wanted.iter().take(args.limit).map(|entry| {
        let around = surroundings.of(&entry.event)?;
        Ok(Told::of(entry, &around, &snapshot))
    });
    let lines = lines.collect::<Result<Vec<Told>, Error>>()?;
    let more = wanted.len() - lines.len();
    let reply = args.format.reply(&lines, |lines| page(lines))?;
    Ok(match (lines.len(), more) {
        (0, 0) if entries.is_empty() => reply.and_explain("nothing has happened yet"),
        (0, 0) => reply.and_explain("nothing like that happened yet"),
        (_, 0) => reply,
        (_, more) => reply.and_say(format!("and {more} earlier; --limit shows more")),
    })
}

impl Args {
    fn is_of_kind(&self, entry: &Entry) -> bool {
        let kind = self.kind.as_deref();
        kind.is_none_or(|kind| entry.event.deed.kind() == kind)
    }
}

/// A kind may be one of this version, or one that a newer version wrote.
fn check_kind(kind: Option<&str>, entries: &[Entry]) -> Result<(), Trouble> {
    let is_there = |kind: &str| entries.iter().any(|entry| entry.event.deed.kind() == kind);
    match kind {
        Some(kind) if !KINDS.contains(&kind) && !is_there(kind) => Err(Trouble::usage(
            format!("there is no kind of deed `{kind}`"),
            "no version up to this one writes it, and none of your deeds is of it",
            format!("one of: {}", KINDS.join(", ")),
        )),
        _ => Ok(()),
    }
}

/// One event as a list shows it.
#[derive(Debug, Serialize)]
struct Told {
    id: Uuid,
    batch: Option<Uuid>,
    wall: String,
    by: Option<String>,
    kind: String,
    milestone: Option<String>,
    text: String,
    undone: bool,
    inert: bool,
    #[serde(skip)]
    time: String,
}

impl Told {
    fn of(entry: &Entry, around: &Around, snapshot: &Snapshot) -> Self {
        let event = &entry.event;
        let milestone = around.milestone(&event.deed);
        Self {
            id: event.id,
            batch: event.batch,
            wall: event.wall.to_string(),
            by: event.by.as_ref().map(ToString::to_string),
            kind: event.deed.kind().to_owned(),
            milestone: milestone.map(ToString::to_string),
            text: name::teller(snapshot).event(event, around),
            undone: entry.undone,
            inert: event.is_inert(),
            time: format!("{} {}", event.wall.day(), event.wall.clock()),
        }
    }

    fn cells(&self) -> Vec<Line> {
        let tone = if self.undone || self.inert {
            Tone::Quiet
        } else {
            Tone::Plain
        };
        let undone = if self.undone { "undone: " } else { "" };
        let by = self.by.as_ref().map(|by| format!("{by}: "));
        let by = by.unwrap_or_default();
        let inert = if self.inert { "changes nothing: " } else { "" };
        vec![
            Line::default().then(Tone::Name, &proof::short(self.id)),
            Line::default().then(Tone::Quiet, &self.time),
            Line::default().then(tone, &format!("{undone}{inert}{by}{}", self.text)),
        ]
    }
}

fn page(lines: &[Told]) -> Page {
    let mut page = Page::default();
    page.table(lines.iter().map(Told::cells).collect());
    page
}

//! `milepost list`: the milestones of the curriculum, or those of one sort.

use crate::cli::complete;
use crate::cli::desk::Desk;
use crate::cli::name;
use crate::cli::page::Page;
use crate::cli::reply::{Format, Reply};
use crate::cli::row::{self, Row};
use crate::cli::trouble::Trouble;
use crate::insight::{Snapshot, Status};

/// List milestones
///
/// All that apply under your choices, stage by stage, or those of one stage; with a filter only those that it names,
/// with several filters those that any of them names.
///
/// With --json, a list of objects with `id`, `key` (the id qualified by its curriculum), `title`, `stage` (its id), `kind`
/// (concept, practice, project or career), `hours` (`min`, `max`), `status` (locked, open, started, skipped, credited or
/// done), `unproven` (done without the evidence that it asks for), `optional`, `applies` (yes, or open while a choice
/// decides it), `needs` (ids of what locks it), `verdict` (what a mentor says of it: `verdict`, which is verified, returned
/// or revoked, `level`, `reviewer`, `claimed`, `stale`, `met`: you submitted something since; null if none does) and `unread` (how many verdicts on it are).
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// Only this stage, by its id or a part of its title
    #[arg(add = complete::stages())]
    stage: Option<String>,

    #[command(flatten)]
    filter: Filter,

    #[command(flatten)]
    format: Format,
}

/// Which milestones are listed.
#[derive(Debug, clap::Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one flag of the command line"
)]
struct Filter {
    /// Only what is open
    #[arg(long)]
    open: bool,
    /// Only what is started
    #[arg(long)]
    started: bool,
    /// Only what is done
    #[arg(long)]
    done: bool,
    /// Only what is credited for a background
    #[arg(long)]
    credited: bool,
    /// Only what is skipped
    #[arg(long)]
    skipped: bool,
    /// Only what is locked
    #[arg(long)]
    locked: bool,
    /// Only what is done without the evidence that it asks for
    #[arg(long)]
    unproven: bool,
}

const EXAMPLES: &str = "\
Examples:
  milepost list sql --open
  milepost list --started --unproven
  milepost list --done --json";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.vouched()?.snapshot();
    let stages = match &args.stage {
        Some(name) => {
            let stage = name::stage(name, &snapshot)?;
            stage..stage + 1
        }
        None => 0..snapshot.curriculum.stages.len(),
    };
    let rows: Vec<Row> = stages
        .flat_map(|stage| {
            snapshot
                .members(stage)
                .map(|entry| entry.place)
                .collect::<Vec<_>>()
        })
        .map(|place| Row::of(place, &snapshot))
        .filter(|row| args.filter.takes(row))
        .collect();
    let reply = args.format.reply(&rows, |rows| page(rows, &snapshot))?;
    if rows.is_empty() {
        return Ok(reply.and_explain("no milestone is like that"));
    }
    Ok(reply)
}

impl Filter {
    fn takes(&self, row: &Row) -> bool {
        let wanted = [
            (self.open, Status::Open),
            (self.started, Status::Started),
            (self.done, Status::Done),
            (self.credited, Status::Credited),
            (self.skipped, Status::Skipped),
            (self.locked, Status::Locked),
        ];
        let any = self.unproven || wanted.iter().any(|(flag, _)| *flag);
        !any || (self.unproven && row.unproven) || wanted.contains(&(true, row.status))
    }
}

/// The milestones under the titles of their stages.
fn page(rows: &[Row], snapshot: &Snapshot) -> Page {
    let mut page = Page::default();
    for stage in &snapshot.curriculum.stages {
        let members: Vec<&Row> = rows.iter().filter(|row| row.is_of(&stage.id)).collect();
        if !members.is_empty() {
            page.heading(&format!("{} ({})", stage.title, stage.id));
            page.append(row::table(members));
        }
    }
    page
}

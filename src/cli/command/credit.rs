//! `milepost credit`: what a learner brings along counts.

use serde::Serialize;

use crate::cli::complete;
use crate::cli::desk::Desk;
use crate::cli::line::{Line, Tone};
use crate::cli::name;
use crate::cli::page::Page;
use crate::cli::reply::{Format, Reply};
use crate::cli::row::{self, Row};
use crate::cli::trouble::Trouble;
use crate::insight::Snapshot;
use crate::progress::Intent;

/// Credit what your background covers
///
/// Without arguments, lists the backgrounds with the milestones that each would be credited for. With a background, all
/// of those are credited, or only the milestones that you name. A credited milestone unlocks and counts like one that is
/// done, and shows apart; `milepost reopen` reopens one, `milepost undo` undoes all of them.
///
/// With --json, a list of objects with `id`, `title` and `milestones` (as `milepost list` has them).
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// The background, by its id or a part of its title
    #[arg(conflicts_with = "json", add = complete::backgrounds())]
    background: Option<String>,

    /// Only these milestones, by their ids or parts of their titles
    #[arg(value_name = "MILESTONE", add = complete::milestones())]
    milestones: Vec<String>,

    #[command(flatten)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  milepost credit
  milepost credit knows-a-language
  milepost credit knows-a-language functions unit-tests";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.snapshot()?;
    let Some(name) = &args.background else {
        return show(args.format, &snapshot);
    };
    let background = name::background(name, &snapshot)?;
    let places = if args.milestones.is_empty() {
        snapshot.creditable(background)
    } else {
        name::milestones(&args.milestones, &snapshot)?
    };
    desk.record(vec![Intent::Credit(background, places)])
}

fn show(format: Format, snapshot: &Snapshot) -> Result<Reply, Trouble> {
    let backgrounds = 0..snapshot.curriculum.backgrounds.len();
    let covers: Vec<Cover> = backgrounds
        .map(|index| Cover::of(index, snapshot))
        .collect();
    let reply = format.reply(&covers, |covers| page(covers))?;
    Ok(if covers.is_empty() {
        reply.and_explain("this path credits no background")
    } else {
        reply
    })
}

/// A background, and what it would still be credited for.
#[derive(Debug, Serialize)]
struct Cover {
    id: String,
    title: String,
    milestones: Vec<Row>,
}

impl Cover {
    fn of(index: usize, snapshot: &Snapshot) -> Self {
        let background = &snapshot.curriculum.backgrounds[index];
        let places = snapshot.creditable(index).into_iter();
        Self {
            id: background.id.to_string(),
            title: background.title.clone(),
            milestones: places.map(|place| Row::of(place, snapshot)).collect(),
        }
    }
}

fn page(covers: &[Cover]) -> Page {
    let mut page = Page::default();
    for cover in covers {
        page.heading(&cover.title);
        if cover.milestones.is_empty() {
            page.line(Line::from("  ").then(Tone::Quiet, "nothing is left to be credited"));
            continue;
        }
        page.line(
            Line::from("  milepost credit ")
                .then(Tone::Name, &cover.id)
                .plain(" credits:"),
        );
        page.append(row::table(&cover.milestones));
    }
    page
}

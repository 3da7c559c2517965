//! `milepost aim`: the target that a learner works towards, and the hours a week that they plan.

use serde::Serialize;

use crate::cli::complete;
use crate::cli::desk::Desk;
use crate::cli::line::{Line, Tone};
use crate::cli::name;
use crate::cli::number::number;
use crate::cli::page::Page;
use crate::cli::reply::{Format, Reply};
use crate::cli::trouble::Trouble;
use crate::curriculum::{Appendix, Target};
use crate::insight::Snapshot;
use crate::progress::Intent;

/// Set the target that you work towards, and your hours a week
///
/// Without arguments, lists the targets and what you plan. Until you set one, the first target is meant, at the hours a
/// week that the path suggests. Setting one of the two leaves the other as it was.
///
/// With --json, an object with `targets` (`id`, `title`, `note`, `aimed`), `hours_per_week` (null where nobody says) and
/// `planned` (whether the hours are yours; else they are the path's suggestion).
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// The target, by its id or a part of its title
    #[arg(conflicts_with = "json", add = complete::targets())]
    target: Option<String>,

    /// The hours a week that you plan, 1 to 168
    #[arg(long, value_name = "HOURS", conflicts_with = "json", value_parser = number::<u16>, allow_negative_numbers = true)]
    hours: Option<u16>,

    #[command(flatten)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  milepost aim
  milepost aim entry-floor
  milepost aim --hours 12";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.snapshot()?;
    if args.target.is_none() && args.hours.is_none() {
        let plan = Plan::of(&snapshot, &desk.session()?.appendix()?);
        let reply = args.format.reply(&plan, page)?;
        return Ok(if plan.targets.is_empty() {
            reply.and_explain("this path has no targets")
        } else {
            reply
        });
    }
    let target = args
        .target
        .as_deref()
        .map(|name| name::target(name, &snapshot))
        .transpose()?;
    desk.record(vec![Intent::Aim {
        target,
        hours_per_week: args.hours,
    }])
}

/// What there is to aim at, and what the learner plans.
#[derive(Debug, Serialize)]
struct Plan {
    targets: Vec<Goal>,
    hours_per_week: Option<u16>,
    planned: bool,
}

#[derive(Debug, Serialize)]
struct Goal {
    id: String,
    title: String,
    note: Option<String>,
    aimed: bool,
}

impl Plan {
    fn of(snapshot: &Snapshot, appendix: &Appendix) -> Self {
        let facts = snapshot.progress.facts();
        let aimed = facts.target(&snapshot.curriculum);
        let goal = |(index, target): (usize, &Target)| Goal {
            id: target.key.id().to_owned(),
            title: target.title.clone(),
            note: target.note.clone(),
            aimed: aimed == Some(index),
        };
        let planned = facts.aim.as_ref().and_then(|aim| aim.hours_per_week);
        let suggested = appendix.pace.as_ref().map(|pace| pace.hours_per_week);
        Self {
            targets: snapshot
                .curriculum
                .targets
                .iter()
                .enumerate()
                .map(goal)
                .collect(),
            hours_per_week: planned.or(suggested),
            planned: planned.is_some(),
        }
    }
}

fn page(plan: &Plan) -> Page {
    let mut page = Page::default();
    page.table(plan.targets.iter().map(cells).collect());
    if let Some(hours) = plan.hours_per_week {
        let by = if plan.planned {
            ""
        } else {
            ", as the path suggests"
        };
        page.blank();
        page.line(format!("{hours} h a week{by}"));
    }
    page
}

fn cells(goal: &Goal) -> Vec<Line> {
    let (symbol, word) = if goal.aimed {
        (Line::default().then(Tone::Good, "▶"), "aimed at")
    } else {
        ("·".into(), "")
    };
    vec![
        Line::from("  ").join(&symbol),
        Line::default().then(Tone::Name, &goal.id),
        goal.title.as_str().into(),
        Line::default().then(Tone::Quiet, word),
    ]
}

//! How fast a learner goes, and when that leads to their target.

mod forecast;
mod looking_back;

use std::rc::Rc;

use milepost::curriculum::target::Requirement;
use milepost::insight::pace::{Plan, Planner};
use milepost::insight::{Pace, Snapshot};
use milepost::progress::{Day, fold};

use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

/// A Friday.
const TODAY: &str = "2026-11-20";

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn plan(hours_per_week: u16) -> Plan {
    Plan {
        hours_per_week,
        by: Planner::Learner,
    }
}

/// Milestones `m0`, `m1` … of seven hours each, none of which needs another, and a target that needs them all.
fn free(count: usize) -> Outline {
    let names: Vec<String> = (0..count).map(|number| format!("m{number}")).collect();
    let milestones = names.iter().fold(Outline::new(), |outline, name| {
        outline.milestone(name, &[]).hours(7, 7)
    });
    milestones.target("all", vec![all(count)])
}

/// The requirement of all of so many milestones.
fn all(count: usize) -> Requirement {
    Requirement {
        id: "all".into(),
        title: "All".into(),
        all: (0..count).collect(),
        ..Requirement::default()
    }
}

fn snapshot(outline: Outline, diary: &Diary) -> Snapshot {
    let curriculum = outline.build();
    let progress = fold(&diary.log(), &curriculum);
    Snapshot::of(Rc::new(curriculum), Rc::new(progress))
}

fn pace(outline: Outline, diary: &Diary) -> Pace {
    Pace::of(&snapshot(outline, diary), Some(plan(7)), day(TODAY))
}

//! `milepost missing`: exactly what lacks to 100 %.

use serde::Serialize;

use crate::cli::desk::Desk;
use crate::cli::name;
use crate::cli::reply::{Format, Reply};
use crate::cli::row::{self, Row};
use crate::cli::trouble::Trouble;
use crate::curriculum::Applies;
use crate::insight::{Snapshot, open_choice};

/// List what lacks to 100 %
///
/// Every required milestone that applies and is neither done nor credited, in the path's order. Skipped ones are
/// among them: skipping unlocks what follows, and what is skipped still lacks. Choices that are still open may add to the list once they are made.
///
/// With --json, an object with `percent`, `hours_missing`, `milestones` (as `milepost list` has them) and `open_choices`
/// (ids of the choices that may add to it).
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    format: Format,
}

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.vouched()?.snapshot();
    let rest = Rest::of(&snapshot);
    let reply = args
        .format
        .reply(&rest, |rest| row::table(&rest.milestones))?;
    Ok(reply.and_explain(rest.sum()))
}

/// What lacks to 100 %.
#[derive(Debug, Serialize)]
struct Rest {
    percent: u8,
    hours_missing: u64,
    milestones: Vec<Row>,
    open_choices: Vec<String>,
}

impl Rest {
    fn of(snapshot: &Snapshot) -> Self {
        let total = snapshot.standing.total();
        let stages = 0..snapshot.curriculum.stages.len();
        let members = stages.flat_map(|stage| snapshot.members(stage));
        let lacking = members.filter(|entry| {
            let position = entry.position;
            position.applies == Applies::Yes
                && !entry.milestone.optional
                && !position.status.counts()
        });
        Self {
            percent: total.percent(),
            hours_missing: (total.minutes_required - total.minutes_done).div_ceil(60),
            milestones: lacking
                .map(|entry| Row::of(entry.place, snapshot))
                .collect(),
            open_choices: name::choices(open_choice::deciding(snapshot), snapshot),
        }
    }

    fn sum(&self) -> String {
        let lacking = match self.milestones.len() {
            0 => "nothing is missing".to_owned(),
            1 => format!("1 milestone of {} h is missing", self.hours_missing),
            count => format!(
                "{count} milestones of {} h together are missing",
                self.hours_missing
            ),
        };
        match self.open_choices.as_slice() {
            [] => lacking,
            open => format!(
                "{lacking}; open choices may add to that: {}",
                open.join(", ")
            ),
        }
    }
}

//! What lies between a learner and their target.

use crate::insight::Snapshot;
use crate::insight::gap::{Gap, Need, Reach, within};
use crate::report::figure::hours;
use crate::report::model::{Block, Column, Phrase, Section, Table};

/// What the target of this gap still asks for.
pub(super) fn section(gap: &Gap, snapshot: &Snapshot) -> Section {
    let mut blocks = vec![
        Block::from(Phrase::from(sum(gap))),
        Block::Table(table(gap)),
    ];
    if asks_for_records(gap.target, snapshot) {
        let note = "Records of the job search are private: they are not told here, and count as not there.";
        blocks.push(Block::from(Phrase::from(note)));
    }
    let title = &snapshot.curriculum.targets[gap.target].title;
    Section::of(format!("Gaps: {title}"), blocks)
}

fn sum(gap: &Gap) -> String {
    let left = hours(gap.nearness.minutes_left);
    match gap.missing.len() {
        0 if gap.nearness.is_reached() => "All that it asks for is there.".to_owned(),
        0 => format!("No milestone to go: {}.", gap.nearness.distance),
        1 => format!("1 milestone to go, {left}, with what comes before it."),
        missing => format!("{missing} milestones to go, {left}, with what comes before them."),
    }
}

fn table(gap: &Gap) -> Table {
    Table {
        caption: "What it asks for; a milestone that two lines need stands in both".to_owned(),
        columns: vec![
            Column::words("Requirement"),
            Column::words("State"),
            Column::figures("To go"),
            Column::figures("Hours"),
        ],
        rows: gap.requirements.iter().map(row).collect(),
    }
}

fn row(need: &Need) -> Vec<Phrase> {
    let left = match need.reach {
        Reach::Met | Reach::Shown => [String::new(), String::new()],
        Reach::InProgress | Reach::Missing => {
            [need.missing.len().to_string(), hours(need.minutes_left)]
        }
    };
    let lacks = need
        .proofs
        .as_ref()
        .filter(|proofs| proofs.count.lacking() > 0);
    let lacks = lacks.map(|proofs| {
        let count = proofs.count;
        format!(
            ", {} {} of {}",
            proofs.kind.word(),
            count.have,
            count.at_least
        )
    });
    let state = format!("{}{}", need.reach.word(), lacks.unwrap_or_default());
    let [to_go, hours] = left;
    [need.title.clone(), state, to_go, hours]
        .map(Phrase::from)
        .into()
}

/// Whether a target asks for records of the job search, or one that it names does.
fn asks_for_records(target: usize, snapshot: &Snapshot) -> bool {
    within(target, snapshot).into_iter().any(|target| {
        let mut requirements = snapshot.curriculum.targets[target].requirements.iter();
        requirements.any(|requirement| requirement.record.is_some())
    })
}

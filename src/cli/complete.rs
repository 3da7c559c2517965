//! What shells complete beside commands and options: the learner's own milestones, stages and choices.

use clap::Parser;
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};

use super::desk::Desk;
use super::name;
use super::program::Program;
use crate::insight::Snapshot;

/// Completes milestones.
pub(super) fn milestones() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        from(|snapshot| {
            let stages = 0..snapshot.curriculum.stages.len();
            let entries = stages.flat_map(|stage| {
                snapshot
                    .members(stage)
                    .map(|entry| entry.place)
                    .collect::<Vec<_>>()
            });
            entries
                .map(|place| candidate(&name::id(place, snapshot), &snapshot.title(place)))
                .collect()
        })
    })
}

/// Completes stages.
pub(super) fn stages() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        from(|snapshot| {
            let stages = snapshot.curriculum.stages.iter();
            stages
                .map(|stage| candidate(stage.id.as_str(), &stage.title))
                .collect()
        })
    })
}

/// Completes choices.
pub(super) fn choices() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        from(|snapshot| {
            let choices = snapshot.curriculum.choices.iter();
            choices
                .map(|choice| candidate(choice.key.id(), &choice.title))
                .collect()
        })
    })
}

/// Completes targets.
pub(super) fn targets() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        from(|snapshot| {
            let targets = snapshot.curriculum.targets.iter();
            targets
                .map(|target| candidate(target.key.id(), &target.title))
                .collect()
        })
    })
}

/// Completes backgrounds.
pub(super) fn backgrounds() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        from(|snapshot| {
            let backgrounds = snapshot.curriculum.backgrounds.iter();
            backgrounds
                .map(|background| candidate(background.id.as_str(), &background.title))
                .collect()
        })
    })
}

/// Completes the options of all choices.
pub(super) fn options() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        from(|snapshot| {
            let options = snapshot
                .curriculum
                .choices
                .iter()
                .flat_map(|choice| &choice.options);
            options
                .map(|option| candidate(option.id.as_str(), &option.title))
                .collect()
        })
    })
}

/// What the learner's curriculum offers; nothing where the store cannot be opened, for a shell shows no errors.
fn from(candidates: impl Fn(&Snapshot) -> Vec<CompletionCandidate>) -> Vec<CompletionCandidate> {
    // The line that is being completed is not parsed, so only the environment can name the data folder.
    let program = <Program>::try_parse_from(["milepost"]);
    let mut desk = Desk::new(
        program
            .ok()
            .and_then(|program| program.global.data_folder()),
    );
    desk.snapshot()
        .map(|snapshot| candidates(&snapshot))
        .unwrap_or_default()
}

fn candidate(id: &str, title: &str) -> CompletionCandidate {
    let title = crate::text::visible(title).into_owned();
    CompletionCandidate::new(id).help(Some(title.into()))
}

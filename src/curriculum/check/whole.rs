//! A curriculum that stands by itself: stages with milestones of its own.

use std::collections::HashSet;

use super::choices::{Claims, conditions, groups};
use super::milestones::{Ground, Laid, gone};
use super::names::Known;
use super::plain::{id, own, text};
use super::possible::Possible;
use super::{former, misplaced, reach, targets, whole_digest};
use crate::curriculum::choices::{Choice, When};
use crate::curriculum::draft::{self, At, Entry, Root};
use crate::curriculum::model::{Background, Curriculum, Edition, Place, Stage};
use crate::curriculum::problem::{Findings, Problem};

/// Checks a curriculum without a library.
pub(super) fn check(root: &Root, findings: &mut Findings) -> Edition {
    let home = id(&root.id);
    let written = in_order(root);
    let targets = full_targets(root, findings);
    let mut known = names(root, &written, &targets, findings);
    let mut choices = groups(&home, &root.choices, &mut known, findings);
    conditions(&root.choices, &mut choices, &known, findings);
    let ground = Ground {
        home: &home,
        choices: &choices,
        known: &known,
    };
    let mut laid: Vec<Laid> = written
        .iter()
        .map(|milestone| ground.lay(milestone, findings))
        .collect();
    former::split(&home, &written, &known, &mut laid, findings);
    reach::check(&laid[..known.living], &choices, findings);
    claims(root, &written[..known.living], findings);
    let impossible = impossible(&laid, &choices);
    let targets = targets::targets(&home, &targets, &known, &impossible, findings);
    let appendix = ground.appendix(root, findings);
    let stages = stages(root, &known, findings);
    let kept = laid.len()
        - written
            .iter()
            .filter(|milestone| former::lives_on(milestone))
            .count();
    laid.truncate(kept);
    let (milestones, details) = laid
        .into_iter()
        .map(|entry| (entry.milestone, entry.detail))
        .unzip();
    let curriculum = Curriculum {
        id: home,
        version: text(&root.version),
        title: text(&root.title),
        language: text(&root.language),
        digest: whole_digest(root, None),
        library: None,
        choices,
        stages,
        milestones,
        targets,
        backgrounds: backgrounds(root),
        sources: Vec::new(),
    };
    Edition {
        curriculum,
        details,
        appendix,
    }
}

/// All milestones by place: the living in the author's order, then the retired, then those that live on in parts.
fn in_order(root: &Root) -> Vec<&At<draft::Milestone>> {
    let stages = root.stages.get().into_iter().flatten();
    let mut all: Vec<&At<draft::Milestone>> = stages
        .flat_map(|stage| stage.milestones.get().into_iter().flatten())
        .collect();
    all.sort_by_key(|milestone| (gone(milestone).is_some(), former::lives_on(milestone)));
    all
}

/// The targets, which a curriculum of its own defines in full.
fn full_targets<'a>(root: &'a Root, findings: &mut Findings) -> Vec<At<&'a draft::Target>> {
    let mut targets = Vec::new();
    for entry in root.targets.get().into_iter().flatten() {
        match &entry.value {
            Entry::Full(value) => targets.push(At {
                value,
                spot: entry.spot,
            }),
            Entry::Named(id) => {
                let what =
                    format!("`{id}` names a target of a library, and this curriculum has none");
                findings.report(
                    Problem::new("misplaced-section", entry.spot, what)
                        .hint("write the target out"),
                );
            }
        }
    }
    targets
}

fn names(
    root: &Root,
    written: &[&At<draft::Milestone>],
    targets: &[At<&draft::Target>],
    findings: &mut Findings,
) -> Known {
    let mut known = Known::nothing();
    for entry in root.sources.get().into_iter().flatten() {
        match &entry.value {
            Entry::Full(source) => known.sources.add(source.id.as_ref(), findings),
            Entry::Named(id) => {
                let what =
                    format!("`{id}` names a source of a library, and this curriculum has none");
                findings.report(
                    Problem::new("misplaced-section", entry.spot, what)
                        .hint("write the source out"),
                );
            }
        }
    }
    for milestone in written {
        known.milestones.add(milestone.id.as_ref(), findings);
    }
    known.living = written
        .iter()
        .filter(|milestone| gone(milestone).is_none())
        .count();
    root.stages
        .get()
        .into_iter()
        .flatten()
        .for_each(|stage| known.stages.add(stage.id.as_ref(), findings));
    for target in targets {
        known.targets.add(target.id.as_ref(), findings);
    }
    root.backgrounds
        .get()
        .into_iter()
        .flatten()
        .for_each(|one| known.backgrounds.add(one.id.as_ref(), findings));
    root.levels
        .get()
        .into_iter()
        .flatten()
        .for_each(|level| known.levels.add(level.id.as_ref(), findings));
    former::note(written, &mut known, findings);
    known
}

fn stages(root: &Root, known: &Known, findings: &mut Findings) -> Vec<Stage> {
    let instead = "steps are for a path, which says `extends`";
    misplaced(
        root.steps.as_ref().map(|steps| steps.spot),
        "steps",
        instead,
        findings,
    );
    if known.living == 0 && !findings.incomplete && root.steps.is_none() {
        let spot = root
            .stages
            .spot_or(root.id.spot_or(crate::curriculum::problem::Spot::top(0)));
        let problem = Problem::new(
            "no-milestones",
            spot,
            "a curriculum needs `stages` with at least one milestone",
        );
        findings.report(problem.hint("a path says `extends` and has `steps`"));
    }
    let mut first: Place = 0;
    let mut stages = Vec::new();
    for stage in root.stages.get().into_iter().flatten() {
        let living = stage
            .milestones
            .get()
            .into_iter()
            .flatten()
            .filter(|milestone| gone(milestone).is_none())
            .count();
        stages.push(Stage {
            id: id(&stage.id),
            title: text(&stage.title),
            goal: own(&stage.goal),
            build: own(&stage.build),
            optional: false,
            preset: When::default(),
            members: first..first + living,
            sources: known.cited(&stage.sources, findings),
        });
        first += living;
    }
    stages
}

fn backgrounds(root: &Root) -> Vec<Background> {
    let backgrounds = root.backgrounds.get().into_iter().flatten();
    backgrounds
        .map(|one| Background {
            id: id(&one.id),
            title: text(&one.title),
        })
        .collect()
}

/// Reports keywords that two options or milestones claim.
fn claims(root: &Root, living: &[&At<draft::Milestone>], findings: &mut Findings) {
    let mut claims = Claims::default();
    for (word, choice) in root.choices.get().map_or(&[][..], |choices| &choices.0) {
        for option in choice.options.get().into_iter().flatten() {
            let owner = format!("option `{}/{}`", word.text, id(&option.id));
            claims.add(&owner, &option.keywords, findings);
        }
    }
    for milestone in living {
        claims.add(
            &format!("milestone `{}`", id(&milestone.id)),
            &milestone.keywords,
            findings,
        );
    }
}

/// The milestones that apply under no choices.
pub(super) fn impossible(laid: &[Laid], choices: &[Choice]) -> HashSet<Place> {
    let mut possible = Possible::among(choices);
    let places = laid
        .iter()
        .enumerate()
        .filter(|(_, entry)| !possible.holds(&entry.milestone.when));
    places.map(|(place, _)| place).collect()
}

//! A path through a library curriculum: steps that use the library's milestones, and some of its own.

mod known;
mod narrowed;
mod steps;

use std::collections::HashSet;

use super::choices::Claims;
use super::milestones::{Ground, Laid};
use super::names::Known;
use super::plain::{id, lines, text};
use super::possible::Possible;
use super::{Libraries, former, misplaced, reach, whole_digest};
use crate::curriculum::choices::{Choice, When};
use crate::curriculum::draft::{At, Entry, Extends, Root};
use crate::curriculum::id::Id;
use crate::curriculum::model::{Curriculum, Edition, Library, Stage, fits};
use crate::curriculum::problem::{Findings, Problem};
use known::names;
use narrowed::Narrowed;
use steps::{Item, Plan};

/// Checks a path; `None` if its library is not there.
pub(super) fn check(
    root: &Root,
    extends: &At<Extends>,
    libraries: &Libraries<'_>,
    findings: &mut Findings,
) -> Option<Edition> {
    misplaced_sections(root, findings);
    let edition = library(extends, libraries, findings)?;
    let library = &edition.curriculum;
    let home = id(&root.id);
    if home == library.id {
        let spot = root.id.spot_or(extends.spot);
        findings.report(Problem::new(
            "duplicate-id",
            spot,
            format!("`{home}` is the id of the library"),
        ));
    }
    let plan = Plan::of(root, library, findings);
    let known = names(root, &plan, &edition, findings);
    let narrowed = Narrowed::new(&edition, &plan);
    let choices = narrowed.choices();
    let laid = lay(&home, &plan, &edition, &choices, &known, findings);
    reach::check(&laid[..known.living], &choices, findings);
    claims(&laid, &plan, &edition, findings);
    let targets = narrowed.targets(&root.targets, findings);
    let stages = plan.stages(&choices, &known, findings);
    ruled_out(&stages, &laid, &choices, findings);
    let mut appendix = narrowed.appendix(&targets);
    appendix
        .sources
        .extend(super::appendix::sources(&root.sources, findings));
    let (milestones, details) = laid
        .into_iter()
        .map(|entry| (entry.milestone, entry.detail))
        .unzip();
    let curriculum = Curriculum {
        id: home,
        version: text(&root.version),
        title: text(&root.title),
        language: text(&root.language),
        digest: whole_digest(root, Some(&edition)),
        library: Some(Library {
            id: library.id.clone(),
            version: library.version.clone(),
        }),
        choices,
        stages,
        milestones,
        targets,
        backgrounds: library.backgrounds.clone(),
        sources: cited(root, &known, findings),
    };
    if !lines(&root.principles).is_empty() {
        appendix.principles = lines(&root.principles);
    }
    Some(Edition {
        curriculum,
        details,
        appendix,
    })
}

fn misplaced_sections(root: &Root, findings: &mut Findings) {
    let stages = root.stages.as_ref().map(|at| at.spot);
    misplaced(stages, "stages", "a path has `steps`", findings);
    let taken = [
        ("choices", root.choices.as_ref().map(|at| at.spot)),
        ("resources", root.resources.as_ref().map(|at| at.spot)),
        ("advice", root.advice.as_ref().map(|at| at.spot)),
        ("facts", root.facts.as_ref().map(|at| at.spot)),
        ("backgrounds", root.backgrounds.as_ref().map(|at| at.spot)),
        ("pace", root.pace.as_ref().map(|at| at.spot)),
        ("levels", root.levels.as_ref().map(|at| at.spot)),
        ("postings", root.postings.as_ref().map(|at| at.spot)),
    ];
    for (section, spot) in taken {
        misplaced(spot, section, "a path takes it from its library", findings);
    }
}

fn library(
    extends: &At<Extends>,
    libraries: &Libraries<'_>,
    findings: &mut Findings,
) -> Option<std::rc::Rc<Edition>> {
    let (wanted, version) = (extends.id.as_ref()?, extends.version.get()?);
    let Some(edition) = libraries(&wanted.value, version) else {
        let what = format!(
            "there is no curriculum `{}` of version {}",
            wanted.value, &**version
        );
        findings.report(Problem::new("unknown-library", wanted.spot, what).hint("load it first"));
        return None;
    };
    let found = &edition.curriculum.version;
    if !fits(found, version) {
        let what = format!("`{}` is of version {found} here", wanted.value);
        let spot = extends.version.spot_or(extends.spot);
        let problem = Problem::new("unknown-library", spot, what);
        findings.report(problem.hint("load the version that this path is written for"));
        return None;
    }
    if edition.curriculum.library.is_some() {
        let what = format!(
            "`{}` is a path itself; a path extends a curriculum with stages",
            wanted.value
        );
        findings.report(Problem::new("unknown-library", wanted.spot, what));
        return None;
    }
    Some(edition)
}

/// All milestones of the path: the library's with their prerequisites cut to the path, and its own.
fn lay(
    home: &Id,
    plan: &Plan<'_>,
    edition: &Edition,
    choices: &[Choice],
    known: &Known,
    findings: &mut Findings,
) -> Vec<Laid> {
    let ground = Ground {
        home,
        choices,
        known,
    };
    let mut laid: Vec<Laid> = plan
        .items
        .iter()
        .map(|item| match item {
            Item::Used { place, spot, .. } => plan.used(*place, *spot, edition),
            Item::Own { milestone, .. } => ground.lay(milestone, findings),
        })
        .collect();
    for (place, entry) in laid.iter_mut().enumerate() {
        let step = plan.items[place].step();
        entry.milestone.optional |= plan.steps[step].optional.get().copied().unwrap_or_default();
        let pairs = entry
            .milestone
            .requires
            .iter()
            .copied()
            .zip(entry.needs.iter().copied());
        let kept = pairs.filter(|(required, _)| plan.items[*required].step() <= step);
        (entry.milestone.requires, entry.needs) = kept.unzip();
    }
    former::split(home, &plan.own(), known, &mut laid, findings);
    laid
}

/// Reports keywords of the path's own milestones that belong to something else.
fn claims(laid: &[Laid], plan: &Plan<'_>, edition: &Edition, findings: &mut Findings) {
    let library = &edition.curriculum;
    let mut claims = Claims::default();
    for choice in &library.choices {
        for option in &choice.options {
            claims.inherit(
                &format!("option `{}/{}`", choice.key.id(), option.id),
                &option.keywords,
            );
        }
    }
    for (milestone, detail) in library.milestones.iter().zip(&edition.details) {
        claims.inherit(
            &format!("milestone `{}`", milestone.key.id()),
            &detail.keywords,
        );
    }
    for (entry, item) in laid.iter().zip(&plan.items) {
        if let Item::Own { milestone, .. } = item {
            claims.add(
                &format!("milestone `{}`", entry.milestone.key.id()),
                &milestone.keywords,
                findings,
            );
        }
    }
}

/// The library's sources on which the whole path rests.
fn cited(root: &Root, known: &Known, findings: &mut Findings) -> Vec<Id> {
    let mut seen = HashSet::new();
    let mut ids = Vec::new();
    for entry in root.sources.get().into_iter().flatten() {
        let Entry::Named(id) = &entry.value else {
            continue;
        };
        let reference = At {
            value: id.clone(),
            spot: entry.spot,
        };
        if known.sources.find(&reference, findings).is_none() {
            continue;
        }
        if !seen.insert(id) {
            findings.report(Problem::new(
                "named-twice",
                entry.spot,
                format!("`{id}` stands twice in this list"),
            ));
        }
        ids.push(id.clone());
    }
    ids
}

/// Reports milestones that the preset of their own step rules out.
fn ruled_out(stages: &[Stage], laid: &[Laid], choices: &[Choice], findings: &mut Findings) {
    let mut possible = Possible::among(choices);
    for stage in stages.iter().filter(|stage| !stage.preset.is_empty()) {
        for entry in &laid[stage.members.clone()] {
            let milestone = &entry.milestone;
            let both = stage.preset.0.iter().chain(&milestone.when.0).cloned();
            if !milestone.when.is_empty() && !possible.holds(&When(both.collect())) {
                let id = milestone.key.local();
                let what = format!("`{id}` does not apply under the preset of its step");
                findings.report(Problem::new("never-applies", entry.spot, what));
            }
        }
    }
}

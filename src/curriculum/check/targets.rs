//! Targets: what they are called, what they need, and that none waits for itself.

use std::collections::HashSet;

use super::names::{Known, Names};
use super::plain::{flag, id, own, text};
use crate::curriculum::draft::{self, At, Field, List};
use crate::curriculum::graph::Graph;
use crate::curriculum::id::{Id, Key};
use crate::curriculum::model::Place;
use crate::curriculum::problem::{Findings, Problem};
use crate::curriculum::target::{Requirement, Target};

/// Resolves the targets that a curriculum defines.
pub(super) fn targets(
    home: &Id,
    written: &[At<&draft::Target>],
    known: &Known,
    impossible: &HashSet<Place>,
    findings: &mut Findings,
) -> Vec<Target> {
    let sight = Sight { known, impossible };
    let targets: Vec<Target> = written
        .iter()
        .map(|target| sight.target(home, target, findings))
        .collect();
    circles(written, &targets, findings);
    targets
}

/// What a target's references are resolved against.
pub(super) struct Sight<'a> {
    pub(super) known: &'a Known,
    /// The milestones that apply under no choices.
    pub(super) impossible: &'a HashSet<Place>,
}

impl Sight<'_> {
    fn target(&self, home: &Id, written: &draft::Target, findings: &mut Findings) -> Target {
        let level = written
            .level
            .as_ref()
            .filter(|level| self.known.levels.find(level, findings).is_some());
        let mut names = Names::new("requirement", "unknown-requirement");
        let requirements = written.requirements.get().into_iter().flatten();
        let requirements = requirements.map(|requirement| {
            names.add(requirement.id.as_ref(), findings);
            self.requirement(requirement, findings)
        });
        let requirements: Vec<Requirement> = requirements.collect();
        if let Some(list) = written.requirements.as_ref().filter(|list| list.is_empty()) {
            findings.report(Problem::new(
                "empty-target",
                list.spot,
                "a target needs at least one requirement",
            ));
        }
        Target {
            key: Key::new(home, &id(&written.id)),
            title: text(&written.title),
            level: level.map(|level| level.value.clone()),
            note: own(&written.note),
            ordered: flag(&written.ordered),
            never_satisfied_by: self.never(&written.never_satisfied_by, findings),
            requirements,
            sources: self.known.cited(&written.sources, findings),
        }
    }

    fn never(&self, ids: &Field<List<Id>>, findings: &mut Findings) -> Vec<Id> {
        let found = self.known.milestones.find_all(ids, findings);
        found.into_iter().map(|(_, id)| id.value.clone()).collect()
    }
}

/// Reports targets that wait for each other.
fn circles(written: &[At<&draft::Target>], targets: &[Target], findings: &mut Findings) {
    let waits = |target: &Target| {
        target
            .requirements
            .iter()
            .filter_map(|requirement| requirement.target)
            .collect()
    };
    let mut before: Vec<Vec<usize>> = targets.iter().map(waits).collect();
    let spot = |from: usize, to: usize| {
        let requirements = targets[from]
            .requirements
            .iter()
            .zip(written[from].requirements.get().into_iter().flatten());
        let mut naming = requirements.filter(|(requirement, _)| requirement.target == Some(to));
        naming.next().map_or(written[from].spot, |(_, draft)| {
            draft.target.spot_or(draft.spot)
        })
    };
    for (index, waits) in before.iter_mut().enumerate() {
        if waits.contains(&index) {
            let what = format!("target `{}` waits for itself", targets[index].key.id());
            findings.report(Problem::new("self-reference", spot(index, index), what));
        }
        waits.sort_unstable();
        waits.dedup();
        waits.retain(|other| *other != index && *other < targets.len());
    }
    for cycle in Graph::over(before).cycles() {
        let names: Vec<String> = cycle
            .iter()
            .chain(cycle.first())
            .map(|index| format!("`{}`", targets[*index].key.id()))
            .collect();
        let what = format!(
            "these targets wait for each other in a circle: {}",
            names.join(" → ")
        );
        findings.report(Problem::new("cycle", spot(cycle[0], cycle[1]), what));
    }
}

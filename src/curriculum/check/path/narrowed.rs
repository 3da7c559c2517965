//! What a library brings into a path, cut down to the milestones that the path has.

use std::collections::HashMap;

use super::super::names::Names;
use super::steps::Plan;
use crate::curriculum::choices::Choice;
use crate::curriculum::detail::{AdvicePlace, Appendix};
use crate::curriculum::draft::{self, At, Entry, Field, List};
use crate::curriculum::model::{Curriculum, Edition, Place};
use crate::curriculum::problem::{Findings, Problem, Spot};
use crate::curriculum::target::{Requirement, Target};

/// A library as a path sees it.
pub(super) struct Narrowed<'a> {
    edition: &'a Edition,
    library: &'a Curriculum,
    places: &'a HashMap<Place, Place>,
}

impl<'a> Narrowed<'a> {
    /// The library of a path with that plan.
    pub(super) fn new(edition: &'a Edition, plan: &'a Plan<'_>) -> Self {
        Self {
            edition,
            library: &edition.curriculum,
            places: &plan.places,
        }
    }

    /// The choices; a guard waits only for what the path has.
    pub(super) fn choices(&self) -> Vec<Choice> {
        let mut choices = self.library.choices.clone();
        for choice in &mut choices {
            choice.after = self.present(&choice.after);
        }
        choices
    }

    /// The material beside the path, without what belongs to milestones that it does not have.
    pub(super) fn appendix(&self, targets: &[Target]) -> Appendix {
        let mut appendix = self.edition.appendix.clone();
        appendix.resources.retain_mut(|resource| {
            let served = !resource.milestones.is_empty();
            resource.milestones = self.present(&resource.milestones);
            !served || !resource.milestones.is_empty()
        });
        appendix.advice.retain_mut(|advice| {
            let at = self.advised(advice.at, targets);
            advice.at = at.unwrap_or(advice.at);
            at.is_some()
        });
        for level in &mut appendix.levels {
            level.target = level.target.and_then(|target| self.target(target, targets));
        }
        appendix
    }

    /// Where in the path a piece of the library's advice shows up; stages of the library are not in it.
    fn advised(&self, at: AdvicePlace, targets: &[Target]) -> Option<AdvicePlace> {
        match at {
            AdvicePlace::Milestone(place) => {
                self.places.get(&place).copied().map(AdvicePlace::Milestone)
            }
            AdvicePlace::Target(target) => self.target(target, targets).map(AdvicePlace::Target),
            AdvicePlace::Stage(_) => None,
            elsewhere => Some(elsewhere),
        }
    }

    fn present(&self, places: &[Place]) -> Vec<Place> {
        places
            .iter()
            .filter_map(|place| self.places.get(place).copied())
            .collect()
    }

    /// The index in the path of a target of the library.
    fn target(&self, target: usize, targets: &[Target]) -> Option<usize> {
        let key = &self.library.targets[target].key;
        targets.iter().position(|other| other.key == *key)
    }

    /// The targets that the path names; reports what they need and the path does not have.
    pub(super) fn targets(
        &self,
        written: &Field<List<Entry<draft::Target>>>,
        findings: &mut Findings,
    ) -> Vec<Target> {
        let mut targets = Names::new("target", "unknown-target");
        self.library
            .targets
            .iter()
            .for_each(|target| targets.inherit(&target.key.local()));
        let mut named: Vec<(usize, Spot)> = Vec::new();
        for entry in written.get().into_iter().flatten() {
            let Entry::Named(id) = &entry.value else {
                let problem = Problem::new(
                    "misplaced-section",
                    entry.spot,
                    "a path has no targets of its own",
                );
                findings.report(problem.hint("name one of the library by its id"));
                continue;
            };
            let Some(index) = targets.find(
                &At {
                    value: id.clone(),
                    spot: entry.spot,
                },
                findings,
            ) else {
                continue;
            };
            if named.iter().any(|(known, _)| *known == index) {
                findings.report(Problem::new(
                    "named-twice",
                    entry.spot,
                    format!("`{id}` stands twice in this list"),
                ));
            } else {
                named.push((index, entry.spot));
            }
        }
        let cut = |(index, spot): &(usize, Spot), findings: &mut Findings| {
            self.cut(*index, *spot, &named, findings)
        };
        named.iter().map(|target| cut(target, findings)).collect()
    }

    fn cut(
        &self,
        index: usize,
        spot: Spot,
        named: &[(usize, Spot)],
        findings: &mut Findings,
    ) -> Target {
        let mut target = self.library.targets[index].clone();
        for requirement in &mut target.requirements {
            if let Some(lacking) = self.cut_requirement(requirement, named) {
                let what = format!(
                    "target `{}` cannot be reached on this path: “{}” needs {lacking}",
                    target.key.id(),
                    requirement.title
                );
                let problem = Problem::new("target-outside-path", spot, what);
                findings.report(problem.hint("use it in a step, or do not name the target"));
            }
        }
        target
    }

    /// Moves a requirement into the path; says what it needs and the path does not have.
    fn cut_requirement(
        &self,
        requirement: &mut Requirement,
        named: &[(usize, Spot)],
    ) -> Option<String> {
        if let Some(stage) = requirement.stage.take() {
            let members = self.library.stages[stage].members.clone();
            let required = members.filter(|place| !self.library.milestones[*place].optional);
            requirement.all.extend(required);
        }
        let absent = requirement
            .all
            .iter()
            .find(|place| !self.places.contains_key(place));
        let mut lacking =
            absent.map(|place| format!("`{}`", self.library.milestones[*place].key.id()));
        requirement.all = self.present(&requirement.all);
        let any = self.present(&requirement.any);
        if any.is_empty() && !requirement.any.is_empty() {
            lacking = lacking.or(Some(
                "one of some milestones, of which it has none".to_owned(),
            ));
        }
        requirement.any = any;
        if let Some(count) = &mut requirement.count {
            count.of = self.present(&count.of);
            if count.of.len() < usize::from(count.at_least) {
                lacking = lacking.or(Some(format!(
                    "{} of some milestones, of which it has {}",
                    count.at_least,
                    count.of.len()
                )));
            }
        }
        if let Some(proof) = &mut requirement.evidence {
            let of = self.present(&proof.of);
            if of.is_empty() && !proof.of.is_empty() {
                lacking = lacking.or(Some(
                    "evidence from milestones of which it has none".to_owned(),
                ));
            }
            proof.of = of;
        }
        if let Some(target) = requirement.target {
            requirement.target = named.iter().position(|(known, _)| *known == target);
            if requirement.target.is_none() {
                lacking = lacking.or(Some(format!(
                    "target `{}`, which the path does not name",
                    self.library.targets[target].key.id()
                )));
            }
        }
        lacking
    }
}

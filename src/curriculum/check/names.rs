//! Which names a curriculum defines, and the finding of what a reference means.

use std::collections::HashMap;

use crate::curriculum::draft::{At, Field, List};
use crate::curriculum::id::Id;
use crate::curriculum::model::Place;
use crate::curriculum::problem::{Findings, Problem, Spot};

/// The ids of one kind of thing, in the order of their indices.
pub(super) struct Names {
    noun: &'static str,
    unknown: &'static str,
    indices: HashMap<Id, usize>,
    spots: Vec<Option<Spot>>,
    /// Ids that something had formerly, and what it is called now.
    pub(super) former: HashMap<Id, Id>,
}

impl Names {
    /// No names; `unknown` is the code of a reference to nothing.
    pub(super) fn new(noun: &'static str, unknown: &'static str) -> Self {
        Self {
            noun,
            unknown,
            indices: HashMap::new(),
            spots: Vec::new(),
            former: HashMap::new(),
        }
    }

    /// Gives the next index to a name, or to a place where the name is missing; reports a name given twice.
    pub(super) fn add(&mut self, id: Option<&At<Id>>, findings: &mut Findings) {
        let index = self.spots.len();
        self.spots.push(id.map(|id| id.spot));
        let Some(id) = id else { return };
        let first = *self.indices.entry(id.value.clone()).or_insert(index);
        if first != index {
            let problem = Problem::new(
                "duplicate-id",
                id.spot,
                format!("{} `{}` is defined twice", self.noun, id.value),
            );
            findings.report(match self.spots[first] {
                Some(spot) => problem.see(spot, "first defined here"),
                None => problem.hint("the library defines it"),
            });
        }
    }

    /// Gives the next index to a name that a library defines.
    pub(super) fn inherit(&mut self, id: &Id) {
        let index = self.spots.len();
        self.spots.push(None);
        self.indices.entry(id.clone()).or_insert(index);
    }

    /// How many indices are given.
    pub(super) fn len(&self) -> usize {
        self.spots.len()
    }

    /// The index of a name.
    pub(super) fn index(&self, id: &str) -> Option<usize> {
        self.indices.get(id).copied()
    }

    /// All names.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.indices.keys().map(Id::as_str)
    }

    /// Where the thing of an index is defined, unless a library defines it.
    pub(super) fn spot(&self, index: usize) -> Option<Spot> {
        self.spots.get(index).copied().flatten()
    }

    /// What a reference means; reports one that means nothing.
    pub(super) fn find(&self, id: &At<Id>, findings: &mut Findings) -> Option<usize> {
        let index = self.index(id.as_str());
        if index.is_none() {
            let mut problem = Problem::new(
                self.unknown,
                id.spot,
                format!("there is no {} `{}`", self.noun, id.value),
            );
            if let Some(now) = self.former.get(&id.value) {
                problem = problem.hint(format!("it is called `{now}` now"));
            }
            findings.unknown(problem, id.as_str(), self.ids());
        }
        index
    }

    /// What a list of references means; reports those that mean nothing or stand in it twice.
    pub(super) fn find_all<'a>(
        &self,
        ids: &'a Field<List<Id>>,
        findings: &mut Findings,
    ) -> Vec<(usize, &'a At<Id>)> {
        let mut seen: HashMap<usize, Spot> = HashMap::new();
        let mut found = Vec::new();
        for id in ids.get().into_iter().flatten() {
            let Some(index) = self.find(id, findings) else {
                continue;
            };
            if let Some(first) = seen.get(&index) {
                let problem = Problem::new(
                    "named-twice",
                    id.spot,
                    format!("`{}` stands twice in this list", id.value),
                );
                findings.report(problem.see(*first, "first here"));
                continue;
            }
            seen.insert(index, id.spot);
            found.push((index, id));
        }
        found
    }
}

/// All names that references in a curriculum may use.
pub(super) struct Known {
    /// Milestones, by place; those that are gone come after the living.
    pub(super) milestones: Names,
    /// How many milestones are living.
    pub(super) living: Place,
    /// From here on, names of a library's milestones that the path does not use; references to them drop out.
    pub(super) absent: Place,
    /// Stages, by index.
    pub(super) stages: Names,
    /// Choices, by index.
    pub(super) choices: Names,
    /// Targets, by index.
    pub(super) targets: Names,
    /// Sources.
    pub(super) sources: Names,
    /// Backgrounds.
    pub(super) backgrounds: Names,
    /// Levels.
    pub(super) levels: Names,
}

impl Known {
    /// No names at all.
    pub(super) fn nothing() -> Self {
        Self {
            milestones: Names::new("milestone", "unknown-milestone"),
            living: 0,
            absent: Place::MAX,
            stages: Names::new("stage", "unknown-stage"),
            choices: Names::new("choice", "unknown-choice"),
            targets: Names::new("target", "unknown-target"),
            sources: Names::new("source", "unknown-source"),
            backgrounds: Names::new("background", "unknown-background"),
            levels: Names::new("level", "unknown-level"),
        }
    }

    /// The living milestones of a list; reports the gone among them.
    pub(super) fn living<'a>(
        &self,
        ids: &'a Field<List<Id>>,
        findings: &mut Findings,
    ) -> Vec<(Place, &'a At<Id>)> {
        let mut found = self.milestones.find_all(ids, findings);
        found.retain(|(place, id)| self.is_living(*place, id, findings));
        found
    }

    /// The places of the living milestones of a list.
    pub(super) fn places(&self, ids: &Field<List<Id>>, findings: &mut Findings) -> Vec<Place> {
        self.living(ids, findings)
            .into_iter()
            .map(|(place, _)| place)
            .collect()
    }

    fn is_living(&self, place: Place, id: &At<Id>, findings: &mut Findings) -> bool {
        if place < self.living || place >= self.absent {
            return place < self.living;
        }
        let what = format!(
            "milestone `{}` is retired, so nothing can rest on it",
            id.value
        );
        let problem = Problem::new("retired-milestone", id.spot, what);
        findings.report(match self.milestones.spot(place) {
            Some(spot) => problem.see(spot, "it is defined here"),
            None => problem,
        });
        false
    }

    /// The sources that a node cites.
    pub(super) fn cited(&self, ids: &Field<List<Id>>, findings: &mut Findings) -> Vec<Id> {
        self.sources
            .find_all(ids, findings)
            .into_iter()
            .map(|(_, id)| id.value.clone())
            .collect()
    }
}

//! What work with an option of a choice consists of, and how far a learner came with it.

use std::collections::BTreeSet;

use super::{Grasp, Owner, Skill};
use crate::curriculum::choices::Alternative;
use crate::curriculum::{Id, Kind, Place};
use crate::insight::snapshot::Snapshot;

/// The milestones that hang on a group of options, whichever of them is chosen.
pub(super) struct Work<'a> {
    snapshot: &'a Snapshot,
    choice: usize,
    places: Vec<Place>,
}

/// Of the work with an option, what decides how it stands.
enum Core {
    /// One of its projects is enough.
    AnyProject(Vec<Place>),
    /// It has no project, so all of it is needed.
    Whole(Vec<Place>),
}

/// What is chosen in the group of this index: by the learner, or else by the path, for the first of these places.
pub(super) fn chosen<'a>(choice: usize, work: &[Place], snapshot: &'a Snapshot) -> &'a [Id] {
    let own = snapshot.chosen().options(choice);
    match work.first() {
        Some(place) if own.is_empty() => snapshot.chosen_at(*place).options(choice),
        _ => own,
    }
}

/// The options that are chosen instead of an option of the group of this index, or that rule it out.
pub(super) fn rivals<'a>(
    choice: usize,
    own: usize,
    work: &[Place],
    snapshot: &'a Snapshot,
) -> Vec<&'a Alternative> {
    let groups = &snapshot.curriculum.choices;
    let option = &groups[choice].options[own];
    let same = (choice, std::slice::from_ref(&option.id));
    let clauses = option.when.0.iter();
    let needed = clauses.map(|clause| (clause.choice, clause.options.as_slice()));
    let ruled_out = needed.chain([same]).find_map(|(group, wanted)| {
        let chosen = chosen(group, work, snapshot);
        let fits = chosen.is_empty() || chosen.iter().any(|id| wanted.contains(id));
        (!fits).then_some((group, chosen))
    });
    let Some((group, chosen)) = ruled_out else {
        return Vec::new();
    };
    let options = chosen.iter();
    options
        .filter_map(|id| groups[group].option(id.as_str()))
        .collect()
}

impl<'a> Work<'a> {
    /// What hangs on the group of this index.
    pub(super) fn of(choice: usize, snapshot: &'a Snapshot) -> Self {
        let curriculum = &snapshot.curriculum;
        let slot = format!("{{{}}}", curriculum.choices[choice].key.id());
        let mut places = BTreeSet::new();
        for (place, milestone) in curriculum.milestones.iter().enumerate() {
            if milestone.retired.is_some() {
                continue;
            }
            if milestone.choice == Some(choice) {
                places.extend(follows(place, snapshot));
                if !is_decision(place, snapshot) {
                    places.insert(place);
                }
            }
            let mut clauses = milestone.when.0.iter();
            if clauses.any(|clause| clause.choice == choice) || milestone.title.contains(&slot) {
                places.insert(place);
            }
        }
        Self {
            snapshot,
            choice,
            places: places.into_iter().collect(),
        }
    }

    /// The skills of one of the group's options.
    pub(super) fn skills(&self, index: usize, option: &Alternative) -> Vec<Skill> {
        let behind: Vec<Place> = self.under(&option.id).collect();
        let chosen = chosen(self.choice, &behind, self.snapshot);
        let is_beside = !rivals(self.choice, index, &behind, self.snapshot).is_empty();
        let core = self.core(&behind);
        let grasp = if chosen.contains(&option.id) {
            self.grasp(&behind, &core, &option.id)
        } else {
            Grasp::Missing
        };
        let lacks = if grasp.counts() || is_beside {
            Vec::new()
        } else {
            self.lacking(core, &option.id)
        };
        let keywords = option.keywords.iter();
        keywords
            .map(|keyword| Skill {
                keyword: keyword.clone(),
                owner: Owner::Option(self.choice, index),
                grasp,
                behind: behind.clone(),
                lacks: lacks.clone(),
                is_beside,
            })
            .collect()
    }

    /// The work of an option: what other groups, or this one, keep for other options is left out.
    fn under(&self, option: &Id) -> impl Iterator<Item = Place> {
        self.places.iter().copied().filter(move |place| {
            let chosen = self.snapshot.chosen_at(*place);
            let mut clauses = self.snapshot.curriculum.milestones[*place].when.0.iter();
            clauses.all(|clause| {
                if clause.choice == self.choice {
                    return clause.options.contains(option);
                }
                let chosen = chosen.options(clause.choice);
                chosen.is_empty() || chosen.iter().any(|id| clause.options.contains(id))
            })
        })
    }

    fn core(&self, work: &[Place]) -> Core {
        let milestones = &self.snapshot.curriculum.milestones;
        let is_project = |place: &Place| milestones[*place].kind == Kind::Project;
        let projects: Vec<Place> = work.iter().copied().filter(is_project).collect();
        if projects.is_empty() {
            Core::Whole(work.to_vec())
        } else {
            Core::AnyProject(projects)
        }
    }

    fn grasp(&self, work: &[Place], core: &Core, option: &Id) -> Grasp {
        let claim = |place: &Place| self.grasp_at(*place, option);
        let grasp = match core {
            Core::AnyProject(projects) => projects.iter().map(claim).max(),
            Core::Whole(all) => together(&all.iter().map(claim).collect::<Vec<_>>()),
        };
        if let Some(grasp) = grasp.filter(|grasp| grasp.counts()) {
            grasp
        } else if work.iter().map(claim).any(|grasp| grasp > Grasp::Missing) {
            Grasp::InProgress
        } else {
            Grasp::Missing
        }
    }

    /// What would make the option done: a project, or all the rest of its work.
    fn lacking(&self, core: Core, option: &Id) -> Vec<Place> {
        match core {
            Core::AnyProject(projects) => projects.into_iter().take(1).collect(),
            Core::Whole(mut all) => {
                all.retain(|place| !self.grasp_at(*place, option).counts());
                all
            }
        }
    }

    /// How well the learner can claim a milestone as work with this option.
    fn grasp_at(&self, place: Place, option: &Id) -> Grasp {
        let entry = self.snapshot.entry(place);
        let grasp = Grasp::of(&entry);
        let selection = &self.snapshot.progress.facts().selection;
        let under = entry.mark.done.as_ref().map_or(&[][..], |tick| {
            selection.made_under(self.choice, tick.stamp.order)
        });
        if under.is_empty() || under.contains(option) {
            grasp
        } else {
            Grasp::Missing
        }
    }
}

/// How well the learner can claim several milestones together; `None` where that is not all of them.
fn together(each: &[Grasp]) -> Option<Grasp> {
    let least = each.iter().min()?;
    let best = each.iter().max()?;
    let grasp = if *best == Grasp::Proven { best } else { least };
    least.counts().then_some(*grasp)
}

/// Whether the milestone in which a choice is made is only the decision: a step of the career that others wait for.
fn is_decision(place: Place, snapshot: &Snapshot) -> bool {
    let is_career = snapshot.curriculum.milestones[place].kind == Kind::Career;
    is_career && snapshot.graph.after(place).next().is_some()
}

/// What has to be done after a milestone in its own stage, without what makes another choice.
fn follows(chooser: Place, snapshot: &Snapshot) -> BTreeSet<Place> {
    let curriculum = &snapshot.curriculum;
    let stage = curriculum.stage_of(chooser);
    let mut found = BTreeSet::new();
    let mut waiting = vec![chooser];
    while let Some(place) = waiting.pop() {
        for next in snapshot.graph.after(place) {
            let milestone = &curriculum.milestones[next];
            let belongs = curriculum.stage_of(next) == stage
                && !milestone.optional
                && milestone.choice.is_none();
            if belongs && found.insert(next) {
                waiting.push(next);
            }
        }
    }
    found
}

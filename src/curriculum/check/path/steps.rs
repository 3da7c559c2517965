//! The steps of a path laid out: which milestone stands at which place, and in which step.

use std::collections::HashMap;

use super::super::choices::when;
use super::super::milestones::{Laid, gone};
use super::super::names::{Known, Names};
use super::super::plain::{flag, id, own, text};
use super::super::possible::Possible;
use crate::curriculum::choices::Choice;
use crate::curriculum::draft::{self, At, Root, Used};
use crate::curriculum::id::Id;
use crate::curriculum::model::{Curriculum, Edition, Place, Stage};
use crate::curriculum::problem::{Findings, Problem, Spot};

/// Where everything stands.
pub(super) struct Plan<'a> {
    /// The steps.
    pub(super) steps: Vec<&'a At<draft::Step>>,
    /// The milestones by place; retired ones of the path's own come last.
    pub(super) items: Vec<Item<'a>>,
    /// How many of them are living.
    pub(super) living: Place,
    /// Where in the path a milestone of the library stands.
    pub(super) places: HashMap<Place, Place>,
}

/// A milestone of a path.
pub(super) enum Item<'a> {
    /// The library's, by its place there; used at that spot of the text.
    Used {
        place: Place,
        step: usize,
        spot: Spot,
    },
    /// The path's own.
    Own {
        milestone: &'a At<draft::Milestone>,
        step: usize,
    },
}

impl Item<'_> {
    /// The index of its step.
    pub(super) fn step(&self) -> usize {
        match self {
            Self::Used { step, .. } | Self::Own { step, .. } => *step,
        }
    }
}

impl<'a> Plan<'a> {
    /// Lays out the steps of a path.
    pub(super) fn of(root: &'a Root, library: &Curriculum, findings: &mut Findings) -> Self {
        let mut layout = Layout::over(library);
        let steps: Vec<&At<draft::Step>> = root.steps.get().into_iter().flatten().collect();
        if steps.is_empty() && !findings.incomplete {
            let spot = root.steps.spot_or(root.extends.spot_or(Spot::top(0)));
            findings.report(Problem::new(
                "no-milestones",
                spot,
                "a path needs `steps` with at least one milestone",
            ));
        }
        for (index, step) in steps.iter().enumerate() {
            layout.step(index, step, findings);
        }
        let mut items = layout.items;
        let living = items.len();
        items.extend(layout.gone);
        let used = items
            .iter()
            .enumerate()
            .filter_map(|(here, item)| match item {
                Item::Used { place, .. } => Some((*place, here)),
                Item::Own { .. } => None,
            });
        let places = used.collect();
        Self {
            steps,
            items,
            living,
            places,
        }
    }

    /// The path's own milestones.
    pub(super) fn own(&self) -> Vec<&'a At<draft::Milestone>> {
        let own = |item: &Item<'a>| match item {
            Item::Own { milestone, .. } => Some(*milestone),
            Item::Used { .. } => None,
        };
        self.items.iter().filter_map(own).collect()
    }

    /// A milestone of the library as the path has it: required, and after what the path has of its prerequisites.
    pub(super) fn used(&self, place: Place, spot: Spot, edition: &Edition) -> Laid {
        let mut milestone = edition.curriculum.milestones[place].clone();
        milestone.optional = false;
        milestone.requires = milestone
            .requires
            .iter()
            .filter_map(|place| self.places.get(place).copied())
            .collect();
        let needs = vec![spot; milestone.requires.len()];
        Laid {
            milestone,
            detail: edition.details[place].clone(),
            spot,
            needs,
            condition: None,
        }
    }

    /// The steps as stages.
    pub(super) fn stages(
        &self,
        choices: &[Choice],
        known: &Known,
        findings: &mut Findings,
    ) -> Vec<Stage> {
        let mut members = vec![0; self.steps.len()];
        for item in &self.items[..self.living] {
            members[item.step()] += 1;
        }
        let mut possible = Possible::among(choices);
        let mut first = 0;
        let mut stages = Vec::new();
        for (step, count) in self.steps.iter().zip(members) {
            let preset = when(&step.preset, choices, known, findings);
            if let Some(written) = step.preset.as_ref().filter(|_| !possible.holds(&preset)) {
                findings.report(Problem::new(
                    "never-applies",
                    written.spot,
                    "these options cannot be picked together",
                ));
            }
            stages.push(Stage {
                id: id(&step.id),
                title: text(&step.title),
                goal: own(&step.goal),
                build: own(&step.build),
                optional: flag(&step.optional),
                preset,
                members: first..first + count,
                sources: known.cited(&step.sources, findings),
            });
            first += count;
        }
        stages
    }
}

/// A plan in the making.
struct Layout<'a, 'l> {
    library: &'l Curriculum,
    milestones: Names,
    stages: Names,
    items: Vec<Item<'a>>,
    gone: Vec<Item<'a>>,
    used: HashMap<Place, Spot>,
}

impl<'a, 'l> Layout<'a, 'l> {
    fn over(library: &'l Curriculum) -> Self {
        let mut milestones = Names::new("milestone", "unknown-milestone");
        for milestone in &library.milestones {
            milestones.inherit(&milestone.key.local());
            for former in &milestone.former {
                milestones
                    .former
                    .insert(former.key.local(), milestone.key.local());
            }
        }
        let mut stages = Names::new("stage", "unknown-stage");
        library
            .stages
            .iter()
            .for_each(|stage| stages.inherit(&stage.id));
        Self {
            library,
            milestones,
            stages,
            items: Vec::new(),
            gone: Vec::new(),
            used: HashMap::new(),
        }
    }

    fn step(&mut self, index: usize, step: &'a At<draft::Step>, findings: &mut Findings) {
        for entry in step.r#use.get().into_iter().flatten() {
            match &entry.value {
                Used::Milestone(id) => self.milestone(
                    index,
                    &At {
                        value: id.clone(),
                        spot: entry.spot,
                    },
                    findings,
                ),
                Used::Stage(id) => self.stage(
                    index,
                    &At {
                        value: id.clone(),
                        spot: entry.spot,
                    },
                    findings,
                ),
            }
        }
        for milestone in step.own.get().into_iter().flatten() {
            self.own(index, milestone, findings);
        }
        let empty =
            step.r#use.get().is_none_or(Vec::is_empty) && step.own.get().is_none_or(Vec::is_empty);
        if empty && !findings.incomplete {
            let spot = step.id.spot_or(step.spot);
            findings.report(Problem::new(
                "empty-step",
                spot,
                "a step needs `use` or `own` with at least one milestone",
            ));
        }
    }

    fn milestone(&mut self, step: usize, id: &At<Id>, findings: &mut Findings) {
        let Some(place) = self.milestones.find(id, findings) else {
            return;
        };
        if self.library.milestones[place].retired.is_some() {
            let what = format!(
                "milestone `{}` is retired, so a path cannot use it",
                id.value
            );
            findings.report(Problem::new("retired-milestone", id.spot, what));
            return;
        }
        self.place(step, place, id.spot, findings);
    }

    fn stage(&mut self, step: usize, id: &At<Id>, findings: &mut Findings) {
        let Some(stage) = self.stages.find(id, findings) else {
            return;
        };
        for place in self.library.stages[stage].members.clone() {
            self.place(step, place, id.spot, findings);
        }
    }

    fn place(&mut self, step: usize, place: Place, spot: Spot, findings: &mut Findings) {
        if let Some(first) = self.used.get(&place) {
            let what = format!(
                "milestone `{}` stands in this path already",
                self.library.milestones[place].key.id()
            );
            findings.report(Problem::new("used-twice", spot, what).see(*first, "used here first"));
            return;
        }
        self.used.insert(place, spot);
        self.items.push(Item::Used { place, step, spot });
    }

    fn own(&mut self, step: usize, milestone: &'a At<draft::Milestone>, findings: &mut Findings) {
        if let Some(id) = milestone
            .id
            .as_ref()
            .filter(|id| self.milestones.index(id.as_str()).is_some())
        {
            let what = format!("`{}` is the id of a milestone of the library", id.value);
            findings.report(
                Problem::new("duplicate-id", id.spot, what)
                    .hint("give it another id, or say `use`"),
            );
        }
        let item = Item::Own { milestone, step };
        if gone(milestone).is_some() {
            self.gone.push(item);
        } else {
            self.items.push(item);
        }
    }
}

//! The fold of all events over a curriculum: where a learner stands. Nothing of it is ever stored as truth.

use std::collections::HashMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::deed::{Answered as AnsweredDeed, Chose, Credited, Deed, Marked, Noted, Spent};
use super::event::{Event, Order, Reviewer};
use super::facts::Facts;
use super::log::Log;
use super::mark::{Answered, Mark, Note, Part, Role};
use super::selection::Selection;
use super::undo::Undone;
use crate::curriculum::model::{Relation, Route};
use crate::curriculum::{Applies, Curriculum, Id, Key, Names, Place, View};

/// Where a learner stands in a curriculum.
#[derive(Debug, Clone)]
pub struct Progress {
    names: Rc<Names>,
    /// How many former milestones were merged into the milestone at each place that has any.
    merged: Rc<HashMap<Place, usize>>,
    renamed_checks: Rc<HashMap<(Place, Id), Id>>,
    pub(super) marks: Vec<Option<Rc<Mark>>>,
    /// Where each proof was attached.
    pub(super) proofs: Rc<HashMap<Uuid, Vec<Home>>>,
    pub(super) facts: Rc<Facts>,
}

/// The mark that a deed lands on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Home {
    Milestone(Place),
    Archived(Key),
}

/// Folds a whole log.
pub fn fold(log: &Log, curriculum: &Curriculum) -> Progress {
    let undone = Undone::of(log.events());
    let mut progress = Progress::nothing(curriculum);
    for event in log.events().iter().filter(|event| !undone.contains(event)) {
        progress.apply(event, curriculum);
    }
    progress
}

impl PartialEq for Progress {
    fn eq(&self, other: &Self) -> bool {
        self.marks == other.marks && self.facts == other.facts && self.proofs == other.proofs
    }
}

impl Progress {
    /// Nothing has happened yet.
    pub fn nothing(curriculum: &Curriculum) -> Self {
        let milestones = || curriculum.milestones.iter().enumerate();
        let parts = |former: &[crate::curriculum::model::Former]| {
            former
                .iter()
                .filter(|former| former.relation == Relation::Merged)
                .count()
        };
        let merged = milestones().map(|(place, milestone)| (place, parts(&milestone.former)));
        let renamed_checks = milestones().flat_map(|(place, milestone)| {
            let checks = milestone.checks.iter();
            checks.flat_map(move |check| {
                check
                    .was
                    .iter()
                    .map(move |was| ((place, was.clone()), check.id.clone()))
            })
        });
        Self {
            names: Rc::new(Names::of(curriculum)),
            merged: Rc::new(merged.filter(|(_, parts)| *parts > 0).collect()),
            renamed_checks: Rc::new(renamed_checks.collect()),
            marks: vec![None; curriculum.milestones.len()],
            proofs: Rc::default(),
            facts: Rc::new(Facts {
                selection: Selection::nothing(curriculum),
                ..Facts::default()
            }),
        }
    }

    /// What has happened to the milestone at this place.
    pub fn mark(&self, place: Place) -> &Mark {
        static UNTOUCHED: Mark = Mark::UNTOUCHED;
        self.marks
            .get(place)
            .and_then(Option::as_deref)
            .unwrap_or(&UNTOUCHED)
    }

    /// What must be settled before a milestone opens: those of its prerequisites that apply.
    pub fn blocked_by<'a>(
        &'a self,
        place: Place,
        curriculum: &'a Curriculum,
        view: &'a View,
    ) -> impl Iterator<Item = Place> + 'a {
        let before = curriculum.milestones[place].requires.iter().copied();
        before.filter(|before| {
            view.applies(*before, curriculum) == Applies::Yes && !self.mark(*before).is_settled()
        })
    }

    /// Whether the proof of that name is attached, to an archived milestone too.
    pub fn is_attached(&self, proof: Uuid) -> bool {
        self.proofs.contains_key(&proof)
    }

    /// What is known beside the milestones.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Finds milestones by their own and former keys.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// The same if these options of the group of this index were chosen now, and no others of it.
    #[must_use]
    pub fn if_chosen(&self, choice: usize, options: Vec<Id>, curriculum: &Curriculum) -> Self {
        let mut then = self.clone();
        let selection = &mut then.facts_mut().selection;
        selection.choose(choice, Order::LAST, options, curriculum);
        then
    }

    /// Adds an event that stands, and that is newer than all events so far.
    ///
    /// A retraction changes nothing here: it acts on the past, so the whole log is folded anew.
    pub fn apply(&mut self, event: &Event, curriculum: &Curriculum) {
        match &event.by {
            None => self.apply_own(event, curriculum),
            Some(by) => self.apply_verdict(event, by),
        }
    }

    /// A mentor can only judge; whatever else carries a mentor's name has no effect.
    fn apply_verdict(&mut self, event: &Event, by: &Reviewer) {
        match &event.deed {
            Deed::Verdict(verdict) => self.on(&verdict.milestone, |mark, _| {
                mark.judge(event, by, verdict);
            }),
            Deed::Newer(_) => self.facts_mut().newer += 1,
            _ => {}
        }
    }

    fn apply_own(&mut self, event: &Event, curriculum: &Curriculum) {
        match &event.deed {
            Deed::Started(marked) => self.on(&marked.milestone, |mark, _| mark.start(event)),
            Deed::Done(marked) => self.finish(event, marked),
            Deed::Skipped(marked) => self.on(&marked.milestone, |mark, role| {
                if let Some(became) = mark.becomes(Part::Skipped, &marked.milestone, role) {
                    mark.settle(event, became, Some(marked));
                }
            }),
            Deed::Reopened(marked) => self.on(&marked.milestone, |mark, _| mark.reopen(marked)),
            Deed::Answered(answered) => self.answer(event, answered),
            Deed::Noted(noted) => self.note(event, noted),
            Deed::Replied(replied) => self.on(&replied.milestone, |mark, _| {
                mark.reply(event, replied);
                mark.submission = Some(event.id);
            }),
            Deed::Evidence(proof) => {
                let homes = self.homes(&proof.milestone);
                Rc::make_mut(&mut self.proofs).insert(proof.evidence, homes);
                self.on(&proof.milestone, |mark, _| {
                    mark.prove(event, proof);
                    mark.submission = Some(event.id);
                });
            }
            Deed::EvidenceRemoved(removed) => self.remove_evidence(event, removed.evidence),
            Deed::Chose(chose) => self.choose(event, chose, curriculum),
            Deed::Credited(credited) => self.credit(event, credited),
            Deed::Spent(spent) => self.spend(spent),
            other => self.facts_mut().apply(other),
        }
    }

    fn answer(&mut self, event: &Event, answered: &AnsweredDeed) {
        let renamed = Rc::clone(&self.renamed_checks);
        for home in self.homes(&answered.milestone) {
            let current = match &home {
                Home::Milestone(place) => renamed.get(&(*place, answered.check.clone())),
                Home::Archived(_) => None,
            };
            let check = current.unwrap_or(&answered.check).clone();
            let answer = Answered {
                answer: answered.answer,
                stamp: event.into(),
            };
            self.mark_mut(&home).answers.replace(check, answer);
        }
    }

    fn note(&mut self, event: &Event, noted: &Noted) {
        let note = Note {
            event: event.id,
            text: noted.text.clone(),
            stamp: event.into(),
        };
        match &noted.milestone {
            Some(key) => self.on(key, |mark, _| mark.notes.push(note.clone())),
            None => self.facts_mut().notes.push(note),
        }
    }

    fn remove_evidence(&mut self, event: &Event, evidence: Uuid) {
        let homes = Rc::make_mut(&mut self.proofs).remove(&evidence);
        for home in homes.unwrap_or_default() {
            let mark = self.mark_mut(&home);
            mark.evidence.retain(|proof| proof.id != evidence);
            mark.submission = Some(event.id);
        }
    }

    fn choose(&mut self, event: &Event, chose: &Chose, curriculum: &Curriculum) {
        let group = curriculum
            .choices
            .iter()
            .position(|choice| choice.key == chose.choice);
        let facts = self.facts_mut();
        match group {
            Some(index) => {
                let choice = &curriculum.choices[index];
                let known = chose
                    .options
                    .iter()
                    .filter(|option| choice.option(option.as_str()).is_some());
                let options = known.cloned().collect();
                facts
                    .selection
                    .choose(index, event.order(), options, curriculum);
            }
            None => drop(
                facts
                    .elsewhere
                    .insert(chose.choice.clone(), chose.options.clone()),
            ),
        }
    }

    fn finish(&mut self, event: &Event, marked: &Marked) {
        self.on(&marked.milestone, |mark, role| {
            match mark.becomes(Part::Done, &marked.milestone, role) {
                Some(became) => mark.settle(event, became, Some(marked)),
                // A part of it is done, so work on it has begun.
                None if mark.started.is_none() => mark.start(event),
                None => {}
            }
            mark.submission = Some(event.id);
        });
    }

    fn credit(&mut self, event: &Event, credited: &Credited) {
        let credit = Part::Credited(credited.background.clone());
        for milestone in &credited.milestones {
            self.on(milestone, |mark, role| {
                if let Some(became) = mark.becomes(credit.clone(), milestone, role) {
                    mark.settle(event, became, None);
                }
            });
        }
    }

    fn spend(&mut self, spent: &Spent) {
        if let Some(key) = &spent.milestone {
            self.on(key, |mark, _| {
                mark.minutes = mark.minutes.saturating_add(spent.minutes);
            });
        }
        self.facts_mut().spent.push(spent.clone());
    }

    /// Changes every mark that a key leads to, told what the milestone of that key is to it.
    fn on(&mut self, key: &Key, mut change: impl FnMut(&mut Mark, Role)) {
        let names = Rc::clone(&self.names);
        let routes = names.routes(key.as_str());
        if routes.is_empty() {
            change(self.mark_mut(&Home::Archived(key.clone())), Role::Whole);
        }
        for Route { place, relation } in routes {
            let role = match relation {
                Some(Relation::Merged) => Role::Part {
                    of_all: self.merged.get(place).copied().unwrap_or(1),
                },
                _ => Role::Whole,
            };
            change(self.mark_mut(&Home::Milestone(*place)), role);
        }
    }

    fn homes(&self, key: &Key) -> Vec<Home> {
        match self.names.routes(key.as_str()) {
            [] => vec![Home::Archived(key.clone())],
            routes => routes
                .iter()
                .map(|route| Home::Milestone(route.place))
                .collect(),
        }
    }

    fn mark_mut(&mut self, home: &Home) -> &mut Mark {
        match home {
            Home::Milestone(place) => Rc::make_mut(self.marks[*place].get_or_insert_default()),
            Home::Archived(key) => Rc::make_mut(&mut self.facts)
                .archived
                .entry(key.clone())
                .or_default(),
        }
    }

    fn facts_mut(&mut self) -> &mut Facts {
        Rc::make_mut(&mut self.facts)
    }
}

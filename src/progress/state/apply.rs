//! What each deed does to where a learner stands.

use std::rc::Rc;

use uuid::Uuid;

use super::{Home, Progress};
use crate::curriculum::model::{Relation, Route};
use crate::curriculum::{Curriculum, Id, Key};
use crate::progress::deed::{Answered, Chose, Credited, Deed, Marked, Noted, Spent};
use crate::progress::event::{Event, Reviewer};
use crate::progress::facts::Facts;
use crate::progress::mark::{Mark, Note, Part, Role};

impl Progress {
    /// Adds an event that stands, and that is newer than all events so far.
    ///
    /// A retraction changes nothing here: it acts on the past, so the whole log is folded anew.
    pub fn apply(&mut self, event: &Event, curriculum: &Curriculum) {
        match &event.by {
            None if event.is_inert() => {}
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
        Rc::make_mut(&mut self.calendar).count(event);
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
            _ => self.facts_mut().apply(event),
        }
    }

    fn answer(&mut self, event: &Event, answered: &Answered) {
        let renamed = Rc::clone(&self.renamed_checks);
        for home in self.homes(&answered.milestone) {
            let current = match &home {
                Home::Milestone(place) => renamed.get(&(*place, answered.check.clone())),
                Home::Archived(_) => None,
            };
            let check = current.unwrap_or(&answered.check).clone();
            let answers = &mut self.mark_mut(&home).answers;
            answers.replace(check, answered.answer, event.into());
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
                let options: Vec<Id> = known.cloned().collect();
                // What was chosen before stands: a choice of too many is none.
                if options.len() > usize::from(choice.pick.max) {
                    return;
                }
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

    pub(super) fn facts_mut(&mut self) -> &mut Facts {
        Rc::make_mut(&mut self.facts)
    }
}

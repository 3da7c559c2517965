//! What front ends read: one immutable picture of where the learner stands.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::read_marks::ReadMarks;
use super::standing::{Position, Standing};
use super::trust::Trust;
use crate::curriculum::choices::Alternative;
use crate::curriculum::graph::Opens;
use crate::curriculum::{Applies, Chosen, Curriculum, Graph, Milestone, Place};
use crate::progress::{Mark, Progress};

/// A picture of a learner's progress over a curriculum at one moment. Cloning it is cheap.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The curriculum in use.
    pub curriculum: Rc<Curriculum>,
    /// The fold of the learner's events.
    pub progress: Rc<Progress>,
    /// Where that leaves them.
    pub standing: Rc<Standing>,
    /// What comes before and after what.
    pub graph: Rc<Graph>,
    /// What vouches for the verdicts of mentors, as far as that was looked at.
    pub trust: Rc<Trust>,
    /// Which of them the learner has read.
    pub read: Rc<ReadMarks>,
}

/// One milestone of a snapshot, with all that is known of it.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'snapshot> {
    /// Its place in the curriculum.
    pub place: Place,
    /// What the curriculum says of it.
    pub milestone: &'snapshot Milestone,
    /// What happened to it.
    pub mark: &'snapshot Mark,
    /// Where that leaves it.
    pub position: Position,
    /// What vouches for the verdicts on it.
    pub trust: &'snapshot Trust,
}

impl Snapshot {
    /// Takes the picture.
    pub fn of(curriculum: Rc<Curriculum>, progress: Rc<Progress>) -> Self {
        let standing = Rc::new(Standing::of(&progress, &curriculum));
        let graph = Rc::new(Graph::of(&curriculum));
        Self {
            curriculum,
            progress,
            standing,
            graph,
            trust: Rc::default(),
            read: Rc::default(),
        }
    }

    /// The same picture, once it is known what vouches for the verdicts in it.
    #[must_use]
    pub fn trusting(self, trust: Rc<Trust>) -> Self {
        Self { trust, ..self }
    }

    /// The same picture, once it is known which of the verdicts in it were read.
    #[must_use]
    pub fn having_read(self, read: Rc<ReadMarks>) -> Self {
        Self { read, ..self }
    }

    /// The picture of the same curriculum after more has happened.
    #[must_use]
    pub fn after(&self, progress: Rc<Progress>) -> Self {
        Self {
            curriculum: Rc::clone(&self.curriculum),
            standing: Rc::new(self.standing.after(&progress, self)),
            progress,
            graph: Rc::clone(&self.graph),
            trust: Rc::clone(&self.trust),
            read: Rc::clone(&self.read),
        }
    }

    /// The milestone at this place.
    pub fn entry(&self, place: Place) -> Entry<'_> {
        Entry {
            place,
            milestone: &self.curriculum.milestones[place],
            mark: self.progress.mark(place),
            position: self.standing.at(place),
            trust: &self.trust,
        }
    }

    /// The title of the milestone at this place, with the chosen options' names in it.
    pub fn title(&self, place: Place) -> String {
        self.fill(place, &self.curriculum.milestones[place].title)
    }

    /// A text of the milestone at this place, with the chosen options' names in it.
    pub fn fill(&self, place: Place, text: &str) -> String {
        self.curriculum.fill(text, self.chosen_at(place))
    }

    /// The milestones of the stage of this index that apply, or that an open choice decides.
    pub fn members(&self, stage: usize) -> impl Iterator<Item = Entry<'_>> {
        let members = self.curriculum.stages[stage].members.clone();
        members
            .map(|place| self.entry(place))
            .filter(|entry| entry.position.applies != Applies::No)
    }

    /// What is chosen now, by the learner.
    pub fn chosen(&self) -> &Chosen {
        self.progress.facts().selection.chosen()
    }

    /// What counts as chosen for the milestone at this place: a path's presets, then the learner's choices.
    pub fn chosen_at(&self, place: Place) -> &Chosen {
        self.standing.view().chosen_at(place, &self.curriculum)
    }

    /// The open groups that decide whether the milestone at this place applies.
    pub fn open_groups(&self, place: Place) -> impl Iterator<Item = usize> + '_ {
        let chosen = self.chosen_at(place);
        let clauses = self.curriculum.milestones[place].when.0.iter();
        let groups = clauses.map(|clause| clause.choice);
        groups.filter(|group| chosen.options(*group).is_empty())
    }

    /// What is chosen of the group that is decided in the milestone at this place; nothing where none is, or it is open.
    pub fn chosen_in(&self, place: Place) -> Vec<&Alternative> {
        let choice = self.curriculum.milestones[place].choice;
        let options = choice.into_iter().flat_map(|choice| {
            let options = self.chosen().options(choice).iter();
            options.filter_map(move |id| self.curriculum.choices[choice].option(id.as_str()))
        });
        options.collect()
    }

    /// The options under which the milestone at this place was done, where others are chosen now.
    pub fn made_under(&self, place: Place) -> Vec<&Alternative> {
        let milestone = &self.curriculum.milestones[place];
        let Some(tick) = &self.progress.mark(place).done else {
            return Vec::new();
        };
        let selection = &self.progress.facts().selection;
        let groups = milestone.when.0.iter().map(|clause| clause.choice);
        let groups: BTreeSet<usize> = groups.chain(milestone.choice).collect();
        let former = groups.into_iter().flat_map(|group| {
            let options = selection.made_under(group, tick.stamp.order);
            let is_current = options == selection.chosen().options(group);
            let former = options.iter().filter(move |_| !is_current);
            former.filter_map(move |id| self.curriculum.choices[group].option(id.as_str()))
        });
        former.collect()
    }

    /// The index of the target that the learner aims at; until they do, of the curriculum's first. `None` where it has none.
    pub fn aim(&self) -> Option<usize> {
        self.progress.facts().target(&self.curriculum)
    }

    /// What the background of this index would still be credited for, in the curriculum's order.
    pub fn creditable(&self, background: usize) -> Vec<Place> {
        let background = &self.curriculum.backgrounds[background].id;
        let view = self.standing.view();
        self.progress
            .creditable(background, &self.curriculum, view)
            .collect()
    }

    /// What is credited for the background of this index, in the curriculum's order.
    pub fn credited(&self, background: usize) -> Vec<Place> {
        let key = self.curriculum.background_key(background);
        let places = 0..self.curriculum.milestones.len();
        let is_credited =
            |place: &Place| self.progress.mark(*place).credited.as_ref() == Some(&key);
        places.filter(is_credited).collect()
    }

    /// What must be settled before the milestone at this place opens.
    pub fn blocked_by(&self, place: Place) -> Vec<Place> {
        let view = self.standing.view();
        self.progress
            .blocked_by(place, &self.curriculum, view)
            .collect()
    }

    /// What the milestone at this place opens, of all that applies or may still apply.
    pub fn opens(&self, place: Place) -> Opens {
        let may_apply = |place: Place| self.standing.at(place).applies != Applies::No;
        self.graph.opens(place, may_apply)
    }
}

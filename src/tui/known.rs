//! What every screen and overlay may read: the learner's standing, the texts in sight, the terminal's size and look.

use std::rc::Rc;

use ratatui::layout::{Rect, Size};

use super::aim::Aim;
use super::keymap::Scope;
use super::look::Look;
use super::postings::Postings;
use super::review::Review;
use super::role::Role;
use super::said::Said;
use super::settings::Settings;
use super::shares::Shares;
use super::theme::Theme;
use super::want::Want;
use super::widget::{Footer, Pane};
use crate::curriculum::detail::{Advice, AdvicePlace, Resource};
use crate::curriculum::{Appendix, Applies, Check, Curriculum, Detail, Key, Milestone, Place};
use crate::insight::credit::Proposals;
use crate::insight::gap::Nearness;
use crate::insight::readiness::asked;
use crate::insight::search::Index;
use crate::insight::{self, Chapter, Gap, ReadMarks, Reviews, Snapshot};
use crate::progress::Day;
use crate::progress::undo::Next;
use crate::text::visible;

/// All that is known while drawing and deciding.
#[derive(Debug)]
pub struct Known {
    /// Where the learner stands.
    pub snapshot: Snapshot,
    /// What mentors said to them.
    pub reviews: Reviews,
    /// How far it is to what they aim at.
    pub aim: Aim,
    /// The texts of milestones that were read last, the newest at the end.
    pub details: Vec<(Key, Rc<Detail>)>,
    /// Resources, advice and the like, once they are read.
    pub appendix: Option<Rc<Appendix>>,
    /// All that can be searched under the choices made, once it is read.
    pub index: Option<Rc<Index>>,
    /// Which steps can be undone or redone, once that is read.
    pub steps: Option<Vec<Next>>,
    /// What goes by the words that the learner typed last, once that is read.
    pub proposals: Option<(String, Rc<Proposals>)>,
    /// What the curriculum has to say beside the path, once that is read.
    pub guide: Option<Rc<Vec<Chapter>>>,
    /// The job postings that are kept, and how what they ask for stands, once that is read.
    pub postings: Option<Rc<Postings>>,
    /// What a mentor reviews; `None` for a learner.
    pub review: Option<Review>,
    /// What the learner should know about the store or the clock, a line each.
    pub notices: Vec<String>,
    /// Where a key is looked up now.
    pub scopes: &'static [Scope],
    /// What the status line says.
    pub said: Said,
    /// The size of the terminal.
    pub size: Size,
    /// The day it is, where the learner is; `None` where the clock is wrong by decades.
    pub today: Option<Day>,
    /// What the learner prefers.
    pub settings: Settings,
    /// Where the store is, fit for the screen.
    pub file: String,
    /// What one types in a shell to start the program on this store.
    pub program: String,
    /// How everything is drawn.
    pub look: Look,
}

/// How many texts of milestones are kept at hand: enough for all that one frame may show.
const KEPT: usize = 16;

impl Known {
    /// Takes up where the learner stands now.
    pub fn take_up(&mut self, snapshot: Snapshot) {
        self.aim = Aim::default();
        self.reviews = Reviews::of(&snapshot);
        self.snapshot = snapshot;
        self.steps = None;
        self.guide = None;
        self.postings = None;
        self.proposals = None;
    }

    /// Takes up what the learner has read of what mentors said.
    pub fn have_read(&mut self, read: Rc<ReadMarks>) {
        self.snapshot = self.snapshot.clone().having_read(read);
        self.reviews = Reviews::of(&self.snapshot);
    }

    /// What lies between the learner and the target that they aim at; `None` where the curriculum has no targets.
    pub fn gap(&self) -> Option<&Gap> {
        self.aim.gap(&self.snapshot)
    }

    /// What the learner can do now.
    pub fn next(&self) -> &insight::Next {
        self.aim.next(&self.snapshot, self.today)
    }

    /// What lies between the learner and the target of this index, if there is one.
    pub fn gap_to(&self, target: usize) -> Option<&Gap> {
        self.aim.gap_to(target, &self.snapshot)
    }

    /// How near each target is, in the curriculum's order.
    pub fn nearness(&self) -> &[Nearness] {
        self.aim.nearness(&self.snapshot)
    }

    /// Keeps the text of the milestone of this key at hand, and lets go of the oldest.
    pub fn keep(&mut self, key: Key, detail: Rc<Detail>) {
        self.details.retain(|(known, _)| *known != key);
        if self.details.len() >= KEPT {
            self.details.remove(0);
        }
        self.details.push((key, detail));
    }

    /// Who sits at the terminal.
    pub fn role(&self) -> Role {
        match self.review {
            Some(_) => Role::Mentor,
            None => Role::Learner,
        }
    }

    /// The colours.
    pub fn theme(&self) -> &'static Theme {
        self.look.theme
    }

    /// Where screens and overlays are drawn.
    pub fn body(&self) -> Rect {
        let spoken = Footer::of(self, self.size.width).height();
        Shares::of(Rect::from(self.size), spoken).body
    }

    /// How many rows a pane shows that has all of that.
    pub fn page(&self) -> usize {
        Pane::height(self.body(), self.look.form)
    }

    /// The curriculum in use.
    pub fn curriculum(&self) -> &Curriculum {
        &self.snapshot.curriculum
    }

    /// The milestone at this place.
    pub fn milestone(&self, place: Place) -> &Milestone {
        &self.curriculum().milestones[place]
    }

    /// The place of the milestone with this key, if the curriculum in use has it.
    pub fn place(&self, key: &Key) -> Option<Place> {
        self.snapshot.progress.names().place(key.as_str())
    }

    /// The keys of the milestones at these places.
    pub fn keys(&self, places: &[Place]) -> Vec<Key> {
        let keys = places.iter().map(|place| &self.milestone(*place).key);
        keys.cloned().collect()
    }

    /// The places of the milestones with these keys that the curriculum in use has.
    pub fn places(&self, keys: &[Key]) -> Vec<Place> {
        keys.iter().filter_map(|key| self.place(key)).collect()
    }

    /// The title of the milestone at this place, fit for the screen.
    pub fn title(&self, place: Place) -> String {
        visible(&self.snapshot.title(place)).into_owned()
    }

    /// Why the path does not list the milestone at this place, if it does not.
    pub fn absence(&self, place: Place) -> Option<String> {
        let entry = self.snapshot.entry(place);
        let title = self.title(place);
        match (&entry.milestone.retired, entry.position.applies) {
            (Some(reason), _) => {
                let reason = visible(reason);
                Some(format!("“{title}” was taken out of the path: {reason}"))
            }
            (None, Applies::No) => Some(format!(
                "“{title}” does not belong to your path under the choices made"
            )),
            (None, Applies::Yes | Applies::Open) => None,
        }
    }

    /// These milestones in a few words: the one by its title, several by their number.
    pub fn titles(&self, places: &[Place]) -> String {
        match places {
            [one] => self.title(*one),
            several => format!("{} milestones", several.len()),
        }
    }

    /// These milestones by their titles: "A, B and C".
    pub fn listed(&self, places: &[Place]) -> String {
        let titles: Vec<String> = places.iter().map(|place| self.title(*place)).collect();
        match titles.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => format!("{} and {last}", others.join(", ")),
            None => String::new(),
        }
    }

    /// The text of the milestone at this place, if it is read.
    pub fn detail_of(&self, place: Place) -> Option<&Detail> {
        let wanted = &self.milestone(place).key;
        let found = self.details.iter().find(|(key, _)| key == wanted);
        found.map(|(_, detail)| detail.as_ref())
    }

    /// What has to be read before the text of the milestone at this place can be shown.
    pub fn wants_detail(&self, place: Place) -> Option<Want> {
        let key = || self.milestone(place).key.clone();
        if self.detail_of(place).is_none() {
            Some(Want::Detail(key(), place))
        } else {
            self.appendix.is_none().then_some(Want::Appendix)
        }
    }

    /// The checks of the milestone at this place that are asked under the choices made, each with its index among all.
    pub fn checks(&self, place: Place) -> impl Iterator<Item = (usize, &Check)> {
        asked(place, &self.snapshot)
    }

    /// The resources that help with the milestone at this place under the choices made, once they are read.
    pub fn resources(&self, place: Place) -> impl Iterator<Item = &Resource> {
        let chosen = self.snapshot.chosen_at(place);
        let all = self
            .appendix
            .iter()
            .flat_map(|appendix| &appendix.resources);
        all.filter(move |resource| {
            resource.milestones.contains(&place) && resource.when.applies(chosen) != Applies::No
        })
    }

    /// What the curriculum advises at this place of it, once that is read.
    pub fn advice(&self, at: AdvicePlace) -> impl Iterator<Item = &Advice> {
        let all = self.appendix.iter().flat_map(|appendix| &appendix.advice);
        all.filter(move |advice| advice.at == at)
    }

    /// The index of the open choice that decides whether the milestone at this place applies.
    pub fn waits_for(&self, place: Place) -> Option<usize> {
        if self.snapshot.entry(place).position.applies != Applies::Open {
            return None;
        }
        self.snapshot.open_groups(place).next()
    }

    /// What a learner calls the choice of this index: "language".
    pub fn choice_name(&self, choice: usize) -> String {
        self.curriculum().choices[choice].key.id().replace('-', " ")
    }

    /// Whether there is such a step along what the learner did, as far as that is read.
    pub fn has_step(&self, next: Next) -> bool {
        let steps = self.steps.iter().flatten();
        steps.copied().any(|step| step == next)
    }

    /// The first milestone that can be worked on.
    pub fn first_thing_to_do(&self) -> Option<Place> {
        self.next().places().next()
    }

    /// Whether the learner has done nothing yet.
    pub fn is_new(&self) -> bool {
        let places = 0..self.curriculum().milestones.len();
        let progress = &self.snapshot.progress;
        let untouched = |place| *progress.mark(place) == crate::progress::Mark::default();
        places.into_iter().all(untouched)
            && (0..self.curriculum().choices.len())
                .all(|choice| self.snapshot.chosen().options(choice).is_empty())
    }
}

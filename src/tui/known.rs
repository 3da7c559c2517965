//! What every screen and overlay may read: the learner's standing, the text of the milestone in sight, size and theme.

use std::rc::Rc;

use ratatui::layout::Size;

use super::said::Said;
use super::theme::Theme;
use crate::curriculum::{Applies, Curriculum, Detail, Key, Milestone, Place};
use crate::insight::{Snapshot, next};
use crate::text::visible;

/// All that is known while drawing and deciding.
#[derive(Debug)]
pub struct Known {
    /// Where the learner stands.
    pub snapshot: Snapshot,
    /// The text of one milestone, once it is read.
    pub detail: Option<(Key, Rc<Detail>)>,
    /// What the learner should know about the store or the clock, a line each.
    pub notices: Vec<String>,
    /// What the status line says.
    pub said: Said,
    /// The size of the terminal.
    pub size: Size,
    /// The colours.
    pub theme: &'static Theme,
}

impl Known {
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

    /// The title of the milestone at this place, fit for the screen.
    pub fn title(&self, place: Place) -> String {
        visible(&self.snapshot.title(place)).into_owned()
    }

    /// The text of the milestone at this place, if it is read.
    pub fn detail_of(&self, place: Place) -> Option<&Detail> {
        let (key, detail) = self.detail.as_ref()?;
        (*key == self.milestone(place).key).then_some(detail.as_ref())
    }

    /// The index of the open choice that decides whether the milestone at this place applies.
    pub fn waits_for(&self, place: Place) -> Option<usize> {
        if self.snapshot.entry(place).position.applies != Applies::Open {
            return None;
        }
        let chosen = self.snapshot.chosen_at(place);
        let clauses = self.milestone(place).when.0.iter();
        clauses
            .map(|clause| clause.choice)
            .find(|choice| chosen.options(*choice).is_empty())
    }

    /// What a learner calls the choice of this index: "language".
    pub fn choice_name(&self, choice: usize) -> String {
        self.curriculum().choices[choice].key.id().replace('-', " ")
    }

    /// The first milestone that can be worked on.
    pub fn first_thing_to_do(&self) -> Option<Place> {
        next(&self.snapshot).first().copied()
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

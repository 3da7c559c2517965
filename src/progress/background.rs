//! What a learner's background covers.

use super::state::Progress;
use crate::curriculum::{Applies, Curriculum, Id, Place, View};

impl Progress {
    /// The milestones that this background would still be credited for, in the curriculum's order: those that name it,
    /// that apply or may yet apply, and that are neither done nor credited.
    pub fn creditable<'a>(
        &'a self,
        background: &'a Id,
        curriculum: &'a Curriculum,
        view: &'a View,
    ) -> impl Iterator<Item = Place> + 'a {
        let milestones = curriculum.milestones.iter().enumerate();
        let naming = milestones.filter(|(_, milestone)| milestone.credit_for.contains(background));
        naming
            .map(|(place, _)| place)
            .filter(|place| !self.mark(*place).counts())
            .filter(|place| view.applies(*place, curriculum) != Applies::No)
    }
}

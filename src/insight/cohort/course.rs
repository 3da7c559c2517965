//! A curriculum that learners of a cohort follow, as the mentor has it.

use std::rc::Rc;

use crate::curriculum::{Chosen, Curriculum, Place};
use crate::text::visible;

/// A curriculum that learners of a cohort follow, as the mentor has it.
#[derive(Debug, Clone)]
pub struct Course {
    /// The curriculum.
    pub curriculum: Rc<Curriculum>,
    /// The hours a week that it reckons with.
    pub hours_per_week: u16,
    nothing: Chosen,
}

impl Course {
    /// A curriculum that reckons with so many hours a week.
    pub fn of(curriculum: Rc<Curriculum>, hours_per_week: u16) -> Self {
        Self {
            nothing: Chosen::nothing(&curriculum),
            curriculum,
            hours_per_week,
        }
    }

    /// The title of the milestone at this place as it is for all, whatever they chose, fit for the screen.
    pub fn title(&self, place: Place) -> String {
        let milestone = self.curriculum.milestones.get(place);
        let title = milestone.map_or("", |milestone| &milestone.title);
        visible(&self.curriculum.fill(title, &self.nothing)).into_owned()
    }
}

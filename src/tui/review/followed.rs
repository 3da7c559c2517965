//! Which curriculum's learners a screen shows, where those of a cohort follow several.

use crate::curriculum::Id;
use crate::insight::cohort::{Cohort, Course};
use crate::text::visible;

/// The curriculum whose learners a screen shows; the one that most follow, until another is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Followed(Option<Id>);

impl Followed {
    /// The index of its course in a cohort; `None` where nobody follows any.
    pub fn course(&self, cohort: &Cohort) -> Option<usize> {
        let followed = cohort.followed();
        let mut wanted = followed.iter().copied();
        wanted
            .find(|course| self.0.as_ref() == Some(&cohort.courses[*course].curriculum.id))
            .or(followed.first().copied())
    }

    /// Stays with the one that is shown now, whichever most follow later.
    pub fn stay(&mut self, cohort: &Cohort) {
        let course = self.course(cohort).map(|course| &cohort.courses[course]);
        self.0 = course.map(|Course { curriculum, .. }| curriculum.id.clone());
    }

    /// Goes on to the next one that somebody follows.
    pub fn go_on(&mut self, cohort: &Cohort) {
        let mut followed = cohort.followed();
        followed.sort_unstable();
        let now = self.course(cohort);
        let at = followed.iter().position(|course| Some(*course) == now);
        let next = at.map(|at| followed[(at + 1) % followed.len()]);
        self.0 = next.map(|course| cohort.courses[course].curriculum.id.clone());
    }

    /// Which one it is, for behind a title; empty where all follow the same.
    pub fn told(&self, cohort: &Cohort) -> String {
        match self.course(cohort) {
            Some(course) if is_one_of_several(cohort) => {
                let title = visible(&cohort.courses[course].curriculum.title);
                format!(" · {title}")
            }
            _ => String::new(),
        }
    }
}

/// Whether the learners of a cohort follow several curricula.
pub fn is_one_of_several(cohort: &Cohort) -> bool {
    cohort.followed().len() > 1
}

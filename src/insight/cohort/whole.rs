//! A cohort: all that is known of the learners whose files lie in one folder.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::absent::Absent;
use super::card::Card;
use super::course::Course;

/// All that is known of the learners whose files lie in one folder.
#[derive(Debug, Clone, Default)]
pub struct Cohort {
    /// The curricula that they follow, and others that the mentor has at hand.
    pub courses: Vec<Course>,
    /// Each learner, by name.
    pub cards: Vec<Card>,
    /// The files that could not be read, by name.
    pub bad: Vec<Bad>,
    /// Those on the roster who sent nothing, in the roster's order.
    pub absent: Vec<Absent>,
    /// The titles of the roster's further columns.
    pub columns: Vec<Box<str>>,
}

/// A file that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bad {
    /// Its name, fit for the screen.
    pub file: String,
    /// Why, in one line, fit for the screen.
    pub why: String,
    /// What to do about it, in one line.
    pub hint: String,
}

impl Cohort {
    /// The learner of this id.
    pub fn card(&self, learner: Uuid) -> Option<&Card> {
        self.cards.iter().find(|card| card.learner() == learner)
    }

    /// The curriculum that a learner of it follows.
    pub fn course(&self, card: &Card) -> &Course {
        &self.courses[card.course]
    }

    /// The indices of the courses that somebody follows, the one that most follow first.
    pub fn followed(&self) -> Vec<usize> {
        let mut followers = vec![0; self.courses.len()];
        for card in &self.cards {
            followers[card.course] += 1;
        }
        let mut followed: Vec<usize> = (0..followers.len()).collect();
        followed.retain(|course| followers[*course] > 0);
        followed.sort_by_key(|course| std::cmp::Reverse(followers[*course]));
        followed
    }

    /// The groups that there are, by name.
    pub fn groups(&self) -> BTreeSet<String> {
        let groups = self.cards.iter().map(Card::group);
        groups.filter(|group| !group.is_empty()).collect()
    }
}

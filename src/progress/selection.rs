//! The choices a learner has made, and under which of them each tick was made.

use serde::{Deserialize, Serialize};

use super::event::Order;
use crate::curriculum::{Chosen, Curriculum, Id};

/// What is chosen now, and what was chosen when.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Selection {
    /// What the learner picked, whether it goes together or not.
    picked: Chosen,
    /// What of that holds: an option stands only while the other choices let it.
    chosen: Chosen,
    /// Per group of the curriculum: every choice made, oldest first.
    history: Vec<Vec<(Order, Vec<Id>)>>,
}

impl Selection {
    /// Nothing chosen yet.
    pub fn nothing(curriculum: &Curriculum) -> Self {
        Self {
            picked: Chosen::nothing(curriculum),
            chosen: Chosen::nothing(curriculum),
            history: vec![Vec::new(); curriculum.choices.len()],
        }
    }

    /// What is chosen now.
    pub fn chosen(&self) -> &Chosen {
        &self.chosen
    }

    /// The options of a group under which something at this point of the log was done.
    ///
    /// What was done while the group was open belongs to the options chosen first afterwards; empty if it is open still.
    pub fn made_under(&self, choice: usize, order: Order) -> &[Id] {
        let history = self.history.get(choice).map_or(&[][..], Vec::as_slice);
        let later = history.partition_point(|(chosen_at, _)| *chosen_at < order);
        let in_force = history[..later]
            .last()
            .filter(|(_, options)| !options.is_empty());
        let made_next = || {
            history[later..]
                .iter()
                .find(|(_, options)| !options.is_empty())
        };
        in_force
            .or_else(made_next)
            .map_or(&[], |(_, options)| options.as_slice())
    }

    pub(super) fn choose(
        &mut self,
        choice: usize,
        order: Order,
        options: Vec<Id>,
        curriculum: &Curriculum,
    ) {
        if let Some(history) = self.history.get_mut(choice) {
            history.push((order, options.clone()));
            self.picked.replace(choice, options);
            self.chosen = curriculum.consistent(&self.picked);
        }
    }
}

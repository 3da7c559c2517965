//! What waits for the mentor, the oldest first.

use super::card::Card;
use super::draft::{Draft, Drafts};
use super::waiting::Waiting;
use super::whole::Cohort;
use crate::curriculum::Key;

/// What waits for the mentor.
#[derive(Debug)]
pub struct Queue<'cohort> {
    /// What is not answered yet, the oldest first.
    pub open: Vec<Item<'cohort>>,
    /// What is answered, and the answer is not sent yet, the answer that was written last first.
    pub answered: Vec<Item<'cohort>>,
}

/// One milestone of one learner that waits.
#[derive(Debug, Clone, Copy)]
pub struct Item<'cohort> {
    /// Whose it is.
    pub card: &'cohort Card,
    /// What waits.
    pub waiting: &'cohort Waiting,
    /// The milestone.
    pub milestone: &'cohort Key,
    /// The answer that was written to what is submitted now.
    pub draft: Option<&'cohort Draft>,
}

impl<'cohort> Queue<'cohort> {
    /// All that waits in a cohort, with these answers begun, of the learners for whom that holds.
    pub fn of(
        cohort: &'cohort Cohort,
        drafts: &'cohort Drafts,
        is_shown: impl Fn(&Card) -> bool,
    ) -> Self {
        let cards = cohort.cards.iter().filter(|card| is_shown(card));
        let items = cards.flat_map(|card| {
            let milestones = &cohort.course(card).curriculum.milestones;
            card.waiting.iter().map(move |waiting| {
                let milestone = &milestones[waiting.place].key;
                Item {
                    card,
                    waiting,
                    milestone,
                    draft: drafts
                        .get(card.learner(), milestone)
                        .filter(|draft| draft.answers == waiting.submission),
                }
            })
        });
        let (mut answered, mut open): (Vec<_>, Vec<_>) =
            items.partition(|item| item.draft.is_some());
        // Of one day, the learner who is listed first comes first: cards are in the order of their names.
        open.sort_by_key(|item| item.waiting.since);
        answered.sort_by_cached_key(|item| item.draft.map(|draft| draft.written.to_string()));
        answered.reverse();
        Self { open, answered }
    }
}

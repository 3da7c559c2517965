//! What waits for the mentor, the oldest first, and what they answered and did not send.

use std::collections::HashMap;

use uuid::Uuid;

use super::card::Card;
use super::draft::{Draft, Drafts};
use super::waiting::Waiting;
use super::whole::Cohort;
use crate::curriculum::{Key, Place};

/// What there is for the mentor to do.
#[derive(Debug)]
pub struct Queue<'cohort> {
    /// What is not answered yet, the oldest first.
    pub open: Vec<Item<'cohort>>,
    /// What is answered, and the answer is not sent yet, the answer that was written last first; whether it waits or not.
    pub answered: Vec<Answered<'cohort>>,
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
}

/// An answer that was written and is not sent.
#[derive(Debug, Clone, Copy)]
pub struct Answered<'cohort> {
    /// Who is answered.
    pub card: &'cohort Card,
    /// The answer.
    pub draft: &'cohort Draft,
    /// Where its milestone is; `None` where the learner's curriculum has it no more.
    pub place: Option<Place>,
    /// What would wait if it were not answered; `None` where nothing does, as it was answered and sent before, or where
    /// something else was submitted since.
    pub waiting: Option<&'cohort Waiting>,
}

impl<'cohort> Queue<'cohort> {
    /// All that waits in a cohort and all of these answers, of the learners for whom that holds.
    pub fn of(
        cohort: &'cohort Cohort,
        drafts: &'cohort Drafts,
        is_shown: impl Fn(&Card) -> bool,
    ) -> Self {
        let shown = cohort.cards.iter().filter(|card| is_shown(card));
        let shown: Vec<&Card> = shown.collect();
        let items = shown.iter().flat_map(|card| {
            let milestones = &cohort.course(card).curriculum.milestones;
            card.waiting.iter().map(move |waiting| Item {
                card,
                waiting,
                milestone: &milestones[waiting.place].key,
            })
        });
        let is_open = |item: &Item<'_>| {
            let draft = drafts.get(item.card.learner(), item.milestone);
            draft.is_none_or(|draft| draft.answers != item.waiting.submission)
        };
        let mut open: Vec<Item<'_>> = items.filter(is_open).collect();
        // Of one day, the learner who is listed first comes first: cards are in the order of their names.
        open.sort_by_key(|item| item.waiting.since);
        let places = shown.iter().map(|card| card.learner()).zip(0..);
        let places: HashMap<Uuid, usize> = places.collect();
        let answered = drafts.iter().filter_map(|draft| {
            let card = *places.get(&draft.learner)?;
            Some((card, Self::answered(draft, shown[card], cohort)))
        });
        let mut answered: Vec<(usize, Answered<'_>)> = answered.collect();
        answered.sort_by_cached_key(|(card, answered)| {
            let written = answered.draft.written.to_string();
            std::cmp::Reverse((written, *card, answered.place))
        });
        let answered = answered.into_iter().map(|(_, answered)| answered);
        Self {
            open,
            answered: answered.collect(),
        }
    }

    /// An answer to the learner of this card, beside what waits of theirs.
    pub fn answered(
        draft: &'cohort Draft,
        card: &'cohort Card,
        cohort: &'cohort Cohort,
    ) -> Answered<'cohort> {
        let mut milestones = cohort.course(card).curriculum.milestones.iter();
        let place = milestones.position(|known| known.key == draft.milestone);
        let mut waiting = card.waiting.iter();
        let waiting = waiting
            .find(|waiting| Some(waiting.place) == place && waiting.submission == draft.answers);
        Answered {
            card,
            draft,
            place,
            waiting,
        }
    }
}

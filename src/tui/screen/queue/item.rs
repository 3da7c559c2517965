//! What the queue lists: what waits, what is answered and not sent, and what is to be known of the folder.

use crate::curriculum::Key;
use crate::insight::cohort;
use crate::tui::review::Review;

/// What stands together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Part {
    /// What waits for an answer.
    Open,
    /// What is answered, and not sent.
    Answered,
    /// Files that could not be read.
    Bad,
    /// Learners of whom there is something to know.
    Remarks,
    /// Learners who sent nothing.
    Absent,
}

/// Something that the cursor can be on, by its indexes in the cohort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    /// What waits: which learner, and which of what waits of theirs.
    Open(usize, usize),
    /// What is answered: which learner, and which of the answers.
    Answered(usize, usize),
    /// A file.
    Bad(usize),
    /// A learner of whom there is something to know.
    Remarks(usize),
    /// Somebody who sent nothing.
    Absent(usize),
}

/// All that there is to list.
pub(super) struct Found {
    pub(super) items: Vec<Item>,
    /// The milestones of the answers, by which items know them.
    pub(super) answered: Vec<Key>,
    /// How many of the items stand together.
    pub(super) parts: Vec<(Part, usize)>,
}

/// Finds it.
pub(super) fn found(review: &Review) -> Found {
    let Review { cohort, shown, .. } = review;
    let queue = cohort::Queue::of(cohort, &review.drafts, |card| shown.shows(card));
    let spot = |item: &cohort::Item<'_>| {
        let card = review.place(item.card.learner())?;
        let mut waiting = item.card.waiting.iter();
        let waiting = waiting.position(|waiting| waiting.place == item.waiting.place)?;
        Some(Item::Open(card, waiting))
    };
    let answers = queue.answered.iter().enumerate();
    let answers = answers.filter_map(|(index, answered)| {
        let card = review.place(answered.card.learner())?;
        Some(Item::Answered(card, index))
    });
    let milestones = queue.answered.iter();
    let milestones = milestones.map(|answered| answered.draft.milestone.clone());
    let cards = cohort.cards.iter().enumerate();
    let remarked = cards.filter(|(_, card)| !card.remarks.is_empty() && shown.shows(card));
    let absent = cohort.absent.iter().enumerate();
    let absent = absent.filter(|(_, absent)| shown.shows_absent(absent));
    let all: [(Part, Vec<Item>); 5] = [
        (Part::Open, queue.open.iter().filter_map(spot).collect()),
        (Part::Answered, answers.collect()),
        (Part::Bad, (0..cohort.bad.len()).map(Item::Bad).collect()),
        (
            Part::Remarks,
            remarked.map(|(index, _)| Item::Remarks(index)).collect(),
        ),
        (
            Part::Absent,
            absent.map(|(index, _)| Item::Absent(index)).collect(),
        ),
    ];
    let parts = all.iter().map(|(part, items)| (*part, items.len()));
    // That nothing waits is told, too.
    let parts = parts.filter(|(part, count)| *count > 0 || *part == Part::Open);
    Found {
        parts: parts.collect(),
        answered: milestones.collect(),
        items: all.into_iter().flat_map(|(_, items)| items).collect(),
    }
}

//! Puts a cohort together from its cards: in order, with what is to be remarked of them beside one another.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::courses::Courses;
use crate::insight::cohort::{Bad, Card, Cohort, Remark};
use crate::progress::Day;

/// The cohort of these cards and bad files.
pub(super) fn cohort(mut cards: Vec<Card>, bad: Vec<Bad>, courses: &Courses, today: Day) -> Cohort {
    for card in &mut cards {
        card.remarks = alone(card, today);
    }
    claims(&mut cards);
    cards.sort_by_cached_key(|card| (card.name().to_lowercase(), card.learner()));
    Cohort {
        courses: courses.shown.clone(),
        cards,
        bad,
        absent: Vec::new(),
        columns: Vec::new(),
    }
}

/// What is to be remarked of a learner's file alone.
fn alone(card: &Card, today: Day) -> Vec<Remark> {
    let header = &card.header;
    let other = header.other_version.clone().map(Remark::OtherText);
    let newer = (card.newer > 0).then_some(Remark::Newer(card.newer));
    let is_ahead = header.exported_at.date().days_after(today) > 1;
    let ahead = is_ahead.then_some(Remark::Ahead);
    other.into_iter().chain(newer).chain(ahead).collect()
}

/// Remarks who says that somebody else's id is theirs, where that one's files do not say so, too.
fn claims(cards: &mut [Card]) {
    let told = |card: &Card| -> HashSet<Uuid> { card.others.iter().copied().collect() };
    let told: HashMap<Uuid, HashSet<Uuid>> = cards
        .iter()
        .map(|card| (card.learner(), told(card)))
        .collect();
    for card in cards {
        let learner = card.learner();
        for other in &card.others {
            let theirs = told.get(other).filter(|_| *other != learner);
            if theirs.is_some_and(|theirs| !theirs.contains(&learner)) {
                card.remarks.push(Remark::Claims(*other));
            }
        }
    }
}

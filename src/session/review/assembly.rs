//! Puts a cohort together from its cards: in order, with what is to be remarked of them beside one another.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::{Is, Review};
use crate::insight::cohort::{Card, Cohort, Remark};
use crate::progress::Day;
use crate::text::{mixes_scripts, skeleton};

impl Review {
    /// The cohort of these cards, with what the roster says, and with the files that could not be read.
    pub(super) fn assembled(&self, mut cards: Vec<Card>, today: Day) -> Cohort {
        for card in &mut cards {
            card.remarks = alone(card, today);
        }
        claims(&mut cards);
        likenesses(&mut cards);
        let mut files = self.file_names();
        let senders = cards.iter_mut().map(|card| {
            let theirs = files.remove(&card.learner());
            (card, theirs.unwrap_or_default())
        });
        let absent = self
            .register
            .enrol(&mut senders.collect::<Vec<_>>(), &self.joined);
        cards.sort_by_cached_key(|card| (card.name().to_lowercase(), card.learner()));
        let mut bad = self.bad();
        bad.extend_from_slice(self.register.bad());
        Cohort {
            courses: self.courses.shown.clone(),
            cards,
            bad,
            absent,
            columns: self.register.columns(),
        }
    }

    /// What each learner's files are called.
    fn file_names(&self) -> HashMap<Uuid, Vec<String>> {
        let mut names: HashMap<Uuid, Vec<String>> = HashMap::new();
        for (name, seen) in &self.files {
            if let Is::Of(learner, _) = &seen.is {
                let name = name.to_string_lossy().into_owned();
                let learner = self.joined.name(*learner);
                names.entry(learner).or_default().push(name);
            }
        }
        names
    }
}

/// What is to be remarked of a learner's file alone.
fn alone(card: &Card, today: Day) -> Vec<Remark> {
    let header = &card.header;
    let other = header.other_version.clone().map(Remark::OtherText);
    let also = header.other_curriculum.clone().map(Remark::OtherCurriculum);
    let other = other.into_iter().chain(also);
    let newer = (card.newer > 0).then_some(Remark::Newer(card.newer));
    let is_ahead = header.exported_at.date().days_after(today) > 1;
    let ahead = is_ahead.then_some(Remark::Ahead);
    let name = header.name.as_deref().unwrap_or_default();
    let mixed = mixes_scripts(name).then_some(Remark::MixedScripts);
    let remarks = other.chain(newer).chain(ahead).chain(mixed);
    remarks.collect()
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

/// Remarks whose name somebody else has, or one that looks like it. Of many, each is told of one other.
fn likenesses(cards: &mut [Card]) {
    let mut alike: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, card) in cards.iter().enumerate() {
        if let Some(name) = card.header.name.as_deref() {
            alike.entry(skeleton(name)).or_default().push(index);
        }
    }
    for indexes in alike.into_values().filter(|indexes| indexes.len() > 1) {
        let people = indexes.iter().map(|index| {
            let header = &cards[*index].header;
            (header.learner, header.name.clone())
        });
        let people: Vec<(Uuid, Option<Box<str>>)> = people.collect();
        let mut twins: HashMap<&Option<Box<str>>, Vec<usize>> = HashMap::new();
        for (at, (_, name)) in people.iter().enumerate() {
            twins.entry(name).or_default().push(at);
        }
        for (at, index) in indexes.into_iter().enumerate() {
            let same = &twins[&people[at].1];
            let next = same.partition_point(|other| *other <= at) % same.len();
            cards[index].remarks.push(match same[next] {
                alone if alone == at => Remark::LooksLike(people[(at + 1) % people.len()].0),
                twin => Remark::SameName(people[twin].0),
            });
        }
    }
}

//! The cards of a cohort's learners: of those who are affected by what changed anew, of the others as they were.

use std::collections::{BTreeSet, HashMap};
use std::ffi::OsString;

use uuid::Uuid;

use super::joined::Joined;
use super::united::Together;
use super::{Is, Review};
use crate::insight::cohort::{Bad, Card};
use crate::session::trust::Notary;

impl Review {
    /// Finds out anew who is one learner; answers with the names of the learners who are affected by then.
    pub(super) fn join(&mut self, affected: BTreeSet<Uuid>) -> BTreeSet<Uuid> {
        let joined = self.joined_now();
        let before = std::mem::replace(&mut self.joined, joined);
        let mut names = before.differing(&self.joined);
        names.extend(affected.into_iter().map(|id| self.joined.name(id)));
        names
    }

    /// Who is one learner, by what the files say.
    pub(super) fn joined_now(&self) -> Joined {
        let told = self.files.values().filter_map(|seen| match &seen.is {
            Is::Of(learner, claims) => Some((*learner, &**claims)),
            Is::Bad(_) | Is::Other => None,
        });
        Joined::of(told)
    }

    /// Every learner's card: those affected anew, the others as they were.
    pub(super) fn cards(
        &mut self,
        affected: &BTreeSet<Uuid>,
        mut fresh: HashMap<Uuid, Card>,
        notary: &Notary,
    ) -> Vec<Card> {
        let mut files: HashMap<Uuid, Vec<OsString>> = HashMap::new();
        for (name, seen) in &self.files {
            if let Is::Of(learner, _) = &seen.is {
                let learner = self.joined.name(*learner);
                files.entry(learner).or_default().push(name.clone());
            }
        }
        let before = self.cohort.cards.iter();
        let kept = before.filter(|card| {
            let learner = card.learner();
            !affected.contains(&learner) && files.contains_key(&learner)
        });
        let mut cards: Vec<Card> = kept.cloned().collect();
        let mut several = Vec::new();
        for learner in affected {
            let files = files.remove(learner).unwrap_or_default();
            match (fresh.remove(learner), files.as_slice()) {
                (_, []) => {}
                (Some(card), [_]) => cards.push(card),
                _ => several.push((files, self.joined.ids(*learner))),
            }
        }
        let reader = self.reader(notary);
        let together = reader.spread(
            &several,
            |desk, theirs| reader.together(theirs, desk),
            |_| {},
        );
        for (Together { card, unusable }, (names, _)) in together.into_iter().zip(several) {
            cards.extend(card);
            for name in names {
                if let Some(seen) = self.files.get_mut(&name) {
                    let why = unusable.iter().find(|(other, _)| *other == name);
                    seen.contradicts = why.map(|(_, why)| why.clone());
                }
            }
        }
        cards
    }

    /// The files that could not be read.
    pub(super) fn bad(&self) -> Vec<Bad> {
        let bad = self.files.values().filter_map(|seen| match &seen.is {
            Is::Bad(bad) => Some(bad.clone()),
            Is::Of(..) => seen.contradicts.clone(),
            Is::Other => None,
        });
        bad.collect()
    }
}

//! What a learner did since a day.

use super::snapshot::{Entry, Snapshot};
use crate::curriculum::Place;
use crate::progress::mark::Stamp;
use crate::progress::{Answer, Day};

/// What a learner did from a day on, as far as it still stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recent {
    /// What was done, in the order in which it was.
    pub done: Vec<(Day, Place)>,
    /// What was begun and is neither done nor skipped.
    pub begun: Vec<(Day, Place)>,
    /// What was skipped.
    pub skipped: Vec<(Day, Place)>,
    /// The milestones that got evidence, the place of each piece among all of its milestone, and the day.
    pub proven: Vec<(Day, Place, usize)>,
    /// How many checks were answered sure, unsure and no.
    pub answers: [usize; 3],
    /// The minutes put down.
    pub minutes: u64,
}

impl Recent {
    /// What was done from this day on.
    pub fn since(day: Day, snapshot: &Snapshot) -> Self {
        let mut recent = Self::default();
        for place in 0..snapshot.curriculum.milestones.len() {
            recent.add(&snapshot.entry(place), day);
        }
        for list in [&mut recent.done, &mut recent.begun, &mut recent.skipped] {
            list.sort_by_key(|(day, _)| *day);
        }
        recent.proven.sort_by_key(|(day, ..)| *day);
        let spent = snapshot.progress.facts().spent.iter();
        let spent = spent.filter(|spent| spent.day >= day);
        recent.minutes = spent.map(|spent| u64::from(spent.minutes)).sum();
        recent
    }

    /// Whether nothing was done.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How many checks were answered.
    pub fn answered(&self) -> usize {
        self.answers.iter().sum()
    }

    fn add(&mut self, entry: &Entry<'_>, since: Day) {
        let mark = entry.mark;
        let recent = |stamp: &Stamp| Some(stamp.wall.date()).filter(|day| *day >= since);
        let at = |day: Option<Day>| day.map(|day| (day, entry.place));
        self.done
            .extend(at(mark.done.as_ref().and_then(|tick| recent(&tick.stamp))));
        let skipped = mark.skipped.as_ref();
        self.skipped
            .extend(at(skipped.and_then(|skip| recent(&skip.stamp))));
        let begun = mark.started.as_ref().filter(|_| !mark.is_settled());
        self.begun.extend(at(begun.and_then(recent)));
        let evidence = mark.evidence.iter().enumerate();
        self.proven.extend(
            evidence.filter_map(|(index, proof)| Some((recent(&proof.stamp)?, entry.place, index))),
        );
        let answers = mark
            .answers
            .iter()
            .filter(|(_, answered)| recent(&answered.stamp).is_some());
        for (_, answered) in answers {
            self.answers[match answered.answer {
                Answer::Sure => 0,
                Answer::Unsure => 1,
                Answer::No => 2,
            }] += 1;
        }
    }
}

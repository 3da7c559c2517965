//! When a project was begun, and when it was done: by the days of the work, whenever its address was added.

use super::{Address, Project, is_address};
use crate::curriculum::{Key, Kind, Place};
use crate::insight::snapshot::Snapshot;
use crate::progress::Day;
use crate::progress::mark::Stamp;

/// From when to when a project was worked on, as far as that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lasting {
    /// The first day on which the learner did something for it; `None` where that is the day on which it was done, too, which
    /// is not when it began.
    pub begun: Option<Day>,
    /// The last day on which something of it was done, or time put down for it; `None` where nothing of it is done yet.
    pub done: Option<Day>,
}

impl Project {
    /// From when to when it was worked on. Only what is built there counts: an exercise may have been done long before.
    pub fn lasting(&self, snapshot: &Snapshot) -> Lasting {
        let built = self.milestones.iter().copied();
        let built = built.filter(|place| {
            snapshot.curriculum.milestones[*place].kind == Kind::Project
                && self.was_worked_on(*place, snapshot)
        });
        let built: Vec<Place> = built.collect();
        let marks = || built.iter().map(|place| snapshot.progress.mark(*place));
        let spent = spent(&built, snapshot);
        let deeds = marks().flat_map(|mark| mark.stamps().map(day));
        let begun = deeds.chain(spent.iter().copied()).min();
        let ticks = marks().filter_map(|mark| mark.done.as_ref());
        let ticked = ticks.map(|tick| day(&tick.stamp)).max();
        let done = ticked.map(|ticked| spent.into_iter().fold(ticked, Day::max));
        Lasting {
            begun: begun.filter(|begun| Some(*begun) != done),
            done,
        }
    }

    /// Whether the milestone at this place, which it is evidence of, was done with it, and not with another project that was
    /// its evidence by then.
    fn was_worked_on(&self, place: Place, snapshot: &Snapshot) -> bool {
        let mark = snapshot.progress.mark(place);
        let Some(done) = &mark.done else {
            return true;
        };
        let proofs = mark.evidence.iter().filter(|proof| is_address(proof.kind));
        let mut at_hand = proofs
            .filter(|proof| day(&proof.stamp) <= day(&done.stamp))
            .peekable();
        at_hand.peek().is_none()
            || at_hand.any(|proof| self.has(&Address::of(&proof.content), proof.kind))
    }
}

/// The days for which time was put down for one of these milestones.
fn spent(places: &[Place], snapshot: &Snapshot) -> Vec<Day> {
    let milestones = &snapshot.curriculum.milestones;
    let is_for = |key: &Key| places.iter().any(|place| milestones[*place].key == *key);
    let spent = snapshot.progress.facts().spent.iter();
    let spent = spent.filter(|spent| spent.milestone.as_ref().is_some_and(is_for));
    spent.map(|spent| spent.day).collect()
}

/// The day on which something happened.
fn day(stamp: &Stamp) -> Day {
    stamp.wall.date()
}

//! The back and forth between learner and mentors over each milestone.

use std::collections::HashMap;

use uuid::Uuid;

use crate::curriculum::{EvidenceKind, Key, Names, Place};
use crate::insight::trust::{Trust, Vouched};
use crate::progress::event::Order;
use crate::progress::undo::Undone;
use crate::progress::verdict::Ruling;
use crate::progress::{Deed, Event, Log, Wall};

/// The back and forth over one milestone: what the learner submitted, and what mentors said to it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rounds {
    /// Its steps, oldest first.
    moves: Vec<Move>,
    /// Where it was reopened last.
    reopened: Option<Order>,
}

/// One step of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// The id of its event.
    pub event: Uuid,
    /// Where it stands in the log.
    pub order: Order,
    /// What the clock said.
    pub wall: Wall,
    /// What it is.
    pub what: Moved,
}

/// What a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// The learner ticked it.
    Ticked,
    /// They attached evidence of this kind.
    Proved(EvidenceKind),
    /// They took evidence back.
    Withdrew,
    /// They wrote to a mentor.
    Replied,
    /// A mentor answered the submission of that id, vouched for so.
    Judged(Ruling, Uuid, Vouched),
}

impl Rounds {
    /// The steps over each milestone of a log that stand, by the milestone's place.
    pub fn of_all(log: &Log, names: &Names, trust: &Trust) -> HashMap<Place, Self> {
        let undone = Undone::of(log.events());
        let mut proofs = HashMap::new();
        let mut all: HashMap<Place, Self> = HashMap::new();
        for event in log.events() {
            if event.is_inert() || undone.contains(event) {
                continue;
            }
            if let Deed::Reopened(marked) = &event.deed {
                for route in names.routes(marked.milestone.as_str()) {
                    all.entry(route.place).or_default().reopened = Some(event.order());
                }
            }
            let Some((key, what)) = step(event, &mut proofs, trust) else {
                continue;
            };
            for route in names.routes(key.as_str()) {
                all.entry(route.place).or_default().moves.push(Move {
                    event: event.id,
                    order: event.order(),
                    wall: event.wall.clone(),
                    what,
                });
            }
        }
        all
    }

    /// The steps, oldest first.
    pub fn moves(&self) -> &[Move] {
        &self.moves
    }

    /// The last answer that somebody trusted gave: what they said, and to which submission.
    pub fn answer(&self) -> Option<(Ruling, Uuid)> {
        self.answers().last()
    }

    /// How many submissions somebody trusted answered. Who says something else to the same one later begins no new round.
    pub fn answered(&self) -> usize {
        self.rulings().len()
    }

    /// How many submissions were returned, and nobody trusted said something else to them later.
    pub fn returned(&self) -> usize {
        let rulings = self.rulings();
        let returned = rulings
            .values()
            .filter(|ruling| **ruling == Ruling::Returned);
        returned.count()
    }

    /// What the learner submitted since the submission that was answered last, or all of it.
    pub fn unanswered(&self) -> impl Iterator<Item = &Move> {
        let later = self.moves.iter().skip(self.answered_until());
        later.filter(|step| !matches!(step.what, Moved::Judged(..)))
    }

    /// The last step in which somebody trusted answered.
    pub fn judged(&self) -> Option<&Move> {
        let mut moves = self.moves.iter();
        moves.rfind(|step| matches!(step.what, Moved::Judged(.., Vouched::Trusted)))
    }

    /// The first tick since it was reopened last: since when it is done, where it is.
    pub fn ticked(&self) -> Option<&Move> {
        let mut moves = self.moves.iter();
        moves.find(|step| {
            step.what == Moved::Ticked && self.reopened.is_none_or(|order| step.order > order)
        })
    }

    /// How many steps were known to who answered last.
    fn answered_until(&self) -> usize {
        let Some((_, submission)) = self.answer() else {
            return 0;
        };
        let mut moves = self.moves.iter();
        let answered = moves.rposition(|step| step.event == submission);
        // What was answered may be undone since.
        let judged = || self.judged().map(|step| step.event);
        let answered = answered.or_else(|| {
            let judged = judged()?;
            self.moves.iter().position(|step| step.event == judged)
        });
        answered.map_or(0, |at| at + 1)
    }

    /// What somebody trusted said last to each submission.
    fn rulings(&self) -> HashMap<Uuid, Ruling> {
        let answers = self.answers();
        answers
            .map(|(ruling, submission)| (submission, ruling))
            .collect()
    }

    fn answers(&self) -> impl Iterator<Item = (Ruling, Uuid)> + '_ {
        self.moves.iter().filter_map(|step| match step.what {
            Moved::Judged(ruling, submission, Vouched::Trusted) => Some((ruling, submission)),
            _ => None,
        })
    }
}

/// What an event is in the back and forth over the milestone of a key, if it is a part of one.
fn step<'log>(
    event: &'log Event,
    proofs: &mut HashMap<Uuid, &'log Key>,
    trust: &Trust,
) -> Option<(&'log Key, Moved)> {
    Some(match &event.deed {
        Deed::Done(marked) => (&marked.milestone, Moved::Ticked),
        Deed::Replied(replied) => (&replied.milestone, Moved::Replied),
        Deed::Evidence(proof) => {
            proofs.insert(proof.evidence, &proof.milestone);
            (&proof.milestone, Moved::Proved(proof.kind))
        }
        Deed::EvidenceRemoved(removed) => (proofs.remove(&removed.evidence)?, Moved::Withdrew),
        Deed::Verdict(verdict) => {
            let vouched = trust.of(event.id);
            let what = Moved::Judged(verdict.verdict, verdict.answers, vouched);
            (&verdict.milestone, what)
        }
        _ => return None,
    })
}

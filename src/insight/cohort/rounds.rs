//! The back and forth between learner and mentors over each milestone.

use std::collections::HashMap;

use uuid::Uuid;

use crate::curriculum::{EvidenceKind, Key, Names, Place};
use crate::insight::trust::{Trust, Vouched};
use crate::progress::event::Order;
use crate::progress::undo::Undone;
use crate::progress::verdict::Ruling;
use crate::progress::{Deed, Event, Log, Wall};

/// The back and forth over one milestone, oldest first: what the learner submitted, and what mentors said to it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rounds(Vec<Move>);

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
            let Some((key, what)) = step(event, &mut proofs, trust) else {
                continue;
            };
            for route in names.routes(key.as_str()) {
                all.entry(route.place).or_default().0.push(Move {
                    event: event.id,
                    order: event.order(),
                    wall: event.wall.clone(),
                    what,
                });
            }
        }
        all
    }

    /// The steps.
    pub fn moves(&self) -> &[Move] {
        &self.0
    }

    /// The last answer that somebody trusted gave: what they said, and to which submission.
    pub fn answer(&self) -> Option<(Ruling, Uuid)> {
        self.answers().last()
    }

    /// How often somebody trusted answered.
    pub fn answered(&self) -> usize {
        self.answers().count()
    }

    /// How often somebody trusted returned it.
    pub fn returned(&self) -> usize {
        let returned = |(ruling, _): &(Ruling, Uuid)| *ruling == Ruling::Returned;
        self.answers().filter(returned).count()
    }

    /// What the learner submitted since the submission that was answered last, or all of it.
    pub fn unanswered(&self) -> impl Iterator<Item = &Move> {
        let answered = self.answer().and_then(|(_, submission)| {
            let mut moves = self.0.iter();
            moves.rposition(|step| step.event == submission)
        });
        let from = answered.map_or(0, |at| at + 1);
        let later = self.0.iter().skip(from);
        later.filter(|step| !matches!(step.what, Moved::Judged(..)))
    }

    fn answers(&self) -> impl Iterator<Item = (Ruling, Uuid)> + '_ {
        self.0.iter().filter_map(|step| match step.what {
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

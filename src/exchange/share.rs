//! What a learner's log tells a mentor, and what it keeps to itself.

use std::collections::{BTreeMap, HashSet};

use uuid::Uuid;

use crate::curriculum::{Id, Key};
use crate::progress::deed::Retracted;
use crate::progress::{Deed, Event, Log};

/// A log without what is private, and an account of what is missing.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// What is told.
    pub log: Log,
    /// What is not.
    pub left_out: LeftOut,
}

/// What is not told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// How many events stay behind, by why they do.
    pub events: BTreeMap<Why, usize>,
    /// How many events are told without their reason.
    pub reasons: usize,
}

/// Why an event stays behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It is a private note.
    Note,
    /// It is a record of the job search.
    JobSearch,
    /// It belongs to another curriculum.
    OtherCurriculum,
    /// A newer version wrote it, so nobody here knows whether it is private.
    Newer,
    /// It takes back something that is not told either.
    Follows,
}

impl Why {
    /// What stays behind, in words for a list: "private notes".
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "private notes",
            Self::JobSearch => "records of the job search",
            Self::OtherCurriculum => "deeds in other curricula",
            Self::Newer => "deeds that a newer version wrote",
            Self::Follows => "corrections of what is left out",
        }
    }
}

/// What of a log a mentor may see: what belongs to these curricula, or to none, and is not private.
///
/// A retraction goes with what it acts on, and a proof's removal with the proof.
pub fn share(log: &Log, curricula: &[Id]) -> Share {
    let mut told = Told {
        curricula,
        events: HashSet::new(),
        batches: HashSet::new(),
        proofs: HashSet::new(),
    };
    let mut share = Share {
        log: Log::default(),
        left_out: LeftOut::default(),
    };
    for event in log.events() {
        if let Some(why) = told.objection(&event.deed) {
            *share.left_out.events.entry(why).or_default() += 1;
            continue;
        }
        told.note(event);
        let public = event.clone().without_reason();
        share.left_out.reasons += usize::from(public != *event);
        share.log.append(public);
    }
    share
}

/// What has been told so far.
struct Told<'a> {
    curricula: &'a [Id],
    events: HashSet<Uuid>,
    batches: HashSet<Uuid>,
    proofs: HashSet<Uuid>,
}

impl Told<'_> {
    fn objection(&self, deed: &Deed) -> Option<Why> {
        match deed {
            Deed::Noted(_) => Some(Why::Note),
            Deed::Newer(_) => Some(Why::Newer),
            Deed::Reference(_) | Deed::Application(_) | Deed::Experience(_) => Some(Why::JobSearch),
            Deed::EvidenceRemoved(removed) => {
                (!self.proofs.contains(&removed.evidence)).then_some(Why::Follows)
            }
            Deed::Retracted(target) => (!self.knows(*target)).then_some(Why::Follows),
            _ => subject(deed)
                .filter(|key| !self.covers(key))
                .map(|_| Why::OtherCurriculum),
        }
    }

    fn knows(&self, target: Retracted) -> bool {
        match target {
            Retracted::Event(id) => self.events.contains(&id),
            Retracted::Batch(id) => self.batches.contains(&id),
        }
    }

    fn covers(&self, key: &Key) -> bool {
        self.curricula
            .iter()
            .any(|curriculum| curriculum.as_str() == key.curriculum())
    }

    fn note(&mut self, event: &Event) {
        self.events.insert(event.id);
        self.batches.extend(event.batch);
        if let Deed::Evidence(proof) = &event.deed {
            self.proofs.insert(proof.evidence);
        }
    }
}

/// What the deed is about, if it belongs to one curriculum.
fn subject(deed: &Deed) -> Option<&Key> {
    match deed {
        Deed::Aimed(aimed) => Some(&aimed.target),
        Deed::Credited(credited) => Some(&credited.background),
        _ => deed.milestone().or_else(|| deed.choice()),
    }
}

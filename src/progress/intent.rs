//! What a learner wants to record, before anything is decided.

use uuid::Uuid;

use super::day::Day;
use super::deed::Answer;
use super::field::Field;
use crate::curriculum::{EvidenceKind, Id, Place, RecordKind};

/// What a learner wants to record. Milestones are named by their place in the curriculum in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Intent {
    /// Begin a milestone.
    Start(Place),
    /// Tick a milestone.
    Done(Place, Lock),
    /// Pass over a milestone, for a reason if one is given.
    Skip(Place, Option<String>),
    /// Take a tick, a credit or a skip back.
    Reopen(Place),
    /// Answer a self-check.
    Answer(Place, Id, Answer),
    /// Write a private note, on a milestone or on nothing in particular.
    Note(Option<Place>, String),
    /// Remove the note of this event from a milestone.
    Unnote(Place, Uuid),
    /// Write to a mentor, as an answer to the verdict of this event.
    Reply(Place, Uuid, String),
    /// Attach a proof.
    Prove(Place, NewProof),
    /// Take a proof back.
    Unprove(Uuid),
    /// Pick these options of the group of this index, and no others.
    Choose(usize, Vec<Id>),
    /// Credit milestones for the background of this index. Those that are done or credited already stay as they are.
    Credit(usize, Vec<Place>),
    /// Set a goal and a pace. What is not said stays as it was; without a target before, it is the curriculum's first.
    Aim {
        /// The index of the target.
        target: Option<usize>,
        /// The hours a week that the learner plans, 1 to 168.
        hours_per_week: Option<u16>,
    },
    /// Put down time spent, on a milestone or on nothing in particular.
    Spend {
        /// The milestone.
        place: Option<Place>,
        /// How long: 1 minute to 24 hours.
        minutes: u32,
        /// On which day, today at the latest.
        day: Day,
        /// The day it is.
        today: Day,
    },
    /// Pause until a later day; until today ends a pause early.
    Pause {
        /// The first day on which work goes on.
        until: Day,
        /// Why; private.
        reason: Option<String>,
        /// The day it is.
        today: Day,
    },
    /// Put down a record of the job search. An application that says nothing else was sent today.
    AddRecord {
        /// What it is.
        kind: RecordKind,
        /// What its fields say.
        given: Vec<(Field, String)>,
        /// The day it is.
        today: Day,
    },
    /// Change a record. What is not given stays as it was; an empty text empties its field.
    ChangeRecord {
        /// What it is.
        kind: RecordKind,
        /// Which one.
        id: Uuid,
        /// What its fields are to say.
        given: Vec<(Field, String)>,
        /// The day it is.
        today: Day,
    },
    /// Remove the record of this kind and id.
    RemoveRecord(RecordKind, Uuid),
}

impl Intent {
    /// The milestone that it is about, if it names one.
    pub fn place(&self) -> Option<Place> {
        match self {
            Self::Start(place)
            | Self::Done(place, _)
            | Self::Skip(place, _)
            | Self::Reopen(place)
            | Self::Answer(place, ..)
            | Self::Unnote(place, _)
            | Self::Reply(place, ..)
            | Self::Prove(place, _) => Some(*place),
            Self::Note(place, _) | Self::Spend { place, .. } => *place,
            Self::Unprove(_)
            | Self::Choose(..)
            | Self::Credit(..)
            | Self::Aim { .. }
            | Self::Pause { .. }
            | Self::AddRecord { .. }
            | Self::ChangeRecord { .. }
            | Self::RemoveRecord(..) => None,
        }
    }
}

/// What to do where a milestone is still locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lock {
    /// Refuse, so that the learner can be asked.
    Respect,
    /// Tick it out of order: the learner was asked.
    Override,
}

/// A proof to attach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProof {
    /// A note, a repository or a deployment.
    pub kind: EvidenceKind,
    /// The address, or the text of a note.
    pub content: String,
    /// The commit that a repository stands at.
    pub commit: Option<String>,
}

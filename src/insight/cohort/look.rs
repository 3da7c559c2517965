//! How one learner's file becomes what a cohort keeps of them.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::card::Card;
use super::cell::{Cell, Phase};
use super::pulse::Pulse;
use super::rounds::{Moved, Rounds};
use super::stuck::{Find, Stuck};
use super::waiting::{Waiting, ticked};
use crate::curriculum::{Applies, Curriculum, EvidenceKind, Place};
use crate::insight::snapshot::{Entry, Snapshot};
use crate::insight::standing::Status;
use crate::insight::trust::{Trust, Vouched};
use crate::insight::verdict::evidence_digest;
use crate::progress::mark::Given;
use crate::progress::verdict::Ruling;
use crate::progress::{Answer, Day, Log, Progress, Wall};

/// What somebody who looks at many learners of one curriculum knows of all of them.
#[derive(Debug)]
pub struct Look {
    /// A learner who did nothing.
    nobody: Snapshot,
    hours_per_week: u16,
}

/// What a learner's file says beside their log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Header {
    /// Who it is.
    pub learner: Uuid,
    /// How they want to be called.
    pub name: Option<Box<str>>,
    /// The version of the curriculum that they use, where its digest is not the mentor's.
    pub other_version: Option<Box<str>>,
    /// The id of another curriculum, where an older file of theirs is of that.
    pub other_curriculum: Option<Box<str>>,
    /// When the file was written.
    pub exported_at: Wall,
}

impl Look {
    /// Looks at learners of this curriculum, which reckons with so many hours a week.
    pub fn at(curriculum: Rc<Curriculum>, hours_per_week: u16) -> Self {
        let nothing = Rc::new(Progress::nothing(&curriculum));
        Self {
            nobody: Snapshot::of(curriculum, nothing),
            hours_per_week,
        }
    }

    /// Where the learner of a log stands.
    pub fn snapshot(&self, log: &Log, trust: Rc<Trust>) -> Snapshot {
        let nothing = (*self.nobody.progress).clone();
        let progress = nothing.after(log, &self.nobody.curriculum);
        self.nobody.after(Rc::new(progress)).trusting(trust)
    }

    /// What is kept of the learner of a log.
    pub fn card(&self, header: Header, log: &Log, trust: Rc<Trust>) -> Card {
        let snapshot = self.snapshot(log, trust);
        let names = snapshot.progress.names();
        let rounds = Rounds::of_all(log, names, &snapshot.trust);
        let none = Rounds::default();
        let of = |place: &Place| rounds.get(place).unwrap_or(&none);
        let until = header.written();
        let places = 0..snapshot.curriculum.milestones.len();
        let waiting: Vec<Waiting> = places
            .clone()
            .map(|place| snapshot.entry(place))
            .filter(|entry| entry.position.applies != Applies::No)
            .filter_map(|entry| Waiting::of(&entry, of(&entry.place)))
            .map(|waiting| waiting.by(until))
            .collect();
        let cells: Box<[Cell]> = places
            .map(|place| cell(&snapshot.entry(place), of(&place), until))
            .collect();
        let is_theirs = |cell: &Cell| matches!(cell.phase, Phase::Returned | Phase::Revoked);
        let pulse = Pulse::of(&snapshot, until);
        let facts = snapshot.progress.facts();
        let planned = facts.aim.as_ref().and_then(|aim| aim.hours_per_week);
        let stuck = Stuck::of(&Find {
            snapshot: &snapshot,
            pulse: &pulse,
            rounds: &rounds,
            until,
            hours_per_week: planned.unwrap_or(self.hours_per_week).into(),
            is_waiting: !waiting.is_empty(),
            has_to_answer: cells.iter().any(is_theirs),
        });
        let stages = 0..snapshot.curriculum.stages.len();
        Card {
            others: facts.same_learner.iter().copied().collect(),
            newer: u32::try_from(facts.newer).unwrap_or(u32::MAX),
            total: snapshot.standing.total(),
            stages: stages.map(|stage| snapshot.standing.stage(stage)).collect(),
            cells,
            waiting: waiting.into(),
            pulse,
            stuck,
            header,
            course: 0,
            on_the_way: 0,
            unlooked: 0,
            enrolled: None,
            remarks: Vec::new(),
        }
    }
}

impl Header {
    /// The day on which the file was written.
    pub fn written(&self) -> Day {
        self.exported_at.date()
    }
}

/// What is kept of a milestone of a file that was written on this day.
fn cell(entry: &Entry<'_>, rounds: &Rounds, until: Day) -> Cell {
    let mark = entry.mark;
    let days = mark.stamps().map(|stamp| stamp.wall.date());
    let first = days.filter(|day| *day > Day::FIRST).min();
    let done = mark.done.as_ref().map(|_| ticked(entry, rounds).1);
    let done = done.map(|day| day.min(until));
    let open = first.zip(done.filter(|day| *day > Day::FIRST));
    let open = open.map(|(first, done)| done.days_after(first));
    let verified = rounds
        .moves()
        .iter()
        .rev()
        .find_map(|step| match step.what {
            Moved::Judged(Ruling::Verified, _, Vouched::Trusted) => Some(step.wall.date()),
            _ => None,
        });
    let unsure = mark.answers.iter();
    let unsure = unsure.filter(|(_, answered)| answered.answer != Answer::Sure);
    let mut cell = Cell::of(phase(entry, rounds));
    cell.returned = u8::try_from(rounds.returned()).unwrap_or(u8::MAX);
    cell.unsure = u8::try_from(unsure.count()).unwrap_or(u8::MAX);
    cell.dated(open, done, verified)
}

fn phase(entry: &Entry<'_>, rounds: &Rounds) -> Phase {
    match entry.position.applies {
        Applies::No => return Phase::Away,
        Applies::Open if entry.position.status < Status::Started => return Phase::Undecided,
        Applies::Open | Applies::Yes => {}
    }
    let is_done = entry.position.status == Status::Done;
    let answer = rounds.answer().filter(|_| is_done);
    let answer = answer.filter(|(_, to)| entry.mark.submission == Some(*to));
    match (answer, entry.position.status) {
        (Some((Ruling::Verified, _)), _) if is_current(entry) => Phase::Verified,
        (Some((Ruling::Verified, _)), _) => Phase::Stale,
        (Some((Ruling::Returned, _)), _) => Phase::Returned,
        (Some((Ruling::Revoked, _)), _) => Phase::Revoked,
        (None, Status::Done) if entry.milestone.evidence == EvidenceKind::None => Phase::Done,
        (None, Status::Done) => Phase::Waiting,
        (None, Status::Credited) => Phase::Credited,
        (None, Status::Skipped) => Phase::Skipped,
        (None, Status::Started) => Phase::Started,
        (None, Status::Open) => Phase::Open,
        (None, Status::Locked) => Phase::Locked,
    }
}

/// Whether what somebody trusted verified last is what is there now.
fn is_current(entry: &Entry<'_>) -> bool {
    let mut given = entry.mark.verdicts.iter();
    let verified = given.rfind(|given| {
        let is_trusted = entry.trust.of(given.event) == Vouched::Trusted;
        is_trusted && given.verdict.verdict == Ruling::Verified
    });
    verified.is_some_and(|Given { verdict, .. }| {
        verdict.milestone_digest == entry.milestone.digest
            && verdict.evidence_digest == evidence_digest(&entry.mark.evidence)
    })
}

//! A log told as a diary: who did what, one after the other.

use milepost::curriculum::EvidenceKind;
use milepost::json;
use milepost::progress::deed::{
    Aimed, Answered, Chose, Credited, Marked, Noted, Paused, Proof, ProofRemoved, Replied,
    Retracted, SameLearner, Spent,
};
use milepost::progress::record::Application;
use milepost::progress::undo::{Next, Undone};
use milepost::progress::verdict::{Ruling, Verdict};
use milepost::progress::{Answer, Deed, Device, Event, Log, Reviewer};
use serde_json::{Value, json};
use uuid::Uuid;

use super::machine::NOW;
use super::outline::{id, key};

/// The events so far, and who writes next. Each entry is a second after the one before.
#[derive(Clone)]
pub(crate) struct Diary {
    events: Vec<Event>,
    device: u32,
    by: Option<Reviewer>,
    batch: Option<Uuid>,
    now: i64,
    day: &'static str,
    ids: Ids,
}

/// How the events of a diary are named.
#[derive(Clone, Copy)]
enum Ids {
    /// By short numbers, which no file may hold.
    Short,
    /// As those that come in files.
    AsInFiles,
}

/// The name of a proof, from a number.
pub(crate) fn proof(number: u128) -> Uuid {
    Uuid::from_u128(0xE000 + number)
}

impl Diary {
    /// An empty diary of a learner on their first machine.
    pub(crate) fn new() -> Self {
        Self {
            events: Vec::new(),
            device: 1,
            by: None,
            batch: None,
            now: 0,
            day: "2026-11-20",
            ids: Ids::Short,
        }
    }

    /// An empty diary of a learner who will send it to a mentor.
    pub(crate) fn to_send() -> Self {
        Self {
            ids: Ids::AsInFiles,
            ..Self::new()
        }
    }

    /// The clock says this day from now on; what is written next stands behind what is there all the same.
    pub(crate) fn on_day(mut self, day: &'static str) -> Self {
        self.day = day;
        self
    }

    /// The next entries are written on another machine.
    pub(crate) fn on_machine(mut self, device: u32) -> Self {
        self.device = device;
        self
    }

    /// The clock says this day for the next entries.
    pub(crate) fn on(mut self, day: &'static str) -> Self {
        self.day = day;
        self
    }

    /// The next entries are a mentor's.
    pub(crate) fn mentor(mut self, name: &str) -> Self {
        self.by = Some(name.parse().unwrap());
        self
    }

    /// The next entries are the learner's again.
    pub(crate) fn learner(mut self) -> Self {
        self.by = None;
        self
    }

    /// The next entries belong to one action.
    pub(crate) fn at_once(mut self, write: impl FnOnce(Self) -> Self) -> Self {
        self.batch = Some(self.fresh());
        let mut diary = write(self);
        diary.batch = None;
        diary
    }

    pub(crate) fn start(self, milestone: &str) -> Self {
        self.deed(Deed::Started(marked(milestone)))
    }

    pub(crate) fn done(self, milestone: &str) -> Self {
        self.deed(Deed::Done(marked(milestone)))
    }

    pub(crate) fn skip(self, milestone: &str) -> Self {
        self.deed(Deed::Skipped(marked(milestone)))
    }

    pub(crate) fn reopen(self, milestone: &str) -> Self {
        self.deed(Deed::Reopened(marked(milestone)))
    }

    pub(crate) fn answer(self, milestone: &str, check: &str, answer: Answer) -> Self {
        self.deed(Deed::Answered(Answered {
            milestone: key(milestone),
            check: id(check),
            answer,
        }))
    }

    pub(crate) fn note(self, milestone: &str, text: &str) -> Self {
        self.deed(Deed::Noted(Noted {
            milestone: Some(key(milestone)),
            text: text.into(),
        }))
    }

    /// Attaches the proof of this number.
    pub(crate) fn repository(self, milestone: &str, number: u128) -> Self {
        self.deed(Deed::Evidence(Proof {
            milestone: key(milestone),
            evidence: proof(number),
            kind: EvidenceKind::Repository,
            url: Some(format!("https://example.com/{number}")),
            text: None,
            commit: None,
        }))
    }

    /// Attaches the address of something that runs.
    pub(crate) fn deployment(self, milestone: &str, number: u128) -> Self {
        self.deed(Deed::Evidence(Proof {
            milestone: key(milestone),
            evidence: proof(number),
            kind: EvidenceKind::Deployment,
            url: Some(format!("https://example.com/{number}")),
            text: None,
            commit: None,
        }))
    }

    /// Attaches a note as evidence.
    pub(crate) fn write(self, milestone: &str, number: u128, text: &str) -> Self {
        self.deed(Deed::Evidence(Proof {
            milestone: key(milestone),
            evidence: proof(number),
            kind: EvidenceKind::Note,
            url: None,
            text: Some(text.to_owned()),
            commit: None,
        }))
    }

    pub(crate) fn remove_proof(self, number: u128) -> Self {
        self.deed(Deed::EvidenceRemoved(ProofRemoved {
            evidence: proof(number),
        }))
    }

    pub(crate) fn choose(self, choice: &str, option: &str) -> Self {
        self.deed(Deed::Chose(Chose {
            choice: key(choice),
            options: vec![id(option)],
        }))
    }

    pub(crate) fn credit(self, background: &str, milestones: &[&str]) -> Self {
        let milestones = milestones.iter().map(|milestone| key(milestone)).collect();
        self.deed(Deed::Credited(Credited {
            background: key(background),
            milestones,
        }))
    }

    pub(crate) fn aim(self, target: &str, hours_per_week: Option<u16>) -> Self {
        self.deed(Deed::Aimed(Aimed {
            target: key(target),
            hours_per_week,
        }))
    }

    pub(crate) fn pause(self, until: &str) -> Self {
        self.deed(Deed::Paused(Paused {
            until: until.parse().unwrap(),
            reason: None,
        }))
    }

    pub(crate) fn spend(self, milestone: &str, minutes: u32) -> Self {
        // A clock may be wrong by decades; the day that one types is not.
        let day = self.day.parse();
        let day = day.unwrap_or_else(|_| NOW[..10].parse().unwrap());
        self.deed(Deed::Spent(Spent {
            milestone: Some(key(milestone)),
            minutes,
            day,
        }))
    }

    pub(crate) fn same_learner(self, other: u128) -> Self {
        self.deed(Deed::SameLearner(SameLearner {
            id: Uuid::from_u128(other),
        }))
    }

    pub(crate) fn judge(self, milestone: &str, verdict: Ruling) -> Self {
        self.judge_submission(milestone, verdict, Uuid::nil())
    }

    /// Judges what this event submitted.
    pub(crate) fn judge_submission(
        self,
        milestone: &str,
        verdict: Ruling,
        submission: Uuid,
    ) -> Self {
        self.judge_evidence(milestone, verdict, submission, "sha256:0".into())
    }

    /// Judges what was submitted last for a milestone, having seen all that is attached.
    pub(crate) fn answers(self, milestone: &str, verdict: Ruling) -> Self {
        let mut proofs = Vec::new();
        let mut submission = Uuid::nil();
        for event in &self.events {
            let is_submission = match &event.deed {
                Deed::Evidence(proof) if proof.milestone == key(milestone) => {
                    proofs.push(proof.clone());
                    true
                }
                Deed::EvidenceRemoved(removed) => {
                    let before = proofs.len();
                    proofs.retain(|proof| proof.evidence != removed.evidence);
                    proofs.len() < before
                }
                Deed::Done(Marked { milestone: of, .. })
                | Deed::Replied(Replied { milestone: of, .. }) => *of == key(milestone),
                _ => false,
            };
            if is_submission {
                submission = event.id;
            }
        }
        let mut seen: Vec<Value> = proofs
            .iter()
            .map(|proof| json!({"kind": proof.kind, "url": proof.url}))
            .collect();
        seen.sort_by_cached_key(json::canonical);
        let digest = json::digest(&Value::Array(seen));
        self.judge_evidence(milestone, verdict, submission, digest)
    }

    fn judge_evidence(
        self,
        milestone: &str,
        verdict: Ruling,
        submission: Uuid,
        evidence_digest: String,
    ) -> Self {
        self.deed(Deed::Verdict(Verdict {
            milestone: key(milestone),
            verdict,
            level: None,
            comment: None,
            answers: submission,
            evidence_digest,
            milestone_digest: "sha256:0".into(),
            supersedes: None,
            attestation: None,
        }))
    }

    /// Judges what this event submitted, with these words.
    pub(crate) fn say(
        self,
        milestone: &str,
        verdict: Ruling,
        submission: Uuid,
        comment: &str,
    ) -> Self {
        self.deed(Deed::Verdict(Verdict {
            milestone: key(milestone),
            verdict,
            level: None,
            comment: Some(comment.to_owned()),
            answers: submission,
            evidence_digest: "sha256:0".into(),
            milestone_digest: "sha256:0".into(),
            supersedes: None,
            attestation: None,
        }))
    }

    /// Applies for work; the application goes by this number.
    pub(crate) fn application(self, number: u128) -> Self {
        self.deed(Deed::Application(Application {
            id: Uuid::from_u128(number),
            place: Some("A Company".into()),
            role: None,
            url: None,
            day: None,
            state: None,
            removed: None,
        }))
    }

    /// Replies to the last verdict.
    pub(crate) fn reply(self, milestone: &str, text: &str) -> Self {
        let verdict = self
            .events
            .iter()
            .rev()
            .find(|event| matches!(event.deed, Deed::Verdict(_)))
            .unwrap()
            .id;
        self.deed(Deed::Replied(Replied {
            milestone: key(milestone),
            verdict,
            text: text.into(),
        }))
    }

    /// Retracts the last entry, whoever wrote it.
    pub(crate) fn retract_last(self) -> Self {
        let last = self.last();
        self.deed(Deed::Retracted(Retracted::Event(last)))
    }

    /// Retracts an entry by its id.
    pub(crate) fn retract(self, event: Uuid) -> Self {
        self.deed(Deed::Retracted(Retracted::Event(event)))
    }

    /// What the learner's key for undo does; panics where there is nothing to undo.
    pub(crate) fn undo(self) -> Self {
        let target = Next::Undo
            .target(&self.events, &Undone::of(&self.events))
            .unwrap();
        self.deed(Deed::Retracted(target))
    }

    /// What the learner's key for redo does; panics where there is nothing to redo.
    pub(crate) fn redo(self) -> Self {
        let target = Next::Redo
            .target(&self.events, &Undone::of(&self.events))
            .unwrap();
        self.deed(Deed::Retracted(target))
    }

    /// Any deed.
    pub(crate) fn deed(mut self, deed: Deed) -> Self {
        let event = Event {
            id: self.fresh(),
            batch: self.batch,
            at: self.now,
            wall: format!("{}T21:00:00+01:00", self.day).parse().unwrap(),
            device: Device(self.device),
            by: self.by.clone(),
            deed,
        };
        self.events.push(event);
        self
    }

    /// The id of the last entry.
    pub(crate) fn last(&self) -> Uuid {
        self.events.last().unwrap().id
    }

    /// The entries as they were written.
    pub(crate) fn events(&self) -> &[Event] {
        &self.events
    }

    pub(crate) fn log(&self) -> Log {
        Log::of(self.events.iter().cloned()).unwrap()
    }

    /// Moves the clock on and names something by it.
    fn fresh(&mut self) -> Uuid {
        self.now += 1_000_000;
        let number = u128::from(self.now.unsigned_abs());
        let device = u128::from(self.device);
        Uuid::from_u128(match self.ids {
            Ids::Short => (number << 32) | device,
            Ids::AsInFiles => (number << 80) | (7 << 76) | (2 << 62) | device,
        })
    }
}

fn marked(milestone: &str) -> Marked {
    Marked {
        milestone: key(milestone),
        out_of_order: None,
        reason: None,
    }
}

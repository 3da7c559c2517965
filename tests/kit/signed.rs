//! A mentor who looks at a learner's work and answers with verdicts, signed or not.

use milepost::curriculum::Place;
use milepost::exchange::attestation::{About, Carrier, NAMESPACE, Named, Statement, sealed};
use milepost::exchange::{Origin, Scope};
use milepost::insight::verdict::evidence_digest;
use milepost::insight::{Seen, Snapshot};
use milepost::progress::verdict::{Level, Ruling, Verdict};
use milepost::progress::wire::Wire;
use milepost::progress::{Deed, Device, Event};
use milepost::session::{Joining, Session};
use serde_json::Value;
use uuid::Uuid;

use super::forged;
use super::keys::{Keys, MENTOR};

/// A verdict that is being written.
pub(crate) struct Answer {
    event: Event,
    about: About,
}

impl Answer {
    /// What the mentor says of the milestone of this id, having seen what is there now; each has a number of its own.
    pub(crate) fn of(session: &mut Session, milestone: &str, number: u8) -> Self {
        let learner = learner(session);
        let snapshot = session.snapshot();
        let milestones = &snapshot.curriculum.milestones;
        let place = milestones
            .iter()
            .position(|known| known.key.id() == milestone);
        Self::on(&snapshot, learner, place.unwrap(), number)
    }

    fn on(snapshot: &Snapshot, learner: Uuid, place: Place, number: u8) -> Self {
        let entry = snapshot.entry(place);
        let verdict = Verdict {
            milestone: entry.milestone.key.clone(),
            verdict: Ruling::Verified,
            level: Some(Level::Meets),
            comment: None,
            answers: entry.mark.submission.unwrap_or_default(),
            evidence_digest: evidence_digest(&entry.mark.evidence),
            milestone_digest: entry.milestone.digest.clone(),
            supersedes: None,
            attestation: None,
        };
        let curriculum = &snapshot.curriculum;
        Self {
            event: Event {
                id: Uuid::from_u128(0x0198_c0de_0000_7000_8000_0000_0000_0000 + u128::from(number)),
                batch: None,
                at: 1_795_208_400_000_000 + i64::from(number),
                wall: "2026-11-20T22:00:00+01:00".parse().unwrap(),
                device: Device(7),
                by: Some(MENTOR.parse().unwrap()),
                deed: Deed::Verdict(verdict),
            },
            about: About {
                learner: Named {
                    id: learner,
                    name: Some("A. Learner".into()),
                },
                curriculum: Origin {
                    id: curriculum.id.clone(),
                    version: curriculum.version.clone(),
                    digest: curriculum.digest.clone(),
                },
                title: snapshot.title(place),
                evidence: Seen::all(&entry.mark.evidence),
                reviewer_name: Some("B. Mentor".into()),
            },
        }
    }

    /// The mentor says this instead of "verified".
    pub(crate) fn saying(mut self, ruling: Ruling) -> Self {
        self.change(|verdict| verdict.verdict = ruling);
        self
    }

    /// Somebody else says so.
    pub(crate) fn by(mut self, name: &str) -> Self {
        self.event.by = Some(name.parse().unwrap());
        self
    }

    /// It is about the work of somebody else.
    pub(crate) fn about(mut self, learner: Uuid) -> Self {
        self.about.learner.id = learner;
        self
    }

    /// The milestone is called so.
    pub(crate) fn titled(mut self, title: &str) -> Self {
        self.about.title = title.into();
        self
    }

    /// Signs it with the key of this name.
    pub(crate) fn signed(self, keys: &Keys, key: &str) -> Self {
        self.signed_for(keys, key, NAMESPACE)
    }

    /// Signs it with the key of this name, for something else.
    pub(crate) fn signed_for(mut self, keys: &Keys, key: &str, namespace: &str) -> Self {
        let carrier = Carrier::of(&self.event).unwrap();
        let payload = Statement::of(&carrier, self.about.clone())
            .payload()
            .unwrap();
        let signature = keys.sign(key, namespace, &payload);
        self.change(|verdict| verdict.attestation = Some(sealed(&payload, signature)));
        self
    }

    /// Changes the verdict, whatever was signed.
    pub(crate) fn changed(mut self, change: impl FnOnce(&mut Verdict)) -> Self {
        self.change(change);
        self
    }

    /// Changes the event around it, whatever was signed.
    pub(crate) fn moved(mut self, change: impl FnOnce(&mut Event)) -> Self {
        change(&mut self.event);
        self
    }

    /// The id of its event.
    pub(crate) fn id(&self) -> Uuid {
        self.event.id
    }

    /// The event, as a file has it.
    pub(crate) fn written(&self) -> Value {
        serde_json::to_value(Wire::from(&self.event)).unwrap()
    }

    fn change(&mut self, change: impl FnOnce(&mut Verdict)) {
        let Deed::Verdict(verdict) = &mut self.event.deed else {
            unreachable!("it was made so");
        };
        change(verdict);
    }
}

/// Whose work it is.
fn learner(session: &mut Session) -> Uuid {
    let file: Value = serde_json::from_str(&shared_file(session)).unwrap();
    file["learner"]["id"].as_str().unwrap().parse().unwrap()
}

/// The learner takes in these answers.
pub(crate) fn hears(session: &mut Session, answers: &[Answer]) {
    let written: Vec<Value> = answers.iter().map(Answer::written).collect();
    let file = forged::with(&shared_file(session), &written);
    session.import(file.as_bytes(), Joining::Refuse).unwrap();
}

fn shared_file(session: &mut Session) -> String {
    session.export(Scope::Shared).unwrap().text
}

//! What vouches for the verdicts of mentors on the learner's work, as far as it was looked at.

mod examined;
mod key_files;
mod notary;

use std::collections::HashMap;
use std::rc::{Rc, Weak};

use uuid::Uuid;

use super::Session;
use crate::exchange::attestation::Carrier;
use crate::insight::{Snapshot, Trust, Vouched};
use crate::progress::mark::Given;
use crate::progress::{Day, Progress};
use crate::store::Looked;

pub use examined::{Examined, examine};
pub use key_files::KeyFiles;
pub use notary::Notary;

/// How many signatures are looked at before a command answers that shows verdicts: some seconds' worth. Nobody has as many
/// honest ones, and what was looked at once is known the next time.
pub(super) const AT_ONCE: usize = 500;

/// How far a session has looked at what vouches for verdicts.
#[derive(Debug)]
pub(super) struct Vouching {
    pub(super) notary: Notary,
    /// Over which fold.
    over: Option<Weak<Progress>>,
    /// On which day, for keys have dates; `None` where nothing is signed.
    day: Option<Day>,
    /// The signed verdicts of which it is not known yet, the newest at the end.
    pending: Vec<Given>,
    known: HashMap<Uuid, Vouched>,
    /// Why signatures could not be looked at.
    failed: Option<String>,
}

impl Vouching {
    /// Nothing was looked at yet; these files say whom the learner trusts.
    pub(super) fn by(files: KeyFiles) -> Self {
        Self {
            notary: Notary::of(files),
            over: None,
            day: None,
            pending: Vec::new(),
            known: HashMap::new(),
            failed: None,
        }
    }

    fn is_over(&self, progress: &Rc<Progress>) -> bool {
        let over = self.over.as_ref();
        over.is_some_and(|known| Weak::as_ptr(known) == Rc::as_ptr(progress))
    }
}

impl Session {
    /// Looks at the signatures of so many verdicts at most, the newest first, unless it is known what came of that, and
    /// lets the snapshot have it once it is known of all. Without verdicts that are signed this reads nothing.
    ///
    /// Where signatures cannot be looked at, all that is not known stays claimed, and the [notices](Session::notices) say
    /// why.
    pub fn vouch(&mut self, most: usize) -> Looked {
        let progress = Rc::clone(&self.snapshot.progress);
        let day = self.vouching.day;
        let is_over_day = day.is_some_and(|day| self.today().ok() != Some(day));
        if is_over_day || !self.vouching.is_over(&progress) {
            self.vouching.over = Some(Rc::downgrade(&progress));
            self.begin_to_vouch();
        }
        for _ in 0..most {
            let Some(given) = self.vouching.pending.pop() else {
                break;
            };
            self.look_at(&given);
        }
        if self.vouching.pending.is_empty() {
            self.let_snapshot_know();
            Looked::All
        } else {
            Looked::Further
        }
    }

    /// Looks at signatures while somebody waits, and lets the snapshot have what is known then.
    pub fn vouch_at_once(&mut self) {
        self.vouch(AT_ONCE);
        self.let_snapshot_know();
    }

    /// The same picture of what the learner may be about to take in, with what vouches for the verdicts in it.
    pub(super) fn vouched(&mut self, snapshot: Snapshot) -> Snapshot {
        let ids = self.learner_ids();
        let signed = signed(&snapshot);
        let begun = match self.today() {
            Ok(today) if !signed.is_empty() => self.vouching.notary.begin(today, &self.store),
            _ => return snapshot,
        };
        let notary = &mut self.vouching.notary;
        let vouched = signed.iter().rev().take(AT_ONCE).map_while(|given| {
            let vouched = notary.vouched(&Carrier::from(given), &ids);
            vouched.ok().map(|vouched| (given.event, vouched))
        });
        match begun {
            Ok(_) => snapshot.trusting(Rc::new(vouched.collect())),
            Err(_) => snapshot,
        }
    }

    /// Whether something came up since [`Session::vouch`] had looked at all.
    pub fn has_to_vouch(&self) -> bool {
        !self.vouching.pending.is_empty() || !self.vouching.is_over(&self.snapshot.progress)
    }

    /// Every id that names the learner; none before the first deed.
    pub fn learner_ids(&self) -> Vec<Uuid> {
        let ids = self.learner.map(|learner| self.ids(learner));
        ids.unwrap_or_default().into_iter().collect()
    }

    /// Why signatures could not be looked at, if so.
    pub(super) fn unvouched(&self) -> Option<&str> {
        self.vouching.failed.as_deref()
    }

    /// Keeps for the next start what came of looking at signatures, if there is something new. Where that fails, the next
    /// one looks again.
    pub(super) fn keep_vouched(&mut self) {
        if !self.store.is_read_only() {
            let _ = self.vouching.notary.keep(&mut self.store);
        }
    }

    /// Finds the verdicts that are signed, and takes up what is known of them.
    fn begin_to_vouch(&mut self) {
        let signed = signed(&self.snapshot);
        let today = (!signed.is_empty()).then(|| self.today().ok()).flatten();
        let vouching = &mut self.vouching;
        vouching.known.clear();
        vouching.pending.clear();
        vouching.failed = None;
        vouching.day = today;
        let Some(today) = today else {
            return;
        };
        if let Err(error) = vouching.notary.begin(today, &self.store) {
            vouching.failed = Some(format!("{}: {}", error.what(), error.why()));
            return;
        }
        let ids = self.learner_ids();
        for given in signed {
            match self.vouching.notary.known(&Carrier::from(&given), &ids) {
                Some(vouched) => {
                    self.vouching.known.insert(given.event, vouched);
                }
                None => self.vouching.pending.push(given),
            }
        }
    }

    fn look_at(&mut self, given: &Given) {
        let ids = self.learner_ids();
        match self.vouching.notary.vouched(&Carrier::from(given), &ids) {
            Ok(vouched) => {
                self.vouching.known.insert(given.event, vouched);
            }
            Err(error) => {
                // Whatever keeps one from being looked at would keep the others.
                self.vouching.pending.clear();
                self.vouching.failed = Some(error.to_string());
            }
        }
    }

    fn let_snapshot_know(&mut self) {
        let trust: Trust = self
            .vouching
            .known
            .iter()
            .map(|(event, vouched)| (*event, *vouched))
            .collect();
        if *self.snapshot.trust != trust {
            self.snapshot = self.snapshot().trusting(Rc::new(trust));
        }
    }
}

/// The verdicts that are signed, the newest at the end.
fn signed(snapshot: &Snapshot) -> Vec<Given> {
    let progress = &snapshot.progress;
    let marks = (0..snapshot.curriculum.milestones.len()).map(|place| progress.mark(place));
    let marks = marks.chain(progress.facts().archived.values());
    let given = marks.flat_map(|mark| &mark.verdicts);
    let signed = given.filter(|given| given.verdict.attestation.is_some());
    let mut signed: Vec<Given> = signed.cloned().collect();
    signed.sort_by_key(|given| given.stamp.order);
    // A milestone that was split hands its verdicts on to several.
    signed.dedup_by_key(|given| given.event);
    signed
}

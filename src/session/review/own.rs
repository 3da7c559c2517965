//! The answers that the mentor sent before, as their own store has them.

use std::collections::{BTreeSet, HashMap, HashSet};

use uuid::Uuid;

use crate::insight::{Trust, Vouched};
use crate::json::Digesting;
use crate::progress::{Deed, Event, Log};
use crate::session::Session;
use crate::session::error::Error;

/// The answers that the mentor sent before, by learner.
#[derive(Debug, Default)]
pub(super) struct Own {
    verdicts: HashMap<Uuid, Vec<Event>>,
    /// The store's counter of changes by then; `None` before anything was read.
    changes: Option<i64>,
}

impl Own {
    /// Reads what came since; answers with the learners whom it is about.
    pub(super) fn renew(&mut self, session: &Session) -> Result<BTreeSet<Uuid>, Error> {
        let store = &session.store;
        let changes = store.changes()?;
        if self.changes == Some(changes) {
            return Ok(BTreeSet::new());
        }
        let mut verdicts: HashMap<Uuid, Vec<Event>> = HashMap::new();
        store.walk_verdicts(|learner, event| {
            // What others answered to the mentor, who may be a learner too, is none of theirs.
            if Some(learner) != session.learner {
                verdicts.entry(learner).or_default().push(bare(event));
            }
        })?;
        let is_first = self.changes.replace(changes).is_none();
        let before = std::mem::replace(&mut self.verdicts, verdicts);
        if is_first {
            return Ok(BTreeSet::new());
        }
        let learners = before.keys().chain(self.verdicts.keys()).copied();
        let is_changed = |learner: &Uuid| before.get(learner) != self.verdicts.get(learner);
        Ok(learners.filter(is_changed).collect())
    }

    /// What tells whether they are the same as they were: an answer never changes, but it may be forgotten.
    pub(super) fn digest(&self) -> String {
        let events = self.all().map(|event| (event.id, event.deed.kind()));
        let mut events: Vec<(Uuid, &str)> = events.collect();
        events.sort_unstable();
        let mut digest = Digesting::default();
        for (id, kind) in events {
            digest.read(&format!("{id} {kind}\n"));
        }
        digest.digest()
    }

    /// All of them.
    pub(super) fn all(&self) -> impl Iterator<Item = &Event> {
        self.verdicts.values().flatten()
    }

    /// Those to the learner of these ids.
    fn to(&self, ids: &[Uuid]) -> Vec<&Event> {
        let verdicts = ids.iter().filter_map(|id| self.verdicts.get(id));
        verdicts.flatten().collect()
    }

    /// A learner's log with the answers that they do not have yet; and that all of the mentor's own are trusted. One that
    /// the file has under the same id, and that says something else there, is the mentor's.
    /// What a file says that a mentor took back is nothing that they said.
    pub(super) fn with(&self, learner: &[Uuid], log: Log) -> Answered {
        let log = if log.events().iter().any(is_foreign_undo) {
            let theirs = log.into_iter().filter(|event| !is_foreign_undo(event));
            // Nothing clashes that did not before.
            Log::of(theirs).unwrap_or_default()
        } else {
            log
        };
        let own = self.to(learner);
        if own.is_empty() {
            return Answered {
                log,
                trust: Trust::default(),
                on_the_way: 0,
                unlooked: 0,
            };
        }
        let ids: HashSet<Uuid> = own.iter().map(|event| event.id).collect();
        let before = log.events().len();
        let theirs: Vec<Event> = log
            .into_iter()
            .filter(|event| !ids.contains(&event.id))
            .collect();
        let arrived = before - theirs.len();
        let all = theirs.into_iter().chain(own.into_iter().cloned());
        Answered {
            // No id is there twice any more, so nothing can clash.
            log: Log::of(all).unwrap_or_default(),
            on_the_way: ids.len().saturating_sub(arrived),
            unlooked: 0,
            trust: ids.into_iter().map(|id| (id, Vouched::Trusted)).collect(),
        }
    }
}

/// A learner's log with the mentor's answers.
pub(super) struct Answered {
    pub(super) log: Log,
    /// What vouches for the answers.
    pub(super) trust: Trust,
    /// How many of the mentor's the learner's files do not have yet.
    pub(super) on_the_way: usize,
    /// How many signatures of others nobody looked at yet.
    pub(super) unlooked: u16,
}

fn is_foreign_undo(event: &Event) -> bool {
    event.by.is_some() && matches!(event.deed, Deed::Retracted(_))
}

/// The event without what is long in it and matters to its learner alone.
fn bare(mut event: Event) -> Event {
    if let Deed::Verdict(verdict) = &mut event.deed {
        verdict.attestation = None;
    }
    event
}

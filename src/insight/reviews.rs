//! What mentors said, milestone by milestone, with what the learner replied, and what of it is unread.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::snapshot::Snapshot;
use super::trust::Vouched;
use super::verdict::{self, Judged, Stale, prevailing};
use crate::curriculum::{Key, Place};
use crate::progress::Order;
use crate::progress::mark::{Given, Mark, Reply};

/// All that mentors said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reviews {
    /// By milestone: the one on which something was said last stands first.
    pub threads: Vec<Thread>,
    /// How many verdicts are unread.
    pub unread: usize,
}

/// All that mentors said on one milestone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    /// The milestone, which may be of another path, or retired.
    pub key: Key,
    /// Where the last verdict stands in the log.
    pub newest: Order,
    /// The verdicts that are unread, the oldest first, by the ids of their events.
    pub unread: Vec<Uuid>,
}

/// One verdict, and what the learner replied to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Round<'snapshot> {
    /// The verdict.
    pub judged: Judged<'snapshot>,
    /// Which round it is, from 1.
    pub number: usize,
    /// Whether it is unread.
    pub is_unread: bool,
    /// Whether its mentor has said something else since that stands in its place.
    pub is_past: bool,
    /// The replies, the oldest first.
    pub replies: Vec<&'snapshot Reply>,
}

/// A verdict that was not known before.
#[derive(Debug, Clone, PartialEq)]
pub struct News {
    /// The milestone, which may be of another path, or retired.
    pub key: Key,
    /// The verdict.
    pub given: Given,
    /// What vouches for it.
    pub vouched: Vouched,
    /// What has changed since, if something has.
    pub stale: Option<Stale>,
    /// Whether the learner has submitted something since, or again.
    pub is_answered: bool,
    /// Whether the milestone shows by it from now on.
    pub is_shown: bool,
}

impl News {
    /// The verdict and what it is worth.
    pub fn judged(&self) -> Judged<'_> {
        Judged {
            given: &self.given,
            vouched: self.vouched,
            stale: self.stale,
            is_answered: self.is_answered,
        }
    }
}

/// Of the verdicts in the events of these ids, what they mean where the learner of a snapshot stands; the oldest first.
pub fn news(events: &BTreeSet<Uuid>, snapshot: &Snapshot) -> Vec<News> {
    let threads = Reviews::of(snapshot).threads;
    let told = threads.iter().flat_map(|thread| {
        let place = thread.place(snapshot);
        let prevailing = place.and_then(|place| prevailing(&snapshot.entry(place)));
        let prevailing = prevailing.map(|given| given.event);
        let rounds = thread.rounds(snapshot).into_iter();
        let new = rounds.filter(|round| events.contains(&round.judged.given.event));
        new.map(move |round| News {
            key: thread.key.clone(),
            given: round.judged.given.clone(),
            vouched: round.judged.vouched,
            stale: round.judged.stale,
            is_answered: round.judged.is_answered,
            is_shown: prevailing == Some(round.judged.given.event),
        })
    });
    let mut told: Vec<News> = told.collect();
    told.sort_by_key(|news| news.given.stamp.order);
    told
}

impl Reviews {
    /// All that mentors said to the learner of a snapshot.
    pub fn of(snapshot: &Snapshot) -> Self {
        let curriculum = &snapshot.curriculum;
        let marks = curriculum.milestones.iter().enumerate();
        let marks = marks.map(|(place, milestone)| (&milestone.key, snapshot.progress.mark(place)));
        let archived = snapshot.progress.facts().archived.iter();
        let threads = marks
            .chain(archived)
            .filter_map(|(key, mark)| Thread::of(key, mark, snapshot));
        let mut threads: Vec<Thread> = threads.collect();
        threads.sort_by_key(|thread| Reverse(thread.newest));
        // A milestone that was split hands its verdicts on to several.
        let unread: BTreeSet<&Uuid> = threads.iter().flat_map(|thread| &thread.unread).collect();
        Self {
            unread: unread.len(),
            threads,
        }
    }
}

impl Thread {
    fn of(key: &Key, mark: &Mark, snapshot: &Snapshot) -> Option<Self> {
        let newest = mark.verdicts.last()?;
        let verdicts = mark.verdicts.iter();
        let unread = verdicts.filter(|given| !snapshot.read.has(given.event));
        Some(Self {
            key: key.clone(),
            newest: newest.stamp.order,
            unread: unread.map(|given| given.event).collect(),
        })
    }

    /// The place of its milestone, if the curriculum in use has it.
    pub fn place(&self, snapshot: &Snapshot) -> Option<Place> {
        snapshot.progress.names().place(self.key.as_str())
    }

    /// The rounds, the newest first.
    pub fn rounds<'snapshot>(&self, snapshot: &'snapshot Snapshot) -> Vec<Round<'snapshot>> {
        match self.mark(snapshot) {
            Some((mark, digest)) => rounds_on(mark, digest, snapshot),
            None => Vec::new(),
        }
    }

    /// What was said last.
    pub fn last<'snapshot>(&self, snapshot: &'snapshot Snapshot) -> Option<Judged<'snapshot>> {
        let (mark, digest) = self.mark(snapshot)?;
        let judge = verdict::judge(mark, digest, &snapshot.trust);
        mark.verdicts.last().map(judge)
    }

    /// What happened to its milestone, and the digest of that, if the curriculum in use has it.
    fn mark<'snapshot>(
        &self,
        snapshot: &'snapshot Snapshot,
    ) -> Option<(&'snapshot Mark, Option<&'snapshot str>)> {
        if let Some(place) = self.place(snapshot) {
            let digest = snapshot.curriculum.milestones[place].digest.as_str();
            return Some((snapshot.progress.mark(place), Some(digest)));
        }
        let archived = &snapshot.progress.facts().archived;
        archived.get(&self.key).map(|mark| (mark, None))
    }
}

/// The rounds over the milestone at this place, the newest first.
pub fn rounds(place: Place, snapshot: &Snapshot) -> Vec<Round<'_>> {
    let digest = &snapshot.curriculum.milestones[place].digest;
    rounds_on(snapshot.progress.mark(place), Some(digest), snapshot)
}

fn rounds_on<'snapshot>(
    mark: &'snapshot Mark,
    digest: Option<&str>,
    snapshot: &Snapshot,
) -> Vec<Round<'snapshot>> {
    let judge = verdict::judge(mark, digest, &snapshot.trust);
    let standing = verdict::standing(mark, &snapshot.trust).into_iter();
    let standing: BTreeSet<Uuid> = standing.map(|given| given.event).collect();
    let mut replies = replies(mark);
    let rounds = mark.verdicts.iter().zip(1..).map(|(given, number)| Round {
        judged: judge(given),
        number,
        is_unread: !snapshot.read.has(given.event),
        is_past: !standing.contains(&given.event),
        replies: replies.remove(&given.event).unwrap_or_default(),
    });
    let mut rounds: Vec<Round<'_>> = rounds.collect();
    rounds.reverse();
    rounds
}

/// The replies to each verdict, the oldest first; one to a verdict that is not here belongs to the one before it.
fn replies(mark: &Mark) -> BTreeMap<Uuid, Vec<&Reply>> {
    let known: BTreeSet<Uuid> = mark.verdicts.iter().map(|given| given.event).collect();
    let mut replies: BTreeMap<Uuid, Vec<&Reply>> = BTreeMap::new();
    for reply in &mark.replies {
        let named = Some(reply.verdict).filter(|named| known.contains(named));
        let to = named.or_else(|| before(reply, mark));
        if let Some(to) = to {
            replies.entry(to).or_default().push(reply);
        }
    }
    replies
}

/// The verdict before a reply, else the first; `None` where there is none at all.
fn before(reply: &Reply, mark: &Mark) -> Option<Uuid> {
    let is_before = |given: &&Given| given.stamp.order < reply.stamp.order;
    let before = mark.verdicts.iter().rfind(is_before);
    before.or(mark.verdicts.first()).map(|given| given.event)
}

//! A learner's own rhythm: how often they usually do something, and since when they have not.

use serde::{Deserialize, Serialize};

use super::median::median;
use crate::curriculum::Place;
use crate::insight::rest::Rest;
use crate::insight::snapshot::Snapshot;
use crate::insight::touched::Touched;
use crate::progress::Day;

/// Of how many days of work a rhythm is made, at least and at most.
const FEWEST: usize = 4;
const MOST: usize = 20;

/// A learner's own rhythm by the day on which their file was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pulse {
    /// The last day on which they did something.
    pub last: Option<Day>,
    /// What they did last to a milestone.
    pub deed: Option<LastDeed>,
    /// How many days usually lie between two days of work, pauses aside; `None` where too few are known.
    pub usual: Option<u32>,
    /// For how many days they have done nothing, pauses aside.
    pub idle: u32,
    /// Until when they pause.
    pub pause: Option<Day>,
}

/// What a learner did last to a milestone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastDeed {
    /// Which milestone.
    pub place: Place,
    /// What.
    pub what: Did,
}

/// What a learner did to a milestone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Did {
    /// They began it.
    Started,
    /// They answered one of its checks.
    Answered,
    /// They ticked it.
    Ticked,
    /// They attached evidence.
    Proved,
    /// They wrote to a mentor.
    Replied,
    /// They put time down.
    Spent,
}

impl Did {
    /// It in a word or two for the middle of a sentence: "evidence on".
    pub fn words(self) -> &'static str {
        match self {
            Self::Started => "start of",
            Self::Answered => "answer on",
            Self::Ticked => "tick of",
            Self::Proved => "evidence on",
            Self::Replied => "reply on",
            Self::Spent => "time on",
        }
    }
}

impl Pulse {
    /// The rhythm of a snapshot's learner until this day.
    pub fn of(snapshot: &Snapshot, until: Day) -> Self {
        let facts = snapshot.progress.facts();
        let rest = Rest::of(&facts.pauses);
        let calendar = snapshot.progress.calendar();
        let days = calendar.days().map(|(day, _)| day.min(until));
        let mut days: Vec<Day> = days.filter(|day| *day > Day::FIRST).collect();
        days.dedup();
        let gaps = days.windows(2).rev().take(MOST);
        let gaps = gaps.map(|pair| rest.working_days(pair[0], pair[1]));
        let usual = median(gaps.collect()).filter(|_| days.len() >= FEWEST);
        let last = days.last().copied();
        Self {
            last,
            deed: last_deed(snapshot),
            usual: usual.map(|days| days.max(1)),
            idle: last.map_or(0, |last| rest.working_days(last, until)),
            pause: rest.until(until),
        }
    }
}

/// What the learner did last to a milestone, as far as it still stands.
fn last_deed(snapshot: &Snapshot) -> Option<LastDeed> {
    let touched = Touched::of(snapshot);
    let places = 0..snapshot.curriculum.milestones.len();
    let place = places
        .filter(|place| touched.last(*place).is_some())
        .max_by_key(|place| touched.moment(*place))?;
    let mark = snapshot.progress.mark(place);
    let done = mark.done.iter().map(|tick| (&tick.stamp, Did::Ticked));
    let proven = mark
        .evidence
        .iter()
        .map(|proof| (&proof.stamp, Did::Proved));
    let begun = mark.started.iter().map(|stamp| (stamp, Did::Started));
    let answered = mark.answers.iter();
    let answered = answered.map(|(_, answered)| (&answered.stamp, Did::Answered));
    let replied = mark
        .replies
        .iter()
        .map(|reply| (&reply.stamp, Did::Replied));
    let all = begun
        .chain(answered)
        .chain(done)
        .chain(proven)
        .chain(replied);
    let last = all.max_by_key(|(stamp, _)| stamp.order);
    // Time is put down for a day, and stands nowhere in the log.
    let last = last.filter(|(stamp, _)| Some(stamp.wall.date()) >= touched.last(place));
    let what = last.map_or(Did::Spent, |(_, what)| what);
    Some(LastDeed { place, what })
}

//! What a learner does, from the first evening on: they begin a milestone, spend time on it, answer its questions, write
//! notes, attach a proof, tick it, and go on to the next.

use std::error::Error;
use std::time::Duration;

use jiff::{Timestamp, ToSpan};
use milepost::curriculum::{EvidenceKind, Key};
use milepost::progress::deed::{Answered, Chose, Marked, Noted, Proof, Spent};
use milepost::progress::{Answer, Deed, Device, Event};
use uuid::{Builder, Uuid};

use super::path;

/// How long all of it takes: some 500 days.
const LASTS: Duration = Duration::from_hours(500 * 24);

/// The first so many deeds of a learner who has two thirds of the milestones behind them by then.
pub(crate) fn deeds(
    milestones: usize,
    count: usize,
    began: Timestamp,
) -> Result<Vec<Event>, Box<dyn Error>> {
    let reached = (milestones * 2 / 3).max(1);
    let mut learner = Learner {
        now: began,
        pause: i64::try_from(LASTS.as_micros())? / i64::try_from(count.max(1))?,
        chance: Chance(1),
    };
    let milestone = |index: usize| index * reached / count;
    let deed = |index: usize| {
        let here = milestone(index);
        learner.rest()?;
        let is_first = index == 0 || milestone(index - 1) != here;
        let deed = match index {
            0 => choice()?,
            _ if is_first => Deed::Started(marked(here)?),
            _ if milestone(index + 1) != here => Deed::Done(marked(here)?),
            _ => learner.works_on(here)?,
        };
        learner.writes(deed)
    };
    (0..count).map(deed).collect()
}

struct Learner {
    now: Timestamp,
    /// What lies between two deeds on average, in microseconds.
    pause: i64,
    chance: Chance,
}

impl Learner {
    /// Time passes.
    fn rest(&mut self) -> Result<(), jiff::Error> {
        let tenths = i64::try_from(5 + self.chance.below(10)).unwrap_or(10);
        self.now = self
            .now
            .checked_add((self.pause * tenths / 10).microseconds())?;
        Ok(())
    }

    fn works_on(&mut self, number: usize) -> Result<Deed, Box<dyn Error>> {
        let milestone = key(&path::id(number))?;
        Ok(match self.chance.below(100) {
            0..40 => Deed::Answered(Answered {
                milestone,
                check: path::check(self.chance.below(3)).parse()?,
                answer: [Answer::Sure, Answer::Unsure, Answer::No][self.chance.below(3)],
            }),
            40..85 => Deed::Spent(Spent {
                milestone: Some(milestone),
                minutes: 15 * (1 + u32::try_from(self.chance.below(8))?),
                day: self.now.strftime("%Y-%m-%d").to_string().parse()?,
            }),
            85..90 if path::wants_proof(number) => Deed::Evidence(Proof {
                milestone,
                evidence: self.id(),
                kind: EvidenceKind::Repository,
                url: Some(format!("https://example.org/learner/project-{number}")),
                text: None,
                commit: None,
            }),
            _ => Deed::Noted(Noted {
                milestone: Some(milestone),
                text: "I got this wrong at first; read it again before the next project.".into(),
            }),
        })
    }

    fn writes(&mut self, deed: Deed) -> Result<Event, Box<dyn Error>> {
        let wall = self.now.strftime("%Y-%m-%dT%H:%M:%S+00:00");
        Ok(Event {
            id: self.id(),
            batch: None,
            at: self.now.as_microsecond(),
            wall: wall.to_string().parse()?,
            device: Device(1),
            by: None,
            deed,
        })
    }

    fn id(&mut self) -> Uuid {
        let millis = u64::try_from(self.now.as_millisecond()).unwrap_or_default();
        let mut random = [0; 10];
        random.fill_with(|| self.chance.next().to_le_bytes()[0]);
        Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }
}

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> usize {
        usize::try_from(self.next() % limit).unwrap_or_default()
    }

    fn next(&mut self) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        self.0 >> 33
    }
}

fn choice() -> Result<Deed, Box<dyn Error>> {
    Ok(Deed::Chose(Chose {
        choice: key(path::CHOICE)?,
        options: vec![path::OPTIONS[0].parse()?],
    }))
}

fn marked(number: usize) -> Result<Marked, Box<dyn Error>> {
    Ok(Marked {
        milestone: key(&path::id(number))?,
        out_of_order: None,
        reason: None,
    })
}

fn key(id: &str) -> Result<Key, Box<dyn Error>> {
    Ok(format!("{}/{id}", path::ID).parse()?)
}

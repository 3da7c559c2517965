//! The job postings that a learner pasted: kept as texts that were not sent, and read anew whenever something was done.

use super::message::Failure;
use super::widget;
use super::writing::{Draft, Purpose, Writing};
use crate::insight::gap::Road;
use crate::insight::posting::{self, Asked, Closable, Demand, Reading};
use crate::insight::{Skill, Snapshot};
use crate::session::{Error, Session};
use crate::text::visible;

/// How many postings are kept side by side.
pub const MOST: u8 = 9;

/// The postings, and how what they ask for stands.
#[derive(Debug, Default)]
pub struct Postings {
    /// The postings, in the order of their places.
    pub all: Vec<Posting>,
    /// All skills of the path.
    pub skills: Vec<Skill>,
    /// What the postings ask for together.
    pub demand: Demand,
    /// How long the way to each of those is that is missing, in minutes, in the order of [`Demand::asked`].
    pub minutes: Vec<u64>,
    /// What of the missing can be closed together.
    pub closable: Closable,
    /// What would close that.
    pub road: Road,
}

/// A posting.
#[derive(Debug)]
pub struct Posting {
    /// Its place, from 1 on.
    pub place: u8,
    /// Its text, as it was typed.
    pub text: String,
    /// Its first line, fit for the screen.
    pub title: String,
    /// What it asks for.
    pub reading: Reading,
}

impl Postings {
    /// Reads what is kept.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn read(session: &Session) -> Result<Self, Error> {
        let mut kept = Vec::new();
        for place in 1..=MOST {
            let text = session.draft(&writing(place).draft_key())?;
            kept.extend(text.map(|text| (place, text)));
        }
        if kept.is_empty() {
            return Ok(Self::default());
        }
        let skills = session.skills()?;
        let lexicon = session.lexicon(&skills)?;
        let all = kept.into_iter().map(|(place, text)| {
            let reading = lexicon.read(&text);
            Posting {
                place,
                title: visible(&reading.title).into_owned(),
                reading,
                text,
            }
        });
        Ok(Self::of(all.collect(), skills, &session.snapshot()))
    }

    fn of(all: Vec<Posting>, skills: Vec<Skill>, snapshot: &Snapshot) -> Self {
        let readings: Vec<Reading> = all.iter().map(|posting| posting.reading.clone()).collect();
        let demand = Demand::of(&readings);
        let closable = demand.closable(&skills, snapshot);
        Self {
            minutes: demand.minutes(&skills, snapshot),
            road: closable.road(&skills, snapshot),
            closable,
            all,
            skills,
            demand,
        }
    }

    /// The skill that is asked for, of this index in the demand.
    pub fn asked(&self, index: usize) -> Option<(&Asked, &Skill)> {
        let asked = self.demand.asked.get(index)?;
        Some((asked, &self.skills[asked.skill]))
    }

    /// The first place that is free.
    pub fn free(&self) -> Option<u8> {
        (1..=MOST).find(|place| self.all.iter().all(|posting| posting.place != *place))
    }
}

impl Posting {
    /// What is kept of it.
    pub fn kept(&self) -> Draft {
        Draft::of(writing(self.place), self.text.clone())
    }
}

/// The posting at this place, as a text that is typed.
pub fn writing(place: u8) -> Writing {
    Writing {
        about: Vec::new(),
        purpose: Purpose::Posting(place),
    }
}

/// A text that was not kept before, for this place.
pub fn fresh(place: u8, text: String) -> Draft {
    Draft {
        writing: writing(place),
        text,
        before: String::new(),
    }
}

/// A posting that is not saved yet, as a text that is typed.
pub fn unsaved() -> Writing {
    Writing {
        about: Vec::new(),
        purpose: Purpose::NewPosting,
    }
}

/// A pasted text without the letters that nobody sees.
pub fn seen(text: &str) -> String {
    text.chars()
        .filter(|letter| !posting::is_unseen(*letter))
        .collect()
}

/// Why a posting is not pasted with which there would be so many bytes, where there is room for `most`.
pub fn no_room(bytes: usize, most: usize) -> Failure {
    Failure {
        hint: "paste the posting alone; milepost job FILE reads up to 1 MiB".to_owned(),
        ..widget::no_room(bytes, most)
    }
}

//! The journal as it is read for the screen: leaf by leaf, never the whole of it.

use uuid::Uuid;

use super::said::teller;
use crate::curriculum::Key;
use crate::insight::{Around, Snapshot, State};
use crate::progress::undo::is_action;
use crate::progress::{Deed, Order};
use crate::session::journal::Entry;
use crate::session::{Error, Session, Surroundings};
use crate::text::visible;

/// How many lines a leaf has as it is read first, and the most that one may grow to.
const LINES: usize = 200;
const MOST: usize = 2 * LINES;

/// A leaf of the journal that is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// It begins behind this place of the log; `None` at its newest end.
    pub before: Option<Order>,
    /// It ends with this place; `None` where nobody has read so far yet.
    pub until: Option<Order>,
    /// What is listed.
    pub filter: Filter,
}

/// A leaf of the journal.
#[derive(Debug, Clone)]
pub struct Leaf {
    /// What was asked for.
    pub asked: Asked,
    /// Its lines, the newest first.
    pub lines: Vec<Line>,
    /// Whether something older follows within what was asked for.
    pub rest: Rest,
}

/// Whether something follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// Nothing does.
    None,
    /// There is more.
    More,
}

/// One event as the journal shows it, fit for the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The event.
    pub id: Uuid,
    /// Where it stands in the log.
    pub order: Order,
    /// The day on which it was written, where it was written.
    pub day: String,
    /// Hours and minutes.
    pub clock: String,
    /// What happened, and who did it where that was not the learner.
    pub told: String,
    /// The milestone that it is about.
    pub milestone: Option<Key>,
    /// The choice that it is about.
    pub choice: Option<Key>,
    /// The state to which it brought milestones.
    pub state: Option<State>,
    /// What became of it.
    pub fate: Fate,
}

/// What became of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It stands, and can be taken back.
    Stands,
    /// It stands, and is nothing that the learner can take back.
    Fixed,
    /// It was taken back.
    Undone,
    /// It never changed anything, because of who wrote it.
    Inert,
}

/// What is listed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Deeds of this kind.
    pub kind: Kind,
    /// Those about this milestone.
    pub milestone: Option<Key>,
}

/// Kinds of deeds, as one looks for them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    /// All of them.
    #[default]
    All,
    /// What was begun, done, skipped, credited and reopened.
    Ticks,
    /// Proofs.
    Evidence,
    /// Notes.
    Notes,
    /// Answers to questions.
    Answers,
    /// Choices.
    Choices,
    /// Targets, hours, time spent and pauses.
    Plans,
    /// References, applications and earlier work.
    JobSearch,
    /// What the learner did.
    Mine,
    /// What mentors did.
    Mentors,
    /// What was taken back.
    Undone,
}

impl Kind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 11] = [
        Self::All,
        Self::Ticks,
        Self::Evidence,
        Self::Notes,
        Self::Answers,
        Self::Choices,
        Self::Plans,
        Self::JobSearch,
        Self::Mine,
        Self::Mentors,
        Self::Undone,
    ];

    /// What people call it.
    pub fn word(self) -> &'static str {
        match self {
            Self::All => "all that happened",
            Self::Ticks => "ticks, starts and skips",
            Self::Evidence => "evidence",
            Self::Notes => "notes",
            Self::Answers => "answers",
            Self::Choices => "choices",
            Self::Plans => "plans and time spent",
            Self::JobSearch => "records of the job search",
            Self::Mine => "what you did",
            Self::Mentors => "what mentors did",
            Self::Undone => "what was undone",
        }
    }

    fn keeps(self, entry: &Entry) -> bool {
        let Entry { event, undone } = entry;
        match self {
            Self::All => true,
            Self::Ticks => State::after(&event.deed).is_some(),
            Self::Evidence => matches!(event.deed, Deed::Evidence(_) | Deed::EvidenceRemoved(_)),
            Self::Notes => match event.deed {
                Deed::Noted(_) | Deed::Replied(_) => true,
                // A note that was changed or removed.
                Deed::Retracted(_) => is_action(event),
                _ => false,
            },
            Self::Answers => matches!(event.deed, Deed::Answered(_)),
            Self::Choices => matches!(event.deed, Deed::Chose(_)),
            Self::Plans => matches!(
                event.deed,
                Deed::Aimed(_) | Deed::Spent(_) | Deed::Paused(_)
            ),
            Self::JobSearch => matches!(
                event.deed,
                Deed::Reference(_) | Deed::Application(_) | Deed::Experience(_)
            ),
            Self::Mine => event.by.is_none(),
            Self::Mentors => event.by.is_some(),
            Self::Undone => *undone,
        }
    }
}

impl Filter {
    /// Whether it lets everything through.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    fn keeps(
        &self,
        entry: &Entry,
        snapshot: &Snapshot,
        surroundings: &mut Surroundings<'_>,
    ) -> Result<bool, Error> {
        if !self.kind.keeps(entry) {
            return Ok(false);
        }
        let Some(key) = &self.milestone else {
            return Ok(true);
        };
        match snapshot.progress.names().place(key.as_str()) {
            Some(place) => surroundings.concern(&entry.event, place),
            None => Ok(false),
        }
    }
}

/// Reads a leaf.
///
/// # Errors
/// The store cannot be read.
pub fn read(asked: &Asked, session: &Session) -> Result<Leaf, Error> {
    let most = if asked.until.is_some() { MOST } else { LINES };
    let snapshot = session.snapshot();
    let mut surroundings = session.surroundings();
    let mut entries = session.journal_page(asked.before, most, |entry| {
        asked.filter.keeps(entry, &snapshot, &mut surroundings)
    })?;
    let within = |entry: &Entry| asked.until.is_none_or(|until| entry.event.order() >= until);
    entries.truncate(entries.partition_point(within));
    let last = entries.last().map(|entry| entry.event.order());
    let rest = if entries.len() == most && last != asked.until {
        Rest::More
    } else {
        Rest::None
    };
    let lines = entries.iter().map(|entry| {
        let around = surroundings.of(&entry.event)?;
        Ok(line(entry, &around, &snapshot))
    });
    Ok(Leaf {
        lines: lines.collect::<Result<_, Error>>()?,
        asked: asked.clone(),
        rest,
    })
}

fn line(entry: &Entry, around: &Around, snapshot: &Snapshot) -> Line {
    let event = &entry.event;
    let told = teller(snapshot).event(event, around);
    let by = event.by.as_ref().map(|by| format!("{by}: "));
    let told = by.unwrap_or_default() + &told;
    Line {
        id: event.id,
        order: event.order(),
        day: event.wall.day(),
        clock: event.wall.clock(),
        told: visible(&told).into_owned(),
        milestone: around.milestone(&event.deed).cloned(),
        choice: around.choice(&event.deed).cloned(),
        state: State::after(&event.deed),
        fate: fate(entry),
    }
}

fn fate(entry: &Entry) -> Fate {
    let Entry { event, undone } = entry;
    if event.is_inert() {
        Fate::Inert
    } else if *undone {
        Fate::Undone
    } else if event.by.is_none() && is_action(event) {
        Fate::Stands
    } else {
        Fate::Fixed
    }
}

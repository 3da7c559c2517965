//! What a learner walks around: hard parts passed over, work left lying, learning without a project. Said kindly, with the
//! next small step.

mod later;
mod words;

use std::cmp::Reverse;
use std::collections::HashSet;

use super::gap::Gap;
use super::rest::Rest;
use super::snapshot::Snapshot;
use super::standing::Status;
use super::touched::Touched;
use crate::curriculum::{Applies, Kind, Place};
use crate::progress::Day;
use crate::progress::mark::{Mark, Stamp};
use later::Later;

/// How many later milestones have to be done before one counts as passed over: of a hard one, and of another that has been
/// open for [`LONG`].
const LATER_THAN_HARD: usize = 2;
const LATER: usize = 4;

/// From how many days on something was open, or lay untouched, for long.
const LONG: u32 = 21;

/// Within how many days milestones of learning pile up, and how many of them are a pile.
const WINDOW: u32 = 42;
const PILE: usize = 6;

/// Something that a learner walks around.
///
/// A tick does not say along which path it was made, and another path may have kept shut, or put later, what stands open
/// here. So on a path that uses the milestones of a library, what got done says that something was passed over only from
/// the learner's first deed on a milestone that this path alone has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Avoided {
    /// A milestone is open, and later ones got done.
    Passed {
        /// The milestone.
        place: Place,
        /// Whether its author calls it hard.
        is_hard: bool,
        /// How many later ones got done since it is open.
        later: usize,
        /// For how many days it has been open; `None` where nobody can tell.
        days: Option<u32>,
    },
    /// A milestone is skipped that the target aimed at still needs, or that is hard and the path needs.
    Skipped {
        /// The milestone.
        place: Place,
        /// The index of the target that needs it; `None` where only the path does.
        target: Option<usize>,
    },
    /// A milestone is begun, and nothing happened to it for long.
    Lying {
        /// The milestone.
        place: Place,
        /// How many days ago something happened to it last, by the calendar.
        days: u32,
    },
    /// Milestones of learning pile up, and no project moves.
    NoProject {
        /// The first project that is begun or could be.
        place: Place,
        /// How many milestones of learning got done lately.
        learned: usize,
    },
}

/// What the learner walks around, the weightiest first: that no project moves, then what the target aimed at needs, whose gap
/// this is, then the rest; of those in turn what is passed over, skipped and left lying. Without today, only what needs no
/// reckoning with days.
pub fn of(snapshot: &Snapshot, gap: Option<&Gap>, today: Option<Day>) -> Vec<Avoided> {
    let look = Look::of(snapshot, today);
    let mut passed: Vec<Avoided> = look.passed().collect();
    passed.sort_by_key(|avoided| match avoided {
        Avoided::Passed {
            is_hard,
            later,
            place,
            ..
        } => (Reverse(*is_hard), Reverse(*later), *place),
        _ => (Reverse(false), Reverse(0), 0),
    });
    let mut avoided: Vec<Avoided> = look.no_project().into_iter().collect();
    avoided.extend(passed);
    avoided.extend(look.skipped(gap));
    avoided.extend(look.lying());
    let missing: HashSet<Place> = missing(gap).collect();
    avoided.sort_by_key(|avoided| match avoided {
        Avoided::NoProject { .. } => false,
        other => !missing.contains(&other.place()),
    });
    avoided
}

/// Whether it can be told what is passed over; on a path that uses a library, see [`Avoided`].
pub fn can_be_told(snapshot: &Snapshot) -> bool {
    !matches!(Followed::of(snapshot), Followed::Unknown)
}

/// What the target still needs.
fn missing(gap: Option<&Gap>) -> impl Iterator<Item = Place> + '_ {
    gap.into_iter().flat_map(|gap| &gap.missing).copied()
}

/// What is looked at.
struct Look<'a> {
    snapshot: &'a Snapshot,
    today: Option<Day>,
    /// The required milestones that are done, with when, in the curriculum's order.
    done: Vec<(Place, &'a Stamp)>,
    /// From when on it is known that the learner follows this path.
    followed: Followed<'a>,
    touched: Touched<'a>,
}

/// From when on it is known that the learner follows this path.
#[derive(Debug, Clone, Copy)]
enum Followed<'a> {
    /// From the beginning: all its milestones are its own.
    Ever,
    /// From the first deed on a milestone that it alone has.
    Since(&'a Stamp),
    /// Nothing says so.
    Unknown,
}

impl<'a> Followed<'a> {
    fn of(snapshot: &'a Snapshot) -> Self {
        let curriculum = &snapshot.curriculum;
        if curriculum.library.is_none() {
            return Self::Ever;
        }
        let milestones = curriculum.milestones.iter().enumerate();
        let own = milestones
            .filter(|(_, milestone)| milestone.key.curriculum() == curriculum.id.as_str());
        let deeds = own.flat_map(|(place, _)| snapshot.progress.mark(place).stamps());
        deeds
            .min_by_key(|stamp| stamp.order)
            .map_or(Self::Unknown, Self::Since)
    }
}

impl<'a> Look<'a> {
    fn of(snapshot: &'a Snapshot, today: Option<Day>) -> Self {
        let places = 0..snapshot.curriculum.milestones.len();
        let done = places.filter_map(|place| {
            let entry = snapshot.entry(place);
            let tick = entry.mark.done.as_ref()?;
            let counts = !entry.milestone.optional && entry.position.applies == Applies::Yes;
            counts.then_some((place, &tick.stamp))
        });
        Self {
            snapshot,
            today,
            touched: Touched::of(snapshot),
            done: done.collect(),
            followed: Followed::of(snapshot),
        }
    }

    /// The open milestones that were passed over.
    fn passed(&self) -> impl Iterator<Item = Avoided> + '_ {
        let first = self.first();
        let done = self.done.iter();
        let mut done = Later::of(done.map(|(place, stamp)| (*place, stamp.order)));
        let open: Vec<Place> = self.snapshot.standing.available().collect();
        open.into_iter().rev().filter_map(move |place| {
            let entry = self.snapshot.entry(place);
            let is_new = entry.position.status == Status::Open && !self.is_worked_on(place);
            if entry.milestone.optional || !is_new {
                return None;
            }
            let opened = match self.followed {
                Followed::Ever => self.opened(place),
                Followed::Since(stamp) => {
                    let opened = self.opened(place).into_iter().chain([stamp]);
                    opened.max_by_key(|stamp| stamp.order)
                }
                Followed::Unknown => return None,
            };
            let later = done.than(place, opened.map(|stamp| stamp.order));
            let days = self.days_since(opened.or(first));
            let is_hard = entry.milestone.hard;
            let is_passed = if is_hard {
                later >= LATER_THAN_HARD
            } else {
                later >= LATER && days.is_some_and(|days| days >= LONG)
            };
            is_passed.then_some(Avoided::Passed {
                place,
                is_hard,
                later,
                days,
            })
        })
    }

    /// Whether something happened to a milestone not long ago, though nobody said that it is begun.
    fn is_worked_on(&self, place: Place) -> bool {
        let last = self.today.zip(self.touched.last(place));
        last.is_some_and(|(today, last)| today.days_after(last) < LONG)
    }

    /// When the last thing that comes before a milestone was settled; `None` if nothing had to be, or nobody knows.
    fn opened(&self, place: Place) -> Option<&'a Stamp> {
        let before = self.snapshot.curriculum.milestones[place].requires.iter();
        let stamps = before.filter_map(|before| {
            let mark: &'a Mark = self.snapshot.progress.mark(*before);
            let done = mark.done.as_ref().map(|tick| &tick.stamp);
            done.or(mark.skipped.as_ref().map(|skip| &skip.stamp))
        });
        stamps.max_by_key(|stamp| stamp.order)
    }

    /// When the first milestone was done.
    fn first(&self) -> Option<&'a Stamp> {
        let stamps = self.done.iter().map(|(_, stamp)| *stamp);
        stamps.min_by_key(|stamp| stamp.order)
    }

    fn days_since(&self, stamp: Option<&Stamp>) -> Option<u32> {
        let day = stamp?.wall.date();
        self.today.map(|today| today.days_after(day))
    }

    /// What is skipped and lacks all the same: what the target needs, and what is hard and the path needs.
    fn skipped(&self, gap: Option<&Gap>) -> Vec<Avoided> {
        let missing: HashSet<Place> = missing(gap).collect();
        let places = 0..self.snapshot.curriculum.milestones.len();
        let skipped = places.filter_map(|place| {
            let entry = self.snapshot.entry(place);
            let position = entry.position;
            if position.status != Status::Skipped || position.applies != Applies::Yes {
                return None;
            }
            let needing = gap.filter(|_| missing.contains(&place));
            let target = needing.map(|gap| gap.target);
            let is_told = target.is_some() || (entry.milestone.hard && !entry.milestone.optional);
            is_told.then_some((target, place))
        });
        let avoided = skipped.map(|(target, place)| Avoided::Skipped { place, target });
        avoided.collect()
    }

    /// What is begun and was left lying, the longest first. How long ago something was is told by the calendar, as
    /// everywhere; whether that is long is asked without the days of a pause.
    fn lying(&self) -> Vec<Avoided> {
        let Some(today) = self.today else {
            return Vec::new();
        };
        let rest = Rest::of(&self.snapshot.progress.facts().pauses);
        let started = self.snapshot.standing.available();
        let started =
            started.filter(|place| self.snapshot.standing.at(*place).status == Status::Started);
        let lying = started.filter_map(|place| {
            let last = self.touched.last(place)?;
            let is_long = rest.working_days(last, today) >= LONG;
            is_long.then(|| (place, today.days_after(last)))
        });
        let mut lying: Vec<(Place, u32)> = lying.collect();
        lying.sort_by_key(|(place, days)| (Reverse(*days), *place));
        let avoided = lying.into_iter();
        avoided
            .map(|(place, days)| Avoided::Lying { place, days })
            .collect()
    }

    /// The project to begin with, where learning piles up and no project moves.
    fn no_project(&self) -> Option<Avoided> {
        let since = self.today?.earlier(WINDOW);
        let kind = |place: Place| self.snapshot.curriculum.milestones[place].kind;
        let lately = |stamp: &Stamp| stamp.wall.date() >= since;
        let learned = self.done.iter().filter(|(place, stamp)| {
            matches!(kind(*place), Kind::Concept | Kind::Practice) && lately(stamp)
        });
        let learned = learned.count();
        let mut projects = self
            .snapshot
            .standing
            .available()
            .filter(|place| kind(*place) == Kind::Project);
        let place = projects.next()?;
        let all = 0..self.snapshot.curriculum.milestones.len();
        let mut all = all.filter(|place| kind(*place) == Kind::Project);
        let moves = all.any(|place| self.touched.last(place).is_some_and(|day| day >= since));
        let is_pile = learned >= PILE && !moves;
        is_pile.then_some(Avoided::NoProject { place, learned })
    }
}

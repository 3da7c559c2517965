//! What a learner walks around: hard parts passed over, work left lying, learning without a project. Said kindly, with the
//! next small step.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::next::{ago, lasting};
use super::readiness;
use super::rest::Rest;
use super::snapshot::Snapshot;
use super::standing::Status;
use crate::curriculum::{Applies, Kind, Place};
use crate::progress::event::Order;
use crate::progress::mark::{Mark, Stamp};
use crate::progress::{Answer, Day};

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
    /// A milestone is begun, and nothing happened to it for long.
    Lying {
        /// The milestone.
        place: Place,
        /// For how many days.
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

/// What the learner walks around, the weightiest first. Without today, only what needs no reckoning with days.
pub fn of(snapshot: &Snapshot, today: Option<Day>) -> Vec<Avoided> {
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
    passed.extend(look.no_project());
    passed.extend(look.lying());
    passed
}

impl Avoided {
    /// The milestone with which to begin.
    pub fn place(&self) -> Place {
        match self {
            Self::Passed { place, .. }
            | Self::Lying { place, .. }
            | Self::NoProject { place, .. } => *place,
        }
    }

    /// The word that JSON uses for its kind.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Passed { .. } => "passed",
            Self::Lying { .. } => "lying",
            Self::NoProject { .. } => "no-project",
        }
    }

    /// What there is to say of it, with the next small step, in one line.
    pub fn told(&self, snapshot: &Snapshot) -> String {
        let title = snapshot.title(self.place());
        let step = step(self.place(), snapshot);
        match self {
            Self::Passed { later, days, .. } => {
                let days = days.filter(|days| *days > 0);
                let open = days.map_or_else(
                    || "is open".to_owned(),
                    |days| format!("has been open for {}", lasting(days)),
                );
                let got = match later {
                    1 => "1 later one got".to_owned(),
                    later => format!("{later} later ones got"),
                };
                format!("“{title}” {open}, and {got} done. A small step: {step}.")
            }
            Self::Lying { days, .. } => {
                format!(
                    "“{title}” was last touched {}. A small step: {step}.",
                    ago(*days)
                )
            }
            Self::NoProject { learned, .. } => format!(
                "{learned} milestones of learning in six weeks, and no project moved. A small step: half an hour on “{title}”."
            ),
        }
    }
}

/// The smallest thing that one can do for a milestone.
fn step(place: Place, snapshot: &Snapshot) -> &'static str {
    let mut questions = readiness::questions_of(place, snapshot);
    let is_shaky = |answer: Option<Answer>| answer != Some(Answer::Sure);
    if questions.any(|question| is_shaky(question.readiness.answer)) {
        "try one of its questions"
    } else {
        "half an hour on it"
    }
}

/// What is looked at.
struct Look<'a> {
    snapshot: &'a Snapshot,
    today: Option<Day>,
    /// The required milestones that are done, with when, in the curriculum's order.
    done: Vec<(Place, &'a Stamp)>,
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
            done: done.collect(),
        }
    }

    /// The open milestones that were passed over.
    fn passed(&self) -> impl Iterator<Item = Avoided> + '_ {
        let first = self.first();
        let open = self.snapshot.standing.available();
        open.filter_map(move |place| {
            let entry = self.snapshot.entry(place);
            if entry.milestone.optional || entry.position.status != Status::Open {
                return None;
            }
            let opened = self.opened(place);
            let later = self.later(place, opened.map(|stamp| stamp.order));
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

    /// How many later milestones were done since this one opened.
    fn later(&self, place: Place, opened: Option<Order>) -> usize {
        let behind = self.done.partition_point(|(done, _)| *done <= place);
        let later = self.done[behind..].iter();
        later
            .filter(|(_, stamp)| opened.is_none_or(|opened| stamp.order > opened))
            .count()
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

    /// What is begun and was left lying, the longest first. A pause does not count.
    fn lying(&self) -> Vec<Avoided> {
        let Some(today) = self.today else {
            return Vec::new();
        };
        let spent = self.spent();
        let rest = Rest::of(&self.snapshot.progress.facts().pauses);
        let started = self.snapshot.standing.available();
        let started =
            started.filter(|place| self.snapshot.standing.at(*place).status == Status::Started);
        let lying = started.filter_map(|place| {
            let touched = touched(self.snapshot.progress.mark(place));
            let last = touched.chain(spent.get(&place).copied()).max()?;
            let days = rest.working_days(last, today);
            (days >= LONG).then_some((place, days))
        });
        let mut lying: Vec<(Place, u32)> = lying.collect();
        lying.sort_by_key(|(place, days)| (Reverse(*days), *place));
        let avoided = lying.into_iter();
        avoided
            .map(|(place, days)| Avoided::Lying { place, days })
            .collect()
    }

    /// The last day on which time was put down for each milestone.
    fn spent(&self) -> HashMap<Place, Day> {
        let mut last = HashMap::new();
        let names = self.snapshot.progress.names();
        for spent in &self.snapshot.progress.facts().spent {
            let key = spent.milestone.as_ref();
            if let Some(place) = key.and_then(|key| names.place(key.as_str())) {
                let day = last.entry(place).or_insert(spent.day);
                *day = spent.day.max(*day);
            }
        }
        last
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
        let moves =
            all.any(|place| touched(self.snapshot.progress.mark(place)).any(|day| day >= since));
        let is_pile = learned >= PILE && !moves;
        is_pile.then_some(Avoided::NoProject { place, learned })
    }
}

/// The days on which something happened to a milestone.
fn touched(mark: &Mark) -> impl Iterator<Item = Day> + '_ {
    mark.stamps().map(|stamp| stamp.wall.date())
}

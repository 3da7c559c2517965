//! What a learner can do now, the most useful first, each with its reasons.

mod reason;
mod words;

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::avoided::{self, Avoided};
use super::gap::{Gap, Unproven};
use super::job_search::is_searching;
use super::snapshot::Snapshot;
use super::standing::Status;
use super::state::State;
use super::touched::Touched;
use crate::curriculum::Place;
use crate::progress::Day;
use crate::progress::event::Order;

pub use reason::Reason;
pub(super) use words::{ago, lasting};

/// How many milestones may be begun and unfinished before new ones have to wait.
pub const MOST_BEGUN: usize = 3;

/// What there is to say where nothing can be done.
pub const NOTHING_OPEN: &str = "Nothing is open: all that applies is done or skipped.";

/// What a learner can do now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Next {
    /// What to do, the most useful first. What is begun stands before what is new.
    pub suggestions: Vec<Suggestion>,
    /// What could be begun as well, and had better wait: [`MOST_BEGUN`] or more are begun already, and one that is new is
    /// among the suggestions. In the same order.
    pub waiting: Vec<Suggestion>,
    /// What the learner walks around, the weightiest first.
    pub avoided: Vec<Avoided>,
    /// What is to be proven before the target aimed at is reached, where it needs no milestone any more.
    pub proofs: Vec<Unproven>,
}

/// A milestone to do, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The milestone.
    pub place: Place,
    /// Why it, and why here: the weightiest reason first.
    pub reasons: Vec<Reason>,
}

/// What kind of thing a suggestion is; what matters more comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// A mentor wants it done again.
    Returned,
    /// It is begun.
    Begun,
    /// The target needs it.
    Needed,
    /// The path needs it.
    Required,
    /// The author recommends it, or it is meant for now.
    Recommended,
    /// It need not be done.
    Optional,
}

impl Next {
    /// What can be done now. Without today, nothing is said of how long ago something was; the gap is that of the target
    /// aimed at, if there is one.
    ///
    /// What a mentor returned comes first, then what is begun: of that, what needs nothing else first, then what the target
    /// needs, what the path needs and what is optional, of equal ones what was touched last. Then what the target needs: of
    /// that, what the learner walked around, then what opens most of the rest. What only the path needs follows, then what is
    /// recommended or, once applications are out, meant for the search; last what is optional. Otherwise it is the
    /// curriculum's order.
    pub fn of(snapshot: &Snapshot, gap: Option<&Gap>, today: Option<Day>) -> Self {
        let avoided = avoided::of(snapshot, gap, today);
        let ranking = Ranking {
            snapshot,
            gap,
            needed: gap.map_or_else(HashMap::new, wanted),
            avoided: avoided.iter().map(Avoided::place).collect(),
            touched: Touched::of(snapshot),
            is_searching: is_searching(snapshot.progress.facts()),
            today,
        };
        let mut ranked: Vec<Ranked> = doable(snapshot).map(|place| ranking.rank(place)).collect();
        ranked.sort_by_key(Ranked::key);
        let begun = ranked.iter().filter(|ranked| ranked.is_begun()).count();
        let new = if begun >= MOST_BEGUN { 1 } else { usize::MAX };
        let shown = begun.saturating_add(new).min(ranked.len());
        let mut suggestions: Vec<Suggestion> = ranked
            .into_iter()
            .map(|ranked| ranking.suggestion(&ranked))
            .collect();
        let waiting = suggestions.split_off(shown);
        Self {
            suggestions,
            waiting,
            avoided,
            proofs: gap
                .filter(|gap| gap.missing.is_empty())
                .map_or_else(Vec::new, |gap| gap.held_up_by.clone()),
        }
    }

    /// The milestones of all suggestions, in order.
    pub fn places(&self) -> impl Iterator<Item = Place> + '_ {
        self.suggestions.iter().map(|suggestion| suggestion.place)
    }

    /// How many of them are begun, or returned by a mentor.
    pub fn begun(&self) -> usize {
        let is_begun = |suggestion: &&Suggestion| {
            let first = suggestion.reasons.first();
            matches!(first, Some(Reason::Returned(_) | Reason::Begun(_)))
        };
        self.suggestions.iter().filter(is_begun).count()
    }

    /// The same, and those that wait behind them.
    pub fn all(&self) -> impl Iterator<Item = Place> + '_ {
        let waiting = self.waiting.iter().map(|suggestion| suggestion.place);
        self.places().chain(waiting)
    }
}

/// What can be worked on: what is available, and what a mentor returned.
fn doable(snapshot: &Snapshot) -> impl Iterator<Item = Place> + '_ {
    (0..snapshot.curriculum.milestones.len()).filter(|place| {
        snapshot.standing.at(*place).is_available() || is_returned(*place, snapshot)
    })
}

fn is_returned(place: Place, snapshot: &Snapshot) -> bool {
    State::of(&snapshot.entry(place)) == State::Returned
}

/// What a ranking looks at.
struct Ranking<'a> {
    snapshot: &'a Snapshot,
    gap: Option<&'a Gap>,
    needed: HashMap<Place, Wanted>,
    /// What the learner walks around.
    avoided: HashSet<Place>,
    touched: Touched<'a>,
    is_searching: bool,
    today: Option<Day>,
}

/// By which requirements of a target a milestone is needed.
#[derive(Debug, Clone, Copy)]
struct Wanted {
    /// The index of the first of them.
    first: usize,
    /// How many more there are.
    others: usize,
}

/// Every milestone that a target still needs.
fn wanted(gap: &Gap) -> HashMap<Place, Wanted> {
    let mut all: HashMap<Place, Wanted> = HashMap::new();
    for (index, need) in gap.requirements.iter().enumerate() {
        for place in &need.missing {
            let first = Wanted {
                first: index,
                others: 0,
            };
            let known = all.entry(*place);
            known
                .and_modify(|wanted| wanted.others += 1)
                .or_insert(first);
        }
    }
    all
}

/// A milestone and what it is ranked by.
struct Ranked {
    place: Place,
    rank: Rank,
    /// What it would be if it were not begun.
    worth: Rank,
    /// What must be settled first, where it is begun all the same.
    lacks: Vec<Place>,
    is_avoided: bool,
    /// How many milestones it opens in the end.
    opens: usize,
    /// When something happened to it last, where it is begun.
    touched: (Option<Day>, Option<Order>),
}

impl Ranked {
    fn key(&self) -> impl Ord + use<> {
        let opens = if self.is_begun() { 0 } else { self.opens };
        (
            self.rank,
            !self.lacks.is_empty(),
            self.worth,
            Reverse(self.is_avoided),
            Reverse(opens),
            Reverse(self.touched),
            self.place,
        )
    }

    fn is_begun(&self) -> bool {
        matches!(self.rank, Rank::Returned | Rank::Begun)
    }
}

impl Ranking<'_> {
    fn rank(&self, place: Place) -> Ranked {
        let worth = self.worth(place);
        let rank = if is_returned(place, self.snapshot) {
            Rank::Returned
        } else if self.snapshot.standing.at(place).status == Status::Started {
            Rank::Begun
        } else {
            worth
        };
        let mut ranked = Ranked {
            place,
            rank,
            worth,
            lacks: Vec::new(),
            is_avoided: self.is_passed_over(place),
            opens: self.opens(place),
            touched: (None, None),
        };
        if ranked.is_begun() {
            ranked.touched = self.touched.moment(place);
        }
        if rank == Rank::Begun {
            ranked.lacks = self.snapshot.blocked_by(place);
        }
        ranked
    }

    /// How much it matters, whether it is begun or not.
    fn worth(&self, place: Place) -> Rank {
        let milestone = &self.snapshot.curriculum.milestones[place];
        if self.needed.contains_key(&place) {
            Rank::Needed
        } else if !milestone.optional {
            Rank::Required
        } else if milestone.recommended || (milestone.while_searching && self.is_searching) {
            Rank::Recommended
        } else {
            Rank::Optional
        }
    }

    /// Whether it is not begun, and the learner walks around it.
    fn is_passed_over(&self, place: Place) -> bool {
        let is_new = self.snapshot.standing.at(place).status == Status::Open;
        is_new && self.avoided.contains(&place)
    }

    /// How many milestones it opens in the end: of those that the target needs, if it is one of them, else of all.
    fn opens(&self, place: Place) -> usize {
        let is_needed = self.needed.contains_key(&place);
        let snapshot = self.snapshot;
        let wanted = |place: Place| {
            let is_unsettled = !snapshot.standing.at(place).status.settles();
            is_unsettled && (!is_needed || self.needed.contains_key(&place))
        };
        let opens = snapshot.graph.opens(place, wanted);
        opens.direct.len() + opens.behind
    }

    fn suggestion(&self, ranked: &Ranked) -> Suggestion {
        Suggestion {
            place: ranked.place,
            reasons: self.reasons(ranked),
        }
    }
}

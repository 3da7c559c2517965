//! What a whole cohort finds hard.

use std::cmp::Reverse;
use std::ops::Range;

use super::card::Card;
use super::cell::{Cell, Phase};
use super::median::median;
use super::whole::Cohort;
use crate::curriculum::Place;
use crate::progress::Day;

/// Below how many learners a share says little.
const SMALL: usize = 5;

/// How many days a week has.
pub(super) const WEEK: u32 = 7;

/// How a cohort of one course does with it, milestone by milestone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weak {
    /// Each milestone that belongs to somebody's path, in the curriculum's order.
    pub milestones: Vec<WeakSpot>,
    /// Each stage.
    pub stages: Vec<WeakSpot>,
    /// The milestone that holds up most: at which most are, two at the least.
    pub bottleneck: Option<Place>,
}

/// How a cohort does with one milestone or stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeakSpot {
    /// The place of the milestone, or the index of the stage.
    pub place: usize,
    /// What is counted.
    pub count: Count,
    /// The same a week before, as far as days tell: what was done and verified by then, and how long that took. Of the rest
    /// it is not known since when it holds.
    pub before: Count,
}

/// What is counted of a milestone, or of all milestones of a stage together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Count {
    /// To how many learners' paths it belongs.
    pub learners: usize,
    /// How many milestones of learners these are: of one milestone as many as learners, of a stage more.
    pub cells: usize,
    /// How many of those are done.
    pub done: usize,
    /// How many of those are verified.
    pub verified: usize,
    /// How many learners are at it: it is begun, or returned to them.
    pub at_it: usize,
    /// How many learners had it returned twice or more.
    pub returned_twice: usize,
    /// How many of its questions they answered with unsure or no.
    pub unsure: usize,
    /// The median of the days from its first deed to its tick, of those of whom both are known.
    pub days_open: Option<u32>,
}

impl Count {
    /// The share that is done, in percent, rounded down.
    pub fn done_percent(&self) -> u8 {
        percent(self.done, self.cells)
    }

    /// The share that is verified, in percent, rounded down.
    pub fn verified_percent(&self) -> u8 {
        percent(self.verified, self.cells)
    }

    /// The share of learners who had it returned twice or more, in percent, rounded down.
    pub fn returned_twice_percent(&self) -> u8 {
        percent(self.returned_twice, self.learners)
    }

    /// Whether so few learners are counted that a share says little.
    pub fn is_small(&self) -> bool {
        self.learners < SMALL
    }

    /// Counts what these learners have of these places, of what has a day what was so by that day.
    fn of(cards: &[&Card], places: &Range<Place>, by: Option<Day>) -> Self {
        let until = |day: Option<Day>| day.is_some_and(|day| by.is_none_or(|by| day <= by));
        let mut count = Self::default();
        let mut open = Vec::new();
        for card in cards {
            let cells = card.cells[places.clone()].iter();
            let cells = cells.filter(|cell| cell.phase.belongs());
            let learners = |holds: fn(&Cell) -> bool| {
                let mut cells = cells.clone();
                usize::from(cells.any(holds))
            };
            count.learners += learners(|_| true);
            count.at_it += learners(|cell| cell.phase.is_theirs());
            count.returned_twice += learners(|cell| cell.returned >= 2);
            for cell in cells {
                count.cells += 1;
                // Nobody knows since when somebody has known what is credited.
                let is_known = by.is_none() || cell.phase == Phase::Credited;
                let is_done = cell.phase.counts() && (is_known || until(cell.done()));
                count.done += usize::from(is_done);
                count.verified += usize::from(cell.is_verified() && until(cell.verified()));
                count.unsure += usize::from(cell.unsure);
                open.extend(cell.days_open().filter(|_| until(cell.done())));
            }
        }
        let open = open.into_iter().map(u32::from);
        count.days_open = median(open.collect());
        count
    }
}

impl Weak {
    /// How the learners of the course of this index do for whom that holds, by this day.
    pub fn of(
        cohort: &Cohort,
        course: usize,
        today: Day,
        is_shown: impl Fn(&Card) -> bool,
    ) -> Self {
        let cards = cohort.cards.iter();
        let cards: Vec<&Card> = cards
            .filter(|card| card.course == course && is_shown(card))
            .collect();
        let curriculum = cohort.courses.get(course).map(|course| &course.curriculum);
        let spot = |place: usize, places: Range<Place>| WeakSpot {
            place,
            count: Count::of(&cards, &places, None),
            before: Count::of(&cards, &places, Some(today.earlier(WEEK))),
        };
        let places = 0..curriculum.map_or(0, |curriculum| curriculum.milestones.len());
        let milestones = places.map(|place| spot(place, place..place + 1));
        let milestones = milestones.filter(|spot| spot.count.learners > 0);
        let stages = curriculum
            .iter()
            .flat_map(|it| it.stages.iter().enumerate());
        let stages = stages.map(|(index, stage)| spot(index, stage.members.clone()));
        let milestones: Vec<WeakSpot> = milestones.collect();
        Self {
            bottleneck: bottleneck(&milestones),
            stages: stages.collect(),
            milestones,
        }
    }

    /// The milestones that are hard for somebody, the hardest first: at which most are, which came back twice, of which
    /// questions are unsure.
    pub fn hardest(&self) -> Vec<&WeakSpot> {
        let milestones = self.milestones.iter();
        let mut hard: Vec<&WeakSpot> = milestones.filter(|spot| spot.is_hard()).collect();
        hard.sort_by_key(|spot| Reverse(spot.hardness()));
        hard
    }

    /// What is counted of the milestone at this place.
    pub fn at(&self, place: Place) -> Option<&WeakSpot> {
        self.milestones.iter().find(|spot| spot.place == place)
    }
}

impl WeakSpot {
    fn is_hard(&self) -> bool {
        self.count.at_it + self.count.returned_twice + self.count.unsure > 0
    }

    /// How hard it is, for listing the hardest first: how many are at it, to how many it came back, how much is unsure, and
    /// how long it takes.
    pub fn hardness(&self) -> (usize, usize, usize, Option<u32>) {
        let Count {
            at_it,
            returned_twice,
            unsure,
            days_open,
            ..
        } = self.count;
        (at_it, returned_twice, unsure, days_open)
    }
}

/// The milestone that holds up most: of those that most are at, the hardest, and of equally hard ones the first. One learner
/// alone is held up, but no cohort.
fn bottleneck(milestones: &[WeakSpot]) -> Option<Place> {
    let held = milestones.iter().filter(|spot| spot.count.at_it > 1);
    let most = held.max_by_key(|spot| (spot.hardness(), Reverse(spot.place)));
    most.map(|spot| spot.place)
}

fn percent(part: usize, whole: usize) -> u8 {
    let share = (part * 100).checked_div(whole).unwrap_or(0);
    u8::try_from(share).unwrap_or(100)
}

//! What a whole cohort finds hard.

use super::card::Card;
use super::cell::Cell;
use super::whole::Cohort;
use crate::curriculum::Place;
use crate::progress::Day;

/// Below how many learners a share says little.
const SMALL: usize = 5;

/// How many days a week has.
const WEEK: u32 = 7;

/// How a cohort of one course does with it, milestone by milestone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weak {
    /// Each milestone that belongs to somebody's path, in the curriculum's order.
    pub milestones: Vec<WeakSpot>,
    /// Each stage.
    pub stages: Vec<WeakSpot>,
    /// The milestone at which most are: the one with the most learners who could do it now and have not, if any.
    pub bottleneck: Option<Place>,
}

/// How a cohort does with one milestone or stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeakSpot {
    /// The place of the milestone, or the index of the stage.
    pub place: usize,
    /// What is counted.
    pub count: Count,
    /// The same a week before.
    pub before: Count,
}

/// What is counted of a milestone, or of all milestones of a stage together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Count {
    /// To how many learners' paths it belongs.
    pub learners: usize,
    /// How many of them have done it.
    pub done: usize,
    /// How many of them have it verified.
    pub verified: usize,
    /// How many are at it: it is begun, or returned to them.
    pub at_it: usize,
    /// How many had it returned twice or more.
    pub returned_twice: usize,
    /// How many of its questions they answered with unsure or no.
    pub unsure: usize,
    /// The median of the days from its first deed to its tick, of those of whom both are known.
    pub days_open: Option<u16>,
}

impl Count {
    /// The share that has done it, in percent, rounded down.
    pub fn done_percent(&self) -> u8 {
        percent(self.done, self.learners)
    }

    /// The share that has it verified, in percent, rounded down.
    pub fn verified_percent(&self) -> u8 {
        percent(self.verified, self.learners)
    }

    /// The share that had it returned twice or more, in percent, rounded down.
    pub fn returned_twice_percent(&self) -> u8 {
        percent(self.returned_twice, self.learners)
    }

    /// Whether so few learners are counted that a share says little.
    pub fn is_small(&self) -> bool {
        self.learners < SMALL
    }

    fn of(cells: &[Cell], by: Option<Day>) -> Self {
        let until = |day: Option<Day>| day.is_some_and(|day| by.is_none_or(|by| day <= by));
        let count = |holds: &dyn Fn(&Cell) -> bool| cells.iter().filter(|cell| holds(cell)).count();
        let open = cells.iter().filter(|cell| until(cell.done()));
        let open = open.filter_map(|cell| cell.days_open()).collect();
        Self {
            learners: cells.len(),
            done: count(&|cell| cell.phase.counts() && (by.is_none() || until(cell.done()))),
            verified: count(&|cell| cell.is_verified() && until(cell.verified())),
            at_it: count(&|cell| cell.phase.is_theirs()),
            returned_twice: count(&|cell| cell.returned >= 2),
            unsure: cells.iter().map(|cell| usize::from(cell.unsure)).sum(),
            days_open: median(open),
        }
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
        let cells = |places: std::ops::Range<Place>| -> Vec<Cell> {
            let all = cards.iter().flat_map(|card| &card.cells[places.clone()]);
            all.copied().filter(|cell| cell.phase.belongs()).collect()
        };
        let spot = |place: usize, cells: &[Cell]| WeakSpot {
            place,
            count: Count::of(cells, None),
            before: Count::of(cells, Some(today.earlier(WEEK))),
        };
        let places = 0..curriculum.map_or(0, |curriculum| curriculum.milestones.len());
        let milestones = places.filter_map(|place| {
            let cells = cells(place..place + 1);
            (!cells.is_empty()).then(|| spot(place, &cells))
        });
        let stages = curriculum
            .iter()
            .flat_map(|it| it.stages.iter().enumerate());
        let stages = stages.map(|(index, stage)| spot(index, &cells(stage.members.clone())));
        let milestones: Vec<WeakSpot> = milestones.collect();
        Self {
            bottleneck: bottleneck(&milestones),
            stages: stages.collect(),
            milestones,
        }
    }
}

/// The milestone that holds up most: of those that most are at, the one that takes the longest.
fn bottleneck(milestones: &[WeakSpot]) -> Option<Place> {
    let held = milestones.iter().filter(|spot| spot.count.at_it > 0);
    let most = held.max_by_key(|spot| {
        let Count {
            at_it,
            returned_twice,
            days_open,
            ..
        } = spot.count;
        (at_it, returned_twice, days_open)
    });
    most.map(|spot| spot.place)
}

fn percent(part: usize, whole: usize) -> u8 {
    let share = (part * 100).checked_div(whole).unwrap_or(0);
    u8::try_from(share).unwrap_or(100)
}

fn median(mut days: Vec<u16>) -> Option<u16> {
    days.sort_unstable();
    days.get(days.len() / 2).copied()
}

//! Learners beside stages: in which order, and what stands below each column.

use std::cmp::Reverse;

use super::card::Card;
use super::whole::Cohort;
use crate::insight::standing::Tally;

/// Of how many parts a share is taken, so that a mean is not one of rounded figures.
const PARTS: u64 = 1_000_000_000;

/// In which order learners stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// By name.
    #[default]
    Name,
    /// Those with the least progress first.
    Progress,
    /// Those whose last deed is the longest ago first.
    Activity,
    /// Those who are stuck first, the worst of them first.
    Stuck,
}

/// The learners of one course beside its stages.
#[derive(Debug)]
pub struct Grid<'cohort> {
    /// The learners, in order.
    pub rows: Vec<&'cohort Card>,
    /// The mean share of each stage that they have done, in percent, rounded down.
    pub means: Vec<u8>,
    /// The mean share of all that they have done, in percent, rounded down.
    pub mean: u8,
}

impl Order {
    /// All of them, each followed by the next on the key for ordering.
    pub const ALL: [Self; 4] = [Self::Name, Self::Progress, Self::Activity, Self::Stuck];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Progress => "progress",
            Self::Activity => "last activity",
            Self::Stuck => "stuck",
        }
    }

    /// The one that follows it.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|order| *order == self);
        Self::ALL[at.map_or(0, |at| (at + 1) % Self::ALL.len())]
    }

    /// Puts learners, who stand by name, into this order.
    pub fn sort(self, cards: &mut [&Card]) {
        match self {
            Self::Name => {}
            Self::Progress => cards.sort_by_key(|card| {
                let Tally { done, .. } = card.total;
                (card.total.percent(), done)
            }),
            Self::Activity => cards.sort_by_key(|card| card.pulse.last),
            Self::Stuck => cards.sort_by_key(|card| {
                Reverse(card.stuck.as_ref().map(|stuck| (true, stuck.weight())))
            }),
        }
    }
}

impl<'cohort> Grid<'cohort> {
    /// The learners of the course of this index for whom that holds, in an order.
    pub fn of(
        cohort: &'cohort Cohort,
        course: usize,
        order: Order,
        is_shown: impl Fn(&Card) -> bool,
    ) -> Self {
        let cards = cohort.cards.iter();
        let mut rows: Vec<&Card> = cards
            .filter(|card| card.course == course && is_shown(card))
            .collect();
        order.sort(&mut rows);
        let stages = cohort
            .courses
            .get(course)
            .map_or(0, |course| course.curriculum.stages.len());
        let stages = 0..stages;
        Self {
            means: stages
                .map(|stage| mean(&rows, |card| card.stages[stage]))
                .collect(),
            mean: mean(&rows, |card| card.total),
            rows,
        }
    }
}

/// The mean of a share over learners of whom something is required; 0 where it is of none.
fn mean(cards: &[&Card], tally: impl Fn(&Card) -> Tally) -> u8 {
    let tallies = cards.iter().map(|card| tally(card));
    let shares = tallies.filter_map(|tally| {
        let parts = tally.minutes_done * PARTS + tally.minutes_required / 2;
        parts.checked_div(tally.minutes_required)
    });
    let (sum, count) = shares.fold((0, 0), |(sum, count), share| (sum + share, count + 1));
    let percent = (sum * 100).checked_div(count * PARTS).unwrap_or(0);
    u8::try_from(percent).unwrap_or(100)
}

//! What is counted, and in which order it stands; counted once until something changes.

use std::cmp::Reverse;
use std::ops::Range;
use std::rc::Rc;

use crate::curriculum::{Id, Key, Place};
use crate::insight::cohort::{self, Card, Cohort, Course, WeakSpot, Week};
use crate::progress::Day;
use crate::text::visible;
use crate::tui::review::Review;

/// What is counted of the learners of one course.
#[derive(Debug, Default)]
pub(super) struct Counted {
    cohort: Rc<Cohort>,
    course: Option<usize>,
    weak: Option<cohort::Weak>,
    week: Option<Week>,
    rows: Vec<Spot>,
}

/// What a row is of, in the curriculum as it is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    Stage(usize),
    Milestone(Place),
}

/// What a row is of, whatever becomes of the curriculum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Name {
    Stage(Id),
    Milestone(Key),
}

/// In which order rows stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Sorting {
    /// Each stage, and below it its milestones.
    #[default]
    Stages,
    /// Milestones at which most are, and which come back.
    Hardest,
    /// Those that take longest.
    Slowest,
    /// Those that the fewest have done.
    LeastDone,
    /// Those of whose questions most are unsure.
    LeastSure,
}

impl Sorting {
    const ALL: [Self; 5] = [
        Self::Stages,
        Self::Hardest,
        Self::Slowest,
        Self::LeastDone,
        Self::LeastSure,
    ];

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Stages => "by stage",
            Self::Hardest => "the hardest first",
            Self::Slowest => "the slowest first",
            Self::LeastDone => "the least done first",
            Self::LeastSure => "the least sure first",
        }
    }

    pub(super) fn next(self) -> Self {
        let at = Self::ALL.iter().position(|sorting| *sorting == self);
        Self::ALL[at.map_or(0, |at| (at + 1) % Self::ALL.len())]
    }
}

impl Counted {
    /// Counts the learners that are shown of the course of this index.
    pub(super) fn of(
        review: &Review,
        course: Option<usize>,
        today: Option<Day>,
        sorting: Sorting,
    ) -> Self {
        let cohort = Rc::clone(&review.cohort);
        let shown = |card: &Card| review.shown.shows(card);
        // Where the clock is wrong by decades, what changed lately cannot be told; the rest can.
        let day = today.unwrap_or(Day::FIRST);
        let weak = course.map(|course| cohort::Weak::of(&cohort, course, day, shown));
        let cards = cohort.cards.iter();
        let cards = cards.filter(|card| Some(card.course) == course && shown(card));
        let lately = today.map(|today| Week::of(cards, today));
        let mut counted = Self {
            weak,
            week: lately,
            course,
            rows: Vec::new(),
            cohort: Rc::clone(&cohort),
        };
        counted.sort(sorting);
        counted
    }

    /// Puts the rows into this order.
    pub(super) fn sort(&mut self, sorting: Sorting) {
        let rows = match (&self.weak, self.course()) {
            (Some(weak), Some(course)) => rows(weak, course, sorting),
            _ => Vec::new(),
        };
        self.rows = rows;
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn spot(&self, row: usize) -> Option<Spot> {
        self.rows.get(row).copied()
    }

    pub(super) fn course(&self) -> Option<&Course> {
        self.cohort.courses.get(self.course?)
    }

    /// The learners of the course.
    pub(super) fn cards(&self) -> impl Iterator<Item = &Card> {
        let cards = self.cohort.cards.iter();
        cards.filter(|card| Some(card.course) == self.course)
    }

    /// What happened within the last week, where the clock can be believed.
    pub(super) fn week(&self) -> Option<&Week> {
        self.week.as_ref()
    }

    /// What holds up most: its title, and what is counted of it.
    pub(super) fn bottleneck(&self) -> Option<(String, &WeakSpot)> {
        let weak = self.weak.as_ref()?;
        let place = weak.bottleneck?;
        Some((self.title(Spot::Milestone(place)), weak.at(place)?))
    }

    pub(super) fn is_bottleneck(&self, spot: Spot) -> bool {
        let place = self.weak.as_ref().and_then(|weak| weak.bottleneck);
        place.map(Spot::Milestone) == Some(spot)
    }

    /// The title of a row, and what is counted.
    pub(super) fn row(&self, row: usize) -> Option<(String, &WeakSpot)> {
        let spot = self.spot(row)?;
        let weak = self.weak.as_ref()?;
        let counted = match spot {
            Spot::Stage(index) => weak.stages.get(index),
            Spot::Milestone(place) => {
                let at = weak
                    .milestones
                    .binary_search_by_key(&place, |spot| spot.place);
                weak.milestones.get(at.ok()?)
            }
        };
        Some((self.title(spot), counted?))
    }

    /// Fit for the screen.
    pub(super) fn title(&self, spot: Spot) -> String {
        let title = self.course().map(|course| match spot {
            Spot::Stage(index) => visible(&course.curriculum.stages[index].title).into_owned(),
            Spot::Milestone(place) => course.title(place),
        });
        title.unwrap_or_default()
    }

    /// The name of the row of this index, which there is.
    pub(super) fn name(&self, row: usize) -> Name {
        let spot = self.rows[row];
        // Where there is a row, there is a course.
        let curriculum = &self.cohort.courses[self.course.unwrap_or(0)].curriculum;
        match spot {
            Spot::Stage(index) => Name::Stage(curriculum.stages[index].id.clone()),
            Spot::Milestone(place) => Name::Milestone(curriculum.milestones[place].key.clone()),
        }
    }

    /// The places of the milestones of a row.
    pub(super) fn places(&self, spot: Spot) -> Range<Place> {
        match spot {
            Spot::Milestone(place) => place..place + 1,
            Spot::Stage(index) => {
                let stage = self.course().map(|course| &course.curriculum.stages[index]);
                stage.map_or(0..0, |stage| stage.members.clone())
            }
        }
    }

    pub(super) fn key(&self, place: Place) -> Option<&Key> {
        let milestone = self.course()?.curriculum.milestones.get(place);
        milestone.map(|milestone| &milestone.key)
    }
}

fn rows(weak: &cohort::Weak, course: &Course, sorting: Sorting) -> Vec<Spot> {
    let mut spots: Vec<&WeakSpot> = weak.milestones.iter().collect();
    match sorting {
        Sorting::Stages => return by_stage(weak, course),
        Sorting::Hardest => spots.sort_by_key(|spot| Reverse(spot.hardness())),
        Sorting::Slowest => spots.sort_by_key(|spot| Reverse(spot.count.days_open)),
        // Exact shares are compared, not rounded ones.
        Sorting::LeastDone => spots.sort_by(|one, other| {
            let left = one.count.done * other.count.cells;
            left.cmp(&(other.count.done * one.count.cells))
        }),
        Sorting::LeastSure => spots.sort_by_key(|spot| Reverse(spot.count.unsure)),
    }
    spots
        .iter()
        .map(|spot| Spot::Milestone(spot.place))
        .collect()
}

fn by_stage(weak: &cohort::Weak, course: &Course) -> Vec<Spot> {
    let mut rows = Vec::new();
    let stages = course.curriculum.stages.iter().enumerate();
    for (index, stage) in stages {
        let members = weak.milestones.iter().map(|spot| spot.place);
        let members: Vec<Place> = members
            .filter(|place| stage.members.contains(place))
            .collect();
        if !members.is_empty() {
            rows.push(Spot::Stage(index));
            rows.extend(members.into_iter().map(Spot::Milestone));
        }
    }
    rows
}

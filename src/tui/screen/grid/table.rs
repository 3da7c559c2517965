//! Which learners and columns there are, in order, reckoned once for all keys until something changes.

use std::rc::Rc;

use uuid::Uuid;

use crate::curriculum::{Id, Key, Place, Stage};
use crate::insight::cohort::{self, Card, Cohort, Course, Order};
use crate::text::visible;
use crate::tui::review::Review;

/// The learners of one course, and what stands beside them.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) cohort: Rc<Cohort>,
    course: Option<usize>,
    /// The index of each learner's card, in order.
    rows: Vec<usize>,
    pub(super) columns: Vec<Column>,
}

/// A column.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) of: Of,
    pub(super) name: Name,
    /// Fit for the screen.
    pub(super) title: String,
    /// What is done of it on average, in percent.
    pub(super) mean: u8,
}

/// What a column is of, in the curriculum as it is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// The whole path.
    All,
    /// The stage of this index.
    Stage(usize),
    /// The milestone at this place.
    Milestone(Place),
}

/// What a column is of, whatever becomes of the curriculum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Name {
    All,
    Stage(Id),
    Milestone(Key),
}

impl Table {
    /// The learners that are shown of the course of this index, in an order, with the milestones of one stage unfolded.
    pub(super) fn of(
        review: &Review,
        course: Option<usize>,
        order: Order,
        unfolded: Option<&Id>,
    ) -> Self {
        let cohort = Rc::clone(&review.cohort);
        let Some(index) = course else {
            return Self {
                cohort,
                ..Self::default()
            };
        };
        let grid = cohort::Grid::of(&cohort, index, order, |card| review.shown.shows(card));
        let rows = grid.rows.iter();
        let columns = columns(&cohort.courses[index], &grid, unfolded);
        Self {
            rows: rows
                .filter_map(|card| review.place(card.learner()))
                .collect(),
            columns,
            course,
            cohort: Rc::clone(&cohort),
        }
    }

    /// How many learners there are.
    pub(super) fn rows(&self) -> usize {
        self.rows.len()
    }

    /// What is kept of the learner of this row.
    pub(super) fn card(&self, row: usize) -> Option<&Card> {
        self.cohort.cards.get(*self.rows.get(row)?)
    }

    /// Who stands in this row, which there is.
    pub(super) fn learner(&self, row: usize) -> Uuid {
        self.card(row).map_or(Uuid::nil(), Card::learner)
    }

    /// The course that all of them follow.
    pub(super) fn course(&self) -> Option<&Course> {
        self.cohort.courses.get(self.course?)
    }

    /// The stage of this index.
    pub(super) fn stage(&self, index: usize) -> Option<&Stage> {
        self.course()?.curriculum.stages.get(index)
    }

    /// The index of the stage of the milestone at this place.
    pub(super) fn stage_of(&self, place: Place) -> Option<usize> {
        self.course()?.curriculum.stage_of(place)
    }

    /// The key of the milestone at this place.
    pub(super) fn key(&self, place: Place) -> Option<&Key> {
        let milestone = self.course()?.curriculum.milestones.get(place);
        milestone.map(|milestone| &milestone.key)
    }
}

/// All there is, each stage, and behind the one that is unfolded those of its milestones that are on somebody's path.
fn columns(course: &Course, grid: &cohort::Grid<'_>, unfolded: Option<&Id>) -> Vec<Column> {
    let mut columns = vec![Column {
        of: Of::All,
        name: Name::All,
        title: "All".to_owned(),
        mean: grid.mean,
    }];
    let stages = course.curriculum.stages.iter().zip(&grid.means);
    for (index, (stage, mean)) in stages.enumerate() {
        columns.push(Column {
            of: Of::Stage(index),
            name: Name::Stage(stage.id.clone()),
            title: visible(&stage.title).into_owned(),
            mean: *mean,
        });
        if unfolded == Some(&stage.id) {
            let members = stage.members.clone();
            columns.extend(members.filter_map(|place| milestone(place, course, &grid.rows)));
        }
    }
    columns
}

/// The column of a milestone, if it belongs to somebody's path.
fn milestone(place: Place, course: &Course, cards: &[&Card]) -> Option<Column> {
    let cells = cards.iter().map(|card| card.cells[place].phase);
    let (done, all) = cells
        .filter(|phase| phase.belongs())
        .fold((0, 0), |(done, all), phase| {
            (done + usize::from(phase.counts()), all + 1)
        });
    let mean = (done * 100).checked_div(all)?;
    Some(Column {
        of: Of::Milestone(place),
        name: Name::Milestone(course.curriculum.milestones[place].key.clone()),
        title: course.title(place),
        mean: u8::try_from(mean).unwrap_or(100),
    })
}

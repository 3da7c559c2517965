//! Learners beside stages, and beside the milestones of a stage that is unfolded; the heading stays while learners scroll,
//! and their names while stages do.

mod cell;
mod draw;
mod table;

use ratatui::layout::Rect;
use uuid::Uuid;

use self::table::{Name, Of, Table};
use super::{Screen, submission};
use crate::curriculum::{Id, Key, Place};
use crate::insight::cohort::Order;
use crate::session::Submission;
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::review::{Followed, Review, Shown, is_one_of_several};
use crate::tui::step::Step;
use crate::tui::widget::Cursor;

/// The screen.
#[derive(Debug, Default)]
pub(super) struct Grid {
    table: Table,
    order: Order,
    followed: Followed,
    /// The stage whose milestones are columns.
    unfolded: Option<Id>,
    learner: Cursor<Uuid>,
    column: Cursor<Name>,
}

impl Grid {
    /// Lays all out anew; the cursor stays on its learner, and on its stage or milestone.
    fn lay_out(&mut self, review: &Review) {
        self.followed.stay(&review.cohort);
        let course = self.followed.course(&review.cohort);
        self.table = Table::of(review, course, self.order, self.unfolded.as_ref());
        let Self {
            table,
            learner,
            column,
            ..
        } = self;
        learner.settle(table.rows(), |row| table.learner(row));
        column.settle(table.columns.len(), |index| {
            table.columns[index].name.clone()
        });
    }

    /// What the column under the cursor is of.
    fn here(&self) -> Option<Of> {
        self.table
            .columns
            .get(self.column.index())
            .map(|column| column.of)
    }

    /// The milestone of a column, or the one of a stage that the learner under the cursor is to be seen at.
    fn place(&self) -> Option<Place> {
        let card = self.table.card(self.learner.index())?;
        match self.here()? {
            Of::All => None,
            Of::Milestone(place) => Some(place),
            Of::Stage(stage) => cell::foremost(card, &self.table.stage(stage)?.members),
        }
    }

    fn meet(&self) -> Step {
        let Some(card) = self.table.card(self.learner.index()) else {
            return Step::Stay;
        };
        let key = self.place().and_then(|place| self.table.key(place));
        Step::Meet(card.learner(), key.cloned())
    }

    /// What waits of the milestone under the cursor, if it waits.
    fn waits(&self) -> Vec<Submission> {
        let waits = || {
            let card = self.table.card(self.learner.index())?;
            let Of::Milestone(place) = self.here()? else {
                return None;
            };
            let mut waiting = card.waiting.iter();
            let waiting = waiting.find(|waiting| waiting.place == place)?;
            Some(Submission {
                learner: card.learner(),
                milestone: self.table.key(place)?.clone(),
                seen: waiting.submitted(),
            })
        };
        waits().into_iter().collect()
    }

    /// Unfolds the stage under the cursor, or folds the one that it is in.
    fn fold(&mut self, review: &Review) {
        let stage = match self.here() {
            Some(Of::Stage(stage)) => Some(stage),
            Some(Of::Milestone(place)) => self.table.stage_of(place),
            Some(Of::All) | None => None,
        };
        let Some(id) = stage
            .and_then(|stage| self.table.stage(stage))
            .map(|it| it.id.clone())
        else {
            return;
        };
        let is_unfolded = self.unfolded.as_ref() == Some(&id);
        self.unfolded = (!is_unfolded).then(|| id.clone());
        self.lay_out(review);
        self.go_to(&Name::Stage(id));
    }

    /// Puts the cursor into the column of this name.
    fn go_to(&mut self, name: &Name) {
        let columns = &self.table.columns;
        if let Some(index) = columns.iter().position(|column| column.name == *name) {
            self.column
                .put(index, columns.len(), |index| columns[index].name.clone());
        }
    }

    fn across(&mut self, motion: Motion) {
        let columns = &self.table.columns;
        let name = |index: usize| columns[index].name.clone();
        self.column.go(motion, columns.len(), columns.len(), name);
    }

    /// Folds what is unfolded, else lists all learners.
    fn escape(&mut self, review: &Review) -> Step {
        let Some(id) = self.unfolded.take() else {
            return Step::List(Shown::default());
        };
        let is_within = matches!(self.here(), Some(Of::Milestone(_)));
        self.lay_out(review);
        if is_within {
            self.go_to(&Name::Stage(id));
        }
        Step::Stay
    }
}

impl Screen for Grid {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Submission, Scope::Grid, Scope::List, Scope::Desk]
    }

    fn milestone(&self, _known: &Known) -> Option<Place> {
        None
    }

    fn subject(&self, _known: &Known) -> Option<(Uuid, Key)> {
        let card = self.table.card(self.learner.index())?;
        let Of::Milestone(place) = self.here()? else {
            return None;
        };
        Some((card.learner(), self.table.key(place)?.clone()))
    }

    fn offers(&self, command: Command, known: &Known) -> bool {
        match command {
            Command::Follow | Command::Sort => self.table.rows() > 0,
            Command::Fold => !matches!(self.here(), Some(Of::All) | None),
            Command::Course => known
                .review
                .as_ref()
                .is_some_and(|review| is_one_of_several(&review.cohort)),
            command => submission::works(command, || self.waits(), known),
        }
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        let Some(review) = &known.review else {
            return Step::Stay;
        };
        match command {
            Command::Move(motion) => {
                let table = &self.table;
                self.learner
                    .go(motion, known.page(), table.rows(), |row| table.learner(row));
            }
            Command::Across(motion) => self.across(motion),
            Command::Fold => self.fold(review),
            Command::Sort => {
                self.order = self.order.next();
                self.lay_out(review);
            }
            Command::Course => {
                self.followed.go_on(&review.cohort);
                self.lay_out(review);
            }
            Command::Follow => return self.meet(),
            Command::Escape => return self.escape(review),
            command => return submission::step(command, self.waits(), known),
        }
        Step::Stay
    }

    /// Each column is a pane, behind that of the names.
    fn click(&mut self, pane: usize, row: usize, _known: &Known) -> Step {
        let table = &self.table;
        let at = (self.learner.index(), self.column.index());
        self.learner
            .put(row, table.rows(), |row| table.learner(row));
        if let Some(column) = pane.checked_sub(1) {
            self.across(Motion::To(column));
        }
        if at == (self.learner.index(), self.column.index()) {
            return self.meet();
        }
        Step::Stay
    }

    fn settle(&mut self, known: &Known) {
        if let Some(review) = &known.review {
            self.lay_out(review);
        }
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        if let Some(review) = &known.review {
            draw::draw(self, review, known, area, canvas);
        }
    }
}

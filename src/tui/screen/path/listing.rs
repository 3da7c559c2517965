//! What the path lists: which rows there are, where the cursor is among them, and which are marked.

use std::collections::BTreeSet;

use super::rows::{self, At, Rows, Spot};
use crate::curriculum::{Id, Place};
use crate::insight::Filter;
use crate::tui::command::Motion;
use crate::tui::known::Known;
use crate::tui::widget::Cursor;

/// The rows and the cursor.
#[derive(Debug)]
pub(super) struct Listing {
    cursor: Cursor<At>,
    rows: Rows,
    filter: Filter,
    folded: BTreeSet<Id>,
    /// Where a range of marked milestones begins; it ends at the cursor.
    range: Option<At>,
}

impl Listing {
    /// All of the path, with the cursor on the first thing to do.
    pub(super) fn at_first_thing_to_do(known: &Known) -> Self {
        let rows = Rows::of(known, Filter::All, &BTreeSet::new());
        let first = known.first_thing_to_do().map(Spot::Milestone);
        let first = first.or(rows.get(1)).or(rows.get(0));
        let mut listing = Self {
            cursor: Cursor::default(),
            rows,
            filter: Filter::All,
            folded: BTreeSet::new(),
            range: None,
        };
        listing.put(first, known);
        listing
    }

    /// The name of what is under the cursor.
    pub(super) fn at(&self) -> Option<&At> {
        self.cursor.name()
    }

    /// What is under the cursor.
    pub(super) fn spot(&self) -> Option<Spot> {
        self.rows.get(self.cursor.index())
    }

    /// The row of the cursor.
    pub(super) fn index(&self) -> usize {
        self.cursor.index()
    }

    pub(super) fn rows(&self) -> &Rows {
        &self.rows
    }

    pub(super) fn filter(&self) -> Filter {
        self.filter
    }

    pub(super) fn is_folded(&self, stage: usize, known: &Known) -> bool {
        self.folded.contains(&known.curriculum().stages[stage].id)
    }

    /// The milestones from where the range began to the cursor; none while there is no range.
    pub(super) fn marked(&self, known: &Known) -> Vec<Place> {
        let began = self.range.as_ref().and_then(|at| at.spot(known));
        began.map_or_else(Vec::new, |spot| {
            let began = self.rows.index(spot, known);
            self.rows.between(began, self.index())
        })
    }

    /// So many milestones from the cursor down, or as many as there are.
    pub(super) fn down(&self, count: usize) -> Vec<Place> {
        let mut below = self
            .rows
            .between(self.index(), self.rows.len().saturating_sub(1));
        below.truncate(count);
        below
    }

    /// Whether a range was begun.
    pub(super) fn has_range(&self) -> bool {
        self.range.is_some()
    }

    /// Begins a range at the cursor, or lets go of it.
    pub(super) fn mark(&mut self) {
        self.range = match self.range {
            Some(_) => None,
            None => self.at().cloned(),
        };
    }

    /// Lets go of the range; says whether there was one.
    pub(super) fn let_go(&mut self) -> bool {
        self.range.take().is_some()
    }

    /// Moves the cursor among the rows, of which so many are in sight.
    pub(super) fn go(&mut self, motion: Motion, height: usize, known: &Known) {
        let name = |index: usize| self.rows.at(index, known);
        self.cursor.go(motion, height, self.rows.len(), name);
    }

    /// Moves the cursor among the stages.
    pub(super) fn go_by_stage(&mut self, motion: Motion, known: &Known) {
        let to = self.rows.by_stage(self.index(), motion);
        self.put(to, known);
    }

    /// Puts the cursor there, or as near as can be, if there is something.
    pub(super) fn put(&mut self, spot: Option<Spot>, known: &Known) {
        if let Some(spot) = spot {
            let index = self.rows.index(spot, known);
            let name = |index: usize| self.rows.at(index, known);
            self.cursor.put(index, self.rows.len(), name);
        }
    }

    /// Puts the cursor there, whatever is folded or filtered.
    pub(super) fn reveal(&mut self, at: &At, known: &Known) {
        if let Some(Spot::Milestone(place)) = at.spot(known) {
            let stage = rows::stage(Spot::Milestone(place), known);
            if let Some(stage) = known.curriculum().stages.get(stage) {
                self.folded.remove(&stage.id);
            }
            if !self.filter.keeps(&known.snapshot.entry(place)) {
                self.filter = Filter::All;
            }
        }
        self.list(known);
        self.put(at.spot(known), known);
    }

    /// Folds a stage, or unfolds it.
    pub(super) fn fold(&mut self, stage: usize, known: &Known) {
        let id = known.curriculum().stages[stage].id.clone();
        if !self.folded.remove(&id) {
            self.folded.insert(id);
        }
        self.list(known);
        if self.is_folded(stage, known) {
            self.put(Some(Spot::Stage(stage)), known);
        }
    }

    /// Folds all stages; unfolds them where any is folded.
    pub(super) fn fold_all(&mut self, known: &Known) {
        if self.folded.is_empty() {
            let stages = known.curriculum().stages.iter();
            self.folded = stages.map(|stage| stage.id.clone()).collect();
        } else {
            self.folded.clear();
        }
        self.list(known);
    }

    /// Lists only what the filter lets through.
    pub(super) fn only(&mut self, filter: Filter, known: &Known) {
        self.filter = filter;
        self.range = None;
        self.list(known);
        // A heading is seldom what was looked for.
        if let Some(Spot::Stage(_)) = self.spot() {
            let below = self.rows.get(self.index() + 1);
            if let Some(Spot::Milestone(_)) = below {
                self.put(below, known);
            }
        }
    }

    /// Lists anew what there is now; the cursor stays where it is, or as near as can be.
    pub(super) fn list(&mut self, known: &Known) {
        self.rows = Rows::of(known, self.filter, &self.folded);
        let here = self.at().and_then(|at| at.spot(known));
        self.put(here.or(self.rows.get(0)), known);
    }
}

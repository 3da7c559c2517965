//! How one moves among the path of a learner and what is read beside it, and from one learner to another.

use uuid::Uuid;

use super::{Learner, Part};
use crate::curriculum::Place;
use crate::insight::cohort::Card;
use crate::tui::command::{Command, Motion};
use crate::tui::known::Known;
use crate::tui::links;
use crate::tui::review::Review;
use crate::tui::screen::submission::Lead;
use crate::tui::step::Step;
use crate::tui::widget::Pane;

impl Learner {
    pub(super) fn put(&mut self, row: usize, known: &Known) {
        let listing = &self.listing;
        self.cursor
            .put(row, listing.len(), |index| listing.name(index));
        self.begin(known);
    }

    pub(super) fn go_to(&mut self, place: Place, known: &Known) {
        if let Some(row) = self.listing.row(place) {
            self.put(row, known);
        }
    }

    pub(super) fn go(&mut self, motion: Motion, known: &Known) {
        match self.focus {
            Part::List => {
                let height =
                    Pane::height(self.areas(known).list.unwrap_or_default(), known.look.form);
                let row = motion.from(self.cursor.index(), self.listing.len(), height);
                self.put(row, known);
            }
            Part::Page => {
                let (text, height) = self.text(known);
                self.reader.go(motion, &text, height);
            }
        }
    }

    /// Goes on to what is read, and there to where the marked line leads.
    pub(super) fn enter(&mut self, known: &Known) -> Step {
        if self.focus == Part::List {
            self.focus = Part::Page;
            let (text, height) = self.text(known);
            self.reader.begin(&text, height);
            return Step::Stay;
        }
        match self.item(known) {
            Some(Lead::Link(url)) => return links::open(&url),
            Some(Lead::Milestone(place)) => {
                self.focus = Part::List;
                self.go_to(place, known);
            }
            None => {}
        }
        Step::Stay
    }

    /// The learner so far behind the one in sight among those who are listed, or before.
    pub(super) fn other(&self, motion: Motion, review: &Review) -> Option<Uuid> {
        let cards = review.cohort.cards.iter();
        let listed: Vec<Uuid> = cards
            .filter(|card| review.shown.shows(card))
            .map(Card::learner)
            .collect();
        let here = self.listing.learner();
        let at = listed.iter().position(|learner| Some(*learner) == here);
        let to = at.map_or(0, |at| motion.around(at, listed.len()));
        listed
            .get(to)
            .copied()
            .filter(|learner| Some(*learner) != here)
    }

    pub(super) fn back(&mut self, review: &Review) -> Step {
        if self.focus == Part::Page {
            self.focus = Part::List;
            return Step::Stay;
        }
        Step::Obey(Command::Screen(review.from))
    }
}

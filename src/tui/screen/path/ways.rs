//! The ways into what is under the cursor, on from there, and out again.

use super::Path;
use super::item::Item;
use super::panes::Part;
use super::rows::{self, Spot};
use crate::insight::Filter;
use crate::tui::known::Known;
use crate::tui::links;
use crate::tui::overlay::{Answers, Choosing};
use crate::tui::step::Step;

impl Path {
    /// Into what is under the cursor.
    pub(super) fn enter(&mut self, known: &Known) -> Step {
        match (self.focus, self.listing.spot()) {
            (Part::Detail, Some(spot)) => match self.item(known) {
                Some(item) => self.follow(item, spot, known),
                None => Step::Stay,
            },
            (_, Some(Spot::Stage(stage))) if self.listing.is_folded(stage, known) => {
                self.on_list(|listing| listing.fold(stage, known));
                Step::Stay
            }
            (_, Some(_)) => {
                self.focus = Part::Detail;
                let height = self.height(known);
                if let Some(text) = self.text(known) {
                    self.reader.begin(&text, height);
                }
                Step::Stay
            }
            (_, None) => Step::Stay,
        }
    }

    /// Goes where a line of the detail leads.
    fn follow(&mut self, item: Item, from: Spot, known: &Known) -> Step {
        match (item, from) {
            (Item::Milestone(place), _) => self.jump(place, known),
            (Item::Link(url), _) => links::open(&url),
            (Item::Choice(choice), _) => {
                let key = known.curriculum().choices[choice].key.clone();
                Step::Open(Box::new(Choosing::of(key, known)))
            }
            (Item::Check(check), Spot::Milestone(place)) => {
                let about = known.milestone(place).key.clone();
                Step::Open(Box::new(Answers::at(about, &check, known)))
            }
            (Item::Check(_), Spot::Stage(_)) => Step::Stay,
        }
    }

    /// Out of what is shown: to the list, to the stage, and the stage folds.
    pub(super) fn leave(&mut self, known: &Known) {
        match (self.focus, self.listing.spot()) {
            (Part::Detail, _) => self.focus = Part::List,
            (_, Some(Spot::Stage(stage))) if !self.listing.is_folded(stage, known) => {
                self.on_list(|listing| listing.fold(stage, known));
            }
            (_, Some(spot @ Spot::Milestone(_))) => {
                let stage = Spot::Stage(rows::stage(spot, known));
                self.on_list(|listing| listing.put(Some(stage), known));
            }
            _ => {}
        }
    }

    /// Ends what was begun last.
    pub(super) fn escape(&mut self, known: &Known) {
        if self.listing.let_go() {
            return;
        }
        if self.focus == Part::Detail {
            self.focus = Part::List;
        } else if self.listing.filter() != Filter::All {
            self.on_list(|listing| listing.only(Filter::All, known));
        }
    }
}

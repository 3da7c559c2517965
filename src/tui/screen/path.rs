//! The path: all stages with their milestones in one list, and beside it, or behind it, what is under the cursor.

mod detail;
mod filters;
mod item;
mod list;
mod listing;
mod marking;
mod milestone;
mod panes;
mod pointer;
mod resources;
mod rows;
mod stage;
mod stages;
mod trail;
mod ways;

use ratatui::layout::Rect;

use self::item::Item;
use self::listing::Listing;
use self::panes::{Part, panes};
use self::rows::{At, Spot};
use self::trail::Trail;
use super::Screen;
use crate::curriculum::{Key, Place};
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::message::Failure;
use crate::tui::step::Step;
use crate::tui::want::Want;
use crate::tui::widget::{Focus, Leaf, Pane, Reader, Text};

/// The screen.
#[derive(Debug)]
pub(super) struct Path {
    listing: Listing,
    /// What has the keys.
    focus: Part,
    reader: Reader,
    trail: Trail,
}

impl Path {
    /// The path with the cursor on the first thing to do.
    pub(super) fn at_first_thing_to_do(known: &Known) -> Self {
        Self {
            listing: Listing::at_first_thing_to_do(known),
            focus: Part::List,
            reader: Reader::default(),
            trail: Trail::default(),
        }
    }

    /// Does something with the list; what is read begins anew where the cursor moved.
    fn on_list(&mut self, change: impl FnOnce(&mut Listing)) {
        let before = self.listing.at().cloned();
        change(&mut self.listing);
        if self.listing.at() != before.as_ref() {
            self.reader = Reader::default();
        }
    }

    fn obey(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Move(motion) => self.go(motion, known),
            Command::In | Command::Follow => return self.enter(known),
            Command::Out => self.leave(known),
            Command::Escape => self.escape(known),
            Command::Stage(motion) => {
                self.on_list(|listing| listing.go_by_stage(motion, known));
            }
            Command::Back => self.back(known),
            Command::Fold => {
                if let Some(spot) = self.listing.spot() {
                    let stage = rows::stage(spot, known);
                    self.on_list(|listing| listing.fold(stage, known));
                }
            }
            Command::FoldAll => self.on_list(|listing| listing.fold_all(known)),
            Command::Filter => return filters::offer(self.listing.filter(), known),
            Command::Only(filter) => self.on_list(|listing| listing.only(filter, known)),
            Command::Range => self.listing.mark(),
            _ => {}
        }
        Step::Stay
    }

    fn go(&mut self, motion: Motion, known: &Known) {
        let height = self.height(known);
        if self.focus != Part::Detail {
            self.on_list(|listing| listing.go(motion, height, known));
        } else if let Some(text) = self.text(known) {
            self.reader.go(motion, &text, height);
        }
    }

    /// Goes to a milestone that something else leads to, if it is on the path.
    fn jump(&mut self, place: Place, known: &Known) -> Step {
        if let Some(why) = known.absence(place) {
            return Step::refuse(&why, "");
        }
        self.trail.begin(self.listing.at());
        let at = At::of(Spot::Milestone(place), known);
        self.on_list(|listing| listing.reveal(&at, known));
        Step::Stay
    }

    fn back(&mut self, known: &Known) {
        if let Some(at) = self.trail.back(known) {
            self.on_list(|listing| listing.reveal(&at, known));
        }
    }

    /// Where a pane stands.
    fn area(&self, part: Part, known: &Known) -> Rect {
        let panes = panes(self.focus, known.body(), known.look.form);
        let found = panes.iter().find(|(shown, _)| *shown == part);
        found.map_or_else(Rect::default, |(_, area)| *area)
    }

    /// How many rows what has the keys shows.
    fn height(&self, known: &Known) -> usize {
        Pane::height(self.area(self.focus, known), known.look.form)
    }

    /// What there is to read.
    fn text(&self, known: &Known) -> Option<Text<Item>> {
        let width = Leaf::width(self.area(Part::Detail, known), known.look.form);
        let spot = self.listing.spot()?;
        Some(detail::text(spot, known, width))
    }

    /// Where the marked line of the detail leads.
    fn item(&self, known: &Known) -> Option<Item> {
        if self.focus != Part::Detail {
            return None;
        }
        let text = self.text(known)?;
        self.reader.item(&text, self.height(known)).cloned()
    }

    fn focus_of(&self, part: Part) -> Focus {
        if part == self.focus {
            Focus::Here
        } else {
            Focus::Elsewhere
        }
    }
}

/// Draws all there is to know about a milestone, from its beginning, for a screen that has it under its cursor.
pub(super) fn draw_milestone(place: Place, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
    let spot = Spot::Milestone(place);
    let reader = Reader::default();
    detail::draw(spot, &reader, Focus::Elsewhere, known, area, canvas);
}

impl Screen for Path {
    fn scopes(&self) -> &'static [Scope] {
        match self.focus {
            Part::Detail => &[
                Scope::Milestone,
                Scope::Detail,
                Scope::Path,
                Scope::List,
                Scope::Everywhere,
            ],
            Part::List | Part::Stages => &[
                Scope::Milestone,
                Scope::Path,
                Scope::List,
                Scope::Everywhere,
            ],
        }
    }

    fn milestone(&self, _known: &Known) -> Option<Place> {
        match self.listing.spot()? {
            Spot::Milestone(place) => Some(place),
            Spot::Stage(_) => None,
        }
    }

    fn milestones(&self, known: &Known) -> Vec<Place> {
        let here = self.milestone(known);
        let mut marked = self.listing.marked(known);
        if marked.is_empty() {
            return here.into_iter().collect();
        }
        // What works on one of them only works on the one under the cursor.
        marked.sort_by_key(|place| Some(*place) != here);
        marked
    }

    fn milestones_down(&self, count: usize, known: &Known) -> Vec<Place> {
        match self.listing.spot() {
            _ if self.listing.has_range() => self.milestones(known),
            // Those of another stage are not what one means.
            Some(Spot::Stage(stage)) if self.listing.is_folded(stage, known) => Vec::new(),
            _ => self.listing.down(count),
        }
    }

    fn lacks(&self) -> Option<Failure> {
        self.listing.has_range().then(marking::nothing)
    }

    fn link(&self, known: &Known) -> Option<String> {
        match self.item(known)? {
            Item::Link(url) => Some(url),
            _ => None,
        }
    }

    fn offers(&self, command: Command, known: &Known) -> bool {
        match command {
            Command::Follow => self.item(known).is_some(),
            Command::Out => self.focus == Part::Detail,
            Command::Range => self.listing.has_range() || self.milestone(known).is_some(),
            _ => true,
        }
    }

    fn wants(&self, known: &Known) -> Option<Want> {
        match self.listing.spot()? {
            Spot::Milestone(place) => known.wants_detail(place),
            Spot::Stage(_) => known.appendix.is_none().then_some(Want::Appendix),
        }
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        self.telling_of_range(known, |path| path.obey(command, known))
    }

    fn click(&mut self, pane: usize, row: usize, known: &Known) -> Step {
        self.telling_of_range(known, |path| path.clicked(Part::of(pane), row, known))
    }

    fn wheel(&mut self, pane: usize, motion: Motion, known: &Known) -> Step {
        self.telling_of_range(known, |path| {
            path.turned(Part::of(pane), motion, known);
            Step::Stay
        })
    }

    fn show(&mut self, milestone: &Key, known: &Known) -> Step {
        let Some(place) = known.place(milestone) else {
            return Step::Stay;
        };
        let step = self.jump(place, known);
        if matches!(step, Step::Stay) {
            self.focus = Part::List;
        }
        step
    }

    fn recorded(&mut self) {
        self.listing.let_go();
    }

    fn settle(&mut self, known: &Known) {
        self.on_list(|listing| listing.list(known));
        if self.focus == Part::Detail
            && let Some(text) = self.text(known)
        {
            let height = self.height(known);
            self.reader.settle(&text, height);
        }
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        for (part, area) in panes(self.focus, area, canvas.form()) {
            let focus = self.focus_of(part);
            match part {
                Part::Stages => stages::draw(&self.listing, known, area, canvas),
                Part::List => list::draw(&self.listing, focus, known, area, canvas),
                Part::Detail => {
                    if let Some(spot) = self.listing.spot() {
                        detail::draw(spot, &self.reader, focus, known, area, canvas);
                    }
                }
            }
        }
    }
}

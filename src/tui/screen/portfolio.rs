//! What the learner can show: what a portfolio asks for and what fills it, their projects with all addresses, and what is to
//! be looked at before others look.

mod item;
mod row;
mod told;

use ratatui::layout::Rect;

use self::item::{Item, Name};
use super::Screen;
use crate::curriculum::Place;
use crate::insight;
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::links;
use crate::tui::step::Step;
use crate::tui::want::Want;
use crate::tui::widget::{Cursor, Focus, List, Pane, between_remarks, remark};

/// The number of the pane, for the mouse.
const LIST: usize = 0;

/// How many rows what there is to know about the row under the cursor has, and from how many on there is room for it.
const TOLD: u16 = 2;
const ROOMY: u16 = 14;

/// The screen.
#[derive(Debug, Default)]
pub(super) struct Portfolio {
    /// What the learner can show, as it was when the items were made.
    shown: Option<insight::Portfolio>,
    /// All rows, headings too.
    items: Vec<Item>,
    /// The indexes of those on which the cursor may be.
    places: Vec<usize>,
    cursor: Cursor<Name>,
}

impl Portfolio {
    fn item(&self) -> Option<Item> {
        let row = self.places.get(self.cursor.index())?;
        self.items.get(*row).copied()
    }

    fn go(&mut self, motion: Motion, known: &Known) {
        let [_, list, _] = self.rows(known.body(), known);
        let page = Pane::height(list, known.look.form);
        let to = motion.from(self.cursor.index(), self.places.len(), page);
        self.put(to, known);
    }

    fn put(&mut self, to: usize, known: &Known) {
        let name = |index: usize| self.items[self.places[index]].name(self.shown.as_ref(), known);
        self.cursor.put(to, self.places.len(), name);
    }

    /// Goes where the row under the cursor leads.
    fn follow(&self, known: &Known) -> Step {
        match (self.link(known), self.milestone(known), self.item()) {
            (Some(url), _, Some(Item::Address(..))) => links::open(&url),
            (_, Some(place), _) => Step::Show(known.milestone(place).key.clone()),
            (Some(url), ..) => links::open(&url),
            _ => Step::Stay,
        }
    }

    /// What there is in all, the rows, and what there is to know about the one under the cursor.
    fn rows(&self, area: Rect, known: &Known) -> [Rect; 3] {
        let told = if area.height >= ROOMY && self.item().is_some() {
            TOLD
        } else {
            0
        };
        between_remarks(&self.sum(known), told, area)
    }

    fn sum(&self, known: &Known) -> String {
        let said = self.shown.as_ref().map(|shown| told::sum(shown, known));
        said.unwrap_or_default()
    }
}

impl Screen for Portfolio {
    fn scopes(&self) -> &'static [Scope] {
        &[
            Scope::Milestone,
            Scope::Portfolio,
            Scope::List,
            Scope::Everywhere,
        ]
    }

    fn milestone(&self, _known: &Known) -> Option<Place> {
        self.item()?.milestone(self.shown.as_ref()?)
    }

    fn link(&self, _known: &Known) -> Option<String> {
        let address = self.item()?.address(self.shown.as_ref()?)?;
        Some(address.written.clone())
    }

    fn offers(&self, command: Command, known: &Known) -> bool {
        match command {
            Command::Follow => self.link(known).is_some() || self.milestone(known).is_some(),
            _ => true,
        }
    }

    fn wants(&self, known: &Known) -> Option<Want> {
        let lists = self.shown.iter().flat_map(|shown| &shown.checklists);
        let unread = lists.filter(|place| known.detail_of(**place).is_none());
        let wants = unread.map(|place| Want::Detail(known.milestone(*place).key.clone(), *place));
        wants.into_iter().next()
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Move(motion) => self.go(motion, known),
            Command::Follow => return self.follow(known),
            _ => {}
        }
        Step::Stay
    }

    fn click(&mut self, _pane: usize, row: usize, known: &Known) -> Step {
        let Some(to) = self.places.iter().position(|place| *place == row) else {
            return Step::Stay;
        };
        if to == self.cursor.index() {
            return self.follow(known);
        }
        self.put(to, known);
        Step::Stay
    }

    fn settle(&mut self, known: &Known) {
        let shown = insight::Portfolio::of(&known.snapshot);
        self.items = item::items(&shown, known);
        let items = self.items.iter().enumerate();
        let places = items.filter(|(_, item)| !matches!(item, Item::Heading(_)));
        self.places = places.map(|(row, _)| row).collect();
        let name = |index: usize| self.items[self.places[index]].name(Some(&shown), known);
        self.cursor.settle(self.places.len(), name);
        self.shown = Some(shown);
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let Some(shown) = &self.shown else { return };
        let theme = known.theme();
        let [above, list, below] = self.rows(area, known);
        remark(&self.sum(known), theme.title, above, canvas);
        let pane = Pane {
            title: "Portfolio",
            place: &self.cursor.place(self.places.len()),
            focus: Focus::Here,
        };
        let inside = pane.draw(list, canvas);
        let cursor = self.places.get(self.cursor.index()).copied();
        let list = List {
            count: self.items.len(),
            cursor,
            focus: Focus::Here,
            pane: LIST,
            row: &|index| row::of(self.items[index], shown, known),
        };
        list.draw(inside, canvas);
        if cursor.is_none() {
            canvas.cursor_of_reader(above.as_position());
        }
        let told = self.item().map(|item| told::of(item, shown, known));
        remark(&told.unwrap_or_default(), theme.dim, below, canvas);
    }
}

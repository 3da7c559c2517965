//! The path: all stages with their milestones in one list, and beside it, or behind it, what is under the cursor.

mod detail;
mod filters;
mod list;
mod milestone;
mod page;
mod rows;
mod stage;
mod stages;

use std::collections::BTreeSet;

use ratatui::layout::{Constraint, Layout, Rect};

use self::page::Item;
use self::rows::{At, Rows, Spot};
use super::Screen;
use crate::curriculum::{Id, Key, Place};
use crate::insight::Filter;
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::overlay::{Answers, Choosing};
use crate::tui::step::Step;
use crate::tui::view;
use crate::tui::want::Want;
use crate::tui::widget::{Focus, Pane, Reader};

/// From how many columns on three panes stand side by side, and from how many on two.
const WIDE: u16 = 110;
const MIDDLE: u16 = 70;

/// The numbers of the panes, for the mouse.
const STAGES: usize = 0;
const LIST: usize = 1;
const DETAIL: usize = 2;

/// The most jumps that can be gone back.
const TRAIL: usize = 100;

/// The screen.
#[derive(Debug)]
pub(super) struct Path {
    /// What is under the cursor; `None` where nothing is listed.
    at: Option<At>,
    rows: Rows,
    filter: Filter,
    folded: BTreeSet<Id>,
    /// Where a range of marked milestones begins; it ends at the cursor.
    range: Option<At>,
    focus: Part,
    reader: Reader,
    /// What was under the cursor before each jump, the newest last.
    trail: Vec<At>,
}

/// What has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    List,
    Detail,
}

impl Path {
    /// The path with the cursor on the first thing to do.
    pub(super) fn at_first_thing_to_do(known: &Known) -> Self {
        let mut path = Self {
            at: None,
            rows: Rows::of(known, Filter::All, &BTreeSet::new()),
            filter: Filter::All,
            folded: BTreeSet::new(),
            range: None,
            focus: Part::List,
            reader: Reader::default(),
            trail: Vec::new(),
        };
        let first = known.first_thing_to_do().map(Spot::Milestone);
        path.at = first.or(path.rows.get(1)).map(|spot| At::of(spot, known));
        path
    }

    /// What is under the cursor.
    fn spot(&self, known: &Known) -> Option<Spot> {
        let wanted = self.at.as_ref()?.spot(known)?;
        self.rows.get(self.rows.index(wanted, known))
    }

    /// The row of the cursor.
    fn index(&self, known: &Known) -> usize {
        let at = self.at.as_ref().and_then(|at| at.spot(known));
        at.map_or(0, |spot| self.rows.index(spot, known))
    }

    fn is_folded(&self, stage: usize, known: &Known) -> bool {
        self.folded.contains(&known.curriculum().stages[stage].id)
    }

    /// The milestones from where the range began to the cursor; none while there is no range.
    fn marked(&self, known: &Known) -> Vec<Place> {
        let began = self.range.as_ref().and_then(|at| at.spot(known));
        began.map_or_else(Vec::new, |spot| {
            let began = self.rows.index(spot, known);
            self.rows.between(began, self.index(known))
        })
    }

    fn put(&mut self, spot: Option<Spot>, known: &Known) {
        if let Some(spot) = spot {
            self.at = Some(At::of(spot, known));
            self.reader = Reader::default();
        }
    }

    fn go(&mut self, motion: Motion, known: &Known) {
        let height = self.height(known);
        match self.focus {
            Part::List => {
                let to = motion.from(self.index(known), self.rows.len(), height);
                self.put(self.rows.get(to), known);
            }
            Part::Detail => {
                if let Some(spot) = self.spot(known) {
                    let text = detail::text(spot, known, self.width_of_detail(known));
                    self.reader.go(motion, &text, height);
                }
            }
        }
    }

    /// Goes to a milestone that something else leads to, unfolding and listing it if need be.
    fn jump(&mut self, place: Place, known: &Known) {
        self.trail.extend(self.at.take());
        if self.trail.len() > TRAIL {
            self.trail.remove(0);
        }
        self.reveal(At::of(Spot::Milestone(place), known), known);
        self.focus = Part::List;
    }

    fn back(&mut self, known: &Known) {
        if let Some(at) = self.trail.pop() {
            self.reveal(at, known);
        }
    }

    /// Puts the cursor there, whatever is folded or filtered.
    fn reveal(&mut self, at: At, known: &Known) {
        if let Some(Spot::Milestone(place)) = at.spot(known) {
            let stage = rows::stage(Spot::Milestone(place), known);
            if let Some(stage) = known.curriculum().stages.get(stage) {
                self.folded.remove(&stage.id);
            }
            if !self.filter.keeps(&known.snapshot.entry(place)) {
                self.filter = Filter::All;
            }
        }
        self.at = Some(at);
        self.reader = Reader::default();
        self.relist(known);
    }

    fn relist(&mut self, known: &Known) {
        self.rows = Rows::of(known, self.filter, &self.folded);
        // The cursor may have been on what is not listed any more.
        if let Some(spot) = self.spot(known).or(self.rows.get(0)) {
            self.at = Some(At::of(spot, known));
        }
    }

    fn fold(&mut self, stage: usize, known: &Known) {
        let id = known.curriculum().stages[stage].id.clone();
        if !self.folded.remove(&id) {
            self.folded.insert(id);
            self.put(Some(Spot::Stage(stage)), known);
        }
        self.relist(known);
    }

    fn fold_all(&mut self, known: &Known) {
        if self.folded.is_empty() {
            let stages = known.curriculum().stages.iter();
            self.folded = stages.map(|stage| stage.id.clone()).collect();
        } else {
            self.folded.clear();
        }
        self.relist(known);
    }

    fn list_only(&mut self, filter: Filter, known: &Known) {
        self.filter = filter;
        self.range = None;
        self.relist(known);
        // A heading is seldom what was looked for.
        if let Some(Spot::Stage(_)) = self.spot(known) {
            let below = self.rows.get(self.index(known) + 1);
            if let Some(Spot::Milestone(_)) = below {
                self.put(below, known);
            }
        }
    }

    /// Into what is under the cursor.
    fn enter(&mut self, known: &Known) -> Step {
        match (self.focus, self.spot(known)) {
            (Part::List, Some(Spot::Stage(stage))) if self.is_folded(stage, known) => {
                self.fold(stage, known);
            }
            (Part::List, Some(spot)) => {
                self.focus = Part::Detail;
                let text = detail::text(spot, known, self.width_of_detail(known));
                self.reader.begin(&text, self.height(known));
            }
            (Part::Detail, Some(spot)) => {
                let text = detail::text(spot, known, self.width_of_detail(known));
                if let Some(item) = self.reader.item(&text) {
                    return self.follow(item, spot, known);
                }
            }
            (_, None) => {}
        }
        Step::Stay
    }

    /// Goes where a line of the detail leads.
    fn follow(&mut self, item: &Item, from: Spot, known: &Known) -> Step {
        match (item, from) {
            (Item::Milestone(place), _) => {
                self.jump(*place, known);
                self.focus = Part::Detail;
                Step::Stay
            }
            (Item::Link(url), _) => crate::tui::links::open(url),
            (Item::Choice(choice), _) => {
                let key = known.curriculum().choices[*choice].key.clone();
                Step::Open(Box::new(Choosing::of(key, known)))
            }
            (Item::Check(check), Spot::Milestone(place)) => {
                let about = known.milestone(place).key.clone();
                Step::Open(Box::new(Answers::at(about, check.clone())))
            }
            (Item::Check(_), Spot::Stage(_)) => Step::Stay,
        }
    }

    /// Out of what is shown: to the list, to the stage, and the stage folds.
    fn leave(&mut self, known: &Known) {
        match (self.focus, self.spot(known)) {
            (Part::Detail, _) => self.focus = Part::List,
            (Part::List, Some(Spot::Stage(stage))) if !self.is_folded(stage, known) => {
                self.fold(stage, known);
            }
            (Part::List, Some(spot @ Spot::Milestone(_))) => {
                let stage = rows::stage(spot, known);
                self.put(Some(Spot::Stage(stage)), known);
            }
            _ => {}
        }
    }

    /// Ends what was begun last.
    fn escape(&mut self, known: &Known) {
        if self.range.take().is_some() {
        } else if self.focus == Part::Detail {
            self.focus = Part::List;
        } else if self.filter != Filter::All {
            self.list_only(Filter::All, known);
        }
    }

    /// The panes in sight, from left to right.
    fn spots(&self, area: Rect, form: Form) -> Vec<(usize, Rect)> {
        let (panes, widths): (&[usize], &[Constraint]) = match (form, area.width, self.focus) {
            (Form::Panes, WIDE.., _) => (
                &[STAGES, LIST, DETAIL],
                &[
                    Constraint::Fill(5),
                    Constraint::Fill(9),
                    Constraint::Fill(9),
                ],
            ),
            (Form::Panes, MIDDLE.., _) => {
                (&[LIST, DETAIL], &[Constraint::Fill(6), Constraint::Fill(5)])
            }
            (_, _, Part::List) => (&[LIST], &[Constraint::Fill(1)]),
            (_, _, Part::Detail) => (&[DETAIL], &[Constraint::Fill(1)]),
        };
        let areas = Layout::horizontal(widths).split(area);
        panes.iter().copied().zip(areas.iter().copied()).collect()
    }

    /// Where a part stands.
    fn spot_of(&self, part: Part, known: &Known) -> Rect {
        let wanted = match part {
            Part::List => LIST,
            Part::Detail => DETAIL,
        };
        let spots = self.spots(view::body(known), known.look.form);
        let found = spots.iter().find(|(pane, _)| *pane == wanted);
        found.map_or_else(Rect::default, |(_, area)| *area)
    }

    /// How many rows what has the keys shows.
    fn height(&self, known: &Known) -> usize {
        Pane::height(self.spot_of(self.focus, known), known.look.form)
    }

    fn width_of_detail(&self, known: &Known) -> usize {
        detail::width(self.spot_of(Part::Detail, known), known.look.form)
    }

    fn focus_of(&self, part: Part) -> Focus {
        if part == self.focus {
            Focus::Here
        } else {
            Focus::Elsewhere
        }
    }

    /// The item of the detail that is marked.
    fn item(&self, known: &Known) -> Option<Item> {
        let spot = self.spot(known).filter(|_| self.focus == Part::Detail)?;
        let text = detail::text(spot, known, self.width_of_detail(known));
        self.reader.item(&text).cloned()
    }
}

impl Screen for Path {
    fn scopes(&self) -> &'static [Scope] {
        &[
            Scope::Milestone,
            Scope::Path,
            Scope::List,
            Scope::Everywhere,
        ]
    }

    fn milestone(&self, known: &Known) -> Option<Place> {
        match self.spot(known)? {
            Spot::Milestone(place) => Some(place),
            Spot::Stage(_) => None,
        }
    }

    fn milestones(&self, known: &Known) -> Vec<Place> {
        match self.marked(known) {
            none if none.is_empty() => self.milestone(known).into_iter().collect(),
            marked => marked,
        }
    }

    fn link(&self, known: &Known) -> Option<String> {
        match self.item(known)? {
            Item::Link(url) => Some(url),
            _ => None,
        }
    }

    fn offers(&self, command: Command, known: &Known) -> bool {
        match command {
            Command::In => self.focus == Part::List || self.item(known).is_some(),
            Command::Out => self.focus == Part::Detail,
            Command::Range => self.range.is_some() || self.milestone(known).is_some(),
            _ => true,
        }
    }

    fn wants(&self, known: &Known) -> Option<Want> {
        match self.spot(known)? {
            Spot::Milestone(place) => known.wants_detail(place),
            Spot::Stage(_) => known.appendix.is_none().then_some(Want::Appendix),
        }
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Move(motion) => self.go(motion, known),
            Command::In => return self.enter(known),
            Command::Out => self.leave(known),
            Command::Escape => self.escape(known),
            Command::Stage(motion) => {
                let to = self.rows.by_stage(self.index(known), motion);
                self.put(to, known);
            }
            Command::Back => self.back(known),
            Command::Fold => {
                if let Some(spot) = self.spot(known) {
                    self.fold(rows::stage(spot, known), known);
                }
            }
            Command::FoldAll => self.fold_all(known),
            Command::Filter => return filters::offer(self.filter, known),
            Command::Only(filter) => self.list_only(filter, known),
            Command::Range => {
                self.range = match self.range {
                    Some(_) => None,
                    None => self.at.clone(),
                };
            }
            _ => {}
        }
        Step::Stay
    }

    fn click(&mut self, pane: usize, row: usize, known: &Known) -> Step {
        match pane {
            STAGES => {
                self.focus = Part::List;
                self.put(Some(Spot::Stage(row)), known);
                Step::Stay
            }
            LIST if self.index(known) == row => self.enter(known),
            LIST => {
                self.focus = Part::List;
                self.put(self.rows.get(row), known);
                Step::Stay
            }
            _ => {
                self.focus = Part::Detail;
                let Some(spot) = self.spot(known) else {
                    return Step::Stay;
                };
                let text = detail::text(spot, known, self.width_of_detail(known));
                let before = self.reader;
                self.reader.mark(row, &text, self.height(known));
                if before == self.reader {
                    return self.enter(known);
                }
                Step::Stay
            }
        }
    }

    fn wheel(&mut self, pane: usize, motion: Motion, known: &Known) -> Step {
        let focus = self.focus;
        self.focus = if pane == DETAIL {
            Part::Detail
        } else {
            Part::List
        };
        match self.spot(known).filter(|_| pane == DETAIL) {
            Some(spot) => {
                let text = detail::text(spot, known, self.width_of_detail(known));
                self.reader.scroll(motion, &text, self.height(known));
            }
            None => self.go(motion, known),
        }
        self.focus = focus;
        Step::Stay
    }

    fn show(&mut self, milestone: &Key, known: &Known) {
        if let Some(place) = known.place(milestone) {
            self.jump(place, known);
        }
    }

    fn recorded(&mut self) {
        self.range = None;
    }

    fn settle(&mut self, known: &Known) {
        self.relist(known);
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_, '_>) {
        for (pane, spot) in self.spots(area, canvas.form()) {
            match pane {
                STAGES => stages::draw(self, known, spot, canvas),
                LIST => list::draw(self, self.focus_of(Part::List), known, spot, canvas),
                _ => detail::draw(self, self.focus_of(Part::Detail), known, spot, canvas),
            }
        }
    }
}

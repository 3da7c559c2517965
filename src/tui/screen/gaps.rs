//! What lies between the learner and the target that they aim at: what each requirement lacks, and all that is missing, in
//! order.

mod draw;
mod item;
mod listed;
mod row;
mod told;

use std::collections::BTreeSet;

use ratatui::layout::{Constraint, Layout, Rect};

use self::item::{Item, Part};
use self::listed::{Both, Listed};
use super::Screen;
use crate::curriculum::Place;
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::overlay::Choosing;
use crate::tui::step::Step;
use crate::tui::want::Want;
use crate::tui::widget::Pane;

/// From how many columns on what is missing stands beside the requirements, else below them.
const WIDE: u16 = 100;

/// The numbers of the panes, for the mouse: each list by itself, and both as one.
const NEEDS: usize = 0;
const MISSING: usize = 1;
const BOTH: usize = 2;

/// How many rows what there is to know about the item under the cursor has, and from how many on there is room for it.
const TOLD: u16 = 2;
const ROOMY: u16 = 14;

/// The screen.
#[derive(Debug, Default)]
pub(super) struct Gaps {
    needs: Listed,
    missing: Listed,
    focus: Part,
    /// The requirements of which one sees what they lack, by their ids.
    unfolded: BTreeSet<String>,
}

impl Gaps {
    fn listed(&self, part: Part) -> &Listed {
        match part {
            Part::Needs => &self.needs,
            Part::Missing => &self.missing,
        }
    }

    fn item(&self) -> Option<Item> {
        self.listed(self.focus).item()
    }

    /// Moves within what has the keys; where one part follows the other, from one into the other.
    fn go(&mut self, motion: Motion, known: &Known) {
        let parts = self.parts(known.body(), known);
        let area = parts.first().map_or_else(Rect::default, |(_, area)| *area);
        let height = Pane::height(area, known.look.form);
        if parts.len() > 1 {
            let listed = self.listed(self.focus);
            let to = motion.from(listed.at(), listed.items.len(), height);
            self.put(self.focus, to, known);
            return;
        }
        let both = self.both();
        if both.count() == 0 {
            return;
        }
        let here = both.index(self.focus, self.listed(self.focus).at());
        let (part, at) = both.part(motion.from(here, both.count(), height));
        self.put(part, at, known);
    }

    /// Both lists, one after the other.
    fn both(&self) -> Both {
        Both {
            needs: self.needs.items.len(),
            missing: self.missing.items.len(),
        }
    }

    fn put(&mut self, part: Part, at: usize, known: &Known) {
        self.focus = part;
        match part {
            Part::Needs => self.needs.put(at, known),
            Part::Missing => self.missing.put(at, known),
        }
    }

    /// Goes where the item under the cursor leads.
    fn follow(&mut self, known: &Known) -> Step {
        match self.item() {
            Some(Item::Milestone(_, place)) => Step::Show(known.milestone(place).key.clone()),
            Some(Item::Choice(_, choice)) => {
                let key = known.curriculum().choices[choice].key.clone();
                Step::Open(Box::new(Choosing::of(key, known)))
            }
            Some(Item::Need(_)) => {
                self.fold(known);
                Step::Stay
            }
            _ => Step::Stay,
        }
    }

    /// Unfolds the requirement under the cursor, or folds it.
    fn fold(&mut self, known: &Known) {
        let (Some(need), Some(gap)) = (self.item().and_then(Item::need), known.gap()) else {
            return;
        };
        let Some(id) = gap.requirements.get(need).map(|need| need.id.clone()) else {
            return;
        };
        if !self.unfolded.remove(&id) {
            self.unfolded.insert(id);
        }
        let heading = self
            .needs
            .items
            .iter()
            .position(|item| *item == Item::Need(need));
        self.put(Part::Needs, heading.unwrap_or(0), known);
        self.settle(known);
    }

    /// Out of what is missing, to the requirements; out of a requirement, to its heading, which folds.
    fn leave(&mut self, known: &Known) {
        match (self.focus, self.item().and_then(Item::need)) {
            (Part::Missing, _) if !self.needs.items.is_empty() => self.focus = Part::Needs,
            (Part::Needs, Some(_)) if self.is_unfolded(known) => self.fold(known),
            _ => {}
        }
    }

    fn is_unfolded(&self, known: &Known) -> bool {
        let need = self.item().and_then(Item::need);
        let requirements = known.gap().map(|gap| &gap.requirements);
        let need = need.zip(requirements).and_then(|(need, all)| all.get(need));
        need.is_some_and(|need| self.unfolded.contains(&need.id))
    }

    /// What is in sight below the sum, and where; one part alone is both, one after the other.
    fn parts(&self, area: Rect, known: &Known) -> Vec<(Part, Rect)> {
        let [_, lists, _] = self.rows(area, known);
        let is_wide = known.look.form == Form::Panes && area.width >= WIDE;
        if is_wide && !self.missing.items.is_empty() && !self.needs.items.is_empty() {
            let [left, right] =
                Layout::horizontal([Constraint::Fill(1), Constraint::Fill(1)]).areas(lists);
            vec![(Part::Needs, left), (Part::Missing, right)]
        } else {
            vec![(self.focus, lists)]
        }
    }

    /// The sum, the lists, and what there is to know about the item under the cursor.
    fn rows(&self, area: Rect, known: &Known) -> [Rect; 3] {
        let sum = told::sum(known, draw::width(area));
        let told = if area.height >= ROOMY && self.item().is_some() {
            TOLD
        } else {
            0
        };
        let sum = u16::try_from(sum.len()).unwrap_or(1);
        Layout::vertical([
            Constraint::Length(sum.min(area.height / 3)),
            Constraint::Min(3),
            Constraint::Length(told),
        ])
        .areas(area)
    }
}

impl Screen for Gaps {
    fn scopes(&self) -> &'static [Scope] {
        &[
            Scope::Milestone,
            Scope::Gaps,
            Scope::List,
            Scope::Everywhere,
        ]
    }

    fn milestone(&self, _known: &Known) -> Option<Place> {
        match self.item()? {
            Item::Milestone(_, place) => Some(place),
            _ => None,
        }
    }

    fn milestones_down(&self, count: usize, known: &Known) -> Vec<Place> {
        // What another requirement lacks is not what one means.
        if matches!(self.item(), Some(Item::Need(_))) && !self.is_unfolded(known) {
            return Vec::new();
        }
        let listed = self.listed(self.focus);
        let mut down = Vec::new();
        for item in listed.items.iter().skip(listed.at()) {
            match item {
                Item::Milestone(_, place) if !down.contains(place) && down.len() < count => {
                    down.push(*place);
                }
                _ => {}
            }
        }
        down
    }

    fn offers(&self, command: Command, known: &Known) -> bool {
        match command {
            Command::Follow => {
                matches!(self.item(), Some(Item::Milestone(..) | Item::Choice(..)))
            }
            Command::Fold => matches!(self.item(), Some(Item::Need(_))),
            Command::In => self.focus == Part::Needs && !self.missing.items.is_empty(),
            Command::Out => self.focus == Part::Missing || self.is_unfolded(known),
            _ => true,
        }
    }

    fn wants(&self, known: &Known) -> Option<Want> {
        known.appendix.is_none().then_some(Want::Appendix)
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Move(motion) => self.go(motion, known),
            Command::Follow => return self.follow(known),
            Command::In if !self.missing.items.is_empty() => self.focus = Part::Missing,
            Command::Out => self.leave(known),
            Command::Fold => self.fold(known),
            _ => {}
        }
        Step::Stay
    }

    fn click(&mut self, pane: usize, row: usize, known: &Known) -> Step {
        let (part, at) = match pane {
            BOTH => match self.both().item(row) {
                Some(found) => found,
                None => return Step::Stay,
            },
            NEEDS => (Part::Needs, row),
            _ => (Part::Missing, row),
        };
        if part == self.focus && at == self.listed(part).at() {
            return self.follow(known);
        }
        self.put(part, at, known);
        Step::Stay
    }

    fn wheel(&mut self, pane: usize, motion: Motion, known: &Known) -> Step {
        let focus = self.focus;
        self.focus = match pane {
            NEEDS => Part::Needs,
            MISSING => Part::Missing,
            _ => focus,
        };
        self.go(motion, known);
        if pane != BOTH {
            self.focus = focus;
        }
        Step::Stay
    }

    fn settle(&mut self, known: &Known) {
        let needs = item::needs(&self.unfolded, known);
        self.needs.relist(needs, known);
        self.missing.relist(item::missing(known), known);
        if self.listed(self.focus).items.is_empty() {
            self.focus = Part::Needs;
        }
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        draw::draw(self, known, area, canvas);
    }
}

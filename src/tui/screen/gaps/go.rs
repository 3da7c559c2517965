//! How one goes about the gap: within its lists, from one to the other, and where their rows lead.

use ratatui::layout::Rect;

use super::Gaps;
use super::item::{Item, Part};
use crate::tui::command::Motion;
use crate::tui::known::Known;
use crate::tui::overlay::Choosing;
use crate::tui::screen::Screen;
use crate::tui::step::Step;
use crate::tui::widget::Pane;

impl Gaps {
    /// Moves within what has the keys; where one part follows the other, from one into the other.
    pub(super) fn go(&mut self, motion: Motion, known: &Known) {
        let parts = self.parts(known.body(), known);
        let area = parts.first().map_or_else(Rect::default, |(_, area)| *area);
        let height = Pane::height(area, known.look.form);
        if parts.len() > 1 || self.focus == Part::Targets {
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

    /// Goes where the item under the cursor leads.
    pub(super) fn follow(&mut self, known: &Known) -> Step {
        match self.item() {
            Some(Item::Milestone(_, place)) => Step::Show(known.milestone(place).key.clone()),
            Some(Item::Choice(_, choice)) => {
                let key = known.curriculum().choices[choice].key.clone();
                Step::Open(Box::new(Choosing::of(key, known)))
            }
            Some(Item::Target(target)) => {
                self.look_at(target, known);
                Step::Stay
            }
            Some(Item::Need(_)) => {
                self.fold(known);
                Step::Stay
            }
            _ => Step::Stay,
        }
    }

    /// Looks at the gap to the target of this index, whether it is aimed at or not.
    fn look_at(&mut self, target: usize, known: &Known) {
        let is_aimed = known.snapshot.aim() == Some(target);
        let key = &known.curriculum().targets[target].key;
        self.looked = (!is_aimed).then(|| key.clone());
        self.kept.let_go();
        self.focus = Part::Needs;
        self.settle(known);
        self.put(Part::Needs, 0, known);
    }

    /// Unfolds the requirement under the cursor, or folds it.
    pub(super) fn fold(&mut self, known: &Known) {
        let (Some(need), Some(gap)) = (self.item().and_then(Item::need), self.gap(known)) else {
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

    /// From the targets to what the one under the cursor asks for, and on to all that is missing.
    pub(super) fn enter(&mut self, known: &Known) {
        match self.item() {
            Some(Item::Target(target)) => self.look_at(target, known),
            _ if !self.missing.items.is_empty() => self.focus_on(Part::Missing, known),
            _ => {}
        }
    }

    /// Out of what is missing, to the requirements; out of a requirement, to its heading, which folds; and out of those, to
    /// the targets, where the one looked at is under the cursor.
    pub(super) fn leave(&mut self, known: &Known) {
        match (self.focus, self.item().and_then(Item::need)) {
            (Part::Missing, _) if !self.needs.items.is_empty() => {
                self.focus_on(Part::Needs, known);
            }
            (Part::Needs, Some(_)) if self.is_unfolded(known) => self.fold(known),
            (Part::Missing | Part::Needs, _) if !self.targets.items.is_empty() => {
                let looked = self.gap(known).map_or(0, |gap| gap.target);
                self.put(Part::Targets, looked, known);
            }
            _ => {}
        }
    }
}

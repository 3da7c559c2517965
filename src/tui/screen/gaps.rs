//! What lies between the learner and a target, the one that they aim at or another: what each requirement lacks, and all that
//! is missing, in order; and how near each of the targets is.

mod about;
mod draw;
mod go;
mod item;
mod layout;
mod listed;
mod row;
mod target;
mod told;

use std::collections::BTreeSet;

use ratatui::layout::Rect;

use self::item::{Item, Part};
use self::listed::{Both, Listed};
use super::Screen;
use super::kept::Kept;
use crate::curriculum::{Key, Place};
use crate::insight::Gap;
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::step::Step;
use crate::tui::want::Want;

/// The numbers of the panes, for the mouse: each list by itself, and two as one.
const NEEDS: usize = 0;
const MISSING: usize = 1;
const BOTH: usize = 2;
const TARGETS: usize = 3;

/// The screen.
#[derive(Debug, Default)]
pub(super) struct Gaps {
    targets: Listed,
    needs: Listed,
    missing: Listed,
    focus: Part,
    /// The requirements of which one sees what they lack, by their ids.
    unfolded: BTreeSet<String>,
    kept: Kept,
    /// The target that is looked at, where that is not the one aimed at.
    looked: Option<Key>,
    /// The index of the target that was aimed at when it was looked at last.
    aimed: Option<usize>,
}

impl Gaps {
    /// The gap that is looked at.
    fn gap<'known>(&self, known: &'known Known) -> Option<&'known Gap> {
        let target = self.elsewhere(known).or_else(|| known.snapshot.aim())?;
        known.gap_to(target)
    }

    /// The index of the target that is looked at, where that is not the one aimed at.
    fn elsewhere(&self, known: &Known) -> Option<usize> {
        let looked = self.looked.as_ref()?;
        let mut targets = known.curriculum().targets.iter();
        targets.position(|target| target.key == *looked)
    }

    fn listed(&self, part: Part) -> &Listed {
        match part {
            Part::Targets => &self.targets,
            Part::Needs => &self.needs,
            Part::Missing => &self.missing,
        }
    }

    fn item(&self) -> Option<Item> {
        self.listed(self.focus).item()
    }

    /// Both lists that may stand one after the other.
    fn both(&self) -> Both {
        Both {
            needs: self.needs.items.len(),
            missing: self.missing.items.len(),
        }
    }

    fn put(&mut self, part: Part, at: usize, known: &Known) {
        self.focus_on(part, known);
        let gap = self.gap(known);
        match part {
            Part::Targets => self.targets.put(at, gap, known),
            Part::Needs => self.needs.put(at, gap, known),
            Part::Missing => self.missing.put(at, gap, known),
        }
        if self.kept.goes_on(self.milestone(known), known) {
            self.settle(known);
        }
    }

    /// Gives the keys to a list; what was kept in another is let go.
    fn focus_on(&mut self, part: Part, known: &Known) {
        let lets_go = part != self.focus && self.kept.goes_on(None, known);
        self.focus = part;
        if lets_go {
            self.settle(known);
        }
    }

    /// What is kept in a list, and at which index: in the one that has the keys, in the requirement that is under the cursor
    /// there.
    fn kept_in(&self, part: Part, known: &Known) -> Option<(Item, usize)> {
        let (place, at) = self.kept.spot(known).filter(|_| part == self.focus)?;
        let need = self.item().and_then(Item::need);
        Some((Item::Milestone(need, place), at))
    }

    fn is_unfolded(&self, known: &Known) -> bool {
        let need = self.item().and_then(Item::need);
        let requirements = self.gap(known).map(|gap| &gap.requirements);
        let need = need.zip(requirements).and_then(|(need, all)| all.get(need));
        need.is_some_and(|need| self.unfolded.contains(&need.id))
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

    fn offers(&self, command: Command, _known: &Known) -> bool {
        match command {
            Command::Follow => matches!(
                self.item(),
                Some(Item::Milestone(..) | Item::Choice(..) | Item::Target(_))
            ),
            Command::Fold => matches!(self.item(), Some(Item::Need(_))),
            Command::In => self.focus == Part::Needs && !self.missing.items.is_empty(),
            Command::Out => self.focus != Part::Targets && !self.targets.items.is_empty(),
            _ => true,
        }
    }

    fn wants(&self, known: &Known) -> Option<Want> {
        match self.item() {
            Some(Item::Milestone(_, place)) => known.wants_detail(place),
            _ => known.appendix.is_none().then_some(Want::Appendix),
        }
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Move(motion) => self.go(motion, known),
            Command::Follow => return self.follow(known),
            Command::In => self.enter(known),
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
            TARGETS => (Part::Targets, row),
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
            TARGETS => Part::Targets,
            _ => focus,
        };
        self.go(motion, known);
        if pane != BOTH {
            self.focus = focus;
        }
        Step::Stay
    }

    fn hold(&mut self, known: &Known) {
        let at = self.listed(self.focus).at();
        self.kept.hold(self.milestone(known), at, known);
    }

    fn let_go(&mut self, known: &Known) {
        if self.kept.goes_on(None, known) {
            self.settle(known);
        }
    }

    fn settle(&mut self, known: &Known) {
        if self.aimed != known.snapshot.aim() {
            self.aimed = known.snapshot.aim();
            self.looked = None;
        }
        let kept = [Part::Needs, Part::Missing].map(|part| self.kept_in(part, known));
        let gap = self.gap(known);
        self.targets.relist(item::targets(known), None, gap, known);
        let needs = gap.map(|gap| item::needs(&self.unfolded, gap));
        self.needs
            .relist(needs.unwrap_or_default(), kept[0], gap, known);
        let missing = gap.map(|gap| item::missing(gap, known));
        self.missing
            .relist(missing.unwrap_or_default(), kept[1], gap, known);
        if self.listed(self.focus).items.is_empty() {
            self.focus = Part::Needs;
        }
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        draw::draw(self, known, area, canvas);
    }
}

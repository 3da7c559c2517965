//! Where the lists of the gap stand: one, two one after the other, or two side by side.

use ratatui::layout::{Constraint, Layout, Rect};

use super::item::Part;
use super::{Gaps, told};
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::widget::between_remarks;

/// From how many columns on what is missing stands beside the requirements, else below them.
const WIDE: u16 = 100;

/// How many rows what there is to know about the item under the cursor has in an area of so many rows at least; the
/// highest first.
const TOLD: [(u16, u16); 3] = [(30, 6), (19, 4), (14, 2)];

impl Gaps {
    /// What is in sight below the sum, and where; the requirements or what is missing alone is both, one after the other.
    pub(super) fn parts(&self, area: Rect, known: &Known) -> Vec<(Part, Rect)> {
        let [_, lists, _] = self.rows(area, known);
        let is_wide = known.look.form == Form::Panes && area.width >= WIDE;
        let has_both = !self.missing.items.is_empty() && !self.needs.items.is_empty();
        if is_wide && has_both && self.focus != Part::Targets {
            let [left, right] =
                Layout::horizontal([Constraint::Fill(1), Constraint::Fill(1)]).areas(lists);
            vec![(Part::Needs, left), (Part::Missing, right)]
        } else {
            vec![(self.focus, lists)]
        }
    }

    /// The sum, the lists, and what there is to know about the item under the cursor.
    pub(super) fn rows(&self, area: Rect, known: &Known) -> [Rect; 3] {
        let mut told = TOLD.iter().filter(|_| self.item().is_some());
        let told = told.find(|(height, _)| area.height >= *height);
        let told = told.map_or(0, |(_, rows)| *rows);
        between_remarks(&told::sum(self, known), told, area)
    }
}
